"""Analyzers with own words, and findings in their sentences."""

from __future__ import annotations

import multiprocessing
import pickle
from concurrent.futures import ThreadPoolExecutor

import klubba
import pytest

TEXT = "Vattenkretsen beslutade den 3 maj 2024 att anta planen. Anna Holm påtalade bristerna i planen."


def body(analyzer: klubba.Analyzer, text: str = TEXT) -> str | None:
    return next((decision.body for decision in analyzer.analyze(text).decisions), None)


def test_bodies_are_added_and_taken_out() -> None:
    own = klubba.Analyzer(lexicon={"bodies": ["Vattenkretsen"]})
    assert body(own) == "Vattenkretsen"
    assert body(klubba.Analyzer()) is None
    text = "Kammarkollegiet beslutade den 3 maj 2024 att anta planen."
    assert body(klubba.Analyzer(lexicon={"bodies": ["-kollegiet"]}), text) == "Kammarkollegiet"
    text = "Utskottet beslutade den 3 maj 2024 att anta planen."
    assert body(klubba.Analyzer(), text) == "Utskottet"
    assert body(klubba.Analyzer(lexicon={"bodies": ["!utskottet", "!-utskottet"]}), text) is None


def test_verbs_have_their_lemma() -> None:
    text = "Anna Holm joddlade bristerna i planen."
    assert klubba.analyze(text).speeches == ()
    own = klubba.Analyzer(lexicon={"verbs": ["joddla: joddlar joddlade joddlat"]})
    speech = own.analyze(text).speeches[0]
    assert speech.verb == "joddla"
    assert speech.speakers[0].name == "Anna Holm"
    bare = klubba.Analyzer(lexicon={"verbs": ["joddlade"]})
    assert bare.analyze(text).speeches[0].verb == "joddlade"


def test_roles_and_labels() -> None:
    own = klubba.Analyzer(lexicon={"roles": ["lotsälste"], "labels": ["decision: avgörande"]})
    assert own.analyze("Det säger lotsälste Hravn Holm.").people[0].roles == ("lotsälste",)
    minutes = (
        "§ 4 Budget\n\nAvgörande\n\nStyrelsen antar budgeten.\n\n"
        "§ 5 Val\n\nAvgörande\n\nStyrelsen väljer Anna Holm.\n"
    )
    labels = [heading.title for heading in own.analyze(minutes).headings if heading.kind == "label"]
    assert labels == ["Avgörande", "Avgörande"]


@pytest.mark.parametrize(
    ("lexicon", "says"),
    [
        ({"bodies": ["två ord"]}, "'bodies'|bodies"),
        ({"bodies": ["!vattenkretsen"]}, "not among the bodies"),
        ({"labels": ["dom: avgörande"]}, "no kind of label"),
        ({"words": ["ord"]}, "the kinds are bodies, roles, verbs, labels"),
    ],
)
def test_wrong_entries_say_why(lexicon: dict[str, list[str]], says: str) -> None:
    with pytest.raises(klubba.KlubbaError, match=says):
        klubba.Analyzer(lexicon=lexicon)  # type: ignore[arg-type]


@pytest.mark.parametrize("lexicon", [["rådet"], {"bodies": "rådet"}, {"bodies": [1]}, {"bodies": 1}])
def test_wrong_types_are_told(lexicon: object) -> None:
    with pytest.raises(TypeError):
        klubba.Analyzer(lexicon=lexicon)  # type: ignore[arg-type]


def test_options_and_many() -> None:
    own = klubba.Analyzer(date="2024-05-03", layers="dates", lexicon={"bodies": ["vattenkretsen"]})
    doc = own.analyze("Mötet hölls igår. Vattenkretsen beslutade att anta planen.")
    assert doc.dates[0].value == "2024-05-02"
    assert doc.decisions == ()
    corpus = klubba.Analyzer(lexicon={"bodies": ["vattenkretsen"]}).analyze_many([TEXT, TEXT], progress=False)
    assert corpus.decisions.to_dict()["body"] == ["Vattenkretsen", "Vattenkretsen"]
    assert repr(own).startswith("Analyzer(date='2024-05-03', layers='dates', lexicon=")


def test_analyzers_travel() -> None:
    own = klubba.Analyzer(lexicon={"bodies": ["vattenkretsen"]})
    assert body(pickle.loads(pickle.dumps(own))) == "Vattenkretsen"
    with ThreadPoolExecutor(2) as threads:
        assert set(threads.map(lambda _: body(own), range(20))) == {"Vattenkretsen"}


@pytest.mark.parametrize("start", ["spawn", "forkserver"])
def test_other_processes(start: str) -> None:
    own = klubba.Analyzer(lexicon={"bodies": ["vattenkretsen"]})
    with multiprocessing.get_context(start).Pool(2) as pool:
        documents = pool.map(own.analyze, [TEXT, TEXT])
    assert [document.decisions[0].body for document in documents] == ["Vattenkretsen", "Vattenkretsen"]


def test_a_corpus_is_pickled_whole() -> None:
    corpus = klubba.analyze_many([TEXT, None, TEXT], progress=False)  # type: ignore[list-item]
    again = pickle.loads(pickle.dumps(corpus))
    assert list(again) == list(corpus)
    assert again.failures == corpus.failures
    assert len(again.failures) == 1


def test_findings_stand_in_their_sentence() -> None:
    text = "Först något. Nämnden <b> beslutade den 3 maj 2024 att anta planen & mer. Sedan nästa."
    date = klubba.analyze(text).dates[0]
    assert (
        date.before + date.text + date.after == "Nämnden <b> beslutade den 3 maj 2024 att anta planen & mer."
    )
    shown = date._repr_html_()
    assert "Nämnden &lt;b&gt; beslutade <mark>den 3 maj 2024</mark> att anta planen &amp; mer." in shown
    assert "<b>2024-05-03</b>" in shown
    speech = klubba.analyze("Så sade Anna Holm.\n\n– Det är bra, säger Anna Holm.").speeches[0]
    assert "Anna Holm" in speech._repr_html_()
    assert "before" not in date.to_dict()
    assert pickle.loads(pickle.dumps(date)) == date
