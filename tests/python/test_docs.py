"""The examples of README.md, docs/ and the docstrings run: Python, sessions of `>>>`, and the command."""

import doctest
import importlib
import os
import runpy
import shutil
import sys
from pathlib import Path

import klubba
import pages
import pytest
from conftest import ROOT

HERE = [
    pytest.param(path, need, id=f"{path.relative_to(ROOT)}{need and ' with '}{need}")
    for path in pages.PAGES
    for need in pages.needs(path.read_text("utf-8"))
    # test_spark.py runs those, where a cluster is.
    if need != "spark"
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    pages.furnish(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("path", "need"), HERE)
def test_page(path: Path, need: str) -> None:
    if need == "tesseract":
        if not shutil.which(need):
            pytest.skip(f"{need} is not installed")
    elif need:
        pytest.importorskip(need, reason=f"{need} is not installed")
    page = path.read_text("utf-8")
    ran = pages.run(page, str(path), need)
    # A fence that is written in another way would pass by unseen.
    marked = page.count("```python") + page.count("```pycon") + page.count("```sh")
    assert len(list(pages.BLOCK.finditer(page))) == marked
    assert ran or not marked or "spark" in pages.needs(page)


def test_every_rule_is_on_its_page() -> None:
    page = runpy.run_path(str(ROOT / "tools/rules_page.py"))["rows"]()
    for rule in klubba.rules():
        assert f"{{ #{rule.code} }}" in page
        assert rule.example in page
        assert rule.counter_example in page


@pytest.mark.parametrize("name", ["klubba", "klubba.analyzer", "klubba.corpus"])
def test_docstrings(name: str) -> None:
    done = doctest.testmod(importlib.import_module(name))
    assert done.attempted
    assert not done.failed
