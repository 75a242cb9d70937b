"""One archive, not a heap of documents: who is one person and what is one matter across it."""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klubba import _klubba
from klubba.errors import KlubbaError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from klubba._klubba import Decision, Document, Item, Person, Table
    from klubba.corpus import Corpus

TABLES = ("persons", "links", "matters", "steps", "bodies")
"""The tables across documents."""


@dataclass(frozen=True)
class Appearance:
    """A person of a document, with why that is the person across documents."""

    document: Document
    person: Person
    date: datetime.date | None
    """The day of the document."""
    score: int
    """How sure the link is, 0 to 100."""
    rule: str
    """Why the two are one ('link.name')."""


@dataclass(frozen=True)
class LinkedPerson:
    """One person across documents. In a notebook: a life line of parties, roles and bodies."""

    entity_id: str
    name: str
    names: tuple[str, ...]
    parties: tuple[str, ...]
    places: tuple[str, ...]
    roles: tuple[str, ...]
    first: datetime.date | None
    last: datetime.date | None
    documents: int
    mentions: int
    speeches: int
    decisions: int
    register_id: str | None
    register_score: int | None
    appearances: tuple[Appearance, ...] = field(repr=False)
    """Where the person is named, in the order of time."""

    def life(self) -> list[tuple[str, str, list[datetime.date]]]:
        """Parties, roles, names and bodies, each with the days on which a document tells it.

        Only what is told of more than one thing is a line of its own among names.
        """
        lines: dict[tuple[str, str], list[datetime.date]] = {}
        for one in self.appearances:
            if one.date is None:
                continue
            told = [("party", one.person.party)] if one.person.party else []
            told += [("role", role) for role in one.person.roles]
            told += [("name", one.person.name)] if len(self.names) > 1 else []
            told += [("body", one.document.body)] if one.document.body else []
            for what in told:
                lines.setdefault(what, []).append(one.date)
        order = ("party", "name", "role", "body")
        return sorted(
            ((kind, label, days) for (kind, label), days in lines.items()),
            key=lambda line: (order.index(line[0]), line[2][0], line[1]),
        )

    def _repr_html_(self) -> str:
        """A life line."""
        party = f" ({', '.join(self.parties)})" if self.parties else ""
        facts = [_period(self.first, self.last), *self.places]
        counts = (self.documents, self.mentions, self.speeches, self.decisions)
        names = ("documents", "mentions", "speeches", "motions and reservations")
        facts += [f"{count} {name}" for count, name in zip(counts, names, strict=True)]
        if self.register_id:
            facts.append(f"in the register: {self.register_id} ({self.register_score} of 100)")
        return _head(f"{self.name}{party}", facts) + _lines(self.life())


@dataclass(frozen=True)
class Step:
    """A thing done in a matter."""

    date: datetime.date | None
    body: str | None
    act: str
    """'proposed', 'moved', 'postponed', 'referred', 'voted', 'adopted', 'rejected', 'noted', 'appealed',
    'elected', 'assigned' or 'reserved'."""
    document: Document = field(repr=False)
    item: Item = field(repr=False)
    decision: Decision = field(repr=False)
    """The words that say so."""


@dataclass(frozen=True)
class LinkedMatter:
    """One matter across documents. In a notebook: its course, each step with the place in its document."""

    matter_id: str
    case: str | None
    cases: tuple[str, ...]
    """Every case number that it had, in the order of time."""
    title: str | None
    opened: datetime.date | None
    closed: datetime.date | None
    outcome: str | None
    bodies: tuple[str, ...]
    documents: int
    days: int | None
    score: int
    steps: tuple[Step, ...] = field(repr=False)
    """What was done, in order."""

    def _repr_html_(self) -> str:
        """The course of the matter: each step opens onto the item of the document that tells it."""
        facts = [*(self.cases or [self.case]), self.outcome or "not decided"]
        facts += [_period(self.opened, self.closed), " → ".join(self.bodies)]
        rows = "".join(_step(step) for step in self.steps)
        return _head(self.title or "(no title)", [fact for fact in facts if fact]) + (
            "<table><thead><tr><th>date</th><th>body</th><th>act</th><th>where, and in which words</th></tr>"
            f"</thead><tbody>{rows}</tbody></table>"
        )


class Linked:
    """The tables across the documents of a corpus, made by `corpus.link()`."""

    def __init__(self, corpus: Corpus, tables: Iterable[Table], in_register: int, notes: list[str]) -> None:
        self._corpus = corpus
        self._tables = {table.name: table for table in tables}
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._days: dict[int, datetime.date | None] | None = None
        self.in_register = in_register
        """How many people of documents are in the register."""
        self.notes = tuple(notes)
        """What was odd about the register, a sentence each."""

    @property
    def persons(self) -> Table:
        """A row for each person across documents."""
        return self._tables["persons"]

    @property
    def links(self) -> Table:
        """A row for each person of a document: who that is across documents, and why."""
        return self._tables["links"]

    @property
    def matters(self) -> Table:
        """A row for each matter across documents."""
        return self._tables["matters"]

    @property
    def steps(self) -> Table:
        """A row for each thing done in a matter, in order."""
        return self._tables["steps"]

    @property
    def bodies(self) -> Table:
        """A row for each body, with the ways in which it is written."""
        return self._tables["bodies"]

    def table(self, name: str) -> Table:
        """One of them by its name."""
        return self._tables[name]

    def person(self, name: str, *, party: str | None = None) -> LinkedPerson:
        """The person of this name: see Corpus.person."""
        rows = self._all("persons")
        folded = name.casefold()
        found = [row for row in rows if name == row["entity_id"]]
        found = found or [row for row in rows if folded in [known.casefold() for known in row["names"]]]
        # A last name, or some of the names.
        words = set(folded.split())
        found = found or [
            row
            for row in rows
            if any(words <= set(known.casefold().split()) for known in (row["name"], *row["names"]))
        ]
        if party is not None:
            found = [
                row for row in found if party.casefold() in [known.casefold() for known in row["parties"]]
            ]
        if not found:
            raise KlubbaError(f"no person is called {name!r}")
        if len(found) > 1:
            shown = [f"{row['name']} {tuple(row['parties'])} {row['entity_id']}" for row in found[:10]]
            raise KlubbaError(
                f"{len(found)} persons are called {name!r}; say the party, or the entity_id: "
                + "; ".join(shown)
            )
        return self._person(found[0])

    def _person(self, row: dict[str, Any]) -> LinkedPerson:
        appearances = []
        for link in self._all("links"):
            if link["entity_id"] == row["entity_id"]:
                document = self._corpus.document(link["doc_id"])
                person = document.people[link["person_id"]]
                appearances.append(
                    Appearance(document, person, self._day(link["doc_id"]), link["score"], link["rule"])
                )
        appearances.sort(key=lambda one: (one.date is not None, one.date))
        lists = {name: tuple(row[name]) for name in ("names", "parties", "places", "roles")}
        return LinkedPerson(**{**row, **lists}, appearances=tuple(appearances))

    def matter(self, case: str) -> LinkedMatter:
        """The matter of this case number, or with these words in its title: see Corpus.matter."""
        rows = self._all("matters")
        found = [row for row in rows if case == row["matter_id"]]
        key = _klubba._case_key(case)
        if not found and key is not None:
            found = [
                row for row in rows if any(_fits(key, _klubba._case_key(known)) for known in row["cases"])
            ]
        if not found and key is None:
            found = [row for row in rows if case.casefold() in (row["title"] or "").casefold()]
        if not found:
            raise KlubbaError(f"no matter has the case number or the title {case!r}")
        if len(found) > 1:
            shown = [f"{row['case'] or row['matter_id']} {row['title']}" for row in found[:10]]
            raise KlubbaError(f"{len(found)} matters fit {case!r}: " + "; ".join(shown))
        row = dict(found[0])
        steps = []
        for step in self._all("steps"):
            if step["matter_id"] == row["matter_id"]:
                document = self._corpus.document(step["doc_id"])
                item = document.items[step["item_id"]]
                decision = document.decisions[step["decision_id"]]
                steps.append(Step(step["date"], step["body"], step["act"], document, item, decision))
        del row["place_code"]
        lists = {name: tuple(row[name]) for name in ("cases", "bodies")}
        return LinkedMatter(**{**row, **lists}, steps=tuple(steps))

    def _labels(self) -> dict[int, str]:
        """What each person of a document is called across them, by the identity of the object.

        With the last party behind the name, and the entity_id behind those who share both.
        """
        labels = {}
        for row in self._all("persons"):
            party = f" ({row['parties'][-1]})" if row["parties"] else ""
            labels[row["entity_id"]] = row["name"] + party
        shared = {label for label, times in Counter(labels.values()).items() if times > 1}
        called = {of: f"{label} {of}" if label in shared else label for of, label in labels.items()}
        return {
            id(self._corpus.document(link["doc_id"]).people[link["person_id"]]): called[link["entity_id"]]
            for link in self._all("links")
        }

    def _all(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table, kept."""
        if name not in self._rows:
            columns = self._tables[name].to_dict()
            self._rows[name] = [
                dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)
            ]
        return self._rows[name]

    def _day(self, doc_id: int) -> datetime.date | None:
        if self._days is None:
            columns = self._corpus.documents.to_dict()
            self._days = dict(zip(columns["doc_id"], columns["date"], strict=True))
        return self._days[doc_id]

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(table)} {name}" for name, table in self._tables.items())
        return f"Linked({counts})"


def _fits(wanted: str, known: str | None) -> bool:
    """Whether the two can be one case: the same number, and no other letters."""
    if known is None:
        return False
    (*letters, number), (*others, other) = wanted.split(" "), known.split(" ")
    # A matter within a case is asked for by its number behind the colon, or by the case alone.
    part = number == other or (":" not in number and number == other.split(":")[0])
    return part and (not letters or not others or letters == others)


def _period(first: datetime.date | None, last: datetime.date | None) -> str:
    if first is None:
        return ""
    return f"{first} – {last or ''}" if first != last else str(first)


def _head(title: str, facts: Iterable[str]) -> str:
    told = " · ".join(html.escape(fact) for fact in facts if fact)
    return f"<p><b>{html.escape(title)}</b><br><small>{told}</small></p>"


def _lines(lines: list[tuple[str, str, list[datetime.date]]]) -> str:
    """A bar for each from its first day to its last, a dot for each day, over years; SVG without a script."""
    if not lines:
        return ""
    days = [day for _, _, told in lines for day in told]
    begin, end = min(days).year, max(days).year + 1
    left, width, high = 210, 480, 18
    step = max(1, (end - begin) // 8)

    def at(day: datetime.date) -> float:
        share = (day.year - begin + (day.timetuple().tm_yday - 1) / 366) / (end - begin)
        return round(left + width * share, 1)

    colours = {"party": "#4c78a8", "name": "#9d755d", "role": "#54a24b", "body": "#b279a2"}
    drawn = []
    for year in range(begin, end + 1, step):
        x = round(left + width * (year - begin) / (end - begin), 1)
        drawn.append(
            f'<path d="M{x} 14V{len(lines) * high + 18}" stroke="currentColor" opacity=".15"/>'
            f'<text x="{x}" y="10" text-anchor="middle" font-size="10">{year}</text>'
        )
    for index, (kind, label, told) in enumerate(lines):
        y = 18 + index * high + high // 2
        short = label if len(label) < 32 else label[:30] + "…"
        first, last = at(min(told)), at(max(told))
        drawn.append(
            f'<text x="{left - 8}" y="{y + 4}" text-anchor="end" font-size="11">{html.escape(short)}</text>'
            f'<path d="M{first} {y}H{max(last, first + 1)}" stroke="{colours[kind]}" '
            'stroke-width="4" opacity=".45">'
            f"<title>{kind}: {html.escape(label)}, {min(told)} – {max(told)}</title></path>"
        )
        drawn += [
            f'<circle cx="{at(day)}" cy="{y}" r="2.5" fill="{colours[kind]}"><title>{day}</title></circle>'
            for day in dict.fromkeys(told)
        ]
    size = f'width="{left + width + 20}" height="{len(lines) * high + 24}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} fill="currentColor" '
        f'font-family="sans-serif">{"".join(drawn)}</svg>'
    )


def _step(step: Step) -> str:
    """A row: the words, and beneath them the item of the document, to be opened."""
    document, item, decision = step.document, step.item, step.decision
    source = document.source or document.id or "document"
    shown = html.escape(source.replace("\\", "/").rsplit("/", 1)[-1])
    if (href := _address(source)) is not None:
        shown = f'<a href="{html.escape(href)}">{shown}</a>'
    begin, end = max(item.start, decision.start), min(item.end, decision.end)
    text = document.text
    if begin < end:
        told = [text[item.start : begin], text[begin:end], text[end : item.end]]
    else:
        told = [text[item.start : item.end], "", ""]
    before, words, after = (html.escape(part) for part in told)
    page = f", page {decision.page}" if decision.page is not None else ""
    heading = html.escape(" ".join(item.heading.text.split()))
    return (
        f'<tr style="vertical-align:top"><td style="white-space:nowrap">{step.date or ""}</td>'
        f"<td>{html.escape(step.body or '')}</td><td><b>{step.act}</b></td>"
        f'<td style="text-align:left">{html.escape(" ".join(decision.text.split()))}'
        f"<details><summary>{shown}{page}: {heading}</summary>"
        f'<div style="white-space:pre-wrap">{before.lstrip()}<mark>{words}</mark>{after.rstrip()}</div>'
        "</details></td></tr>"
    )


def _address(source: str) -> str | None:
    """Where the document itself can be opened: on the web, or in a file."""
    if source.startswith(("http://", "https://")):
        return source
    path = Path(source)
    try:
        return path.resolve().as_uri() if path.is_file() else None
    except (OSError, ValueError):
        return None
