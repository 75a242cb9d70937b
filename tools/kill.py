"""Kill a run again and again at random moments and see that going on gives what a run without a kill gives.

Of a folder of parts every byte must be the same, of a database (--format sqlite) every row of every table.

Example: python3 tools/kill.py target/release/klubba ../shared/archive/regeringen.zip --kills 30
"""

import argparse
import hashlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def rows(path: Path) -> dict[str, str]:
    """Every table and view of a database, full text's own with them, with the hash of its rows in order."""
    base = sqlite3.connect(path)
    if base.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise SystemExit("the database is damaged")
    if base.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise SystemExit("a key of the database leads nowhere")
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
    found = {}
    for (name,) in base.execute(query).fetchall():
        digest = hashlib.sha256()
        for row in base.execute(f'SELECT * FROM "{name}"'):
            digest.update(repr(row).encode())
        found[name] = digest.hexdigest()
    base.close()
    return found


def main() -> int:
    """Compare results with and without kills; the exit status is 1 if they differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("klubba")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--format", choices=("parquet", "sqlite"), default="parquet")
    parser.add_argument("--part-size", default="200K")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        database = args.format == "sqlite"
        out = Path(folder, "out.db" if database else "out")
        told = rows if database else digests
        command = [args.klubba, "analyze", *args.paths, "-o", str(out), "--format", args.format]
        command += ["--part-size", args.part_size, "--resume", "--quiet"]
        begun = time.monotonic()
        subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
        took = time.monotonic() - begun
        whole = told(out)
        print(f"undisturbed: {len(whole)} {'tables and views' if database else 'files'} in {took:.1f} s")
        kills = rounds = 0
        while kills < args.kills:
            for path in Path(folder).iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            rounds += 1
            while kills < args.kills:
                with subprocess.Popen(command, stderr=subprocess.DEVNULL) as run:
                    time.sleep(chance.uniform(0, took))
                    if run.poll() is not None:
                        break
                    run.kill()
                kills += 1
            subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
            found = told(out)
            if found != whole:
                other = [name for name in found | whole if found.get(name) != whole.get(name)]
                print(f"round {rounds}, after {kills} kills: the result is another: {other}", file=sys.stderr)
                return 1
        same = "row for row" if database else "byte for byte"
        print(f"{kills} kills in {rounds} rounds: every result is the same, {same}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
