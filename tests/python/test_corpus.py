"""Many documents, their tables, and how they look."""

import datetime
import io
import itertools
import json
import pickle
import re
import signal
import sys
import time
import zipfile
from pathlib import Path

import klubba
import pytest
from conftest import ROOT, documents

TEXTS = [path.read_text("utf-8") for path in documents()]


def test_a_data_frame_is_no_list_of_texts() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"id": ["a"], "text": [TEXTS[0]]})
    for refuse in (klubba.analyze_many, klubba.read):
        with pytest.raises(TypeError, match=r'is a data frame.*df\["text"\]'):
            refuse(frame)
    assert len(klubba.analyze_many(frame["text"], ids=frame["id"])) == 1


def test_a_text_is_no_path() -> None:
    with pytest.raises(klubba.KlubbaError, match=r"paths is a text, not a path; use klubba\.analyze"):
        klubba.read(TEXTS[0])


def test_texts_come_out_in_order(minutes: str) -> None:
    texts = [minutes * (1 + n % 7) for n in range(600)]
    corpus = klubba.analyze_many(texts, ids=range(600), threads=2)
    assert len(corpus) == 600
    assert [doc.id for doc in corpus] == [str(n) for n in range(600)]
    assert [doc.text for doc in corpus] == texts
    assert corpus[3].decisions == klubba.analyze(texts[3]).decisions
    assert corpus[-1] is corpus[599]
    assert klubba.analyze_many({"a": minutes})[0].id == "a"


def test_what_is_no_text_is_a_failure(minutes: str) -> None:
    texts: list[object] = [minutes, None, float("nan"), b"bytes", "Mars\ud83d", minutes]
    corpus = klubba.analyze_many(texts)  # type: ignore[arg-type]
    assert len(corpus) == 2
    assert [failure.source for failure in corpus.failures] == ["text 1", "text 2", "text 3", "text 4"]
    assert "NoneType" in corpus.failures[0].message
    assert "lone surrogate" in corpus.failures[3].message
    assert corpus.documents.to_dict()["doc_id"] == [0, 5]
    assert corpus.errors.to_dict()["doc_id"] == [1, 2, 3, 4]
    strict = klubba.analyze_many(texts, on_error="raise")  # type: ignore[arg-type]
    with pytest.raises(klubba.DecodeError, match="text 1: this is NoneType"):
        list(strict)


def test_from_a_row_to_what_was_found(minutes: str) -> None:
    corpus = klubba.analyze_many([minutes, None, "Inget.", minutes])  # type: ignore[list-item]
    late = corpus[1:].filter(lambda doc: doc.decisions)
    for part in (corpus, late, late[::-1]):
        rows = part.decisions.to_dict()
        assert 3 in rows["doc_id"]
        for doc_id, number, words in zip(rows["doc_id"], rows["decision_id"], rows["text"], strict=True):
            assert part.document(doc_id).decisions[number].text == words
    assert corpus.document(3) is corpus[2]
    assert pickle.loads(pickle.dumps(late)).document(3) == corpus[2]
    for nowhere in (1, 4, -1, None, "3"):
        with pytest.raises(klubba.KlubbaError, match=f"no document has the doc_id {nowhere!r}"):
            corpus.document(nowhere)  # type: ignore[arg-type]
    with pytest.raises(klubba.KlubbaError, match="no document has the doc_id 0"):
        late.document(0)


def test_wrong_arguments(tmp_path: Path) -> None:
    with pytest.raises(klubba.KlubbaError, match="the id 'a' is used more than once"):
        klubba.analyze_many(["x", "y"], ids=["a", "a"])
    with pytest.raises(klubba.KlubbaError, match="2 texts and 1 ids"):
        klubba.analyze_many(["x", "y"], ids=["a"])
    with pytest.raises(TypeError, match=r"several texts, not one str; use klubba\.analyze"):
        klubba.analyze_many("text")
    with pytest.raises(TypeError, match="several texts, not int"):
        klubba.analyze_many(1)  # type: ignore[arg-type]
    with pytest.raises(klubba.ExtractError, match="nowhere: there is no such file"):
        klubba.read(tmp_path / "nowhere")
    with pytest.raises(klubba.KlubbaError, match="names no path"):
        klubba.read([])
    with pytest.raises(klubba.KlubbaError, match="threads must be 1 or more"):
        klubba.read(tmp_path, threads=0)
    with pytest.raises(klubba.KlubbaError, match="on_error"):
        klubba.read(tmp_path, on_error="ignore")  # type: ignore[arg-type]
    with pytest.raises(klubba.KlubbaError, match='no table is called "votes"; the tables are documents'):
        klubba.Corpus().table("votes")
    with pytest.raises(TypeError, match="made of documents, not str"):
        len(klubba.Corpus(["text"]))  # type: ignore[list-item]


def test_an_archive_with_a_bad_file(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for source in documents():
            archive.writestr(source.name, source.read_bytes())
        archive.writestr("bad.pdf", b"%PDF-1.7 no more than this")
    corpus = klubba.read(path)
    first = next(iter(corpus))
    assert first.source
    assert first.source.endswith(f"a.zip!/{documents()[0].name}")
    assert (first.format, first.notes, first.text) == ("text", (), TEXTS[0])
    assert json.loads(first.to_json()) == first.to_dict()
    assert pickle.loads(pickle.dumps(first)).to_dict() == first.to_dict()
    assert len(corpus) == len(TEXTS)
    assert [failure.source.rsplit("/", 1)[1] for failure in corpus.failures] == ["bad.pdf"]
    assert "1 failures)" in repr(corpus)
    with pytest.raises(klubba.ExtractError, match=r"bad\.pdf"):
        len(klubba.read(path, on_error="raise"))
    assert len(klubba.read(path, include="minutes-*")) == 2


def test_results_of_its_own_are_no_texts(tmp_path: Path, minutes: str) -> None:
    source, found, table = tmp_path / "a.txt", tmp_path / "found.jsonl", tmp_path / "decisions.parquet"
    source.write_text(minutes, "utf-8")
    corpus = klubba.read(source)
    found.write_text(corpus[0].to_json() + "\n", "utf-8")
    corpus.decisions.to_pandas().to_parquet(table)
    for path, reader in [(found, "read_json"), (table, "read_parquet")]:
        with pytest.raises(klubba.ExtractError, match=rf"results of klubba.*{reader}.*text_column=") as told:
            klubba.read(path)
        assert "--text-column" not in str(told.value)
    # Among others it is one failure, and who names a column gets it.
    several = klubba.read([source, table])
    assert (len(several), [failure.kind for failure in several.failures]) == (1, ["unsupported"])
    assert len(klubba.read(table, text_column="text")) == len(corpus[0].decisions)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/manifest.json").write_text('{\n  "format": "klubba-result/1"\n}', "utf-8")
    with pytest.raises(klubba.ExtractError, match="folder of results"):
        klubba.read(tmp_path / "out")
    # What else has no such column says so in Python's words.
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"body": "Hej."}\n', "utf-8")
    told_of = klubba.read(rows)
    assert len(told_of) == 0
    assert told_of.failures[0].message == 'has no column "text", but body: name one with text_column='


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timer that interrupts")
def test_an_interrupt_ends_the_reading(tmp_path: Path, minutes: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": minutes * 2000}) + "\n" for _ in range(40)), "utf-8")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    try:
        for corpus in (klubba.read(path), klubba.analyze_many([minutes * 2000] * 40)):
            with pytest.raises(KeyboardInterrupt):  # noqa: PT012
                signal.setitimer(signal.ITIMER_REAL, 0.03)
                len(corpus)
            assert "more to read" in repr(corpus)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_parts_keep_their_numbers() -> None:
    corpus = klubba.analyze_many(TEXTS)
    minutes = corpus.filter(lambda doc: doc.kind == "minutes")
    numbers = [n for n, doc in enumerate(corpus) if doc.kind == "minutes"]
    assert minutes.documents.to_dict()["doc_id"] == numbers
    assert set(minutes.decisions.to_dict()["doc_id"]) <= set(numbers)
    assert [doc.text for doc in corpus[2:4]] == TEXTS[2:4]
    assert corpus[2:4].documents.to_dict()["doc_id"] == [2, 3]
    with pytest.raises(IndexError):
        corpus[len(TEXTS)]


def test_tables_say_what_documents_say() -> None:
    corpus = klubba.analyze_many(TEXTS)
    for name in ("headings", "people", "speeches", "decisions", "dates"):
        table = getattr(corpus, name)
        rows = [(number, finding) for number, doc in enumerate(corpus) for finding in getattr(doc, name)]
        assert (table.name, len(table)) == (name, len(rows))
        data = table.to_dict()
        assert tuple(data) == table.columns == tuple(table.meanings)
        assert data["doc_id"] == [number for number, _ in rows]
        assert data["rule"] == [finding.rule for _, finding in rows]
    assert len(corpus.items) == sum(len(doc.items) for doc in corpus) > 0
    days = corpus.dates.to_dict()["first"]
    assert days == [date.first for doc in corpus for date in doc.dates]
    items = corpus.decisions.to_dict()["items"]
    assert items == [[item.to_dict() for item in d.items] for doc in corpus for d in doc.decisions]
    assert corpus[0].table("dates").to_dict()["text"] == [date.text for date in corpus[0].dates]
    assert corpus.table("documents", text=True).to_dict()["text"] == TEXTS
    assert corpus.documents.to_dict()["text"] == [None] * len(TEXTS)


def test_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    table = klubba.analyze_many(TEXTS).dates
    frame = table.to_pandas()
    assert list(frame.columns) == list(table.columns)
    assert frame["first"].dtype.kind == "M"
    assert frame["first"].dropna().iloc[0] == pandas.Timestamp(next(d for d in table.to_dict()["first"] if d))
    assert frame["doc_id"].dtype == "int64"
    assert frame["page"].dtype == "Int64"
    old = klubba.analyze("Det var den 3 maj 1208.").table("dates").to_pandas()
    assert old["first"].dt.year.tolist() == [1208]
    assert len(klubba.Corpus().dates.to_pandas()) == 0


def test_polars_pyarrow_and_duckdb_read_a_table() -> None:
    polars = pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    table = klubba.analyze_many(TEXTS).decisions
    frame = table.to_polars()
    assert frame["kind"].to_list() == table.to_dict()["kind"]
    assert frame.schema["deadline"] == polars.Date
    assert table.to_arrow().to_pydict() == table.to_dict()
    assert pyarrow.table(table).num_rows == len(table)
    decisions = table
    counted = duckdb.sql("select count(*) from decisions where kind = 'adopt'").fetchall()
    assert counted == [(decisions.to_dict()["kind"].count("adopt"),)]
    assert pyarrow.table(klubba.Corpus().errors).num_rows == 0


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    table = klubba.Corpus().dates
    for name in ("pandas", "polars", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None)
        method = {"pyarrow": "to_arrow"}.get(name, f"to_{name}")
        with pytest.raises(ImportError, match=f"{name} is not installed: pip install {name}"):
            getattr(table, method)()


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_html_is_well_formed_and_escaped(path: Path) -> None:
    doc = klubba.analyze(path.read_text("utf-8") + "\n\n<script>alert('&')</script>\n")
    html = doc._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert html.count("<span") == html.count("</span")
    assert doc._repr_html_() != html, "ids are another cell's"
    page = doc.to_html(page=True)
    assert page.startswith("<!DOCTYPE html>")
    assert "http" not in page.replace("https://exempel", "") or "http" in doc.text


def test_a_corpus_shows_a_summary() -> None:
    html = klubba.analyze_many(TEXTS)._repr_html_()
    assert f"<b>{len(TEXTS)} documents</b>" in html
    assert "<td>minutes</td><td>2</td>" in html
    assert repr(klubba.analyze_many(TEXTS)) == "Corpus(0 documents, 0 failures, more to read)"


def test_findings_explain_themselves(minutes: str) -> None:
    doc = klubba.analyze(minutes, date=datetime.date(2024, 3, 14))
    rules = {rule.code: rule for rule in klubba.rules()}
    found: list[klubba.Heading | klubba.Person | klubba.Speech | klubba.Decision | klubba.Date]
    found = [*doc.headings, *doc.people, *doc.speeches, *doc.decisions, *doc.dates]
    for finding in found:
        told = finding.explain()
        assert rules[finding.rule].meaning in told
        assert "as in: " in told
        declared, found_at = told.rpartition("declared in: ")[2].split("\nfound at: ")
        file, line = declared.split(":")
        assert finding.rule in "".join((ROOT / file).read_text("utf-8").splitlines(True)[int(line) - 1 :])
        assert found_at == finding.condition
        file, line = found_at.split(":")
        assert len((ROOT / file).read_text("utf-8").splitlines()) >= int(line)
    assert "seen from: 2024-03-14" in doc.dates[1].explain()
    assert "value: 2024-04-04" in doc.dates[1].explain()
    assert "kind: elect" in doc.decisions[0].explain()


def test_a_document_out_of_a_pickle_says_what_it_lacks(minutes: str) -> None:
    doc = pickle.loads(pickle.dumps(klubba.analyze(minutes)))
    with pytest.raises(klubba.KlubbaError, match="analyse its text again"):
        doc.to_html()
    with pytest.raises(klubba.KlubbaError, match="analyse its text again"):
        doc.table("dates")


def test_columns_keep_their_lines_and_prose_does_not() -> None:
    names = "Beslutande        Karin Almgren (S), ordförande\n                  Nils Björk (C)"
    html = klubba.analyze(f"{names}\n\nMötet hölls\nden 3 maj 2024.\n").to_html()
    assert re.findall(r'<div class="kb-b kb-b-paragraph ([\w-]+)">', html) == ["kb-columns", "kb-prose"]


def test_what_was_counted_is_not_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, told = itertools.count(step=10), io.StringIO()
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", told)
    monkeypatch.setattr(told, "isatty", lambda: True)
    corpus = klubba.analyze_many(TEXTS)
    assert len(corpus) == len(list(corpus))
    assert told.getvalue().count("\n") == 1
