"""The pages of the documentation, and how their examples are run."""

from __future__ import annotations

import doctest
import re
import subprocess
from typing import TYPE_CHECKING, Any

from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# A block of code. What it needs that is not there for every test stands above it: <!-- needs ray -->
BLOCK = re.compile(
    r"(?:^<!-- needs (?P<needs>\w+) -->\n+)?^```(?P<kind>python|pycon|sh)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def needs(page: str) -> list[str]:
    """What the blocks of a page need; nothing is the first."""
    return ["", *sorted({block["needs"] for block in BLOCK.finditer(page) if block["needs"]})]


def run(page: str, name: str, need: str = "", *, only: bool = False, **names: Any) -> int:  # noqa: ANN401
    """Run a page's blocks in their order, with one another's names: those that need nothing (unless `only`),
    and those that need `need`.

    Returns:
        How many were run.
    """
    names["__name__"] = name
    blocks = [block for block in BLOCK.finditer(page) if block["needs"] in ({need} if only else {None, need})]
    for block in blocks:
        line = page[: block.start("code")].count("\n")
        if block["kind"] == "python":
            # As many lines before it as in the page: an error names the line there.
            exec(compile("\n" * line + block["code"], name, "exec", dont_inherit=True), names)
        elif block["kind"] == "pycon":
            told: list[str] = []
            session = doctest.DocTestParser().get_doctest(block["code"], names, name, name, line)
            runner = doctest.DocTestRunner(verbose=False)
            assert runner.run(session, out=told.append, clear_globs=False).attempted
            names.update(session.globs)
            assert not told, "".join(told)
        else:
            # What the command says goes to this test's own output, which is shown if it fails.
            subprocess.run(["bash", "-euo", "pipefail", "-c", block["code"]], check=True)
    return len(blocks)


def furnish(folder: Path) -> None:
    """Put what the pages name into a folder, as the README says that it is made, and nothing else."""
    readme = (ROOT / "README.md").read_text("utf-8")
    making = re.search(
        r"^```\nmkdir -p try/archive && cd try\n(?P<code>.*?)^```$", readme, re.MULTILINE | re.DOTALL
    )
    assert making
    code = "mkdir archive\n" + making["code"].replace("../examples", str(ROOT / "examples"))
    subprocess.run(["bash", "-euo", "pipefail", "-c", code], check=True, cwd=folder)
