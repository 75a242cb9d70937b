"""List what Swedish minutes decide, propose and move. Usage: python examples/decisions.py FILE [FILE …]."""

import sys
from pathlib import Path

import klubba


def main(paths: list[str]) -> None:
    """Print what was settled, proposed or moved in each of these files, and the days to answer by.

    What a text only tells of others is counted, not shown.
    """
    for path in paths:
        doc = klubba.analyze(Path(path).read_text("utf-8"))
        taken = [decision for decision in doc.decisions if not decision.reported]
        told = len(doc.decisions) - len(taken)
        of_others = f", and {told} that it tells of" if told else ""
        print(f"{doc.title or path} ({doc.date or 'no date'}): {len(taken)} decisions{of_others}")
        for decision in taken:
            body = decision.body or "–"
            deadline = f", by {decision.deadline}" if decision.deadline else ""
            print(f"  {decision.kind:9}{body}{deadline}: {' '.join(decision.text.split())[:80]}")


if __name__ == "__main__":
    main(sys.argv[1:])
