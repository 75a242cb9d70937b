"""Databases: what they hold, kills, Datasette and DuckDB."""

from __future__ import annotations

import json
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARCHIVE = ROOT / "examples/archive.zip"
TABLES = ("documents", "headings", "people", "mentions", "speeches", "decisions", "items", "dates", "blocks")


def klubba(*args: object, killed_after: float | None = None) -> int:
    command = [sys.executable, "-m", "klubba", "analyze", *map(str, args)]
    if killed_after is None:
        return subprocess.run(command, check=False, capture_output=True).returncode
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return process.wait(killed_after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        return process.wait()


def rows(path: Path) -> dict[str, list[Any]]:
    base = sqlite3.connect(path)
    tables = base.execute(
        "select name, type from sqlite_master where type in ('table', 'view') order by name"
    ).fetchall()
    found = {
        name: base.execute(f"select * from {name}").fetchall() for name, _ in tables if "_fts_" not in name
    }
    base.close()
    return found


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("base") / "archive.db"
    assert klubba(ARCHIVE, "-o", path) == 0
    return path


def test_open_assignments_has_points_of_other_decisions(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    assert klubba(ROOT / "examples/documents/minutes-kommunstyrelsen.txt", "-o", path) == 0
    base = sqlite3.connect(path)
    query = "select assignee, deadline, text from open_assignments where assignee = 'kommundirektören'"
    words = "ge kommundirektören i uppdrag att redovisa arbetet senast den 1 oktober 2024."
    assert ("kommundirektören", "2024-10-01", words) in base.execute(query).fetchall()


def test_keys_and_views(database: Path) -> None:
    base = sqlite3.connect(database)
    assert base.execute("pragma foreign_key_check").fetchall() == []
    assert base.execute("pragma integrity_check").fetchone() == ("ok",)
    count = {table: base.execute(f"select count(*) from {table}").fetchone()[0] for table in TABLES}
    assert all(count.values())
    assert base.execute(
        "select count(*) from decisions_with_source where document_source is null"
    ).fetchone() == (0,)
    assert base.execute("select count(*) from speeches_with_names where names is null").fetchone() == (0,)
    assert base.execute("select count(*) from open_assignments").fetchone()[0] > 0
    day, items = base.execute(
        "select date, (select items from decisions limit 1) from documents limit 1"
    ).fetchone()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    assert isinstance(json.loads(items), list)
    metadata = json.loads(database.with_name("archive.metadata.json").read_text("utf-8"))
    assert set(TABLES) <= set(metadata["databases"]["archive"]["tables"])


def test_letters_are_kept_apart(database: Path) -> None:
    base = sqlite3.connect(database)

    def found(word: str) -> int:
        query = "select count(*) from decisions_fts where decisions_fts match ?"
        return int(base.execute(query, [word]).fetchone()[0])

    assert found("förslag") == found("FÖRSLAG") > 0
    assert found("forslag") == 0


def test_it_is_not_written_over(database: Path, tmp_path: Path) -> None:
    before = rows(database)
    assert klubba(ARCHIVE, "-o", database) == 2
    assert klubba(ARCHIVE, "-o", database, "--resume") == 0
    assert klubba(ARCHIVE, "-o", database, "--resume", "--date", "2024-01-01") == 2
    assert rows(database) == before
    other = tmp_path / "other.db"
    sqlite3.connect(other).executescript("create table mine (x)")
    assert klubba(ARCHIVE, "-o", other, "--resume") == 2
    assert klubba(ARCHIVE, "-o", f"{tmp_path}/folder/", "--format", "sqlite") == 2


def test_killed_and_resumed(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    minutes = (ROOT / "examples/documents/minutes-kommunstyrelsen.txt").read_text("utf-8")
    with texts.open("w", encoding="utf-8") as out:
        for number in range(400):
            out.write(json.dumps({"text": minutes.replace("2024", str(1990 + number % 30))}) + "\n")
    options = ["--part-size", "200K", "-j", "2"]
    whole = tmp_path / "whole.db"
    begun = time.monotonic()
    assert klubba(texts, "-o", whole, *options) == 0
    took = time.monotonic() - begun
    chance = random.Random(7)
    killed = tmp_path / "killed.db"
    for _ in range(6):
        resume = ["--resume"] if killed.exists() else []
        if klubba(texts, "-o", killed, *options, *resume, killed_after=chance.uniform(0.2, 1.0) * took) == 0:
            break
    assert klubba(texts, "-o", killed, *options, "--resume") == 0
    assert rows(killed) == rows(whole)
    # A kill at the last moment, between the database and what lies beside it.
    beside = tmp_path / "killed.metadata.json"
    beside.unlink()
    assert klubba(texts, "-o", killed, *options, "--resume") == 0
    assert beside.exists()


def test_linked(database: Path, tmp_path: Path) -> None:
    """The tables of linking are those that a folder gets, with keys; linking again changes nothing."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    linked, out = tmp_path / "archive.db", tmp_path / "out"
    shutil.copy(database, linked)
    shutil.copy(database.with_name("archive.metadata.json"), tmp_path)
    metadata = tmp_path / "archive.metadata.json"
    of_user = json.loads(metadata.read_text("utf-8")) | {"title": "Our archive"}
    metadata.write_text(json.dumps(of_user), "utf-8")
    assert klubba(ARCHIVE, "-o", out, "--format", "parquet") == 0
    for path in (linked, out, linked):
        done = subprocess.run(
            [sys.executable, "-m", "klubba", "link", str(path)], check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    base = sqlite3.connect(linked)
    for table in ("persons", "links", "matters", "steps", "bodies"):
        rows = parquet.read_table(out / table).to_pylist()
        names = ", ".join(f'"{name}"' for name in rows[0])
        told = base.execute(f"select {names} from {table}").fetchall()
        plain = [
            tuple(
                json.dumps(cell, ensure_ascii=False, separators=(",", ":"))
                if isinstance(cell, list)
                else cell.isoformat()
                if isinstance(cell, date)
                else cell
                for cell in row.values()
            )
            for row in rows
        ]
        assert sorted(map(repr, told)) == sorted(map(repr, plain)), table
    assert base.execute("pragma foreign_key_check").fetchall() == []
    query = """
        select count(*) from speech_speakers
        join links using (doc_id, person_id) join persons using (entity_id)
    """
    assert base.execute(query).fetchone() == base.execute("select count(*) from speech_speakers").fetchone()
    told = json.loads(metadata.read_text("utf-8"))
    assert told["title"] == "Our archive"
    assert told["databases"]["archive"]["tables"]["persons"]["columns"]["entity_id"]


def test_only_a_finished_database_is_linked(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sqlite3.connect(other).executescript("create table mine (x)")
    text = tmp_path / "text.txt"
    text.write_text("Mötet öppnas.", "utf-8")
    for path, message in ((other, "is no database of klubba"), (text, "no database that can be read")):
        done = subprocess.run(
            [sys.executable, "-m", "klubba", "link", str(path)], check=False, capture_output=True, text=True
        )
        assert done.returncode != 0
        assert message in done.stderr


@contextmanager
def served(database: Path) -> Iterator[str]:
    """Datasette on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    metadata = database.with_name("archive.metadata.json")
    command = [
        sys.executable,
        "-m",
        "datasette",
        "serve",
        str(database),
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
        "-m",
        str(metadata),
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/archive"
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{address}.json", timeout=5).close()
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait()


def test_datasette_opens_it(database: Path) -> None:
    pytest.importorskip("datasette", reason="datasette is not installed")
    with served(database) as address:

        def asked(path: str, **options: str) -> Any:  # noqa: ANN401
            query = urllib.parse.urlencode(options)
            with urllib.request.urlopen(f"{address}/{path}.json?{query}", timeout=20) as answer:
                return json.load(answer)

        facets = asked("decisions", _facet="kind")["facet_results"]
        kinds = {facet["value"] for facet in facets.get("results", facets)["kind"]["results"]}
        assert {"adopt", "assign"} <= kinds
        found = asked("decisions", _search="förslag", _shape="objects")["rows"]
        assert found
        assert all("förslag" in row["text"].lower() for row in found)
        assert asked("open_assignments", _shape="objects")["rows"]


def test_datasette_in_a_browser(database: Path, browser: Any, tmp_path: Path) -> None:  # noqa: ANN401
    pytest.importorskip("datasette", reason="datasette is not installed")
    with served(database) as address:
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.goto(f"{address}/decisions?_search=förslag")
        words = page.inner_text("body")
        assert "A row for each decision" in words
        assert "Who is charged." in words
        assert page.locator(".facet-info").count() == 2
        # The first rows are in sight, below what the columns mean.
        row = page.locator("table.rows-and-columns tbody tr").first
        assert "förslag" in row.inner_text().lower()
        assert row.bounding_box()["y"] < 900
        page.screenshot(path=str(tmp_path / "datasette.png"))
        assert (tmp_path / "datasette.png").stat().st_size > 10_000
        page.close()


def test_duckdb_reads_it(database: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    try:
        duckdb.sql("install sqlite; load sqlite")
    except duckdb.Error:
        pytest.skip("DuckDB's extension for SQLite cannot be fetched here")
    duckdb.sql(f"attach '{database}' as base (type sqlite, read_only)")
    own = sqlite3.connect(database).execute("select count(*) from decisions").fetchone()
    assert duckdb.sql("select count(*) from base.decisions").fetchone() == own
