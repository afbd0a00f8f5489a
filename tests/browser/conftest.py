"""A page of the running app that fails its test on script errors and outside requests."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from mixup_demo.serving.services import Services
from tests.browser import kit

#: looked at in every frame: waiting for a selector would look every half second
READY = "document.querySelector('[data-ready=true]')"

# Playwright's own five seconds are too few for a machine that is busy with something else
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def services() -> Services:
    """The bundled models, with the examples' stored answers."""
    return kit.services()


@pytest.fixture
def open_page(browser: Browser, app_url: str) -> Iterator[Callable[..., Page]]:
    """A function that opens the page: (query, width, height, **context options) -> Page."""
    contexts, faults = [], []

    def note(request_url: str) -> None:
        if not request_url.startswith((app_url, "data:", "blob:")):
            faults.append(f"request to {request_url}")

    def open_(query: str = "", width: int = 1366, height: int = 768, **options: object) -> Page:
        options = {"locale": "en-US", **options}
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: note(request.url))
        page.goto(app_url + query)
        page.wait_for_function(READY, polling="raf", timeout=60_000)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not faults
