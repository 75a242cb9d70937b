"""Measures everything and writes BENCHMARKS.md; `make bench` builds what it needs and calls it.

With --again it writes the figures of the last run anew; with --only PART it measures a
part alone, and the other sections of the page stay as they are.
"""

import argparse
import datetime
import json
import platform
import re
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import archives
import callgrind
import cores
import events
import linking
import peers
import readers
import scale
import short
from program import FILES, ROOT, bench

if TYPE_CHECKING:
    from collections.abc import Callable

FIGURES = ROOT / "target/bench-figures.json"
# Without any of these most of the page cannot be written.
BASE = ("turns", "instructions", "linear", "threads", "memory", "peers", "many", "starts")
Figures = dict[str, Any]

# The marks that klubba is held to: all layers, in multiples of a count of Unicode words.
MARKS = {"records": 2.5, "press": 2.2, "minutes": 1.5}
TURNS = "cargo bench --features bench --bench analyze -- turns"
PEERS = ".venv-bench/bin/python tools/bench/peers.py"
READERS = ".venv-bench/bin/python tools/bench/readers.py"
EVENTS = ".venv-bench/bin/python tools/bench/events.py"
LINKING = ".venv-bench/bin/python tools/bench/linking.py"
SCALE = ".venv-bench/bin/python tools/bench/scale.py"
SHORT = ".venv-bench/bin/python tools/bench/short.py"
CORES = "python3 tools/bench/cores.py"
ARCHIVES = "python3 tools/bench/archives.py"
PROFILED = ("records", "minutes")


def measure(figures: Figures) -> list[str]:
    """Everything, in some minutes; returns the parts that failed. What is measured is kept at once.

    A part that fails does not take the others with it: its figures are those of the run before.
    """
    shutil.rmtree(FILES, ignore_errors=True)
    FILES.mkdir(parents=True)
    parts: dict[str, Callable[[], Figures]] = {
        "turns": lambda: {"machine": machine(), "turns": bench("turns")},
        "instructions": lambda: {"instructions": instructions()},
        "scale": scale.figures,
        "peers": peers.figures,
    }
    for part, of_part in PARTS.items():
        parts[part] = partial(lambda part, of_part: {part: of_part()}, part, of_part)
    failed = []
    for part, of_part in parts.items():
        print(part, file=sys.stderr)
        try:
            figures |= of_part()
        except (Exception, SystemExit) as error:
            print(f"{part} failed: {error}", file=sys.stderr)
            failed.append(part)
        FIGURES.write_text(json.dumps(figures), encoding="utf-8")
    shutil.rmtree(FILES)
    return failed


def machine() -> list[str]:
    """What it was measured on."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    names = re.findall(r"^model name\s*: (.+)$", info, re.MULTILINE)
    name = f"{names[0]}, {len(names)} cores" if names else platform.processor()
    rust = callgrind.here()["rustc"]
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    return [
        name,
        f"{platform.system()} {platform.machine()}",
        rust,
        f"Python {platform.python_version()}",
        today,
    ]


def instructions() -> Figures | None:
    """Functions by instructions, where valgrind is."""
    if callgrind.missing():
        return None
    callgrind.build()
    told = {}
    for kind in PROFILED:
        profile = FILES / f"{kind}.callgrind"
        per_byte = callgrind.count(kind, "all", 200_000, profile)
        told[kind] = {"per byte": per_byte, "functions": callgrind.functions(profile, 15)}
    return told


def dates_alone() -> str:
    """Of the instructions a byte of dates alone those that are the dates' own, by text."""
    blessed = json.loads((ROOT / "benches/instructions.json").read_text(encoding="utf-8"))
    counts = blessed["instructions a byte"].items()
    own = {name: (layers["dates"] - layers["headings"], layers["dates"]) for name, layers in counts}
    return ", ".join(f"{dates:.1f} of {whole:.1f} on {name}" for name, (dates, whole) in own.items())


def table(heads: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown, its first column flush left and the others flush right."""
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def kept(measured: float, mark: float, *, at_most: bool = False) -> str:
    """Whether a mark is kept."""
    return "yes" if (measured <= mark if at_most else measured >= mark) else "**no**"


class Sets:
    """The steps by turns: seconds, the least of all rounds."""

    def __init__(self, turns: Figures) -> None:
        """Take the figures of `turns`."""
        self.words: str = turns["words"]
        self.sets = turns["sets"]
        self.names = [one["name"] for one in self.sets]
        self.steps = [step for step, _ in self.sets[0]["seconds"]]
        self._bytes: dict[str, int] = {one["name"]: one["bytes"] for one in self.sets}
        self._least: dict[str, dict[str, float]] = {}
        for one in self.sets:
            self._least[one["name"]] = {step: min(rounds) for step, rounds in one["seconds"]}

    def speed(self, name: str, step: str) -> float:
        """MB/s."""
        return self._bytes[name] / self._least[name][step] / 1e6

    def ratio(self, name: str, step: str) -> float:
        """Times as fast as the count of words."""
        return self._least[name][self.words] / self._least[name][step]

    def cost(self, name: str, step: str) -> float:
        """Nanoseconds a byte."""
        return self._least[name][step] * 1e9 / self._bytes[name]


def marks(figures: Figures, sets: Sets) -> str:
    """What is promised and whether it is kept."""
    rows = []
    for name, mark in MARKS.items():
        for each in (name, f"real {name}"):
            if each in sets.names:
                ratio = sets.ratio(each, "all layers")
                what = f"all layers on {each}, times the speed of a bare count of Unicode words"
                rows.append([what, f"≥ {mark}", f"{ratio:.2f}", kept(ratio, mark), f"`{TURNS}`"])
    for part, peer, mark, what in (
        ("dates", "dateparser", 1000, "dates, times the speed of dateparser"),
        ("all layers", "expressions", 20, "all layers, times the speed of 32 regular expressions in Python"),
    ):
        ratio = min(one[part] / one[peer] for one in figures["peers"])
        rows.append([what, f"≥ {mark:,}", f"{ratio:,.0f}", kept(ratio, mark), f"`{PEERS}`"])
    for one in figures["many"]:
        ratio = one["python"] / one["rust"]
        what = f"`analyze_many` on {one['count']:,} press releases ({one['texts']}), times the time of Rust"
        rows.append([what, "≤ 1.25", f"{ratio:.2f}", kept(ratio, 1.25, at_most=True), f"`{PEERS}`"])
    for key, what, most in (
        ("import", "`import klubba` beyond the interpreter", 40),
        ("first analyze", "the first `analyze`, with its tables of words", 10),
        ("command", "`klubba --version`", 15),
    ):
        took = figures["starts"][key] * 1e3
        rows.append([what, f"≤ {most} ms", f"{took:.1f} ms", kept(took, most, at_most=True), f"`{PEERS}`"])
    threads = figures["threads"]
    for key, what in (
        ("one", "two threads, times the speed of one"),
        ("held", "two threads on two cores, times the speed of one on one"),
    ):
        ratio = threads[key] / threads["two"]
        rows.append([what, "≥ 1.85", f"{ratio:.2f}", kept(ratio, 1.85), f"`{SCALE}`"])
    for one in figures["memory"]:
        for key, who in (("with analysis", "the library"), ("command", "the command")):
            ratio = one[key] / one["text"]
            what = f"memory of {who} for one document of 200 MB of {one['texts']}, times its size"
            rows.append([what, "≤ 4", f"{ratio:.2f}", kept(ratio, 4, at_most=True), f"`{SCALE}`"])
    dearest = max(one["nanoseconds"][-1] / one["nanoseconds"][0] for one in figures["linear"]["prose"])
    what = "a byte of 100 MB, times the time of a byte of 1 MB, at the worst"
    rows.append([what, "≤ 2", f"{dearest:.2f}", kept(dearest, 2, at_most=True), f"`{SCALE}`"])
    return table(["", "mark", "measured", "kept", "command"], rows)


def ladder(sets: Sets) -> str:
    """Each step as a multiple of the count of words, then in MB/s."""
    ratios = [[step, *(f"{sets.ratio(name, step):,.2f}" for name in sets.names)] for step in sets.steps]
    speeds = [[step, *(f"{sets.speed(name, step):,.0f}" for name in sets.names)] for step in sets.steps]
    return (
        f"Times as fast as the count of words:\n\n{table(['', *sets.names], ratios)}\n"
        f"MB/s:\n\n{table(['', *sets.names], speeds)}"
    )


def added(sets: Sets, name: str) -> dict[str, float]:
    """Nanoseconds a byte that each layer adds to those that it needs; together they are the whole."""
    cost = {step: sets.cost(name, step) for step in sets.steps}
    scan, headings, dates = cost["scan for cues"], cost["headings"], cost["dates"]
    return {
        "the scan for cues": scan,
        "lines, headings, blocks, the document's kind and date": headings - scan,
        "dates": dates - headings,
        "people": cost["people"] - headings,
        "speeches": cost["speeches"] - cost["people"],
        # Speeches have no dates in them, all layers have.
        "decisions and items": cost["all layers"] - cost["speeches"] - (dates - headings),
        "all layers": cost["all layers"],
    }


def where(sets: Sets) -> str:
    """What each layer adds, also as a share of the whole."""
    costs = [added(sets, name) for name in sets.names]
    rows = [
        [part, *(f"{of[part]:.2f} ({of[part] / of['all layers']:.0%})" for of in costs)] for part in costs[0]
    ]
    return table(["nanoseconds a byte", *sets.names], rows)


def functions(figures: Figures) -> str:
    """The functions that instructions go to."""
    told = figures["instructions"]
    if told is None:
        return "valgrind is not here: instructions were not counted.\n"
    parts = []
    for kind, one in told.items():
        rows = [[f"`{name}`", f"{share:.1f} %"] for share, name in one["functions"]]
        head = f"{kind}, {one['per byte']:.0f} instructions a byte"
        parts.append(table([head, "share"], rows))
    return "\n".join(parts)


def beside(figures: Figures) -> str:
    """The peers, in ratios and MB/s."""
    rows = [
        [
            one["texts"],
            f"{one['dates'] / one['dateparser']:,.0f}",
            f"{one['dates']:.1f}",
            f"{one['dateparser']:.4f} (of {one['dateparser bytes'] / 1e3:.0f} kB)",
            f"{one['all layers'] / one['expressions']:.1f}",
            f"{one['all layers']:.1f}",
            f"{one['expressions']:.2f}",
        ]
        for one in figures["peers"]
    ]
    heads = ["", "dates ÷ dateparser", "dates, MB/s", "dateparser, MB/s"]
    return table([*heads, "all ÷ expressions", "all layers, MB/s", "32 expressions, MB/s"], rows)


def python(figures: Figures) -> str:
    """Many texts from Python, and starting."""
    rows = [
        [
            one["texts"],
            f"{one['python'] / one['rust']:.2f}",
            f"{one['python'] * 1e3:.0f} ms",
            f"{one['rust'] * 1e3:.0f} ms",
            f"{one['bytes'] / 1e6:.1f} MB",
        ]
        for one in figures["many"]
    ]
    many = table(["5,000 texts", "Python ÷ Rust", "Python", "Rust", "size"], rows)
    starts = [[what, f"{took * 1e3:.1f}"] for what, took in figures["starts"].items()]
    return many + "\n" + table(["start", "ms"], starts)


def length(figures: Figures) -> str:
    """Cost with length."""
    prose = [
        [one["name"], *(f"{cost:.1f}" for cost in one["nanoseconds"]), f"{one['one line']:.1f}"]
        for one in figures["linear"]["prose"]
    ]
    worst = [
        [f"`{json.dumps(one['name'], ensure_ascii=False)}`", *(f"{cost:.1f}" for cost in one["nanoseconds"])]
        for one in figures["linear"]["worst"]
    ]
    return (
        table(["nanoseconds a byte", "1 MB", "10 MB", "100 MB", "one line of 50 MB"], prose)
        + "\n"
        + table(["over and over, nanoseconds a byte", "100 kB", "1 MB", "10 MB"], worst)
    )


def size(figures: Figures) -> str:
    """Threads and memory."""
    threads = figures["threads"]
    mb = threads["bytes"] / 1e6
    rows = [
        [one["texts"]]
        + [f"{one[key] / one['text']:.2f}" for key in ("with text", "with analysis", "command")]
        + [f"{one['findings'] / 1e6:.1f} million"]
        for one in figures["memory"]
    ]
    heads = ["times 200 MB", "the text alone", "the library", "the command", "findings"]
    held, one, two = (threads[key] for key in ("held", "one", "two"))
    return (
        f"{threads['files']:,} files, {mb:.0f} MB, by `klubba analyze FOLDER -j N`:\n"
        f"{held:.2f} s on one thread held to one core ({mb / held:.0f} MB/s), {two:.2f} s on two.\n"
        "Beside the threads that analyse, one reads and one writes: where those have a second core,\n"
        f"one thread takes {one:.2f} s, and two are {one / two:.2f} times as fast as that.\n\n"
        f"{table(heads, rows)}"
    )


def found(figures: Figures) -> str:
    """Own patterns beside ripgrep, and in decisions beside the analysis."""
    told = figures["find"]
    if told is None:
        return "ripgrep is not here: own patterns were not measured.\n"
    rows = [
        [
            one["name"],
            f"{one['ripgrep'] * 1e3:.0f}",
            f"{one['archive'] * 1e3:.0f}",
            f"{one['folder'] * 1e3:.0f}",
            f"{one['ripgrep'] / one['archive']:.2f}",
            kept(one["ripgrep"] / one["archive"], 1),
        ]
        for one in told["patterns"]
    ]
    heads = ["milliseconds", "ripgrep, files", "klubba, archive", "klubba, files", "ripgrep ÷ archive", "≥ 1"]
    dearest = max(told["inside"], told["inside some"]) / told["analysis"]
    return (
        f"{told['files']:,} {told['texts']}, {told['bytes'] / 1e6:.1f} MB: `klubba find -j 1` over the zip "
        f"archive and over\nthe files unpacked, beside `rg -j 1` ({told['ripgrep']}) over the files.\n\n"
        f"{table(heads, rows)}\n"
        f"With `--within decisions` it takes {told['inside']:.2f} s for a letter that all of them have and "
        f"{told['inside some']:.2f} s for a word,\nwhere the analysis takes {told['analysis']:.2f} s, "
        f"its JSON thrown away: "
        f"{dearest:.2f} times as long at the most (≤ 1.5: {kept(dearest, 1.5, at_most=True)}).\n"
    )


def counted(figures: Figures) -> str:
    """What counting words adds."""
    told = figures["counts"]
    more = told["with"] / told["without"] - 1
    return (
        f"The analysis of the same archive into tables takes {told['without']:.2f} s, with `--counts` "
        f"{told['with']:.2f} s: words cost {more:.0%} where they are asked for.\n"
    )


def database(figures: Figures) -> str:
    """A large database."""
    told = figures["database"]
    memory = told["memory"] / 1e6
    rows = [
        ["documents", f"{told['documents']:,} ({told['bytes'] / 1e6:.0f} MB of text)"],
        ["rows", f"{told['rows']:,}"],
        ["seconds, indices and full text with them", f"{told['seconds']:.0f}"],
        ["rows a second", f"{told['rows'] / told['seconds']:,.0f}"],
        ["rows a second of the processor", f"{told['rows'] / told['processor']:,.0f}"],
        ["the database", f"{told['size'] / 1e6:,.0f} MB"],
        ["memory at the most (≤ 300 MB)", f"{memory:.0f} MB: {kept(memory, 300, at_most=True)}"],
    ]
    return table(["", "made documents into SQLite"], rows)


def texts(sets: Sets) -> str:
    """What was measured on."""
    rows = [
        [
            one["name"],
            f"{one['documents']:,}",
            f"{one['bytes'] / 1e6:.1f} MB",
            f"{one['findings'] / one['bytes'] * 1e3:.1f}",
        ]
        for one in sets.sets
    ]
    return table(["", "documents", "size", "findings a kB"], rows)


def parts(figures: Figures) -> dict[str, str]:
    """What stands in the page's gaps, as far as it was measured."""
    told: dict[str, str] = {}
    if all(part in figures for part in BASE):
        sets = Sets(figures["turns"])
        told |= {
            "marks": marks(figures, sets),
            "machine": "; ".join(figures["machine"]),
            "turns": f"`{TURNS}`",
            "peers command": f"`{PEERS}`",
            "scale command": f"`{SCALE}`",
            "ladder": ladder(sets),
            "where": where(sets),
            "functions": functions(figures),
            "peers": beside(figures),
            "python": python(figures),
            "length": length(figures),
            "size": size(figures),
            "texts": texts(sets),
        }
    if "readers" in figures:
        told |= {"readers": readers.table(figures["readers"]), "readers command": f"`{READERS}`"}
    if told_of_layers := figures.get("layers"):
        told |= {
            "layers": events.added(told_of_layers),
            "words": events.words(told_of_layers),
            "dates alone": dates_alone(),
            "layers command": f"`{EVENTS}`",
        }
    if "short" in figures:
        told |= {"short": short.table(figures["short"]), "short command": f"`{SHORT}`"}
    if "cores" in figures:
        told |= {"cores": cores.table(figures["cores"]), "cores command": f"`{CORES}`"}
    if "linking" in figures:
        told |= {"linking": linking.table(figures["linking"]), "linking command": f"`{LINKING}`"}
    if "archives" in figures:
        told |= {
            "archives command": f"`{ARCHIVES}`",
            "archives machine": "; ".join(figures["archives"]["machine"]),
            "find": found(figures["archives"]),
            "counts": counted(figures["archives"]),
            "database": database(figures["archives"]),
        }
    return told


def page(told: dict[str, str], before: str) -> str:
    """The page: sections whose gaps can be filled, and those of the page before where that cannot be."""
    heads = re.compile(r"^(?=## )", re.MULTILINE)
    old = {section.partition("\n")[0]: section for section in heads.split(before)}
    written = []
    for section in heads.split((Path(__file__).parent / "page.md").read_text(encoding="utf-8")):
        head = section.partition("\n")[0]
        if all(slot in told for slot in re.findall(r"\{\{(.+?)\}\}", section)):
            written.append(re.sub(r"\{\{(.+?)\}\}", lambda slot: told[slot[1]].rstrip("\n"), section))
        elif head in old:
            written.append(old[head])
        else:
            print(f"{head}: not measured, and left out", file=sys.stderr)
    return "\n\n".join(section.strip("\n") for section in written) + "\n"


# What can be measured by itself.
PARTS: "dict[str, Callable[[], Any]]" = {
    "archives": lambda: {"machine": machine(), **archives.figures()},
    "cores": cores.figures,
    "layers": events.figures,
    "linking": lambda: linking.figures()["linking"],
    "memory": scale.memory,
    "readers": lambda: readers.figures()["readers"],
    "short": short.figures,
}


def main() -> int:
    """Measure, and write BENCHMARKS.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--again", action="store_true", help="take the figures of the last run")
    parser.add_argument("--only", choices=sorted(PARTS), help="measure this part alone")
    args = parser.parse_args()
    figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    if args.only:
        FILES.mkdir(parents=True, exist_ok=True)
        figures[args.only] = PARTS[args.only]()
    failed = [] if args.only or args.again else measure(figures)
    FIGURES.write_text(json.dumps(figures), encoding="utf-8")
    target = ROOT / "BENCHMARKS.md"
    # A part alone says nothing of the others, whose figures may be of another day.
    told = parts({args.only: figures[args.only]} if args.only else figures)
    target.write_text(page(told, target.read_text(encoding="utf-8")), encoding="utf-8")
    print("wrote BENCHMARKS.md" + (f" without new figures of {', '.join(failed)}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
