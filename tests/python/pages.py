"""The pages of the documentation, and how their examples are run."""

from __future__ import annotations

import doctest
import re
import runpy
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from conftest import ROOT, documents
from pyarrow import parquet

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
    """Put everything into a folder that the pages name: folders, files and archives of minutes."""
    texts = documents()
    minutes = ROOT / "examples/documents/minutes-kommunstyrelsen.txt"
    for name in ("protokoll", "archive"):
        (folder / name).mkdir()
        for path in texts:
            shutil.copy(path, folder / name)
    for name in ("protokoll.txt", "mote.txt", "text"):
        shutil.copy(minutes, folder / name)
    pdf = _pdf("Protokoll 14 mars 2024", "Styrelsen beslutar att anta planen.")
    (folder / "protokoll.pdf").write_bytes(pdf)
    docx = runpy.run_path(str(ROOT / "tests/python/test_extract.py"))["docx"]
    (folder / "protokoll.docx").write_bytes(docx(("R1", "Protokoll 14 mars 2024")))
    with zipfile.ZipFile(folder / "protokoll.zip", "w") as archive:
        for path in texts:
            archive.write(path, f"archive/{path.name}")
    row = '{"nr": "a1", "text": "Mötet hölls i maj.", "body": "Mötet hölls den 3 maj 2024."}\n'
    with pa.CompressedOutputStream(str(folder / "texts.jsonl.zst"), "zstd") as out:
        out.write(row.encode())
    (folder / "pages").mkdir()
    columns = {"id": [path.stem for path in texts], "text": [path.read_text("utf-8") for path in texts]}
    parquet.write_table(pa.table(columns), folder / "pages/1.parquet")


def _pdf(*lines: str) -> bytes:
    """A page of ASCII, line by line."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 72 720 Td {shown}ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    size = len(objects) + 1
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + f"xref\n0 {size}\n0000000000 65535 f \n{table}" + end).encode("ascii")
