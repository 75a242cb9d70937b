"""Where instructions, branches foreseen wrongly and misses of the caches go by layer, and what words take.

callgrind simulates the same caches and guesses of branches as cachegrind, and counts the analysis alone.
"""

import os
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import callgrind

KINDS = ("records", "press", "minutes")
SETS = ("headings", "dates", "people", "speeches", "all")
SIZE = 200_000
SIMULATED = ("--cache-sim=yes", "--branch-sim=yes")
# What is told of each set: the events of callgrind that it is the sum of, and for how many bytes.
EVENTS = {
    "instructions a byte": (("Ir",), 1),
    "wrong guesses a kB": (("Bcm", "Bim"), 1000),
    "misses a kB, first cache": (("I1mr", "D1mr", "D1mw"), 1000),
    "misses a kB, last cache": (("ILmr", "DLmr", "DLmw"), 1000),
}
# Where the code lies that works on words, in the crate and in Rust's library.
WORDS = {
    "where words begin and end": r"src/text/(walk|tokens|runs)\.rs|src/text/simd/"
    r"|core/src/str/(iter|validations)\.rs",
    "case and class of characters": r"core/src/(char|unicode|ascii)/|core/src/ascii\.rs|alloc/src/str\.rs"
    r"|src/words/lower\.rs",
    "looking words up": r"src/words/(set|table|sieve|endings|phrases)\.rs|src/lexicon/(mod|labels)\.rs",
}
# The scan has found each word already, and keeps none: its own work is no layer's.
SCAN = re.compile(r"klubba::scan::")
Costs = dict[str, float]
Figures = dict[str, Any]


class Profile:
    """What callgrind wrote: the sum of each event, and the own instructions of each function by file."""

    def __init__(self, path: Path) -> None:
        """Read the file of a profile."""
        self.sums: dict[str, int] = {}
        self.own: Counter[tuple[str, str]] = Counter()
        events: list[str] = []
        names: dict[str, str] = {}
        file = function = ""
        called = False
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("events:"):
                events = line.split()[1:]
            elif line.startswith("totals:"):
                self.sums = dict(zip(events, map(int, line.split()[1:]), strict=False))
            elif line.startswith("calls="):
                called = True
            elif line[:1] and line[0] in "0123456789+-*":
                # The line behind a call has what was called in it.
                if not called:
                    self.own[function, file] += int(line.split()[1])
                called = False
            elif told := re.match(r"(c?)(fl|fi|fe|fn)=(\(\d+\))(?: (.+))?$", line):
                callee, sort, number, name = told.groups()
                key = ("fn" if sort == "fn" else "file") + number
                if name:
                    names[key] = name
                if not callee and sort == "fn":
                    function = names[key]
                elif not callee:
                    file = names[key]

    def of_words(self) -> Costs:
        """The share of each sort of work on words, outside the scan."""
        whole = sum(self.own.values())
        shares = dict.fromkeys(WORDS, 0.0)
        for (function, file), cost in self.own.items():
            sort = next((sort for sort, files in WORDS.items() if re.search(files, file)), None)
            if sort and not SCAN.search(function):
                shares[sort] += cost / whole
        return shares


def profiled(kind: str, layer: str, program: Path, *options: str) -> tuple[Profile, float]:
    """The profile of a set of layers, and how many bytes it read."""
    out = program.with_name(f"{kind}-{layer}.callgrind")
    per_byte = callgrind.count(kind, layer, SIZE, out, program=program, options=options)
    profile = Profile(out)
    out.unlink()
    return profile, profile.sums["Ir"] / per_byte


def costs(kind: str, layer: str) -> Costs:
    """The events of a set of layers."""
    profile, size = profiled(kind, layer, callgrind.PROGRAM, *SIMULATED)
    return {
        what: sum(profile.sums[event] for event in events) * unit / size
        for what, (events, unit) in EVENTS.items()
    }


def figures() -> Figures | None:
    """The events of each set of layers, and the share of words; nothing where valgrind is not."""
    if callgrind.missing():
        return None
    callgrind.build()
    lined = callgrind.build_with_lines()
    pairs = [(kind, layer) for kind in KINDS for layer in SETS]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        words = list(pool.map(lambda kind: profiled(kind, "all", lined)[0].of_words(), KINDS))
        counted = list(pool.map(lambda pair: costs(*pair), pairs))
    sets: dict[str, dict[str, Costs]] = {kind: {} for kind in KINDS}
    for (kind, layer), cost in zip(pairs, counted, strict=True):
        sets[kind][layer] = cost
    return {"sets": sets, "words": dict(zip(KINDS, words, strict=True))}


def of_each(sets: dict[str, Costs]) -> dict[str, Costs]:
    """What each layer adds to those that it needs; together they are the whole."""

    def less(of: Costs, others: Costs) -> Costs:
        return {event: cost - others[event] for event, cost in of.items()}

    dates = less(sets["dates"], sets["headings"])
    return {
        "scan, lines, headings, title, kind, blocks": sets["headings"],
        "dates": dates,
        "people, and the scan for their cues": less(sets["people"], sets["headings"]),
        "speeches": less(sets["speeches"], sets["people"]),
        # Speeches have no dates in them, all layers have.
        "decisions and items": less(less(sets["all"], sets["speeches"]), dates),
        "all layers": sets["all"],
    }


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown, its first column flush left and the others flush right."""
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def added(told: Figures) -> str:
    """A table for each kind of text: what each layer adds."""
    tables = []
    for kind, sets in told["sets"].items():
        rows = [[part, *(f"{cost:.1f}" for cost in of.values())] for part, of in of_each(sets).items()]
        tables.append(table([kind, *EVENTS], rows))
    return "\n".join(tables)


def words(told: Figures) -> str:
    """The share of work on words, and how much faster all layers could be without it (Amdahl)."""
    shares = told["words"].values()
    rows = [[sort, *(f"{of[sort]:.1%}" for of in shares)] for sort in WORDS]
    found = ("where words begin and end", "case and class of characters")
    for what, sorts in (("the first two gone", found), ("all three gone", tuple(WORDS))):
        times = (1 / (1 - sum(of[sort] for sort in sorts)) for of in shares)
        rows.append([f"{what}, times as fast at the most", *(f"{time:.2f}" for time in times)])
    return table(["of the instructions of all layers", *told["words"]], rows)


if __name__ == "__main__":
    if (all_figures := figures()) is None:
        raise SystemExit(f"missing: {callgrind.missing()}")
    print(added(all_figures), words(all_figures), sep="\n")
