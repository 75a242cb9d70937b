"""Own patterns in corpora and documents, and rows that stand alone."""

import pickle
from pathlib import Path

import klubba
import pytest
from conftest import ROOT, opened

TEXT = (
    "Kommunstyrelsen\n\nProtokoll 2024-03-14\n\n§ 4 Budget\n\nAnna Holm (S) säger att budgeten är stram.\n\n"
    "Kommunstyrelsen beslutar att anta\nbudgeten om 4 200 kronor.\n"
)


@pytest.fixture
def corpus() -> klubba.Corpus:
    return klubba.analyze_many({"a": TEXT, "b": "Ingenting.", "c": "Budgeten om 3 kronor."})


def test_hits_know_where_they_stand(corpus: klubba.Corpus) -> None:
    hits = corpus.find({"sum": r"(?<sum>\d[\d ]*) kronor"})
    rows = hits.to_dict()
    assert (hits.name, len(hits), rows["sum"]) == ("matches", 2, ["4 200", "3"])
    assert (rows["document_id"], rows["doc_id"]) == (["a", "c"], [0, 2])
    assert (rows["decision_kind"], rows["section"]) == (["adopt", None], ["Budget", None])
    assert [TEXT[rows["start"][0] : rows["end"][0]]] == rows["text"][:1]
    assert set(hits.meanings) == set(hits.columns)
    assert len(corpus.find("anta budgeten", within="decisions")) == 1
    assert len(corpus.find("budgeten", speaker="holm")) == 1
    assert len(corpus.find(["budgeten", "Budgeten"])) == 3
    assert len(corpus.find("BUDGET", words=True, folded=True)) == 1
    assert len(corpus.find("budget", folded=True, kind=["adopt", "reject"], body="kommun")) == 1
    assert len(corpus.find("budget", folded=True, since="2024-03-15")) == 0
    assert len(corpus[0].find("budget", folded=True)) == 3


def test_what_is_wrong_is_told(corpus: klubba.Corpus) -> None:
    with pytest.raises(klubba.KlubbaError, match=r"the pattern: unclosed group\n  a\(\n   \^"):
        corpus.find("a(")
    with pytest.raises(klubba.KlubbaError, match="no part of a document"):
        corpus.find("a", within="pages")  # type: ignore[arg-type]
    with pytest.raises(klubba.KlubbaError, match="names none"):
        corpus.find([])
    with pytest.raises(TypeError, match="patterns must be"):
        corpus.find(3)  # type: ignore[arg-type]
    with pytest.raises(klubba.KlubbaError, match="pickle"):
        pickle.loads(pickle.dumps(corpus[0])).find("a")


def test_a_concordance_in_a_notebook(corpus: klubba.Corpus) -> None:
    html = corpus.find("stram")._repr_html_()
    assert html is not None
    assert "<b>1 hit</b>" in html
    assert "<mark>stram</mark>" in html
    assert corpus.decisions._repr_html_() is None
    assert "<b>" not in (klubba.analyze("<b> x").find("x")._repr_html_() or "").replace("<b>1 hit</b>", "")


def test_rows_that_stand_alone(corpus: klubba.Corpus) -> None:
    decisions = corpus.decisions.to_dict(document=True)
    assert decisions["document_id"] == ["a"]
    assert decisions["document_kind"] == ["minutes"]
    assert decisions["document_date"][0].isoformat() == "2024-03-14"
    assert decisions["by_names"] == [[]]
    assert list(decisions)[: len(corpus.decisions.columns)] == list(corpus.decisions.columns)
    speeches = corpus.table("speeches", document=True)
    assert speeches.to_dict()["speaker_names"] == [["Anna Holm"]]
    assert "speaker_names" in speeches.meanings
    pandas = pytest.importorskip("pandas")
    frame = corpus.speeches.to_pandas(document=True)
    assert isinstance(frame, pandas.DataFrame)
    assert frame["document_body"].tolist() == ["Kommunstyrelsen"]
    polars = pytest.importorskip("polars")
    assert isinstance(corpus.table("mentions").to_polars(document=True), polars.DataFrame)


def test_patterns_of_an_analyzer() -> None:
    analyzer = klubba.Analyzer(patterns={"sum": [r"(?<sum>\d[\d ]*) kronor"], "case": "ÄB-[0-9]+"})
    text = "§ 4 Bidrag ÄB-17\n\nNämnden beslutar att ge föreningen 300 kronor.\n"
    doc = pickle.loads(pickle.dumps(analyzer)).analyze(text)
    assert [(hit.pattern, hit.text, hit.groups) for hit in doc.matches] == [
        ("case", "ÄB-17", {}),
        ("sum", "300 kronor", {"sum": "300"}),
    ]
    assert text[doc.matches[1].start : doc.matches[1].end] == "300 kronor"
    assert (doc.headings[0].case, doc.items[0].case, doc.decisions[0].case) == ("ÄB-17",) * 3
    assert doc.to_dict()["matches"][1]["groups"] == {"sum": "300"}
    assert pickle.loads(pickle.dumps(doc)) == doc
    assert doc.table("matches").to_dict()["decision_id"] == [None, 0]
    assert "kb-matches" in doc.to_html()
    own = klubba.Analyzer(patterns={"heading": "^Ärende: .*"}).analyze(
        "Vi sågs.\n\nÄrende: taxan\n\nDen höjs nu.\n"
    )
    assert "Ärende: taxan" in [heading.text for heading in own.headings]


def test_a_concordance_in_a_browser(browser: object, tmp_path: Path) -> None:
    corpus = klubba.read(ROOT / "examples/documents", progress=False)
    path = tmp_path / "hits.html"
    path.write_text(f"<meta charset=utf-8>{corpus.find('beslutar')._repr_html_()}", "utf-8")
    with opened(browser, path) as page:
        marks = page.locator("mark")
        boxes = [marks.nth(n).bounding_box() for n in range(3)]
        # The words stand in one column.
        middles = {round((box["x"] + box["width"] / 2) / 4) for box in boxes}
        assert len(middles) == 1
