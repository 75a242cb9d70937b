"""What a call costs on a short text: klubba from Rust and Python, expressions, spaCy's blank pipeline.

By itself it prints its figures as JSON: .venv-bench/bin/python tools/bench/short.py
"""

import importlib
import json
import sys
from functools import partial
from typing import Any

import baseline
import klubba
from peers import each
from program import FILES, bench, least, made

LENGTHS = (100, 300, 1000)
COUNT = 1000
ROUNDS = 7
SIDES = {
    "rust": "klubba, from Rust",
    "python": "klubba, from Python",
    "expressions": "32 expressions of `re`",
    "spacy": '`spacy.blank("sv")`, which finds words alone',
}

Figures = dict[str, Any]


def figures() -> list[Figures]:
    """Microseconds a call of each side, on the beginnings of made press releases."""
    blank = importlib.import_module("spacy").blank("sv")
    texts = [path.read_text(encoding="utf-8") for path in made("press", 9_000_000)][:COUNT]
    told = []
    for length in LENGTHS:
        print(f"texts of {length} characters", file=sys.stderr)
        cut = [text[:length] for text in texts]
        file = FILES / "short.jsonl"
        file.write_text("".join(json.dumps(text) + "\n" for text in cut), encoding="utf-8")
        rust = min(bench("short", str(file))["seconds"])
        works = (partial(each, work, cut) for work in (klubba.analyze, baseline.findings, blank))
        python, expressions, spacy = least(ROUNDS, *works)
        sides = {"rust": rust, "python": python, "expressions": expressions, "spacy": spacy}
        told.append({"length": length, **{side: took / len(cut) * 1e6 for side, took in sides.items()}})
    return told


def table(told: list[Figures]) -> str:
    """The table of the page."""
    heads = ["microseconds a call", *(f"{one['length']:,} characters" for one in told)]
    lines = [heads, ["---"] + ["---:"] * len(told)]
    lines += [[name, *(f"{one[side]:,.0f}" for one in told)] for side, name in SIDES.items()]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


if __name__ == "__main__":
    FILES.mkdir(parents=True, exist_ok=True)
    print(json.dumps(figures(), indent=1))
