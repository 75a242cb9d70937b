"""The list on the page of rules, made from the registry whenever the site is built (a hook of mkdocs)."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import klubba

LAYERS = {
    "heading": "Headings",
    "toc": "Contents",
    "date": "Dates",
    "person": "People",
    "speech": "Speeches",
    "decision": "Decisions",
}


def rows() -> str:
    """All rules as Markdown, layer by layer."""
    parts = []
    for layer, rules in groupby(klubba.rules(), lambda rule: rule.code.split(".")[0]):
        parts.append(f"\n## {LAYERS[layer]}\n")
        for rule in rules:
            meaning = rule.meaning[0].upper() + rule.meaning[1:].removesuffix(".")
            # A rule's texts hold blank lines and marks of Markdown: both stand in a block of code.
            parts.append(f"\n### `{rule.code}` {{ #{rule.code} }}\n\n{meaning}.\n")
            parts.append(f"\n````text title='finds'\n{rule.example}\n````\n")
            parts.append(f"\n````text title='finds nothing in'\n{rule.counter_example}\n````\n")
            parts.append(f"\nDeclared in `{rule.source}`, beside the grammar that applies it.\n")
    return "".join(parts)


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:  # noqa: ANN401
    """Put all rules below what `docs/rules.md` says of them."""
    return markdown + rows() if page.file.src_uri == "rules.md" else markdown
