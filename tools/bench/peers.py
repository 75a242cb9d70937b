"""klubba from Python: beside Rust on the same texts, beside dateparser and regular expressions; its start."""

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import baseline
import klubba
from program import FILES, KLUBBA, bench, least, made

KINDS = ("records", "press", "minutes")
SIZE = 1_000_000
# dateparser gets paragraphs, which it likes better than whole documents, for so many seconds of each kind.
PATIENCE = 15.0

Figures = dict[str, Any]


def _many(texts: list[str]) -> int:
    return len(klubba.analyze_many(texts, threads=1))


def each(work: Callable[[str], object], texts: list[str]) -> list[object]:
    """What is done with one text after another."""
    return [work(text) for text in texts]


def many() -> list[Figures]:
    """`analyze_many` on one thread beside the same in Rust, on 5,000 texts, whole and cut short."""
    texts = [path.read_text(encoding="utf-8") for path in made("press", 9_000_000)][:5000]
    told = []
    for name, most in (("whole", None), ("the first 300 characters of each", 300)):
        short = [text[:most] for text in texts]
        file = FILES / "short.jsonl"
        file.write_text("".join(json.dumps(text) + "\n" for text in short), encoding="utf-8")
        rust = python = float("inf")
        # By turns, for the machine may be slower at one time than at another.
        for _ in range(5):
            rust = min(rust, *bench("short", str(file))["seconds"])
            python = min(python, *least(5, partial(_many, short)))
        size = sum(len(text.encode()) for text in short)
        told.append({"texts": name, "count": len(short), "bytes": size, "rust": rust, "python": python})
    return told


def peers() -> list[Figures]:
    """MB/s by kind of text: dateparser and klubba's dates, regular expressions and all of klubba."""
    search = importlib.import_module("dateparser.search").search_dates
    told = []
    for kind in KINDS:
        texts = [path.read_text(encoding="utf-8") for path in made(kind, SIZE)]
        size = sum(len(text.encode()) for text in texts)
        print(f"dateparser and regular expressions on {kind}", file=sys.stderr)
        done, hits, took = 0, 0, 0.0
        for paragraph in (one for text in texts for one in text.split("\n\n") if one.strip()):
            start = time.perf_counter()
            hits += len(search(paragraph, languages=["sv"]) or [])
            took += time.perf_counter() - start
            done += len(paragraph.encode())
            if took > PATIENCE:
                break
        dates, all_layers, expressions = least(
            5,
            partial(each, partial(klubba.analyze, layers=["dates"]), texts),
            partial(each, klubba.analyze, texts),
            partial(each, baseline.findings, texts),
        )
        told.append(
            {
                "texts": kind,
                "bytes": size,
                "dates": size / dates / 1e6,
                "dateparser": done / took / 1e6,
                "dateparser bytes": done,
                "dateparser hits": hits,
                "all layers": size / all_layers / 1e6,
                "expressions": size / expressions / 1e6,
            }
        )
    return told


# In a fresh interpreter: the first analysis, tables of words and all, in seconds.
FIRST = """
import klubba, pathlib, sys, time
text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
start = time.perf_counter()
klubba.analyze(text)
print(time.perf_counter() - start)
"""


def starts() -> Figures:
    """Seconds until each is ready, the least of thirty."""
    text = str(made("press", SIZE)[0])
    python = partial(subprocess.run, check=True, capture_output=True)
    bare, with_klubba, command, small = least(
        30,
        lambda: python([sys.executable, "-c", "pass"]),
        lambda: python([sys.executable, "-c", "import klubba"]),
        lambda: python([str(KLUBBA), "--version"]),
        lambda: python([str(KLUBBA), "analyze", text]),
    )
    first = min(float(python([sys.executable, "-c", FIRST, text]).stdout) for _ in range(30))
    return {
        "import": with_klubba - bare,
        "interpreter": bare,
        "first analyze": first,
        "command": command,
        "command on a short text": small,
    }


def figures() -> Figures:
    """All of it."""
    return {"many": many(), "peers": peers(), "starts": starts()}


if __name__ == "__main__":
    print(json.dumps(figures(), indent=1))
