#!/usr/bin/env python3
"""Count what makes the code hard to live in: Swedish words in it, and its lines.

usage: code.py [--list] [--words N] [--lines N]

--list     print every Swedish literal with its place
--words N  fail above N Swedish words (100 by default)
--lines N  fail above N lines of code (not checked by default)

A line of code is a line of src/**/*.rs that is neither blank nor a comment; tests inside the files are not
counted. A Swedish word is a literal with å, ä or ö, or with a word that the lexicon has as a form alone;
tests, comments and the examples of rules are not read. Words belong into src/lexicon/data.
"""

import argparse
import re
import sys
from pathlib import Path

SRC = Path(__file__).resolve().parent.parent / "src"
DATA = SRC / "lexicon" / "data"
# The rooms that read Swedish; messages and names of the others are English.
ROOMS = ("layers", "lexicon", "scan", "text", "words")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
WORD = re.compile(r"[a-zåäöéü]+", re.IGNORECASE)
# Forms of the lexicon that are English words or names in the code as well.
ENGLISH = {
    *(
        "in",
        "to",
        "for",
        "on",
        "are",
        "all",
        "at",
        "by",
        "a",
        "an",
        "is",
        "of",
        "or",
        "not",
        "as",
        "no",
        "do",
        "will",
    ),
    *("may", "per", "son", "be", "from", "still", "its", "so", "den", "dag"),
}


def code(path: Path) -> list[tuple[int, str]]:
    """The lines of code with their numbers: without comments, blank lines and tests."""
    lines = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#[cfg(test)]") and "mod" not in line:
            following = path.read_text(encoding="utf-8").splitlines()[number : number + 1]
            if following and following[0].startswith("mod "):
                break
        if line.strip() and not line.strip().startswith("//"):
            lines.append((number, line))
    return lines


def swedish_forms() -> set[str]:
    """Every single word of the lexicon's forms, without the names that its values and lists have."""
    forms, names = set(), set()
    for file in DATA.glob("*.t[xs][tv]"):
        if file.stem in ("given-names", "surnames", "places"):
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            value, _, rest = line.rpartition("\t") if "\t" in line else ("", "", line)
            names.update(WORD.findall(value.lower()))
            forms.update(WORD.findall(rest.lower()))
    return {form for form in forms if len(form) > 1} - names - ENGLISH


def main() -> int:
    """Print both figures; the exit status is 1 where one is above its bound."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--words", type=int, default=100)
    parser.add_argument("--lines", type=int)
    options = parser.parse_args()
    forms, words, lines = swedish_forms(), 0, 0
    for path in sorted(SRC.rglob("*.rs")):
        own = code(path)
        lines += len(own)
        room = path.relative_to(SRC).parts[0].removesuffix(".rs")
        if room not in ROOMS:
            continue
        text = "\n".join(line for _, line in own)
        # Examples of rules, declarations of lists and the English names of features in a model.
        text = re.sub(r"(?s)\brules?! \{.*?\n\}", lambda m: "\n" * m[0].count("\n"), text)
        text = re.sub(r"(?s)\b(?:sets|groups)! \{.*?\n\}", lambda m: "\n" * m[0].count("\n"), text)
        text = re.sub(r"include_str!\([^)]*\)|#\[[^\]]*\]", "", text)
        for index, line in enumerate(text.split("\n")):
            for literal in LITERAL.findall(line):
                found = WORD.findall(literal.lower())
                # A sentence without a Swedish letter is a message.
                if len(found) > 3 and not set(literal) & set("åäö"):
                    continue
                if any(set(word) & set("åäö") or word in forms for word in found):
                    words += 1
                    if options.list:
                        print(f"{path.relative_to(SRC.parent)}:{own[index][0]}: {literal}")
    print(f"{words} Swedish literals, {lines} lines of code")
    if words > options.words:
        print(f"more than {options.words} Swedish literals: put them into src/lexicon/data")
        return 1
    if options.lines is not None and lines > options.lines:
        print(f"more than {options.lines} lines of code")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
