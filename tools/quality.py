#!/usr/bin/env python3
"""Score klubba against the gold files and compare with the figures kept in quality.json.

Prints the table of evaluate.py for each set and fails if a main figure has fallen by more than 0.01.
Sets that have gold for a few layers only are judged by those.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "quality.json"
SLACK = 0.01


@dataclass(frozen=True)
class Set:
    """A folder of texts with gold, and which rows of evaluate.py tell something there."""

    name: str
    folder: str
    gold: str
    main: tuple[tuple[str, str], ...]
    """What is kept and compared: row and column."""
    rows: tuple[str, ...] = ()
    """What is printed; the whole table if empty."""


LAYERS = ("headings", "dates", "people", "speeches", "decisions")
SETS = (
    Set("gold", "gold", "*.json", (*((layer, "f1") for layer in LAYERS), ("mean_f1", ""))),
    Set(
        "wild",
        "wild",
        "*.json",
        (
            *((layer, "f1") for layer in (*LAYERS, "toc", "decisions.span")),
            *((share, "") for share in ("document.kind", "document.title", "document.date")),
            *((share, "") for share in ("headings.level", "headings.kind")),
            *((share, "") for share in ("decisions.body", "decisions.reported")),
            ("mean_f1", ""),
        ),
    ),
    Set("minutes", "minutes", "*.json", (("items", "recall"), ("votes", "f1")), ("items", "votes")),
    Set("markup", "markup", "*.json", (("headings", "f1"),), ("headings", "toc")),
    # Decisions have gold in these alone, and there only as points under a heading: the others are no faults.
    Set(
        "markup-decisions", "markup", "dvd-protokoll-*.json", (("decisions.span", "recall"),), ("decisions",)
    ),
    Set("records", "records", "*.json", (("headings", "f1"), ("speeches", "f1")), ("headings", "speeches")),
)


def analyze(binary: Path, folder: Path, gold: list[Path], out: Path) -> None:
    """Run the command over the texts that have gold."""
    texts = [folder / f"{path.stem}.txt" for path in gold]
    command: list[str | Path] = [binary, "analyze", *texts, "-o", out]
    done = subprocess.run(command, check=False)
    if done.returncode:
        sys.exit(f"klubba analyze failed on a text of {folder}")


def evaluate(shared: Path, chosen: Set, binary: Path) -> tuple[str, dict[str, Any]]:
    """Score one set: evaluate.py's table, and its figures."""
    folder = shared / chosen.folder
    gold = sorted(folder.glob(chosen.gold))
    if not gold:
        sys.exit(f"no gold file {chosen.gold} in {folder}")
    with tempfile.TemporaryDirectory() as temporary:
        found = Path(temporary, "found.jsonl")
        analyze(binary, folder, gold, found)
        part = Path(temporary, "gold")
        part.mkdir()
        for path in gold:
            (part / path.name).symlink_to(path.resolve())
        command: list[str | Path] = [sys.executable, shared / "evaluate.py", part, found]
        run = [
            subprocess.run([*command, *more], check=True, capture_output=True, text=True).stdout
            for more in ([], ["--json"])
        ]
    return run[0], json.loads(run[1])


def narrowed(table: str, rows: tuple[str, ...]) -> str:
    """Keep the head of a table and the rows of some layers."""
    lines = table.splitlines()
    if not rows:
        return table.rstrip()
    kept = [line for line in lines[1:] if line.split(" ")[0].split(".")[0] in rows]
    return "\n".join([lines[0], *kept])


def main_figures(chosen: Set, figures: dict[str, Any]) -> dict[str, float]:
    """Pick the figures that are kept and compared."""
    picked = {}
    for row, column in chosen.main:
        name = f"{row} {column}".strip()
        picked[name] = float(figures[row][column] if column else figures[row])
    return picked


def main() -> int:
    """Score every set; 1 if a main figure has fallen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", action="store_true", dest="raised", help="keep figures that have risen")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the sets")
    parser.add_argument("--binary", type=Path, default=ROOT / ".venv/bin/klubba", help="the command")
    options = parser.parse_args()
    if not (options.shared / "evaluate.py").exists():
        print(f"no {options.shared}/evaluate.py: the quality was not measured")
        return 0
    kept: dict[str, dict[str, float]] = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    fallen = []
    for chosen in SETS:
        table, figures = evaluate(options.shared, chosen, options.binary)
        print(f"\n{chosen.name}\n{narrowed(table, chosen.rows)}")
        old = kept.setdefault(chosen.name, {})
        for name, figure in main_figures(chosen, figures).items():
            if figure < old.get(name, 0.0) - SLACK:
                fallen.append(f"{chosen.name}: {name} has fallen from {old[name]:.3f} to {figure:.3f}")
            if options.raised:
                old[name] = max(figure, old.get(name, 0.0))
    if options.raised:
        KEPT.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")
    print("\n" + ("\n".join(fallen) or f"no main figure below quality.json by more than {SLACK}"))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
