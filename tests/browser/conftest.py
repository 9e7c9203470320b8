import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sandbox.process import launched
from tests.browser import echo_bot

NAMES = ("chromium", "chromium-browser", "google-chrome")
DESK = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed with the module: while it is open, no other test could run an event loop."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None and "CI" not in os.environ:
        pytest.skip("no Chromium on this system")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A sandbox with three people and a small bot."""
    with launched("--token", echo_bot.TOKEN) as url, echo_bot.living(url):
        yield url


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open the page; what it complains about fails the test."""
    pages: list[Page] = []
    complaints: list[str] = []

    def open_page(**how: object) -> Page:
        page = browser.new_page(**{"viewport": DESK} | how)
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.request.post(f"{address}/sandbox/reset")
        page.goto(address)
        page.wait_for_selector("html[data-ready]")
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert complaints == []


@pytest.fixture
def page(opened: Callable[..., Page]) -> Page:
    return opened()
