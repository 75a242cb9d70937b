"""The notebooks of examples/ run from the first cell to the last, and say what they should."""

import functools
import json
import re
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import pytest
from conftest import ROOT, made, made_decade, opened

nbformat = pytest.importorskip("nbformat", reason="jupyter is not installed: pip install nbclient ipykernel")
nbclient = pytest.importorskip("nbclient", reason="jupyter is not installed: pip install nbclient ipykernel")
pytest.importorskip("ipykernel", reason="jupyter is not installed: pip install nbclient ipykernel")
pytest.importorskip("vl_convert", reason="vl-convert is not installed: pip install 'klubba[plot]'")

NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
# What a reader of each must see in its outputs.
SEEN = {
    "first_look": ['class="klubba"', "minutes", "as in: ", "assignee", "<svg"],
    "study": ["<b>57 documents</b>", "rule decision.phrase", "<mark>", ">28 of 66</text>", 'class="klubba"'],
    "decade": ["<svg", "<details>", "link.party-changed", "before three bodies", "times it fell", "median"],
    "batch_duckdb": ["documents", "adopt", "deadline", "date.day"],
}
# How many documents and how many figures.
DRAWN = {"first_look": (1, 1), "study": (1, 4), "decade": (0, 3), "batch_duckdb": (0, 0)}
# How many pixels of an image are neither black, white nor grey: bars and points are, axes and words are not.
COLOURED = """image => {
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let coloured = 0;
    for (let at = 0; at < data.length; at += 4) {
        const pixel = data.slice(at, at + 3);
        coloured += Math.max(...pixel) - Math.min(...pixel) > 30;
    }
    return coloured;
}"""


def outputs(notebook: Any) -> str:  # noqa: ANN401
    """Everything that the cells put out, of every kind."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return "\n".join(_shown(output) for cell in cells for output in cell.outputs)


def _shown(output: dict[str, Any]) -> str:
    data = output.get("data", {})
    return str(output.get("text", "")) + "".join(
        f"{kind} {value if isinstance(value, str) else json.dumps(value)}" for kind, value in data.items()
    )


@functools.cache
def executed(path: Path) -> Any:  # noqa: ANN401
    """The notebook with what its cells put out."""
    notebook = nbformat.read(path, as_version=4)
    assert not outputs(notebook), "notebooks are kept without outputs"
    nbclient.NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    return notebook


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook(path: Path) -> None:
    shown = outputs(executed(path))
    for wanted in SEEN[path.stem]:
        assert wanted in shown, wanted
    # What is counted there while it takes long is no fault.
    told = [line for line in shown.splitlines() if "Warning" in line]
    assert not told


@pytest.mark.filterwarnings("ignore")
def test_the_study_finds_who_postpones() -> None:
    shown = outputs(executed(ROOT / "examples/study.ipynb"))
    cells = r"<td>(\D+)</td>\s*<td>(\d+)</td>\s*<td>(\d+)</td>\s*<td>(0\.\d+)</td>"
    found = [(body, int(n), int(delayed)) for body, n, delayed, _ in re.findall(cells, shown)]
    ends: dict[str, list[bool]] = {}
    for course in made().courses:
        ends.setdefault(course.body, []).append(course.end in ("postponed", "sent back"))
    wanted = [(body, len(own), sum(own)) for body, own in ends.items()]
    wanted.sort(key=lambda row: row[2] / row[1], reverse=True)
    assert found == wanted
    assert len(wanted) == 6
    (body, n, delayed), second = wanted[:2]
    assert f"{body} postpones most: {delayed} of {n} matters, {delayed / n:.0%}." in shown
    assert f"{second[0]} may do as much: {second[2]} of {second[1]} says no more" in shown


@pytest.mark.filterwarnings("ignore")
def test_the_study_finds_how_long_motions_wait() -> None:
    shown = outputs(executed(ROOT / "examples/study.ipynb"))
    motions = made().motions
    waited = sorted((one.decided - one.came).days for one in motions if one.decided)
    assert 0 < len(waited) < len(motions)
    assert f"{len(motions)} motions, 0 of them without a day on which they came in" in shown
    low, _, high = quantiles(waited, n=4, method="inclusive")
    told = f"median {median(waited):.0f} days, the middle half {low:.0f} to {high:.0f}"
    assert f"{len(waited)} decided: {told}" in shown
    assert f"{len(motions) - len(waited)} without a decision in the archive" in shown
    longest = waited + [10**6] * (len(motions) - len(waited))
    assert f"median if these wait longest of all: {median(longest):.0f} days" in shown


@pytest.mark.filterwarnings("ignore")
def test_ten_years_are_counted_as_they_were_made() -> None:
    shown = outputs(executed(ROOT / "examples/decade.ipynb"))
    courses = [acts for acts in made_decade().matters.values() if acts]
    three = sum(len({act.body for act in acts}) == 3 for acts in courses)
    assert f"{three} of them before three bodies" in shown
    ended = {True: 0, False: 0}
    for acts in courses:
        outcomes = [act.act for act in acts if act.act in ("adopted", "rejected")]
        moved = sum(act.act == "moved" for act in acts)
        if outcomes:
            ended[outcomes[-1] == "adopted"] += moved
    assert f"{sum(ended.values())} times somebody moved for rejection; {ended[True]} times it fell" in shown


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_in_a_browser(browser: Any, tmp_path: Path, path: Path, theme: str) -> None:  # noqa: ANN401
    nbconvert = pytest.importorskip("nbconvert", reason="nbconvert is not installed")
    # What its pages fetch from the network is not needed by any of ours.
    nothing = "data:text/javascript,"
    exporter = nbconvert.HTMLExporter(theme=theme, require_js_url=nothing, mathjax_url=nothing)
    rendered = tmp_path / "notebook.html"
    rendered.write_text(exporter.from_notebook_node(executed(path))[0], "utf-8")
    with opened(browser, rendered, viewport={"width": 1000, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 1000, "something is too wide"
        cells, figures = page.locator(".klubba:has(.kb-text)"), page.locator(".jp-OutputArea img")
        assert (cells.count(), figures.count()) == DRAWN[path.stem]
        for cell in cells.all():
            paper = cell.evaluate("e => getComputedStyle(e).backgroundColor")
            assert (paper == "rgb(255, 255, 255)") == (theme == "light")
            try_toggles(cell)
            try_outline(cell)
        for figure in figures.all():
            size = figure.bounding_box()
            assert size["width"] > 300, size
            assert size["height"] > 100, size
            assert figure.evaluate(COLOURED) > 200


def try_toggles(cell: Any) -> None:  # noqa: ANN401
    """Each box switches the marks of its layer, and no other's, off and on again."""
    layers = ["headings", "decisions", "speeches", "people", "dates"]
    marks = {layer: cell.locator(f".kb-text .kb-{layer}").first for layer in layers}

    def looks() -> dict[str, object]:
        how = "(s => [s.backgroundColor, s.fontWeight, s.textDecorationLine])(getComputedStyle(e))"
        return {layer: mark.evaluate(f"e => {how}") for layer, mark in marks.items()}

    before = looks()
    for layer in layers:
        box = cell.locator(f"label:has(.kb-on-{layer})")
        box.click()
        assert [one for one, look in looks().items() if look != before[one]] == [layer]
        box.click()
        assert looks() == before


def try_outline(cell: Any) -> None:  # noqa: ANN401
    """A link of the outline brings its heading into the frame in which the text scrolls."""
    cell.locator(".kb-outline summary").click()
    link = cell.locator(".kb-outline a").last
    heading = cell.locator(str(link.get_attribute("href")))
    inside = """e => {
        const frame = e.closest(".kb-text").getBoundingClientRect(), its = e.getBoundingClientRect();
        return frame.top <= its.top && its.bottom <= Math.min(frame.bottom, innerHeight) && 0 <= its.top;
    }"""
    assert not heading.evaluate(inside)
    link.click()
    assert heading.evaluate(inside)
    assert heading.evaluate("e => e.matches(':target')")
