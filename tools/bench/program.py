"""Runs what is measured, and takes the least of several times: what else the machine does only adds to it."""

import functools
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
KLUBBA = ROOT / "target/release/klubba"
# The texts and other files of a run.
FILES = ROOT / "target/bench"
_BENCH = ("cargo", "bench", "--quiet", "--features", "bench", "--bench", "analyze", "--no-run")


@functools.cache
def _built() -> str:
    """Where the bench in Rust lies, built if it has to be."""
    command = [*_BENCH, "--message-format=json"]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    messages = [json.loads(line) for line in run.stdout.splitlines()]
    programs = [message["executable"] for message in messages if message.get("executable")]
    if len(programs) != 1:
        raise SystemExit(f"{' '.join(command)} built {len(programs)} programs")
    return str(programs[0])


def bench(*arguments: str) -> Any:  # noqa: ANN401
    """What the bench in Rust tells as JSON on its last line, if it tells anything."""
    run = subprocess.run([_built(), *arguments], check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    lines = run.stdout.splitlines()
    return json.loads(lines[-1]) if lines else None


def made(kind: str, size: int) -> list[Path]:
    """Made documents of a kind, `size` bytes together, one a file."""
    folder = FILES / f"{kind}-{size}"
    if not folder.exists():
        # Under another name until all are there.
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        bench("make", kind, str(size), str(part))
        part.rename(folder)
    return sorted(folder.iterdir())


def seconds(work: Callable[[], object]) -> float:
    """How long something takes once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def least(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The least seconds of each, measured by turns."""
    times = [[seconds(work) for work in works] for _ in range(rounds)]
    return [min(of_one) for of_one in zip(*times, strict=True)]


# Prints what a command did: its exit status, its seconds of the processor, the most that it had in memory.
_STARTER = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def cost(*command: str) -> tuple[int, float, int]:
    """The exit status of a command, its seconds of the processor, and the most bytes it ever had in memory.

    A small process starts it: what the starter has in memory the system counts as the command's.
    """
    told = subprocess.run(
        [sys.executable, "-S", "-c", _STARTER, *command], check=True, capture_output=True, text=True
    ).stdout
    status, seconds, memory = told.split()[-3:]
    return int(status), float(seconds), int(memory) * (1 if sys.platform == "darwin" else 1024)
