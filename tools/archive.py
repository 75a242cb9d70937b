#!/usr/bin/env python3
"""Write the archives of the studies in examples/: minutes of a municipality that does not exist.

`make`, three years of six bodies:

Each body puts off its matters at a rate of its own; what was put off comes back at its next meeting. Motions
come in, go to the board, wait, and are decided under the same case number, or not yet. The same seed gives
the same archive. `make` tells what it made beside the texts, for comparison with what is found in them.

`decade`, ten years of four bodies, whose people marry, change party and share names, and whose matters
travel from a committee over the board to the council under one case number in many spellings. It tells who is
meant wherever somebody is named, and what was done to each matter.

usage: archive.py OUT.zip DECADE.zip [TRUTH.json]
"""

from __future__ import annotations

import json
import random
import re
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

YEARS = (2022, 2023, 2024)


@dataclass(frozen=True)
class Body:
    """A body: the months it meets in, how many new matters a meeting has, and the share it puts off."""

    letters: str
    name: str
    office: str
    months: tuple[int, ...]
    matters: int
    delays: float


COUNCIL = Body("KF", "Kommunfullmäktige", "kommunstyrelsen", (2, 5, 9, 11), 2, 0.05)
BOARD = Body("KS", "Kommunstyrelsen", "kommunledningskontoret", (1, 4, 8, 10), 4, 0.14)
BODIES = (
    COUNCIL,
    BOARD,
    Body("BN", "Byggnadsnämnden", "bygglovsenheten", (2, 6, 11), 5, 0.34),
    Body("SN", "Socialnämnden", "socialförvaltningen", (3, 6, 10), 4, 0.08),
    Body("KFN", "Kultur- och fritidsnämnden", "kultur- och fritidsförvaltningen", (3, 5, 9), 4, 0.2),
    Body("TN", "Tekniska nämnden", "tekniska kontoret", (4, 10), 2, 0.25),
)


@dataclass(frozen=True)
class Course:
    """A body takes up a matter, and ends it for the day.

    How: 'settled', 'postponed', 'sent back' (to be prepared again) or 'sent out' (to be prepared at all).
    """

    body: str
    day: date
    case: str
    end: str


@dataclass
class Matter:
    """A matter on its way: what it is called, the body's words that settle it, and when it was put off."""

    case: str
    title: str
    settled: str
    words: dict[str, str]
    before: tuple[str, date] | None = None
    motion: Motion | None = None


@dataclass
class Motion:
    """A motion: its days of coming in and of the council's decision, if there is one."""

    case: str
    asked: str
    came: date
    decided: date | None = None


@dataclass
class Archive:
    """The texts by their names, and what stands in them."""

    texts: dict[str, str] = field(default_factory=dict)
    courses: list[Course] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)


def make(seed: int = 11) -> Archive:
    """The archive."""
    return _Maker(seed).archive()


@dataclass(frozen=True)
class Act:
    """What a body does to a matter on a day, in the words of klubba's table of steps."""

    body: str
    day: date
    act: str


@dataclass
class Decade:
    """The texts by their names; who is meant where, in code points; what was done to each matter."""

    texts: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    matters: dict[str, list[Act]] = field(default_factory=dict)


def decade(seed: int = 5) -> Decade:
    """The archive of ten years."""
    return _Decade(seed).archive()


def main(out: str, of_decade: str, truth: str | None = None) -> None:
    """Write each as a zip file that is the same whenever it is made; what is true of the second as JSON."""
    _zip(out, make().texts)
    made = decade()
    _zip(of_decade, made.texts)
    if truth is not None:
        matters = {
            case: [[act.body, str(act.day), act.act] for act in acts] for case, acts in made.matters.items()
        }
        told = {"mentions": made.mentions, "matters": matters}
        Path(truth).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _zip(out: str, texts: dict[str, str]) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.forms: dict[str, list[str]] = {}
        for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                name, forms = line.split(" = ", 1)
                matter = name.startswith("matter ")
                self.forms.setdefault(name, []).extend([forms] if matter else forms.split(" | "))
        self.made = Archive()
        self.numbers: Counter[tuple[str, int]] = Counter()
        self.paragraphs: Counter[tuple[str, int]] = Counter()
        self.members = {body.name: self.some_members() for body in BODIES}
        self.asked = self.random.sample(self.forms["asked"], len(self.forms["asked"]))
        # What each body has to take up again, and in how many meetings.
        self.waiting: dict[str, list[tuple[int, Matter]]] = {body.name: [] for body in BODIES}

    def archive(self) -> Archive:
        for _ in range(4):
            came = date(2021, 12, 1) - timedelta(self.random.randint(1, 300))
            self.prepare(Motion(self.case("KS", came.year), self.asked.pop(), came))
        meetings = [
            (self.workday(year, month), body) for year in YEARS for body in BODIES for month in body.months
        ]
        for day, body in sorted(meetings, key=lambda meeting: (meeting[0], meeting[1].letters)):
            following = min((other for other, its in meetings if its is body and other > day), default=None)
            text = self.minutes(body, day, following or day + timedelta(90))
            self.made.texts[f"{day.year}/{body.letters.lower()}-{day}.txt"] = text
        return self.made

    def workday(self, year: int, month: int) -> date:
        day = date(year, month, self.random.randint(9, 26))
        return day - timedelta(max(0, day.weekday() - 4))

    def form(self, name: str, words: dict[str, str]) -> str:
        """One form of a name, with the words, and others drawn for names in braces that have none."""
        return self.filled(self.random.choice(self.forms[name]), words)

    def filled(self, form: str, words: dict[str, str]) -> str:
        while "{" in form:
            name = form[form.index("{") + 1 : form.index("}")]
            if name not in words:
                words[name] = self.form(name, words)
            form = form.replace(f"{{{name}}}", words[name])
        return form

    def some_members(self) -> list[str]:
        """Six of different parties, the chair first."""
        parties = self.random.sample(self.forms["party"], 6)
        people = dict.fromkeys(self.person() for _ in range(12))
        return [f"{name} ({party})" for name, party in zip(people, parties, strict=False)]

    def person(self) -> str:
        return f"{self.form('given', {})} {self.form('surname', {})}"

    def swedish(self, day: date) -> str:
        return f"{day.day} {self.forms['month'][day.month - 1]} {day.year}"

    def case(self, letters: str, year: int) -> str:
        self.numbers[letters, year] += self.random.randint(1, 19)
        return f"{letters} {year}/{self.numbers[letters, year]:03}"

    def minutes(self, body: Body, day: date, following: date) -> str:
        """What a body does on a day, written down."""
        due = [matter for meetings, matter in self.waiting[body.name] if meetings == 1]
        self.waiting[body.name] = [(n - 1, matter) for n, matter in self.waiting[body.name] if n > 1]
        fresh = [self.matter(body, day) for _ in range(body.matters + self.random.randint(-1, 1))]
        parts = [self.opening(body, day), self.formalities(body, day)]
        parts += [self.taken_up(body, day, following, matter) for matter in due + fresh]
        if body is COUNCIL:
            parts += [self.put(day) for _ in range(self.random.randint(1, 3))]
        parts.append("Justeras\n\n" + self.members[body.name][0] + "\nordförande")
        return "\n\n".join(parts) + "\n"

    def opening(self, body: Body, day: date) -> str:
        chair, *others = self.members[body.name]
        room = self.form("room", {})
        if body.letters in ("KF", "KS", "BN"):
            return (
                f"GRANVIKS KOMMUN          SAMMANTRÄDESPROTOKOLL\n{body.name}\nSammanträdesdatum\n{day}\n\n"
                f"Plats och tid     {room}, kl. 13.00–15.40\n\n"
                f"Beslutande        {chair}, ordförande\n" + "\n".join(" " * 18 + one for one in others)
            )
        return (
            f"Granviks kommun\n{body.name}\n\nProtokoll från sammanträde den {self.swedish(day)}\n\n"
            f"Plats: {room}\nTid: kl. 9.00–11.30\nNärvarande: {chair}, ordförande, {', '.join(others)}"
        )

    def heading(self, body: Body, day: date, title: str, case: str = "") -> str:
        self.paragraphs[body.name, day.year] += 1
        number = f"§ {self.paragraphs[body.name, day.year]}"
        return f"{number}          Dnr {case}\n{title}" if case else f"{number} {title}"

    def formalities(self, body: Body, day: date) -> str:
        chosen = self.random.choice(self.members[body.name][1:])
        return (
            self.heading(body, day, "Val av justerare")
            + f"\n\nBeslut\n\n{body.name} utser {chosen} att justera protokollet."
        )

    def matter(self, body: Body, day: date) -> Matter:
        """A matter that is new."""
        words = self.words(body, day)
        title, settled = self.random.choice(self.forms[f"matter {body.letters}"]).split(" = ")
        clause = self.random.choice(settled.split(" | "))
        filled = self.filled(title, words)
        return Matter(
            self.case(body.letters, day.year), filled, f"{{Body}} {self.filled(clause, words)}.", words
        )

    def words(self, body: Body, day: date) -> dict[str, str]:
        return {
            "Body": body.name,
            "office": body.office,
            "year": str(day.year),
            "past": str(day.year - self.random.randint(1, 4)),
            "earlier": self.swedish(day - timedelta(self.random.randint(10, 60))),
        }

    def taken_up(self, body: Body, day: date, following: date, matter: Matter) -> str:
        """An item: the matter is settled, or put off to the next meeting."""
        draw, words = self.random, matter.words
        words |= {"next": self.swedish(following), "officer": self.person(), "lack": self.form("lack", {})}
        delayed = draw.random() < body.delays
        end = draw.choice(["postponed", "sent back"]) if delayed else "settled"
        decision = self.form(end, words) if delayed else self.settle(body, day, matter)
        if delayed:
            self.waiting[body.name].append((1, matter))
        if delayed or body is not BOARD or matter.motion is None:
            self.made.courses.append(Course(body.name, day, matter.case, end))
        told = [self.form("told", words) for _ in range(draw.randint(1, 2))]
        if matter.before:
            how, when = matter.before
            told.append(self.form(f"{how} before", {**words, "before": self.swedish(when)}))
        if matter.motion:
            told[0] = self.form("recalled", words)
        matter.before = (end, day)
        parts = [self.heading(body, day, matter.title, matter.case), "Beslut", decision]
        parts += [draw.choice(["Ärendet", "Sammanfattning av ärendet"]), " ".join(dict.fromkeys(told))]
        if draw.random() < 0.3:
            member = {"member": draw.choice(self.members[body.name][1:])}
            parts += ["Yrkanden", self.form("moved", member)]
            if not delayed:
                parts += ["Reservation", self.form("dissent", member)]
        return "\n\n".join(parts)

    def settle(self, body: Body, day: date, matter: Matter) -> str:
        """The decision, and where a motion goes from there."""
        if matter.motion and body is BOARD:
            final = self.form("final", matter.words)
            words = matter.words | {"Body": COUNCIL.name, "office": COUNCIL.office}
            self.waiting[COUNCIL.name].append(
                (1, Matter(matter.case, matter.title, final, words, motion=matter.motion))
            )
        elif matter.motion:
            matter.motion.decided = day
        return self.filled(matter.settled, matter.words)

    def put(self, day: date) -> str:
        """An item: a motion has come in and is sent to the board."""
        came = day - timedelta(self.random.randint(3, 24))
        motion = Motion(self.case("KS", day.year), self.asked.pop(), came)
        self.made.courses.append(Course(COUNCIL.name, day, motion.case, "sent out"))
        words = self.prepare(motion)
        heading = self.heading(COUNCIL, day, f"Motion om {motion.asked}", motion.case)
        return "\n\n".join([heading, "Beslut", self.form("sent out", {}), "Ärendet", self.form("put", words)])

    def prepare(self, motion: Motion) -> dict[str, str]:
        """The board takes its time with a motion, and proposes what the council then decides."""
        self.made.motions.append(motion)
        words = self.words(BOARD, motion.came)
        words["mover"] = self.random.choice(self.members[COUNCIL.name][1:])
        words |= {"asked": motion.asked, "came": self.swedish(motion.came)}
        proposal = self.form("proposed", words)
        matter = Matter(motion.case, f"Motion om {motion.asked}", proposal, words, motion=motion)
        self.waiting[BOARD.name].append((self.random.choice([1, 2, 2, 3, 3, 4, 5]), matter))
        return words


DECADE = range(2014, 2024)
# The years after elections, in which bodies are filled anew.
ELECTED = (2015, 2019, 2023)
SOCIAL = Body("SN", "Socialnämnden", "socialförvaltningen", (2, 4, 6, 9, 11), 2, 0.1)
BUILDING = Body("BN", "Byggnadsnämnden", "bygglovsenheten", (1, 3, 5, 8, 10), 2, 0.1)
TRAVEL = (
    Body("KF", "Kommunfullmäktige", "kommunstyrelsen", (2, 4, 6, 9, 11), 0, 0.1),
    Body("KS", "Kommunstyrelsen", "kommunledningskontoret", (1, 3, 5, 8, 10, 12), 1, 0.2),
    SOCIAL,
    BUILDING,
)
SEATS = {"KF": 15, "KS": 7, "SN": 5, "BN": 5}
# Somebody's id and name in a text that is being made.
NAMED = re.compile("\ue000([^\ue001]*)\ue001([^\ue002]*)\ue002")


@dataclass
class Somebody:
    """A member: last names and parties from which day on, and the years from and to."""

    id: str
    given: str
    lasts: list[tuple[date, str]]
    parties: list[tuple[date, str]]
    years: tuple[int, int]

    def last(self, day: date) -> str:
        """The last name on a day."""
        return [name for since, name in self.lasts if since <= day][-1]

    def party(self, day: date) -> str:
        """The party on a day."""
        return [party for since, party in self.parties if since <= day][-1]


@dataclass
class Journey:
    """A matter on its way through the bodies: its number, if it has one, and what it is about."""

    key: str
    letters: str
    year: int
    number: int
    title: str
    what: str
    adopted: bool

    def case(self, draw: random.Random) -> str:
        """One of the spellings of its number."""
        if not self.number:
            return ""
        letters, year, number = self.letters, self.year, self.number
        spellings = (
            f"Dnr {letters} {year}/{number:03}",
            f"Dnr {letters}{year}-{number:05}",
            f"Dnr {number}/{year} {letters}",
            f"Diarienummer {letters} {year}/{number}",
        )
        return draw.choice(spellings)


class _Decade:
    """Makes the archive of ten years."""

    def __init__(self, seed: int) -> None:
        self.maker = _Maker(seed)
        self.random = self.maker.random
        self.forms = self.maker.forms
        self.made = Decade()
        self.numbers: Counter[tuple[str, int]] = Counter()
        self.members = self.somebodies()
        self.seats: dict[tuple[str, int], list[Somebody]] = {}
        self.waiting: dict[str, list[Journey]] = {body.letters: [] for body in TRAVEL}
        self.asked = self.random.sample(self.forms["asked"], len(self.forms["asked"]))

    def somebodies(self) -> list[Somebody]:
        """Forty-four members; no two of one given and last name, but two pairs of different parties."""
        draw, forms = self.random, self.forms
        begin = date(DECADE[0], 1, 1)
        pairs = [(given, last) for given in forms["given"] + forms["given10"] for last in forms["surname10"]]
        taken: set[tuple[str, str]] = set()
        members: list[Somebody] = []
        for given, last in draw.sample(pairs, len(pairs)):
            # Of one party nobody has the same last name: it is how minutes tell people apart.
            free = [party for party in forms["party"] if (last, party) not in taken]
            if len(free) < 4 or len(members) == 44:
                continue
            party = draw.choice(free)
            taken.add((last, party))
            first = draw.choice([2014, 2014, 2015, 2019])
            years = (first, draw.choice([year for year in (2018, 2022, 2023) if year >= first]))
            members.append(Somebody(f"p{len(members):02}", given, [(begin, last)], [(begin, party)], years))
        for one, other in (members[:2], members[2:4]):
            # Of one name, and of two parties.
            one.years = other.years = (2014, 2023)
            last = one.last(begin)
            namesake = next(party for party in forms["party"] if (last, party) not in taken)
            other.given, other.lasts, other.parties = one.given, one.lasts, [(begin, namesake)]
            taken.add((last, namesake))
        for one in members[4:10]:
            # They marry, and take a second last name; two of them later keep that alone.
            one.years = (2014, 2023)
            married = date(draw.randint(2015, 2018), draw.randint(1, 12), 15)
            second = draw.choice(forms["surname11"])
            forms["surname11"].remove(second)
            one.lasts.append((married, f"{one.last(begin)} {second}"))
            if one in members[4:6]:
                one.lasts.append((married.replace(year=married.year + 3), second))
        for one in members[10:14]:
            # They change party.
            one.years = (2014, 2023)
            left, last = date(draw.randint(2016, 2020), draw.randint(1, 12), 20), one.last(begin)
            free = [party for party in forms["party"] if (last, party) not in taken]
            if free:
                one.parties.append((left, free[0]))
                taken.add((last, free[0]))
        return members

    def archive(self) -> Decade:
        meetings = [
            (self.maker.workday(year, month), body)
            for year in DECADE
            for body in TRAVEL
            for month in body.months
        ]
        for day, body in sorted(meetings, key=lambda meeting: (meeting[0], meeting[1].letters)):
            name = f"{day.year}/{body.letters.lower()}-{day}.txt"
            self.made.texts[name], self.made.mentions[name] = self.told(self.minutes(body, day))
        return self.made

    def told(self, text: str) -> tuple[str, list[tuple[int, int, str]]]:
        """A text without the marks of names, and where each name stands."""
        out, mentions, at = "", [], 0
        for named in NAMED.finditer(text):
            out += text[at : named.start()]
            mentions.append((len(out), len(out) + len(named[2]), named[1]))
            out += named[2]
            at = named.end()
        return out + text[at:], mentions

    def seated(self, body: Body, year: int) -> list[Somebody]:
        """Who sits in a body in a year, the chair first; the council has all of them."""
        since = max((elected for elected in ELECTED if elected <= year), default=DECADE[0])
        key = body.letters, since
        if key not in self.seats:
            there = [one for one in self.members if one.years[0] <= since <= one.years[1]]
            before = self.seats.get(
                (body.letters, max((e for e in (2014, *ELECTED) if e < since), default=0)), []
            )
            stay = [one for one in before if one in there][: SEATS[body.letters] - 2]
            # Who changes something sits in the council from the first year to the last.
            known = [one for one in self.members[:14] if body.letters == "KF" and one in there]
            fresh = self.random.sample(there, len(there))
            chosen = dict.fromkeys(one.id for one in [*stay, *known, *fresh])
            by_id = {one.id: one for one in there}
            self.seats[key] = [by_id[one] for one in chosen][: SEATS[body.letters]]
        return [one for one in self.seats[key] if one.years[0] <= year <= one.years[1]]

    def name(self, one: Somebody, day: date, there: list[Somebody], *, short: bool = False) -> str:
        """Somebody's name with the party; within a text by the last name, if nobody else there has it."""
        last = one.last(day)
        alone = sum(other.last(day).split()[-1] == last.split()[-1] for other in there) == 1
        name = f"{one.given} {last}"
        if short and alone and " " not in last:
            name = last
        return f"\ue000{one.id}\ue001{name}\ue002 ({one.party(day)})"

    def listed(self, one: Somebody, day: date, there: list[Somebody]) -> str:
        """Somebody's name in a list: now and then with an initial."""
        initial = one.given[0] + "."
        same = [other for other in self.members if other.last(day) == one.last(day)]
        if self.random.random() < 0.04 and len(same) == 1 and " " not in one.last(day):
            return f"\ue000{one.id}\ue001{initial} {one.last(day)}\ue002 ({one.party(day)})"
        return self.name(one, day, there)

    def minutes(self, body: Body, day: date) -> str:
        """What a body does on a day."""
        seated = self.seated(body, day.year)
        away = (
            set(self.random.sample(range(1, len(seated)), min(2, len(seated) - 3)))
            if len(seated) > 4
            else set()
        )
        there = [one for index, one in enumerate(seated) if index not in away]
        names = [self.listed(one, day, there) for one in there]
        due, self.waiting[body.letters] = self.waiting[body.letters], []
        fresh = [self.journey(body, day) for _ in range(body.matters + self.random.randint(0, 1))]
        parts = [
            f"GRANVIKS KOMMUN          SAMMANTRÄDESPROTOKOLL\n{body.name}\nSammanträdesdatum\n{day}\n\n"
            f"Plats och tid     {self.maker.form('room', {})}, kl. 13.00–15.40\n\n"
            f"Beslutande        {names[0]}, ordförande\n" + "\n".join(" " * 18 + one for one in names[1:])
        ]
        elected = self.name(self.random.choice(there[1:]), day, there)
        parts.append(
            self.maker.heading(body, day, "Val av justerare")
            + f"\n\nBeslut\n\n{body.name} utser {elected} att justera protokollet."
        )
        parts += [self.taken_up(body, day, matter, there) for matter in [*due, *fresh] if matter]
        parts.append(f"Justeras\n\n{self.name(there[0], day, there)}\nordförande")
        return "\n\n".join(parts) + "\n"

    def journey(self, body: Body, day: date) -> Journey | None:
        """A matter that is new; the council has none of its own."""
        if body.letters == "KF":
            return None
        draw = self.random
        adopted = draw.random() < 0.8
        # The board's answers to some motions have no number.
        if body.letters == "KS" and self.asked and draw.random() < 0.4:
            asked = self.asked.pop()
            return Journey(f"Motion om {asked}", "", day.year, 0, f"Motion om {asked}", "motionen", adopted)
        title, what = draw.choice(self.forms[f"journey {body.letters}"]).split(" = ")
        self.numbers[body.letters, day.year] += draw.randint(1, 9)
        number = self.numbers[body.letters, day.year]
        key = f"{body.letters} {day.year}/{number}"
        return Journey(key, body.letters, day.year, number, self.maker.filled(title, {}), what, adopted)

    def taken_up(self, body: Body, day: date, matter: Journey, there: list[Somebody]) -> str:
        """An item: the matter goes on, or waits."""
        draw = self.random
        acts = self.made.matters.setdefault(matter.key, [])
        words = {
            "Body": body.name,
            "office": body.office,
            "what": matter.what,
            "why": draw.choice(self.forms["why"]),
        }
        heading = self.maker.heading(body, day, matter.title)
        if case := matter.case(draw):
            number, title = heading.split(" ", 2)[:2], matter.title
            heading = f"{' '.join(number)}          {case}\n{title}"
        parts = [heading]
        if draw.random() < 0.4:
            parts += ["Ärendet", self.maker.form("told10", dict(words))]
        moved = draw.random() < 0.35 and len(there) > 3
        member = draw.choice(there[1:])
        if moved:
            parts += ["Yrkanden", f"{self.name(member, day, there, short=draw.random() < 0.3)} yrkar avslag."]
            acts.append(Act(body.name, day, "moved"))
        act, sentence = self.end(body, matter, words)
        acts.append(Act(body.name, day, act))
        parts += ["Beslut", sentence]
        if moved and act != "postponed" and draw.random() < 0.6:
            parts += ["Reservation", f"{self.name(member, day, there)} reserverar sig mot beslutet."]
            acts.append(Act(body.name, day, "reserved"))
        return "\n\n".join(parts)

    def end(self, body: Body, matter: Journey, words: dict[str, str]) -> tuple[str, str]:
        """What the body does, and where the matter goes from there."""
        draw = self.random
        if body.letters != "KF" and draw.random() < body.delays:
            self.waiting[body.letters].append(matter)
            return "postponed", self.maker.form("put off", dict(words))
        if body.letters in ("SN", "BN"):
            self.waiting["KS"].append(matter)
            return "proposed", self.maker.form("hand on", dict(words))
        if body.letters == "KS":
            self.waiting["KF"].append(matter)
            return "proposed", self.maker.form("hand on" if matter.adopted else "advise against", dict(words))
        if draw.random() < body.delays:
            self.waiting["KS"].append(matter)
            return "referred", self.maker.form("send back", dict(words))
        if matter.adopted:
            return "adopted", self.maker.form("agree", dict(words))
        return "rejected", self.maker.form("refuse", dict(words))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
