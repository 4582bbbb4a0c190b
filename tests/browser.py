"""A browser as the oracle of a page: what it shows, runs and tells a screen reader."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ROOT = Path(__file__).resolve().parent.parent

#: A browser of the system: Playwright would bring its own from elsewhere.
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; the test is skipped where it or Playwright is missing."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no browser is installed (Debian: chromium)")
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        # As root, as in a container, Chromium runs only without its sandbox.
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


class Opened:
    """A page in a tab of its own; `faults` is all that it complains of, fetches, or pops up."""

    def __init__(self, browser: Browser, data: bytes, *, script: bool = True) -> None:
        self.data = data
        self.faults: list[str] = []
        self.page: Page = browser.new_page(
            viewport={"width": 1440, "height": 900}, java_script_enabled=script
        )
        self.page.set_default_timeout(10_000)
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: self.faults.append(dialog.message))
        self.page.route("**/*", self._serve)
        self.load(data)

    def load(self, data: bytes) -> None:
        """Show another page in the same tab."""
        self.data = data
        self.page.goto(_ADDRESS)

    def _serve(self, route: Route) -> None:
        if route.request.url == _ADDRESS:
            route.fulfill(body=self.data, content_type="text/html; charset=utf-8")
        else:
            self.faults.append(route.request.url)
            route.abort()


_ADDRESS = "http://report.test/"


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """`opened(data)`: the page in a tab that is closed after the test."""
    tabs: list[Opened] = []

    def open_page(data: bytes, *, script: bool = True) -> Opened:
        tabs.append(Opened(browser, data, script=script))
        return tabs[-1]

    yield open_page
    for tab in tabs:
        tab.page.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which AXE_CORE names or npm put beside the checkout's own files."""
    places = [os.environ.get("AXE_CORE", ""), str(ROOT / "node_modules/axe-core/axe.min.js")]
    found = next((Path(place) for place in places if place and Path(place).is_file()), None)
    if found is None:
        pytest.skip("axe-core is not installed (npm install --no-save axe-core, or AXE_CORE=file)")
    return found.read_text("utf-8")
