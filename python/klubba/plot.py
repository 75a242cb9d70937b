"""Figures of what was found, as Altair charts: needs `pip install 'klubba[plot]'`.

Each takes a Corpus, any other documents, or a single one, and returns Altair's chart to be adjusted, shown
or saved: `plot.timeline(doc).save("figure.pdf")`, without a network. A chart drawn by the browser tells its
`description` to screen readers; give one that says what yours shows: `chart.properties(description="…")`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from klubba import corpus as _corpus
from klubba import linked as _linked
from klubba._klubba import Document
from klubba.errors import KlubbaError
from klubba.types import DecisionKind, SpeechMode

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from klubba.corpus import Corpus
    from klubba.linked import LinkedMatter, LinkedPerson

try:
    import altair
except ImportError as error:
    raise ImportError("altair is not installed: pip install 'klubba[plot]'") from error

Period: TypeAlias = Literal["year", "month", "day"]
"""What stands on the axis of time."""

WIDTH = 480
"""How wide charts are drawn, in pixels; `chart.properties(width=…)` gives them another width."""


def decisions(documents: Document | Iterable[Document], *, by: Period = "month") -> altair.Chart:
    """Decisions over time by kind: a bar for each year, month or day of the documents' dates.

    Documents without a date, decisions that are only reported and those said again are not counted; of a
    date that names no day (2015-11) the first day counts.
    """
    if by not in get_args(Period):
        raise KlubbaError(f"by must be 'year', 'month' or 'day', not {by!r}")
    counts: Counter[tuple[str, str]] = Counter()
    for document in _each(documents):
        day = document.table("documents").to_dict()["date"][0]
        if day is not None:
            when = day.isoformat()
            begin = {"year": when[:4] + "-01-01", "month": when[:7] + "-01", "day": when}[by]
            wanted = (one for one in document.decisions if not one.reported and one.same_as is None)
            counts.update((begin, one.kind) for one in wanted)
    kinds = get_args(DecisionKind)
    rows = [
        {"date": when, "kind": kind, "decisions": n, "order": kinds.index(kind)}
        for (when, kind), n in sorted(counts.items())
    ]
    units: dict[Period, Literal["utcyear", "utcyearmonth", "utcyearmonthdate"]] = {
        "year": "utcyear",
        "month": "utcyearmonth",
        "day": "utcyearmonthdate",
    }
    chart: altair.Chart = (
        _chart(rows, f"Bars: how many decisions of each kind there are, by {by}.")
        .mark_bar()
        .encode(
            x=altair.X("date:T", timeUnit=units[by], title=None),
            y=altair.Y("sum(decisions):Q", title="decisions"),
            color=altair.Color("kind:N", sort=list(kinds), title="kind"),
            # From the top to the bottom as in the legend.
            order=altair.Order("order:Q", sort="descending"),
            tooltip=["kind:N", "sum(decisions):Q"],
        )
    )
    return chart


def speakers(documents: Document | Iterable[Document], *, most: int = 20) -> altair.Chart:
    """Who speaks how much: words of speech by name and by mode, the `most` longest.

    People of the same name and party are taken as one; in a corpus that was linked (`corpus.link()`), those
    who are one person. Words of several speakers count for each of them.
    """
    labels = _labels(documents)
    spoken: Counter[tuple[str, str]] = Counter()
    for document in _each(documents):
        for speech, words in zip(document.speeches, _words(document), strict=True):
            for person in speech.speakers:
                party = f" ({person.party})" if person.party else ""
                label = labels.get(id(person), person.name + party)
                spoken[label, speech.mode] += words
    totals: Counter[str] = Counter()
    for (name, _), length in spoken.items():
        totals[name] += length
    shown = [name for name, _ in totals.most_common(most)]
    modes = get_args(SpeechMode)
    rows = [
        {"speaker": name, "mode": mode, "words": length, "order": modes.index(mode)}
        for (name, mode), length in spoken.items()
        if name in shown
    ]
    chart: altair.Chart = (
        _chart(rows, "Bars: how many words each speaker says, by mode of speech, the longest first.")
        .mark_bar()
        .encode(
            x=altair.X("words:Q", title="words of speech"),
            y=altair.Y("speaker:N", sort=shown, title=None),
            color=altair.Color("mode:N", sort=list(modes), title="mode"),
            order=altair.Order("order:Q"),
            tooltip=["speaker:N", "mode:N", "words:Q"],
        )
    )
    return chart


def timeline(document: Document) -> altair.LayerChart:
    """The days that a document speaks of, each from first to last, by where they stand in its text."""
    rows = [
        {
            "first": date.first.isoformat(),
            "last": date.last.isoformat(),
            "at": date.start,
            "text": " ".join(date.text.split()),
            "value": date.value,
            "rule": date.rule,
            "length": "day" if date.first == date.last else "period",
        }
        for date in document.dates
        if date.first and date.last
    ]
    encoded = {
        # Periods that begin on one day would else be piled up on one another, and stand where none is.
        "y": altair.Y(
            "at:Q", title="place in the text", scale=altair.Scale(reverse=True, domainMin=0), stack=None
        ),
        "color": altair.Color("length:N", title=None),
        "tooltip": ["text:N", "value:N", "rule:N"],
    }
    # Days are the same in every time zone, and each label has its year.
    labels = {"year": "%Y", "quarter": "%b %Y", "month": "%b %Y", "week": "%-d %b %Y", "date": "%-d %b %Y"}
    time = altair.X("first:T", title=None, scale=altair.Scale(type="utc"), axis=altair.Axis(format=labels))
    periods = altair.Chart().transform_filter("datum.length === 'period'")
    days = altair.Chart().transform_filter("datum.length === 'day'")
    # The rows are the whole chart's, so that what is added to it (a filter) holds for both layers.
    return altair.LayerChart(
        data=altair.InlineData(values=rows),
        description="The days and periods that the document speaks of, by where they stand in its text.",
        width=WIDTH,
        layer=[
            periods.mark_bar(height=4, opacity=0.6).encode(x=time, x2="last:T", **encoded),
            days.mark_point(filled=True, size=50).encode(x=time, **encoded),
        ],
    )


def matter(matter: LinkedMatter) -> altair.LayerChart:
    """The course of a matter: what each body did and when, `plot.matter(corpus.matter("KS 2023/145"))`.

    Steps without a day are left out.
    """
    rows = [
        {
            "date": step.date.isoformat(),
            "body": step.body or "(nobody told)",
            "act": step.act,
            "order": order,
            "text": " ".join(step.decision.text.split())[:200],
        }
        for order, step in enumerate(matter.steps)
        if step.date is not None
    ]
    bodies = list(dict.fromkeys(str(row["body"]) for row in rows))
    time = altair.X("date:T", title=None, scale=altair.Scale(type="utc"))
    where = altair.Y("body:N", sort=bodies, title=None)
    course = altair.Chart().mark_line(interpolate="step-after", opacity=0.3)
    steps = altair.Chart().mark_point(filled=True, size=90)
    return altair.LayerChart(
        data=altair.InlineData(values=rows),
        description="The course of a matter: points for what each body did, over time.",
        title=altair.TitleParams(" · ".join(part for part in (matter.case, matter.title) if part)),
        width=WIDTH,
        layer=[
            course.encode(x=time, y=where, order="order:Q"),
            steps.encode(
                x=time,
                y=where,
                color=altair.Color("act:N", title="act"),
                tooltip=["date:T", "body:N", "act:N", "text:N"],
            ),
        ],
    )


def persons(people: Corpus | LinkedPerson | Iterable[LinkedPerson], *, most: int = 30) -> altair.LayerChart:
    """Life lines: for each person a bar from the first document to the last by party, a tick for each.

    Of a corpus the `most` persons are shown that most documents name. Documents without a day are left out.
    """
    rows: list[dict[str, Any]] = []
    bars: dict[tuple[str, str], list[datetime.date]] = {}
    for name, party, day in _lives(people, most):
        rows.append({"person": name, "party": party, "first": day.isoformat(), "what": "document"})
        bars.setdefault((name, party), []).append(day)
    shown = [name for name, _ in sorted(bars, key=lambda key: min(bars[key]))]
    rows += [
        {
            "person": name,
            "party": party,
            "first": min(days).isoformat(),
            "last": max(days).isoformat(),
            "what": "period",
            "documents": len(days),
        }
        for (name, party), days in bars.items()
    ]
    time = altair.X("first:T", title=None, scale=altair.Scale(type="utc"))
    where = altair.Y("person:N", sort=list(dict.fromkeys(shown)), title=None)
    color = altair.Color("party:N", title="party")
    periods = altair.Chart().transform_filter("datum.what === 'period'").mark_bar(height=6, opacity=0.5)
    days_of = altair.Chart().transform_filter("datum.what === 'document'").mark_tick(thickness=1, height=10)
    return altair.LayerChart(
        data=altair.InlineData(values=rows),
        description="Life lines: from the first to the last document that names each person, by party.",
        width=WIDTH,
        layer=[
            periods.encode(
                x=time,
                x2="last:T",
                y=where,
                color=color,
                tooltip=["person:N", "party:N", "first:T", "last:T"],
            ),
            days_of.encode(x=time, y=where, color=color, tooltip=["person:N", "party:N", "first:T"]),
        ],
    )


def _lives(
    people: Corpus | LinkedPerson | Iterable[LinkedPerson], most: int
) -> Iterable[tuple[str, str, datetime.date]]:
    """Name, party and day of each document that names one of the people."""
    if isinstance(people, _corpus.Corpus):
        columns = people.persons.to_dict()
        ranked = sorted(zip(columns["documents"], columns["entity_id"], strict=True), reverse=True)[:most]
        people = [people.person(entity) for _, entity in ranked]
    elif isinstance(people, _linked.LinkedPerson):
        people = [people]
    people = list(people)
    names = Counter(person.name for person in people)
    for person in people:
        # Namesakes have lines of their own.
        name = person.name if names[person.name] == 1 else f"{person.name} ({', '.join(person.parties)})"
        party = next((one.person.party for one in person.appearances if one.person.party), None)
        for one in person.appearances:
            party = one.person.party or party
            if one.date is not None:
                yield name, party or "none", one.date


def _labels(documents: Document | Iterable[Document]) -> dict[int, str]:
    """Who each person of a document is across a corpus, if it was linked, by the identity of the object."""
    linked = documents._linked if isinstance(documents, _corpus.Corpus) else None
    return {} if linked is None else linked._labels()


def _words(document: Document) -> list[int]:
    """How many words each speech has."""
    try:
        return document.table("speeches", words=True).to_dict()["words"]
    except KlubbaError:
        # Out of a pickle, which has no tables.
        return [len(speech.text.split()) for speech in document.speeches]


def _each(documents: Document | Iterable[Document]) -> Iterable[Document]:
    return [documents] if isinstance(documents, Document) else documents


def _chart(rows: list[dict[str, Any]], description: str) -> altair.Chart:
    return altair.Chart(altair.InlineData(values=rows), description=description, width=WIDTH)
