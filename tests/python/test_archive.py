"""The archive of examples/ is what its script makes, and klubba finds in it what was made."""

import re
import zipfile
from typing import Any

import klubba
import pytest
from conftest import ROOT, made

ARCHIVE = ROOT / "examples/archive.zip"


def test_it_is_what_the_script_makes() -> None:
    with zipfile.ZipFile(ARCHIVE) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert texts == made().texts, "make archive"
    assert ARCHIVE.stat().st_size < 200_000


@pytest.fixture(scope="module")
def corpus() -> klubba.Corpus:
    return klubba.read(ARCHIVE)


def test_bodies_and_days(corpus: klubba.Corpus) -> None:
    told = {(course.body, str(course.day)) for course in made().courses}
    assert {(doc.body, doc.date) for doc in corpus} == told
    assert {doc.kind for doc in corpus} == {"minutes"}


def test_each_matter_ends_as_it_was_made(corpus: klubba.Corpus) -> None:
    found: dict[tuple[Any, ...], set[str]] = {}
    for doc in corpus:
        for item in doc.items:
            if item.case and item.decisions:
                found[doc.body, doc.date, item.case] = {end(decision) for decision in item.decisions}
    wanted = {(one.body, str(one.day), one.case): {one.end} for one in made().courses}
    assert found == wanted
    assert {end for ends in wanted.values() for end in ends} == {
        "settled",
        "postponed",
        "sent back",
        "sent out",
    }


def end(decision: klubba.Decision) -> str:
    """How a decision ends its matter for the day."""
    if decision.kind == "refer":
        return "sent back" if re.search("återremitt", decision.text, re.IGNORECASE) else "sent out"
    return "postponed" if decision.kind == "postpone" else "settled"
