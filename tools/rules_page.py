"""The page of rules, made from the registry whenever the site is built (a hook of mkdocs)."""

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
HEAD = """# Rules

Every finding names the rule that made it: `finding.rule`, the column `rule`, `klubba show --rules`. A rule
has a line that says what it means, an example in which it finds exactly what stands between ⟦ and ⟧, and a
counter-example that looks alike and in which it finds nothing. Both are run as tests. `finding.explain()`
tells the same of a finding at hand, `klubba rules date.day` in a terminal, and `klubba.rules()` gives all:

```pycon
>>> import klubba
>>> {rule.code: rule for rule in klubba.rules()}["date.day"].example
'Styrelsen möts ⟦den 23 september 2022⟧ i Mariestad.'

```
"""


def page() -> str:
    """The page as Markdown."""
    parts = [HEAD]
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


def on_files(files: Any, config: Any) -> Any:  # noqa: ANN401
    """Put the page among the files of the site."""
    from mkdocs.structure.files import File  # noqa: PLC0415

    files.append(File.generated(config, "rules.md", content=page()))
    return files
