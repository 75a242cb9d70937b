"""The package as its users meet it."""

import copy
import datetime
import json
import pickle
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeAlias, get_args

import klubba
import pytest
from conftest import documents
from klubba import types

Placed: TypeAlias = (
    klubba.Heading
    | klubba.TocEntry
    | klubba.Speech
    | klubba.Decision
    | klubba.Date
    | klubba.Block
    | klubba.Span
)
Ruled: TypeAlias = (
    klubba.Heading | klubba.TocEntry | klubba.Person | klubba.Speech | klubba.Decision | klubba.Date
)


def texts(doc: klubba.Document) -> list[tuple[int, int, str]]:
    """Every finding with a place, and the stretches inside findings."""
    found: list[Placed] = [*doc.headings, *doc.toc, *doc.speeches, *doc.decisions, *doc.dates]
    spans: list[Placed] = [span for person in doc.people for span in person.mentions]
    spans += doc.blocks
    spans += [item for decision in doc.decisions for item in decision.items]
    return [(x.start, x.end, x.text) for x in [*found, *spans]]


def test_what_is_found(minutes: str) -> None:
    doc = klubba.analyze(minutes)
    assert (doc.kind, doc.date, doc.text) == ("minutes", "2024-03-14", minutes)
    assert [heading.number for heading in doc.headings if heading.kind == "item"] == ["§ 1", "§ 2"]
    assert [date.value for date in doc.dates] == ["2024-03-14", "2024-04-04"]
    assert doc.dates[1].first == doc.dates[1].last == datetime.date(2024, 4, 4)
    assert "Åsa Öberg" in [person.name for person in doc.people]
    assert all(minutes[start:end] == text for start, end, text in texts(doc))


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_documents(path: Path) -> None:
    text = path.read_bytes().decode()
    doc = klubba.analyze(text)
    assert all(text[start:end] == found for start, end, found in texts(doc))
    assert json.loads(doc.to_json()) == doc.to_dict()
    again = pickle.loads(pickle.dumps(doc))
    assert again == doc
    assert again.to_json() == doc.to_json()
    assert repr(again) == repr(doc)
    assert set(doc.speakers) <= set(doc.people)
    assert {person for speech in doc.speeches for person in speech.speakers} == set(doc.speakers)


def test_kinds_are_those_of_the_types() -> None:
    docs = [klubba.analyze(path.read_text("utf-8")) for path in documents()]
    assert {doc.kind for doc in docs} <= set(get_args(types.DocumentKind))
    assert {x.kind for doc in docs for x in doc.headings} <= set(get_args(types.HeadingKind))
    assert {x.kind for doc in docs for x in doc.blocks} <= set(get_args(types.BlockKind))
    assert {x.mode for doc in docs for x in doc.speeches} <= set(get_args(types.SpeechMode))
    assert {x.kind for doc in docs for x in doc.decisions} <= set(get_args(types.DecisionKind))
    assert {x.modifier for doc in docs for x in doc.dates} <= {None, *get_args(types.Modifier)}


def test_every_finding_names_a_rule() -> None:
    codes = {rule.code for rule in klubba.rules()}
    assert len(codes) == len(klubba.rules()) > 0
    for path in documents():
        doc = klubba.analyze(path.read_text("utf-8"))
        found: list[Ruled] = [*doc.headings, *doc.toc, *doc.people, *doc.speeches, *doc.decisions, *doc.dates]
        assert {finding.rule for finding in found} <= codes


def test_findings_are_values(minutes: str) -> None:
    doc, same = klubba.analyze(minutes), klubba.analyze(minutes)
    assert doc == same
    assert hash(doc) == hash(same)
    assert doc != klubba.analyze(minutes + " ")
    assert doc != minutes
    assert doc.headings == same.headings
    assert doc.headings is doc.headings
    assert len({*doc.dates, *same.dates}) == len(doc.dates)
    assert copy.deepcopy(doc.people) == doc.people
    for finding in [*doc.headings, *doc.people, *doc.speeches, *doc.decisions, *doc.dates, *klubba.rules()]:
        again = pickle.loads(pickle.dumps(finding))
        assert again == finding
        assert hash(again) == hash(finding)
        assert repr(again) == repr(finding)
        with pytest.raises(AttributeError):
            setattr(finding, "rule", "mine")  # noqa: B010


def test_speakers_are_people(minutes: str) -> None:
    doc = klubba.analyze(minutes)
    assert doc.speeches
    for speech in doc.speeches:
        assert all(any(speaker is person for person in doc.people) for speaker in speech.speakers)


def test_blocks_sections_and_pages() -> None:
    text = (
        "Årsmöte\n\n§ 1 Val av kommun-\nstyrelse\n\nBeslut\n\nMötet beslutar att\nvälja Åsa Ek.\n"
        "\x0c§ 2 Avslutning\n\nSlut.\n"
    )
    doc = klubba.analyze(text)
    assert [(page.start, page.number) for page in doc.pages] == [(0, 1), (text.index("\x0c") + 1, 2)]
    assert [heading.page for heading in doc.headings] == [1, 1, 1, 2]
    assert [decision.page for decision in doc.decisions] == [1]
    assert (doc.page_at(0), doc.page_at(len(text)), klubba.analyze("Hej.").page_at(0)) == (1, 2, None)
    assert [section.parent for section in doc.sections] == [None, 0, 1, 0]
    assert all(a.heading is b for a, b in zip(doc.sections, doc.headings, strict=True))
    beslut = doc.sections[2]
    assert beslut.text == "Beslut\n\nMötet beslutar att välja Åsa Ek."
    assert text[beslut.start : beslut.end] == "Beslut\n\nMötet beslutar att\nvälja Åsa Ek."
    assert [block.joined for block in doc.blocks if block.kind == "paragraph"] == [
        "Mötet beslutar att välja Åsa Ek.",
        "Slut.",
    ]
    assert doc.to_dict() == json.loads(doc.to_json())
    assert "page" not in klubba.analyze("Mötet var den 3 maj 2024.").dates[0].to_dict()
    again = pickle.loads(pickle.dumps(doc))
    assert again == doc
    assert again.sections[0].heading is again.headings[0]
    assert [again.page_at(0), again.to_json()] == [1, doc.to_json()]


def test_place() -> None:
    doc = klubba.analyze("Region Skåne\n\nProtokoll 14 mars 2024\n\n§ 1 Budget\n\nBudgeten antas.\n")
    assert doc.place
    assert (doc.place.name, doc.place.code) == ("Region Skåne", "12")
    assert doc.to_dict()["place"] == {"name": "Region Skåne", "code": "12"}
    assert doc.to_dict() == json.loads(doc.to_json())
    assert pickle.loads(pickle.dumps(doc)) == doc
    assert klubba.analyze("Hej.").place is None


def test_repr_tells_what_is_there(minutes: str) -> None:
    doc = klubba.analyze(minutes)
    assert repr(doc).startswith("Document(kind='minutes', title='Protokoll 14 mars 2024', date='2024-03-14'")
    assert "text='14 mars 2024', value='2024-03-14'" in repr(doc.dates[0])
    assert "None" not in repr(doc.dates[0])


def test_dict_has_the_keys_of_klubba_1(minutes: str) -> None:
    data = klubba.analyze(minutes).to_dict()
    assert list(data) == [
        *("schema", "source", "kind", "kind_score", "kind_evidence", "title", "date", "body"),
        *("headings", "toc", "people", "speeches", "decisions", "dates", "items"),
    ]
    assert "items" not in klubba.analyze("Hej den 3 maj 2024.").to_dict()
    assert data["schema"] == "klubba/1"
    assert data["dates"][0]["first"] == "2024-03-14"
    assert all(isinstance(index, int) for speech in data["speeches"] for index in speech["speakers"])


def test_items_hold_the_course_of_each_matter(minutes: str) -> None:
    doc = klubba.analyze(minutes)
    assert doc.items
    for item in doc.items:
        assert item.heading in doc.headings
        assert doc.text[item.start : item.end].startswith(item.heading.text)
        for decision in (*item.proposals, *item.motions, *item.decisions, *item.reservations):
            assert decision in doc.decisions
            assert item.start <= decision.start < item.end
    assert pickle.loads(pickle.dumps(doc)).items == doc.items


def test_who_moves_and_who_votes() -> None:
    doc = klubba.analyze(
        "Protokoll\n\n§ 4 Budget\n\nYrkanden\n\nAnna Holm (S) yrkar bifall till förslaget.\n\nOmröstning\n\n"
        "Med 1 ja-röst mot 1 nej-röst antar nämnden budgeten enligt 4 § LSS.\n\n"
        "Ja: Anna Holm (S)\nNej: Lars Nyman (M)\n"
    )
    (move,) = doc.items[0].motions
    assert move.by == (doc.people[0],)
    (vote,) = doc.items[0].votes
    assert [(ballot.person.name, ballot.vote) for ballot in vote.ballots] == [
        ("Anna Holm", "yes"),
        ("Lars Nyman", "no"),
    ]
    assert vote.law == ("4 § LSS",) == doc.items[0].law
    assert vote.to_dict()["ballots"] == [{"person": 0, "vote": "yes"}, {"person": 1, "vote": "no"}]
    assert doc.people[0].functions == ("speaker",)
    assert doc.to_dict() == json.loads(doc.to_json())


def test_points_that_charge_somebody() -> None:
    doc = klubba.analyze(
        "Protokoll\n\n§ 4 Plan\n\nBeslut\n\nNämnden beslutar att anta planen, att ge förvaltningen i uppdrag "
        "att följa upp den senast den 31 mars 2025.\n"
    )
    (charge,) = doc.decisions[0].charges
    assert (charge.item, charge.assignee, charge.deadline) == (1, "förvaltningen", "2025-03-31")
    assert doc.decisions[0].to_dict()["charges"] == [charge.to_dict()]
    assert pickle.loads(pickle.dumps(doc)).decisions == doc.decisions
    assert doc.to_dict() == json.loads(doc.to_json())


def test_date_is_what_relative_dates_are_resolved_against() -> None:
    day = datetime.date(2024, 3, 14)
    for date in (day, "2024-03-14", datetime.datetime(2024, 3, 14, 9, 30)):
        doc = klubba.analyze("Mötet hölls igår.", date=date)
        assert [found.first for found in doc.dates] == [datetime.date(2024, 3, 13)]


def test_a_weekday_in_conflict_is_marked() -> None:
    doc = klubba.analyze("Vi sågs måndagen den 3 mars 2020, och onsdagen den 4 mars 2020.")
    assert [date.conflict for date in doc.dates] == [True, False]
    assert [date.to_dict().get("conflict") for date in doc.dates] == [True, None]
    assert doc.to_dict() == json.loads(doc.to_json())
    again = pickle.loads(pickle.dumps(doc))
    assert again == doc
    assert again.to_json() == doc.to_json()
    assert "conflict=True" in repr(doc.dates[0])
    assert "conflict" not in repr(doc.dates[1])


def test_layers_narrow(minutes: str) -> None:
    whole = klubba.analyze(minutes)
    dates = klubba.analyze(minutes, layers=["dates"])
    assert (dates.dates, dates.headings, dates.people) == (whole.dates, (), ())
    assert klubba.analyze(minutes, layers="headings, dates").headings == whole.headings
    assert klubba.analyze(minutes, layers=["all"]) == whole


@pytest.mark.parametrize("date", ["", "2024-02-30", "14 mars 2024", "20240314"])
def test_wrong_dates(date: str) -> None:
    with pytest.raises(klubba.KlubbaError, match="YYYY-MM-DD"):
        klubba.analyze("", date=date)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"text": b"bytes"}, "text must be a str, not bytes; decode"),
        ({"text": None}, "text must be a str, not NoneType"),
        ({"text": "", "date": 2024}, "date must be a datetime.date or a str, not int"),
        ({"text": "", "layers": 1}, "layers must be names of layers, not int"),
        ({"text": "", "layers": [1]}, "layers must be names of layers"),
    ],
)
def test_wrong_types(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        klubba.analyze(**arguments)


@pytest.mark.parametrize("layers", ["", "data", ["dates", "minutes"], []])
def test_wrong_layers(layers: Any) -> None:  # noqa: ANN401
    with pytest.raises(klubba.KlubbaError, match="layer"):
        klubba.analyze("", layers=layers)


def test_the_family_of_errors() -> None:
    assert issubclass(klubba.KlubbaError, ValueError)
    assert issubclass(klubba.DecodeError, klubba.KlubbaError)
    assert issubclass(klubba.ExtractError, klubba.KlubbaError)
    assert issubclass(klubba.ExtractError, OSError)
    for made in (klubba.KlubbaError, klubba.DecodeError, klubba.ExtractError):
        error = pickle.loads(pickle.dumps(made("å.pdf: is damaged")))
        assert type(error) is made
        assert str(error) == "å.pdf: is damaged"
        assert getattr(klubba, made.__qualname__) is made
        assert made.__module__ == "klubba"
        assert made.__doc__
    error = klubba.ExtractError(2, "there is no such file", "å.pdf")
    assert (error.errno, error.filename) == (2, "å.pdf")


def test_a_text_that_is_none() -> None:
    with pytest.raises(klubba.DecodeError, match="lone surrogate at index 4"):
        klubba.analyze("Mars\ud83d")
    mended = "Mars\ud83d\ude42".encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert klubba.analyze(mended).text == "Mars🙂"


def test_findings_cannot_be_made_by_hand() -> None:
    for made in (klubba.Document, klubba.Date, klubba.Person):
        with pytest.raises(TypeError):
            made()


def test_many_threads(minutes: str) -> None:
    text = minutes * 50
    expected = klubba.analyze(text)
    with ThreadPoolExecutor(8) as pool:
        docs = list(pool.map(klubba.analyze, [text] * 32))
        # One document asked by many at once makes its findings once.
        people = list(pool.map(lambda _: docs[0].speeches, range(32)))
    assert all(doc == expected for doc in docs)
    assert all(found is people[0] for found in people)


def test_the_name_of_a_file_is_no_text() -> None:
    with pytest.warns(UserWarning, match="klubba.read"):
        klubba.analyze("2024/protokoll.PDF")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        klubba.analyze("Se filen protokoll.txt")
        klubba.analyze("Styrelsen beslutar att anta planen.\nSe protokoll.txt")
        klubba.analyze("")
