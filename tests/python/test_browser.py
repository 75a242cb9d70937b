"""The page in a real browser, where Chromium and Playwright are installed."""

from pathlib import Path
from typing import Any

import klubba
import pytest
from conftest import ROOT, opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page_of_its_own", [True, False])
def test_page(browser: Any, tmp_path: Path, scheme: str, page_of_its_own: bool) -> None:  # noqa: ANN401
    text = (ROOT / "examples/documents/minutes-kommunstyrelsen.txt").read_text("utf-8")
    doc = klubba.analyze(text)
    path = tmp_path / "page.html"
    # Two cells of one notebook do not switch each other.
    html = doc.to_html(page=True) if page_of_its_own else doc._repr_html_() + doc._repr_html_()
    path.write_text(html, "utf-8")
    with opened(browser, path, color_scheme=scheme, viewport={"width": 1000, "height": 800}) as page:

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


def test_what_is_pointed_at_tells_of_itself(browser: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """Also where a heading has the focus, to which the outline led."""
    path = tmp_path / "cell.html"
    text = "§ 4 Budget\n\nMötet hölls den 3 maj 2024.\n\n§ 5 Hamnen\n\nHamnen byggs om."
    path.write_text(klubba.analyze(text)._repr_html_(), "utf-8")
    with opened(browser, path) as page:
        page.locator(".kb-outline summary").click()
        page.locator(".kb-outline a").last.click()
        heading = page.locator(".kb-tip", has_text="heading.").last
        date = page.locator(".kb-tip", has_text="date.")
        assert (heading.is_visible(), date.is_visible()) == (True, False)
        page.locator(".kb-text .kb-dates").hover()
        assert date.is_visible()
        above = "e => Number(getComputedStyle(e).zIndex)"
        assert date.evaluate(above) > heading.evaluate(above)


@pytest.mark.parametrize("width", [320, 420, 600])
def test_a_box_stands_beside_its_label(browser: Any, tmp_path: Path, width: int) -> None:  # noqa: ANN401
    text = (ROOT / "examples/documents/minutes-kommunstyrelsen.txt").read_text("utf-8")
    path = tmp_path / "page.html"
    path.write_text(klubba.analyze(text).to_html(page=True), "utf-8")
    with opened(browser, path, viewport={"width": width, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width
        middle = "e => { const r = e.getBoundingClientRect(); return (r.top + r.bottom) / 2 }"
        for label in page.locator(".klubba label:visible").all():
            box, name = label.locator("input"), label.locator("span")
            assert abs(box.evaluate(middle) - name.evaluate(middle)) < 6


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
