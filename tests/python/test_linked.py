"""People and matters across documents: those of the made decade are who and what they were made to be."""

import datetime
import pickle
import zipfile
from collections import Counter
from pathlib import Path

import klubba
import pytest
from conftest import ROOT, made_decade
from klubba import linked

DECADE = ROOT / "examples/decade.zip"
HEAD = "GRANVIKS KOMMUN\nSAMMANTRÄDESPROTOKOLL\n{}\nSammanträdesdatum {}\n\nBeslutande\n\n{}\n\n"


@pytest.fixture(scope="module")
def corpus() -> klubba.Corpus:
    return klubba.read(DECADE)


def test_it_is_what_the_script_makes() -> None:
    with zipfile.ZipFile(DECADE) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert texts == made_decade().texts, "make archive"
    assert DECADE.stat().st_size < 200_000


def pairs(counts: Counter[object]) -> int:
    """How many pairs of the same there are."""
    return sum(count * (count - 1) // 2 for count in counts.values())


def test_mentions_are_led_to_who_is_meant(corpus: klubba.Corpus) -> None:
    links = corpus.link().links.to_dict()
    who = dict(zip(zip(links["doc_id"], links["person_id"], strict=True), links["entity_id"], strict=True))
    table = corpus.table("mentions").to_dict()
    found: dict[int, list[tuple[int, int, str]]] = {}
    for doc_id, person, start, end in zip(
        *(table[name] for name in ("doc_id", "person_id", "start", "end")), strict=True
    ):
        found.setdefault(doc_id, []).append((start, end, who[doc_id, person]))
    meant, led, both = Counter[object](), Counter[object](), Counter[object]()
    for doc_id, doc in enumerate(corpus):
        source = (doc.source or "").split("!/")[-1]
        for start, end, true in made_decade().mentions[source]:
            meant[true] += 1
            entity = next((one[2] for one in found[doc_id] if one[0] < end and start < one[1]), None)
            if entity is not None:
                led[entity] += 1
                both[true, entity] += 1
    recall, precision = pairs(both) / pairs(meant), pairs(both) / pairs(led)
    assert precision >= 0.995, (precision, recall)
    assert recall >= 0.97, (precision, recall)


def test_matters_and_their_steps_are_all_right(corpus: klubba.Corpus) -> None:
    matters, steps = corpus.matters.to_dict(), corpus.table("steps").to_dict()
    courses: dict[str, list[tuple[str, str, str]]] = {}
    for matter, body, date, act in zip(
        *(steps[name] for name in ("matter_id", "body", "date", "act")), strict=True
    ):
        courses.setdefault(matter, []).append((body, str(date), act))
    found = sorted(courses[matter] for matter in matters["matter_id"] if courses[matter][0][2] != "elected")
    wanted = sorted(
        [(act.body, str(act.day), act.act) for act in acts] for acts in made_decade().matters.values() if acts
    )
    assert found == wanted
    assert max(len({body for body, _, _ in course}) for course in wanted) == 3


def test_a_person_shows_a_life(corpus: klubba.Corpus) -> None:
    rows = corpus.persons.to_dict()
    changed = [
        entity
        for entity, parties, names in zip(rows["entity_id"], rows["parties"], rows["names"], strict=True)
        if len(parties) > 1 and len(names) == 1
    ]
    person = corpus.person(changed[0])
    assert len(person.parties) == 2
    kinds = {kind for kind, _, _ in person.life()}
    assert {"party", "body"} <= kinds
    shown = person._repr_html_()
    assert shown.count("<circle") >= len({one.date for one in person.appearances})
    assert "<script" not in shown
    assert person == corpus.person(person.name.upper(), party=person.parties[-1].lower())
    assert [one.date for one in person.appearances] == sorted(
        one.date for one in person.appearances if one.date
    )


def test_namesakes_are_told_apart_by_their_parties() -> None:
    people = "Karin Åberg (M), ordförande\nAnna Holm (C)\nAnna Holm (S)"
    corpus = klubba.analyze_many([HEAD.format("Kommunstyrelsen", "2023-03-06", people)])
    with pytest.raises(klubba.KlubbaError, match="2 persons are called 'Anna Holm'; say the party"):
        corpus.person("Anna Holm")
    assert corpus.person("Anna Holm", party="s").parties == ("S",)
    with pytest.raises(klubba.KlubbaError, match="no person is called 'Bo Ek'"):
        corpus.person("Bo Ek")


def test_a_matter_shows_its_course(corpus: klubba.Corpus) -> None:
    case = next(key for key, acts in made_decade().matters.items() if len({act.body for act in acts}) == 3)
    matter = corpus.matter(case)
    letters, number = case.split(" ")
    year, number = number.split("/")
    assert matter == corpus.matter(f"Dnr {number}/{year} {letters.lower()}")
    assert matter == corpus.matter(matter.matter_id)
    assert [step.document.body for step in matter.steps] == [step.body for step in matter.steps]
    shown = matter._repr_html_()
    assert shown.count("<details>") == len(matter.steps) == shown.count("<mark>")
    assert all(step.decision.text.split()[0] in shown for step in matter.steps)
    with pytest.raises(klubba.KlubbaError, match="no matter has the case number or the title"):
        corpus.matter("XX 1999/1")
    with pytest.raises(klubba.KlubbaError, match="matters fit"):
        corpus.matter("riktlinjer")


def test_what_stands_in_names_and_titles_is_no_markup() -> None:
    item = (
        "§ 1 Lekplats <b>i</b> Ängby          Dnr KS 2023/1\n\nBeslut\n\nKommunstyrelsen beslutar att anta "
    )
    item += "<i>planen</i>.\n"
    text = HEAD.format("Kommunstyrelsen", "2023-03-06", "Anna Holm (C)") + item
    corpus = klubba.analyze_many({"<u>a</u>": text})
    shown = corpus.matter("KS 2023/1")._repr_html_() + corpus.person("Anna Holm")._repr_html_()
    for tag in ("<i>", "<u>"):
        assert tag not in shown


def test_a_register_and_what_is_odd_about_it(tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    rows = [
        "id,name,role,first,last",
        "x1,Anna Holm,ledamot,2022,2024",
        "x2,Anna Holm,ledamot,2025,",
        ",Bo Ek,,,",
    ]
    register.write_text("\n".join(rows) + "\n")
    corpus = klubba.analyze_many(
        [HEAD.format("Kommunstyrelsen", "2023-03-06", "Anna Holm (C)\nPer Lind (S)")]
    )
    found = corpus.link(register, columns={"person": "id"})
    assert (corpus.person("Anna Holm").register_id, corpus.person("Per Lind").register_id) == ("x1", None)
    assert found.in_register == 1
    assert found.notes == ("1 rows of the register have no id or no name and were passed by",)
    assert corpus.persons.columns == corpus.table("persons").columns
    assert "register_id" in corpus.persons.meanings
    with pytest.raises(klubba.KlubbaError, match='no column "born"'):
        corpus.link(register, columns={"born": "id"})
    with pytest.raises(klubba.KlubbaError, match=r"nowhere\.csv"):
        corpus.link(tmp_path / "nowhere.csv")
    with pytest.raises(klubba.KlubbaError, match="min_score must be from 0 to 100"):
        corpus.link(min_score=101)
    assert corpus.person("Anna Holm").register_id == "x1", "what was linked stays"


def test_ids_are_the_same_and_stay(corpus: klubba.Corpus) -> None:
    whole = corpus.link()
    again = klubba.read(DECADE).link()
    assert {name: whole.table(name).to_dict() for name in linked.TABLES} == {
        name: again.table(name).to_dict() for name in linked.TABLES
    }
    short = corpus[: len(corpus) // 2].link()
    entities = set(whole.persons.to_dict()["entity_id"])
    assert set(short.persons.to_dict()["entity_id"]) <= entities
    assert set(short.matters.to_dict()["matter_id"]) <= set(whole.matters.to_dict()["matter_id"])


def test_nobody_and_nothing() -> None:
    corpus = klubba.Corpus()
    assert [len(corpus.table(name)) for name in linked.TABLES] == [0] * 5
    assert repr(corpus.link()) == "Linked(0 persons, 0 links, 0 matters, 0 steps, 0 bodies)"
    undated = klubba.analyze_many(["Närvarande: Anna Holm (C)"])
    assert undated.person("Anna Holm").life() == []
    assert "Anna Holm" in undated.person("Anna Holm")._repr_html_()
    assert len(pickle.loads(pickle.dumps(undated))) == 1


def test_the_day_is_that_of_the_document(corpus: klubba.Corpus) -> None:
    person = corpus.person(corpus.persons.to_dict()["entity_id"][0])
    assert isinstance(person.first, datetime.date)
    assert person.first == person.appearances[0].date
