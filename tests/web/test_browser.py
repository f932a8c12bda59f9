"""The pages in a real browser: a newcomer's path from a pasted text to the printed report, with and without scripts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import EXAMPLE
from .running import serving
from .test_pages import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

BROWSER = "SARING_CHROMIUM"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that SARING_CHROMIUM names."""
    path = os.environ.get(BROWSER) or shutil.which("chromium")
    if not path:
        pytest.skip(f"needs chromium, or {BROWSER}")
    from playwright.sync_api import sync_playwright

    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=path, args=as_root)
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server for all of these tests."""
    with serving(tmp_path_factory.mktemp("browser")) as found:
        yield found


class Watched:
    """A page, and what it asked for and complained of."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.address = address
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda r: self.foreign.append(r.url) if not r.url.startswith(address) else None)
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on("dialog", lambda d: self.complaints.append(d.message))

    def quiet(self) -> None:
        """Nothing was asked for elsewhere, and nothing was complained of."""
        assert (self.foreign, self.complaints) == ([], [])


def opened(browser: Browser, address: str, **options: object) -> Watched:
    return Watched(browser.new_context(locale="en-GB", accept_downloads=True, **options), address)  # type: ignore[arg-type]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_a_pasted_text_to_the_report(browser: Browser, address: str, tmp_path: Path, scripts: bool) -> None:
    watched = opened(browser, address, java_script_enabled=scripts)
    page = watched.page
    page.goto(address)
    page.fill("#text", EXAMPLE + f"\n{scripts}")
    page.click("button.main")
    page.wait_for_selector("#dealing-3")
    mark = page.locator("mark.goods", has_text="pakaian")
    assert "v-prohibited" in (mark.get_attribute("class") or "")
    # One question is answered: the verdict moves at once, and the link holds the answer.
    page.click('#dealing-3 button[value="d3.committee_approval=yes"]')
    page.wait_for_selector("#dealing-3 .badge.v-exempt")
    assert "committee_approval%3Dyes" in page.url
    assert "v-exempt" in (page.locator("mark.goods", has_text="pakaian").get_attribute("class") or "")
    if scripts:
        page.go_back()
        page.wait_for_selector("#dealing-3 .badge.v-prohibited")
        page.go_forward()
        page.wait_for_selector("#dealing-3 .badge.v-exempt")
    with page.expect_download() as download:
        page.click("text=CSV")
    download.value.save_as(tmp_path / "check.csv")
    assert "UNSCR-2375-16" in (tmp_path / "check.csv").read_text(encoding="utf-8")
    here = page.url
    page.click("text=Report to print")
    page.wait_for_selector(".report")
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    assert page.pdf(path=tmp_path / "report.pdf")[:4] == b"%PDF"
    page.emulate_media(media="screen")
    page.goto(here)
    page.click("text=Record in the ledger")
    page.wait_for_url("**/ledger/documents/*")
    page.click("text=Timeline >> nth=0")
    page.wait_for_selector("svg.chart rect")
    with page.expect_download() as download:
        page.click("text=SVG")
    download.value.save_as(tmp_path / "timeline.svg")
    assert "<svg" in (tmp_path / "timeline.svg").read_text(encoding="utf-8")
    page.click("nav >> text=Relations")
    page.wait_for_selector("svg.chart .node.country")
    page.click("nav >> text=Ledger")
    page.fill("input[type=search]", "pekerja")
    page.press("input[type=search]", "Enter")
    page.click("table a >> nth=0")
    page.fill("input[name=why]", "Read in the announcement")
    page.click("button[value=confirm]")
    page.wait_for_selector("text=confirmed")
    watched.quiet()


def test_a_text_with_scripts_in_it_does_nothing(browser: Browser, address: str) -> None:
    watched = opened(browser, address)
    page = watched.page
    page.goto(address)
    page.fill("#text", HOSTILE)
    page.click("button.main")
    page.wait_for_selector(".opened")
    assert page.locator(".opened script, .opened img, .opened svg").count() == 0
    shown = page.locator(".opened").inner_text()
    assert "<script>alert(1)</script>" in shown
    page.click("text=Record in the ledger")
    page.wait_for_url("**/ledger/documents/*")
    for path in ("/ledger", "/relations", "/timeline"):
        page.goto(address + path)
    page.wait_for_timeout(100)
    watched.quiet()


def test_the_policy_stops_a_script_that_got_in_all_the_same(browser: Browser, address: str) -> None:
    watched = opened(browser, address)
    watched.page.goto(address)
    watched.page.evaluate("""() => {
        const code = document.createElement('script');
        code.textContent = 'document.title = "taken over"';
        document.body.append(code);
        const far = document.createElement('img');
        far.src = 'https://example.org/x.png';
        document.body.append(far);
    }""")
    watched.page.wait_for_timeout(100)
    assert watched.page.title() != "taken over"
    assert any("Content Security Policy" in words for words in watched.complaints)


def test_by_keyboard_alone(browser: Browser, address: str) -> None:
    page = opened(browser, address).page
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.type("North Korea sold coal to China on 3 May 2018.")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "main":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#dealing-1")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value?.endsWith('=yes') ?? false"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#dealing-1 .given")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_runs_out_of_the_picture(browser: Browser, address: str, scheme: str) -> None:
    watched = opened(browser, address, viewport={"width": 360, "height": 740}, is_mobile=True, color_scheme=scheme)
    page = watched.page
    for path in ("/", "/law/2375/16", "/screen", "/ledger", "/timeline", "/relations", "/sweep", "/login"):
        page.goto(address + path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, (path, wide)
    page.goto(address + "/?example=1")
    page.click("button.main")
    page.wait_for_selector("#dealing-1")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    watched.quiet()


# Contrast of text against what lies behind it, after WCAG 2 (4.5 for text): every pair of the sheet is met on a page.
CONTRAST = """() => {
    const parts = (c) => c.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
    const behind = (one) => { for (let e = one; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor);
        if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
    return [...document.querySelectorAll('p, a, dd, dt, .badge, mark, legend, button, h1, h2, label')]
        .filter((e) => e.innerText?.trim() && e.offsetParent && !e.className.includes('skip') && !e.closest('.top'))
        .map((e) => { const [a, b] = [light(parts(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
            return [Math.round((a + 0.05) / (b + 0.05) * 100) / 100, e.tagName + '.' + e.className, e.innerText.slice(0, 30)]; })
        .filter(([ratio]) => ratio < 4.5);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out(browser: Browser, address: str, scheme: str) -> None:
    page = opened(browser, address, color_scheme=scheme).page
    page.goto(address)
    page.fill("#text", EXAMPLE)
    page.click("button.main")
    page.wait_for_selector("#dealing-1")
    page.wait_for_load_state("load")  # a dark page without its sheet yet has white words on white
    assert page.evaluate(CONTRAST) == []
    page.goto(address + "/law/2375/16")
    assert page.evaluate(CONTRAST) == []
