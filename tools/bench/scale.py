"""What grows and what does not: cost with length, speed with threads, memory with one large document."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from program import FILES, KLUBBA, bench, cost, least, made

KINDS = ("records", "press", "minutes", "pages")
LARGE = 200_000_000

Figures = dict[str, Any]


def run(*arguments: str, cores: int | None = None) -> None:
    """The command, with what it finds thrown away; on so many cores, where the system can hold it there."""

    def hold() -> None:
        if cores is not None and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])

    command = [str(KLUBBA), "analyze", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, preexec_fn=hold)


def folder() -> tuple[Path, int, int]:
    """A folder of made files of all kinds, how many there are, and their bytes."""
    path = FILES / "archive"
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    files = [file for kind in KINDS for file in made(kind, 10_000_000)]
    for file in files:
        os.link(file, path / file.name)
    return path, len(files), sum(file.stat().st_size for file in files)


def threads() -> Figures:
    """Seconds for a folder of many files, on one thread and on two.

    One thread is measured on one core, and where it has others for reading and writing.
    """
    path, files, size = folder()
    print(f"one thread and two on {files} files", file=sys.stderr)
    held, one, two = least(
        5,
        lambda: run(str(path), "-j", "1", "-q", cores=1),
        lambda: run(str(path), "-j", "1", "-q"),
        lambda: run(str(path), "-j", "2", "-q", cores=2),
    )
    return {"files": files, "bytes": size, "held": held, "one": one, "two": two}


def peak(*command: str) -> int:
    """The most bytes that a command ever had in memory."""
    status, _, memory = cost(*command)
    if status:
        raise SystemExit(f"{' '.join(command)}: exit status {status}")
    return memory


def memory() -> list[Figures]:
    """Memory for one document of 200 MB of each kind: of the library, and of the command with its JSON."""
    told = []
    for kind in KINDS:
        print(f"memory for 200 MB of {kind}", file=sys.stderr)
        large = FILES / "large.txt"
        bench("make", kind, str(LARGE), str(large))
        library = bench("memory", str(large))
        command = peak(str(KLUBBA), "analyze", str(large), "--max-size", "300M", "-q")
        told.append({"texts": kind, **library, "command": command})
        large.unlink()
    return told


def linear() -> Figures:
    """Nanoseconds a byte of short and long texts, likely and unlikely ones."""
    told: Figures = bench("linear")
    return told


def figures() -> Figures:
    """All of it."""
    return {"linear": linear(), "threads": threads(), "memory": memory()}


if __name__ == "__main__":
    print(json.dumps(figures(), indent=1))
