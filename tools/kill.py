"""Kill a run again and again at random moments and see that going on gives what a run without a kill gives.

Example: python3 tools/kill.py target/release/klubba ../shared/archive/regeringen.zip --kills 30
"""

import argparse
import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def main() -> int:
    """Compare results with and without kills; the exit status is 1 if they differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("klubba")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--part-size", default="200K")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        command = [args.klubba, "analyze", *args.paths, "-o", str(out), "--format", "parquet"]
        command += ["--part-size", args.part_size, "--resume", "--quiet"]
        begun = time.monotonic()
        subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
        took = time.monotonic() - begun
        whole = digests(out)
        print(f"undisturbed: {len(whole)} files in {took:.1f} s")
        kills = rounds = 0
        while kills < args.kills:
            shutil.rmtree(out)
            rounds += 1
            while kills < args.kills:
                with subprocess.Popen(command, stderr=subprocess.DEVNULL) as run:
                    time.sleep(chance.uniform(0, took))
                    if run.poll() is not None:
                        break
                    run.kill()
                kills += 1
            subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
            if digests(out) != whole:
                print(f"round {rounds}, after {kills} kills: the result is another", file=sys.stderr)
                return 1
        print(f"{kills} kills in {rounds} rounds: every result is the same, byte for byte")
    return 0


if __name__ == "__main__":
    sys.exit(main())
