"""List what Swedish minutes decide, and by when. Usage: python examples/decisions.py FILE [FILE …]."""

import sys
from pathlib import Path

import klubba


def main(paths: list[str]) -> None:
    """Print each decision taken in these files, and the days to answer by."""
    for path in paths:
        doc = klubba.analyze(Path(path).read_text("utf-8"))
        taken = [decision for decision in doc.decisions if not decision.reported]
        print(f"{doc.title or path} ({doc.date or 'no date'}): {len(taken)} decisions")
        for decision in taken:
            body = decision.body or "–"
            deadline = f", by {decision.deadline}" if decision.deadline else ""
            print(f"  {decision.kind:9}{body}{deadline}: {' '.join(decision.text.split())[:80]}")


if __name__ == "__main__":
    main(sys.argv[1:])
