#!/usr/bin/env python3
"""Write the archive of the study in examples/: three years of minutes of a municipality that does not exist.

Each body puts off its matters at a rate of its own; what was put off comes back at its next meeting. Motions
come in, go to the board, wait, and are decided under the same case number, or not yet. The same seed gives
the same archive. `make` tells what it made beside the texts, for comparison with what is found in them.

usage: archive.py OUT.zip
"""

from __future__ import annotations

import random
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


def main(out: str) -> None:
    """Write it as a zip file that is the same whenever it is made."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in make().texts.items():
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


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
