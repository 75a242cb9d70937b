"""The page in a real browser, where Chromium and Playwright are installed."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import klubba
import pytest
from conftest import ROOT

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("chromium is not installed", allow_module_level=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page_of_its_own", [True, False])
def test_page(browser: Any, tmp_path: Path, scheme: str, page_of_its_own: bool) -> None:  # noqa: ANN401
    text = (ROOT / "examples/documents/minutes-kommunstyrelsen.txt").read_text("utf-8")
    doc = klubba.analyze(text)
    path = tmp_path / "page.html"
    # Two cells of one notebook do not switch each other.
    html = doc.to_html(page=True) if page_of_its_own else doc._repr_html_() + doc._repr_html_()
    path.write_text(html, "utf-8")
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1000, "height": 800})
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())

    def paper(of: str) -> str:
        return str(page.locator(of).first.evaluate("e => getComputedStyle(e).backgroundColor"))

    clear = "rgba(0, 0, 0, 0)"
    assert paper(".kb-text .kb-dates") != clear
    page.locator("input.kb-on-dates").first.focus()
    page.keyboard.press("Space")
    assert paper(".kb-text .kb-dates") == clear
    if not page_of_its_own:
        second = page.locator(".klubba").nth(1).locator(".kb-text .kb-dates").first
        assert second.evaluate("e => getComputedStyle(e).backgroundColor") != clear
    page.keyboard.press("Space")

    page.locator(".kb-outline summary").first.click()
    last = page.locator(".kb-outline").first.locator("a").last
    last.click()
    target = page.locator(last.get_attribute("href")).first
    assert target.is_visible()
    assert target.evaluate(
        "e => { const y = e.getBoundingClientRect().top; return 0 <= y && y < innerHeight }"
    )

    date = page.locator(".kb-text .kb-dates[tabindex]").first
    assert not date.locator(".kb-tip").is_visible()
    date.focus()
    assert date.locator(".kb-tip").is_visible()
    assert doc.dates[0].value in date.locator(".kb-tip").inner_text()
    assert not errors
    assert requests[0] == path.as_uri()
    assert {request.split("#")[0] for request in requests} == {path.as_uri()}
    page.close()


@pytest.mark.parametrize(("theme", "scheme"), [("true", "dark"), ("false", "light")])
def test_a_notebooks_theme_goes_before_the_computers(
    browser: Any,  # noqa: ANN401
    tmp_path: Path,
    theme: str,
    scheme: str,
) -> None:
    path = tmp_path / "cell.html"
    cell = klubba.analyze("Mötet hölls den 3 maj 2024.")._repr_html_()
    path.write_text(f"<body data-jp-theme-light='{theme}'>{cell}</body>", "utf-8")
    page = browser.new_page(color_scheme=scheme)
    page.goto(path.as_uri())
    paper = page.locator(".klubba").evaluate("e => getComputedStyle(e).backgroundColor")
    assert (paper == "rgb(255, 255, 255)") == (theme == "true")
    page.close()
