"""The notebooks of examples/ run from the first cell to the last, and say what they should."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

nbformat = pytest.importorskip("nbformat", reason="jupyter is not installed: pip install nbclient ipykernel")
nbclient = pytest.importorskip("nbclient", reason="jupyter is not installed: pip install nbclient ipykernel")
pytest.importorskip("ipykernel", reason="jupyter is not installed: pip install nbclient ipykernel")

NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
# What a reader of each must see in its outputs.
SEEN = {
    "first_look": ['class="klubba"', "minutes", "as in: ", "assignee", "vega-lite"],
    "study": ["<b>12 documents</b>", "adopt", "Kommunstyrelsen", "vega-lite", 'class="klubba"'],
    "batch_duckdb": ["documents", "adopt", "deadline", "date.day"],
}


def outputs(notebook: Any) -> str:  # noqa: ANN401
    """Everything that the cells put out, of every kind."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return "\n".join(_shown(output) for cell in cells for output in cell.outputs)


def _shown(output: dict[str, Any]) -> str:
    data = output.get("data", {})
    return str(output.get("text", "")) + "".join(
        f"{kind} {value if isinstance(value, str) else json.dumps(value)}" for kind, value in data.items()
    )


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert not outputs(notebook), "notebooks are kept without outputs"
    nbclient.NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    shown = outputs(notebook)
    for wanted in SEEN[path.stem]:
        assert wanted in shown, wanted
    # What is counted there while it takes long is no fault.
    told = [line for line in outputs(notebook).splitlines() if "Warning" in line]
    assert not told
