#!/usr/bin/env python3
"""Cuts our own texts into pieces to begin from: a short input is tried thousands of times as often as a page.

usage: pieces.py FOLDER [LETTERS]
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STRING = r'"((?:[^"\\]|\\.)*)"'
RULE = re.compile(rf"= {STRING},\s*{STRING},\s*{STRING},\s*{STRING}[;,]")


def texts(longest: int) -> Iterator[str]:
    """Paragraphs of the documents of `examples/`, texts of the tests' cases, examples of the rules."""
    for path in sorted((ROOT / "examples/documents").glob("*.txt")):
        piece = ""
        for block in re.split(r"(?<=\n)\n+", path.read_text("utf-8")):
            if piece and len(piece) + len(block) > longest:
                yield piece
                piece = ""
            piece += block + "\n"
        yield piece
    for path in sorted((ROOT / "tests/cases").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                yield max(line.split("\t"), key=len).replace("\\n", "\n").replace("~", "\u00a0")
    for path in sorted((ROOT / "src/layers").rglob("*.rs")):
        for rule in RULE.finditer(path.read_text("utf-8")):
            for example in rule.groups()[2:]:
                yield example.replace("\\n", "\n").replace('\\"', '"')


folder = Path(sys.argv[1])
letters = int(sys.argv[2]) if len(sys.argv) > 2 else 300
folder.mkdir(parents=True, exist_ok=True)
plain = (re.sub("[⟦⟧]", "", text)[:letters] for text in texts(letters))
for number, text in enumerate(dict.fromkeys(plain)):
    (folder / f"{number:04}").write_text(text, "utf-8")
