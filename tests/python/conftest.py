"""What the tests share."""

import functools
import runpy
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import klubba
import pytest

if TYPE_CHECKING:
    import pyarrow as pa

ROOT = Path(__file__).resolve().parents[2]

MINUTES = """Protokoll 14 mars 2024

§ 1 Val av justerare

Beslut

Styrelsen beslutar att välja Åsa Öberg (S) till justerare.

§ 2 Rapporter

Bo Ek berättar att hamnen byggs om. 🙂 Nästa möte hålls den 4 april.
"""


@pytest.fixture
def minutes() -> str:
    """Minutes with something for most layers."""
    return MINUTES


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, where it and Playwright are installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def opened(browser: Any, path: Path, **options: Any) -> Iterator[Any]:  # noqa: ANN401
    """A file's page, which must tell no error and ask for nothing but itself."""
    page = browser.new_page(**options)
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))

    def answer(route: Any) -> None:  # noqa: ANN401
        if route.request.url.split("#")[0] == path.as_uri():
            route.continue_()
        else:
            told.append(f"asked for {route.request.url}")
            route.abort()

    page.route("**/*", answer)
    page.goto(path.as_uri())
    yield page
    page.close()
    assert not told


def documents() -> list[Path]:
    """The texts in examples/."""
    return sorted((ROOT / "examples/documents").glob("*.txt"))


@functools.cache
def made() -> Any:  # noqa: ANN401
    """What tools/archive.py makes: the texts of examples/archive.zip, and what stands in them."""
    return runpy.run_path(str(ROOT / "tools/archive.py"))["make"]()


@functools.cache
def made_decade() -> Any:  # noqa: ANN401
    """The same of examples/decade.zip."""
    return runpy.run_path(str(ROOT / "tools/archive.py"))["decade"]()


def rows_of(table: "pa.Table") -> list[str]:
    """The rows of a pyarrow.Table in an order of their own, without `source`: it tells how they were read."""
    rows = table.to_pylist()
    return sorted(repr(sorted((name, row[name]) for name in row if name != "source")) for row in rows)


def local_rows(folder: Path, ids: list[Any], texts: list[str]) -> dict[str, list[str]]:
    """The rows of each table of one local run over a Parquet file, with ids for documents' numbers."""
    import pyarrow as pa  # noqa: PLC0415
    from klubba import arrow  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    path = folder / "texts.parquet"
    parquet.write_table(pa.table({"id": ids, "text": texts}), path)
    corpus = klubba.read(path, id_column="id")
    found = {}
    for name in arrow.TABLES:
        table = corpus.table(name).to_arrow()
        numbers = pa.array([ids[number] for number in table.column("doc_id").to_pylist()], pa.array(ids).type)
        found[name] = rows_of(table.set_column(0, "doc_id", numbers))
    return found
