#!/usr/bin/env python3
"""Draw what `klubba show` prints in colour as an SVG, for the README.

usage: picture.py KLUBBA DOCUMENT OUT.svg
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

# Foreground colours of a terminal, by their code; as they look on a dark ground.
COLORS = {
    31: "#ff7b72",
    32: "#7ee787",
    33: "#f2cc60",
    34: "#79c0ff",
    35: "#d2a8ff",
    36: "#76e3ea",
    90: "#8b949e",
}
CODE = re.compile(r"\x1b\[([0-9;]*)m")
LINE, CHAR, MARGIN = 18, 8.0, 20


def spans(line: str) -> list[tuple[str, str]]:
    """The line's pieces of text, each with its SVG attributes."""
    pieces, color, bold, dim = [], None, False, False
    parts = CODE.split(line)
    for index, part in enumerate(parts):
        if index % 2:
            for code in (int(c or 0) for c in part.split(";")):
                if code == 0:
                    color, bold, dim = None, False, False
                bold, dim = bold or code == 1, dim or code == 2
                color = COLORS.get(code, COLORS.get(code - 60, color))
        elif part:
            style = f'fill="{color}"' if color else 'fill="#e6edf3"'
            style += ' font-weight="bold"' if bold else ""
            style += ' opacity="0.65"' if dim else ""
            pieces.append((part, style))
    return pieces


def main() -> None:
    """Run the command and write the picture."""
    klubba, document, out = sys.argv[1:]
    command = [klubba, "show", "--color", "always", document]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = text.rstrip("\n").split("\n")
    width = int(max(len(CODE.sub("", line)) for line in lines) * CHAR) + 2 * MARGIN
    height = len(lines) * LINE + 2 * MARGIN
    rows = []
    for number, line in enumerate(lines):
        column = 0
        for piece, style in spans(line):
            y = MARGIN + (number + 0.75) * LINE
            # Browsers lose spaces at the ends and in a row, and would draw out what is left.
            for words in re.finditer(r"\S+(?: \S+)*", piece):
                x, length = MARGIN + (column + words.start()) * CHAR, len(words[0]) * CHAR
                place = f'x="{x}" y="{y}" textLength="{length}" lengthAdjust="spacingAndGlyphs"'
                rows.append(f"<text {place} {style}>{html.escape(words[0])}</text>")
            column += len(piece)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13">\n'
        f'<rect width="{width}" height="{height}" rx="8" fill="#0d1117"/>\n' + "\n".join(rows) + "\n</svg>\n"
    )
    Path(out).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
