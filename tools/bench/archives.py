"""Archives: own patterns beside ripgrep and beside the analysis, words counted, and a large database.

By itself it prints its figures as JSON: python3 tools/bench/archives.py
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from program import FILES, KLUBBA, ROOT, cost, made

PUBLIC = ROOT / "../shared/archive/regeringen.zip"
# A word, several, classes, two words near one another, whole words in any case.
PATTERNS = (
    ("a word", ["uppdrag"], ["uppdrag"]),
    ("a rare word", ["trygghetsboende"], ["trygghetsboende"]),
    ("several words", ["kommun|region|stat"], ["kommun|region|stat"]),
    ("digits", ["[0-9]{4}:[0-9]+"], ["[0-9]{4}:[0-9]+"]),
    ("two words in a line", ["miljö.{0,20}klimat"], ["miljö.{0,20}klimat"]),
    ("a class", ["[0-9]+ (kronor|procent)"], ["[0-9]+[ ](kronor|procent)"]),
    ("whole words in any case", ["-w", "-i", "råd"], ["-w", "-i", "råd"]),
)
ROUNDS = 11
DOCUMENTS = 100_000

Figures = dict[str, Any]


@contextmanager
def _one_core() -> Iterator[None]:
    """Hold what is started meanwhile to one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    yield
    os.sched_setaffinity(0, cores)


def _cost(command: Sequence[str]) -> tuple[float, int]:
    """Seconds of the processor that a command took, and the most bytes it ever had in memory."""
    status, seconds, memory = cost(*command)
    # ripgrep says with 1 that there is no hit.
    if status not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit status {status}")
    return seconds, memory


def _turns(*commands: Sequence[str], rounds: int = ROUNDS) -> list[float]:
    """The least seconds of each command, measured by turns."""
    with _one_core():
        times = [[_cost(command)[0] for command in commands] for _ in range(rounds)]
    return [min(of_one) for of_one in zip(*times, strict=True)]


def _archive() -> tuple[Path, Path]:
    """A zip archive of pages, and a folder with what is in it."""
    archive, folder = FILES / "pages.zip", FILES / "pages"
    if PUBLIC.exists():
        archive = PUBLIC.resolve()
    elif not archive.exists():
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in made("press", 13_000_000):
                packed.write(path, path.name)
    if not folder.exists():
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
    return archive, folder


def _fresh(out: Path, *arguments: str) -> list[str]:
    """`klubba analyze` on one thread into a folder that is not there."""
    gone = ["sh", "-c", 'rm -rf "$0" && exec "$@"', str(out)]
    return [*gone, str(KLUBBA), "analyze", "-q", "-j", "1", *arguments]


def find() -> Figures | None:
    """`klubba find` beside ripgrep: over an archive, over a folder, and in decisions beside the analysis."""
    ripgrep = shutil.which("rg")
    if ripgrep is None:
        return None
    archive, folder = _archive()
    files = [path for path in folder.rglob("*") if path.is_file()]
    told = []
    for name, theirs, ours in PATTERNS:
        print(f"find {name}", file=sys.stderr)
        own = [str(KLUBBA), "find", "-q", "-j", "1", *ours]
        took = _turns(
            [ripgrep, "--no-ignore", "-j", "1", *theirs, str(folder)],
            [*own, str(archive)],
            [*own, str(folder)],
        )
        told.append({"name": name, "ripgrep": took[0], "archive": took[1], "folder": took[2]})
    own = [str(KLUBBA), "find", "-q", "-j", "1", "--count"]
    alone = [str(KLUBBA), "analyze", "-q", "-j", "1", str(archive)]
    print("find in decisions beside the analysis", file=sys.stderr)
    inside = _turns(
        alone,
        [*own, "--within", "decisions", "e", str(archive)],
        [*own, "--within", "decisions", "uppdrag", str(archive)],
        rounds=5,
    )
    return {
        "texts": "public pages" if PUBLIC.exists() else "made press releases",
        "files": len(files),
        "bytes": sum(path.stat().st_size for path in files),
        "ripgrep": subprocess.run([ripgrep, "--version"], check=True, capture_output=True, text=True)
        .stdout.splitlines()[0]
        .strip(),
        "patterns": told,
        "analysis": inside[0],
        "inside": inside[1],
        "inside some": inside[2],
    }


def counts() -> Figures:
    """The analysis of the archive into tables, without words counted and with."""
    archive, _ = _archive()
    out = FILES / "counted"
    plain = _fresh(out, str(archive), "-o", str(out), "--format", "parquet")
    print("words counted", file=sys.stderr)
    without, counted = _turns(plain, [*plain, "--counts"], rounds=5)
    return {"without": without, "with": counted}


def database() -> Figures:
    """100,000 made documents, the minutes of `examples/archive.zip` over and over: seconds, rows, memory."""
    texts, base = FILES / "documents.jsonl", FILES / "documents.db"
    if not texts.exists():
        print(f"{DOCUMENTS:,} made documents", file=sys.stderr)
        with zipfile.ZipFile(ROOT / "examples/archive.zip") as packed:
            minutes = [packed.read(name).decode() for name in packed.namelist() if name.endswith(".txt")]
        part = texts.with_suffix(".part")
        with part.open("w", encoding="utf-8") as out:
            for number in range(DOCUMENTS):
                text = minutes[number % len(minutes)]
                # No two are the same.
                out.write(json.dumps({"text": f"{text}\nDokument {number}.\n"}, ensure_ascii=False) + "\n")
        part.rename(texts)
    print(f"{DOCUMENTS:,} documents into a database", file=sys.stderr)
    for path in FILES.glob("documents.db*"):
        path.unlink()
    began = os.times().elapsed
    seconds, memory = _cost([str(KLUBBA), "analyze", "-q", str(texts), "-o", str(base)])
    took = os.times().elapsed - began
    connection = sqlite3.connect(base)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    own = [name for name in names if "_fts" not in name and not name.startswith("sqlite")]
    rows = sum(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in own)
    documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    connection.close()
    size = base.stat().st_size
    return {
        "documents": documents,
        "bytes": texts.stat().st_size,
        "seconds": took,
        "processor": seconds,
        "rows": rows,
        "size": size,
        "memory": memory,
    }


def figures() -> Figures:
    """All of it."""
    FILES.mkdir(parents=True, exist_ok=True)
    return {"find": find(), "counts": counts(), "database": database()}


if __name__ == "__main__":
    print(json.dumps(figures(), indent=1))
