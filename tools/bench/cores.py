"""What more cores would give: the seconds of the processor that each part of a run takes, and a model.

One thread reads the files' bytes, one writes the results in order, and the others read formats, analyse and
make JSON. So a run on N cores takes no less than the longest of the reader's seconds, the writer's, and the
others' divided by N. By itself it prints its figures as JSON: python3 tools/bench/cores.py
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from program import FILES, KLUBBA
from scale import folder

CORES = (1, 2, 4, 8, 16)
ROUNDS = 3

Figures = dict[str, Any]


def _threads(process: int) -> dict[str, float]:
    """Seconds of the processor that the threads of a process have taken so far, by their names."""
    told: dict[str, float] = {}
    for task in Path(f"/proc/{process}/task").iterdir():
        try:
            name, _, rest = (task / "stat").read_text().partition("(")[2].rpartition(")")
        except OSError:
            continue  # it has ended
        ticks = rest.split()[11:13]
        key = (
            "writer"
            if task.name == str(process)
            else "reader"
            if name.startswith("klubba-read")
            else "workers"
        )
        told[key] = told.get(key, 0.0) + sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return told


def _run(path: Path) -> dict[str, float]:
    """The seconds of each part of a run, looked at every few milliseconds until it ends."""
    command = [str(KLUBBA), "analyze", str(path), "-q", "-j", str(os.cpu_count() or 1)]
    told = {"reader": 0.0, "writer": 0.0, "workers": 0.0}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            try:
                now = _threads(process.pid)
            except OSError:
                break
            told = {part: max(before, now.get(part, 0.0)) for part, before in told.items()}
            time.sleep(0.005)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
    return told


def figures() -> Figures | None:
    """The least of some rounds; nothing where the system does not tell."""
    if not Path("/proc/self/task").exists():
        return None
    path, files, size = folder()
    print(f"the parts of a run on {files} files", file=sys.stderr)
    rounds = [_run(path) for _ in range(ROUNDS)]
    parts = {part: min(one[part] for one in rounds) for part in rounds[0]}
    return {"files": files, "bytes": size, **parts}


def table(told: Figures | None) -> str:
    """The text of the page."""
    if told is None:
        return "The system does not tell what a thread took.\n"
    reader, writer, workers = (float(told[part]) for part in ("reader", "writer", "workers"))

    def took(cores: int) -> float:
        return max(reader, writer, workers / cores)

    lines = [["cores", *map(str, CORES)], ["---"] + ["---:"] * len(CORES)]
    lines.append(["times as fast as one", *(f"{took(1) / took(n):.1f}" for n in CORES)])
    lines.append(["MB/s", *(f"{told['bytes'] / took(n) / 1e6:.0f}" for n in CORES)])
    rows = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    most = workers / max(reader, writer, 0.01)
    return (
        f"Of {told['files']:,} files, {told['bytes'] / 1e6:.0f} MB, the thread that reads takes "
        f"{reader:.2f} s of the processor, the one that writes {writer:.2f} s,\nand those that analyse "
        f"{workers:.2f} s. A run on N cores takes no less than the longest of the first two and the third "
        f"divided by N:\n\n{rows}\n\nFrom {most:.0f} cores on reading or writing is the bound. This is a "
        "model: the machine has no more than two cores.\n"
    )


if __name__ == "__main__":
    FILES.mkdir(parents=True, exist_ok=True)
    print(json.dumps(figures(), indent=1))
