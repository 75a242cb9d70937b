#!/usr/bin/env python3
"""Check that a change leaves every finding as it was: the same JSON of all texts in ../shared and examples/.

usage: unchanged.py [--base REV] [--without KEY …] [--debug]

--base REV      compare with the command of this revision (HEAD by default: what is not committed yet)
--without KEY   leave this key out on both sides: a key that the change adds
--debug         build both without optimization: slower to run, quicker to build

The command of the base is built once for each revision, into target/unchanged. The exit status is 1 if
anything differs by a byte.
"""

import argparse
import json
import shutil
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "target" / "unchanged"
SHARED = ROOT.parent / "shared"


def git(*words: str) -> str:
    """Run git on the repository and return what it prints."""
    return subprocess.run(
        ["git", *words], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    ).stdout.strip()


def build(source: Path, target: Path, debug: bool) -> Path:
    """Builds the command of the checkout `source` and returns its path."""
    profile = [] if debug else ["--release"]
    command = ["cargo", "build", "--quiet", "--features", "cli", "--bin", "klubba", *profile]
    subprocess.run([*command, "--target-dir", str(target)], cwd=source, check=True)
    return target / ("debug" if debug else "release") / "klubba"


def base_command(revision: str, debug: bool) -> Path:
    """The command of a revision, built at the first call."""
    kept = KEPT / f"klubba-{revision}{'-debug' if debug else ''}"
    if not kept.exists():
        source = KEPT / "source"
        shutil.rmtree(source, ignore_errors=True)
        git("worktree", "prune")
        git("worktree", "add", "--quiet", "--detach", str(source), revision)
        shutil.copy(build(source, KEPT / "target", debug), kept)
        git("worktree", "remove", "--force", str(source))
    return kept


def inputs() -> list[str]:
    """Every text at hand: our own documents, and the sets beside the repository where they are."""
    sets = ("gold", "wild", "cases/texts", "minutes", "markup", "records", "files", "archive/regeringen.zip")
    texts = [
        ROOT / "examples" / "documents",
        ROOT / "examples" / "archive.zip",
        *(SHARED / name for name in sets),
    ]
    kinds = {".txt", ".md", ".pdf", ".docx", ".html"}
    found: list[str] = []
    for place in texts:
        if place.is_dir():
            files = sorted(path for path in place.rglob("*") if path.suffix in kinds)
            found += [str(path) for path in files if not path.name.endswith((".want.md", "ABOUT.md"))]
        elif place.exists():
            found.append(str(place))
    return found


def analyze(command: Path, texts: list[str], out: Path) -> None:
    """Writes one line of JSON for each document."""
    with out.open("wb") as file:
        # Files without a text layer are among them: the exit status tells of those.
        subprocess.run(
            [str(command), "analyze", "-q", *texts], check=False, stdout=file, stderr=subprocess.DEVNULL
        )


def drop(value: object, keys: set[str]) -> object:
    """A value of JSON without these keys, at any depth."""
    if isinstance(value, dict):
        return {k: drop(v, keys) for k, v in value.items() if k not in keys}
    return [drop(v, keys) for v in value] if isinstance(value, list) else value


def first_difference(old: str, new: str) -> str:
    """Which finding differs first, in words."""
    if not old or not new:
        return "one document less" if not new else "one document more"
    a, b = json.loads(old), json.loads(new)
    for key in [*a, *(k for k in b if k not in a)]:
        if a.get(key) != b.get(key):
            x, y = a.get(key), b.get(key)
            if isinstance(x, list) and isinstance(y, list):
                pairs = zip_longest(x, y)
                x, y = next((p for p in pairs if p[0] != p[1]), (x, y))
            was, now = (json.dumps(value, ensure_ascii=False) for value in (x, y))
            return f"{a.get('source')}: {key}\n  - {was}\n  + {now}"
    return f"{a.get('source')}: the order of keys"


def main() -> int:
    """Build both, analyse every text with both and print the first five differences."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--base", default="HEAD")
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--debug", action="store_true")
    options = parser.parse_args()
    revision = git("rev-parse", options.base)
    KEPT.mkdir(parents=True, exist_ok=True)
    old_command = base_command(revision, options.debug)
    new_command = build(ROOT, ROOT / "target", options.debug)
    texts, keys = inputs(), set(options.without)
    old_out, new_out = KEPT / "old.jsonl", KEPT / "new.jsonl"
    analyze(old_command, texts, old_out)
    analyze(new_command, texts, new_out)
    documents, different = 0, 0
    with old_out.open(encoding="utf-8") as old_lines, new_out.open(encoding="utf-8") as new_lines:
        for old, new in zip_longest(old_lines, new_lines, fillvalue=""):
            documents += 1
            if old == new:
                continue
            if keys and old and new and drop(json.loads(old), keys) == drop(json.loads(new), keys):
                continue
            different += 1
            if different <= 5:
                print(first_difference(old, new))
    print(f"{documents} documents, {different} with other findings than at {options.base}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
