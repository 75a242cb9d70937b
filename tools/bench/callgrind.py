"""Runs `benches/instructions` under callgrind, which counts what noise does not touch: instructions."""

import os
import platform
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
KINDS = ("records", "press", "minutes", "pages")
LAYERS = ("headings", "dates", "people", "speeches", "decisions", "all")
PROGRAM = ROOT / "target/release/klubba-instructions"
BUILD = ("cargo", "build", "--release", "--locked", "--quiet", "--package", "klubba-instructions")


def here() -> dict[str, str]:
    """What the counts hang on beside the code: the compiler, and what memchr may use of the processor."""
    rustc = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True, cwd=ROOT)
    flags = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    avx2 = " with AVX2" if re.search(r"\bavx2\b", flags) else ""
    return {"rustc": rustc.stdout.strip(), "machine": f"{platform.system()} {platform.machine()}{avx2}"}


def missing() -> str | None:
    """What is needed and not there."""
    return None if shutil.which("valgrind") else "valgrind (apt install valgrind, or the like)"


def build() -> None:
    """Build the program, with default features and the profile of a release."""
    subprocess.run(BUILD, check=True, cwd=ROOT)


def build_with_lines() -> Path:
    """Build the same program so that it knows which line of which file each instruction comes from."""
    folder = ROOT / "target/lines"
    lines = os.environ | {"CARGO_PROFILE_RELEASE_DEBUG": "line-tables-only"}
    subprocess.run([*BUILD, "--target-dir", str(folder)], check=True, cwd=ROOT, env=lines)
    return folder / "release" / PROGRAM.name


def count(  # noqa: PLR0913
    kind: str,
    layer: str,
    size: int,
    out: Path = Path("/dev/null"),
    *,
    program: Path = PROGRAM,
    options: tuple[str, ...] = (),
) -> float:
    """Instructions a byte of one set of layers over `size` bytes of made text; the profile goes to `out`."""
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *options]
    command += ["--toggle-collect=klubba_instructions::measured*", str(program), kind, layer, str(size)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    counted = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or counted is None or int(counted[1]) == 0:
        raise SystemExit(f"{' '.join(command)} counted nothing:\n{run.stderr}")
    return int(counted[1]) / int(run.stdout)


def functions(profile: Path, most: int) -> list[tuple[float, str]]:
    """The functions that the most instructions went to, each with its share in per cent."""
    command = ["callgrind_annotate", "--threshold=95", str(profile)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    line = re.compile(r"^ *[\d,]+ \( *([\d.]+)%\) +\S*?:(.+?)(?: \[.*\])?$", re.MULTILINE)
    return [(float(share), name.replace("'2", "")) for share, name in line.findall(told)][:most]
