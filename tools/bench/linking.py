"""Linking: its time beside that of the analysis, and the memory that a million documents' people take."""

import json
import runpy
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

from program import FILES, KLUBBA, ROOT, seconds
from scale import peak

# So many places with the made minutes of ten years each, and so many times their tables again.
PLACES = 480
TIMES = 10
# What linking reads.
TABLES = ("documents", "people", "speeches", "decisions", "items", "dates")

Figures = dict[str, Any]


def figures() -> Figures:
    """Seconds for analysing and for linking 100,000 made documents; memory and seconds for a million."""
    folder, out, long = FILES / "places", FILES / "places-out", FILES / "places-long"
    for old in (folder, out, long):
        shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(parents=True)
    decade = runpy.run_path(str(ROOT / "tools/archive.py"))["decade"]
    print(f"linking: {PLACES} places", file=sys.stderr)
    for place in range(PLACES):
        with zipfile.ZipFile(folder / f"place{place:03}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in decade(place).texts.items():
                archive.writestr(name, text)
    told: dict[str, int] = {}
    analysed = seconds(
        lambda: told.update(memory=_run("analyze", folder, "-o", out, "--format", "parquet", "-q"))
    )
    linked = seconds(lambda: told.update(linking=_run("link", out)))
    counts = _times(out, long)
    took = seconds(lambda: told.update(long=_run("link", long)))
    short = {"analysed": analysed, "linked": linked, "memory": told["linking"]}
    figures = {"short": short, "long": {"linked": took, "memory": told["long"]}, **counts}
    for old in (folder, out, long):
        shutil.rmtree(old)
    return {"linking": figures}


def _run(*arguments: object) -> int:
    return peak(str(KLUBBA), *map(str, arguments))


def _times(out: Path, long: Path) -> Figures:
    """The tables of a run so many times over, each time of other places."""
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import compute, parquet  # noqa: PLC0415

    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    parts: list[dict[str, Any]] = []
    counts: dict[str, int] = {}
    for name in TABLES:
        rows = parquet.read_table(out / name)
        counts[name] = rows.num_rows
        (long / name).mkdir(parents=True)
        for time in range(TIMES):
            numbers = compute.add(rows.column("doc_id"), time * counts["documents"])
            copy = rows.set_column(0, "doc_id", numbers)
            if name == "documents":
                sources = compute.binary_join_element_wise(
                    pa.scalar(f"copy{time}/"), rows.column("source"), ""
                )
                copy = copy.set_column(rows.column_names.index("source"), "source", sources)
            path = f"{name}/part-{time:05}.parquet"
            parquet.write_table(copy, long / path, compression="zstd")
            parts.append({"files": [{"path": path}]})
    (long / "manifest.json").write_text(json.dumps({**manifest, "parts": parts}), "utf-8")
    return {"documents": counts["documents"], "people": counts["people"], "times": TIMES}


def table(told: Figures) -> str:
    """The figures, in words and a table."""
    short, long, times = told["short"], told["long"], told["times"]
    rows = [
        [
            f"{told['documents']:,} documents, {told['people']:,} people",
            f"{short['analysed']:.1f}",
            f"{short['linked']:.1f}",
            f"{short['memory'] / 1e9:.2f}",
        ],
        [
            f"{told['documents'] * times:,} documents, {told['people'] * times:,} people",
            "",
            f"{long['linked']:.1f}",
            f"{long['memory'] / 1e9:.2f}",
        ],
    ]
    lines = [
        ["", "analysing, s", "linking, s", "memory of linking, GB"],
        ["---", "---:", "---:", "---:"],
        *rows,
    ]
    ratio = short["linked"] / short["analysed"]
    return (
        "\n".join("| " + " | ".join(line) + " |" for line in lines)
        + f"\n\nLinking takes {ratio:.2f} of the time that the analysis took which made the tables.\n"
    )


if __name__ == "__main__":
    print(json.dumps(figures(), indent=1))
