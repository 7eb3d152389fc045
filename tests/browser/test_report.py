"""What a board member sees: the page in Chromium, on a phone and on paper."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.cli.command import Command
from tests.cli.conftest import folder, wellled
from tests.cli.test_formats import HOSTILE, written
from tests.house.places import ROOT

__all__ = ["folder", "wellled"]
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium; without it the tests are skipped with a reason, or in CI fail."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is not there, and CI must have it")
        pytest.skip("chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


def opened(wellled: Command, browser: Browser, *paths: str, width: int = 1100) -> tuple[Page, list[str]]:
    """Write a report and open it; give the page and every address it asked for."""
    ran = wellled("report", *paths, "--format", "html", "--output", "report.html", "--today", "2026-11-23")
    assert ran.code == 0, ran.said
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(Path("report.html").resolve().as_uri())
    return page, asked


def violations(page: Page) -> list[str]:
    """Give what axe finds wrong."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("width", [320, 1100])
@pytest.mark.parametrize("path", [*SAMPLES, None], ids=lambda path: path.stem if path else "all")
def test_every_sample_is_accessible_and_alone(
    wellled: Command, browser: Browser, path: Path | None, width: int
) -> None:
    """No violation of WCAG 2.2 AA, nothing asked of the network, nothing beyond the edge of a phone."""
    page, asked = opened(wellled, browser, str(path or ROOT / "samples"), width=width)
    assert violations(page) == []
    assert asked == [page.url]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.usefixtures("folder")
def test_hostile_text_is_text(wellled: Command, browser: Browser) -> None:
    """Markup is shown, not obeyed; a word of ten thousand letters stays on the phone."""
    said = f"<script>document.title='owned'</script> <img src=x onerror=alert(1)> {'long' * 2500} {HOSTILE}"
    Path("a.yaml").write_text(written(said), "utf-8")
    page, asked = opened(wellled, browser, "a.yaml", width=320)
    assert page.title() != "owned"
    assert asked == [page.url]
    assert page.locator("script, img, iframe").count() == 0
    assert "<script>document.title='owned'</script>" in page.inner_text("main")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
    page.close()


@pytest.mark.usefixtures("folder")
def test_it_prints_to_a4_without_cut_tables(wellled: Command, browser: Browser) -> None:
    """On paper no table is wider than the page, and no row is broken."""
    page, _ = opened(wellled, browser, str(ROOT / "samples" / "fictional-inadequate-homecare.yaml"), width=672)
    page.emulate_media(media="print")
    widths = page.evaluate(
        "[...document.querySelectorAll('table')].map(t => t.scrollWidth - t.parentElement.clientWidth)"
    )
    assert max(widths) <= 0
    assert page.evaluate("getComputedStyle(document.querySelector('tr')).breakInside") == "avoid"
    page.pdf(path="report.pdf", format="A4", print_background=True)
    assert Path("report.pdf").read_bytes().startswith(b"%PDF")
    page.close()
