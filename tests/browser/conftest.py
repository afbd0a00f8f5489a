"""A page of the running app that fails its test on script errors and outside requests."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mixup_demo.serving.services import Services
from tests.browser import kit

#: looked at in every frame: waiting for a selector would look every half second
READY = "document.querySelector('[data-ready=true]')"

# Playwright's own five seconds are too few for a machine that is busy with something else
expect.set_options(timeout=kit.SECONDS)


@pytest.fixture(scope="session")
def services() -> Services:
    """The bundled models, with the examples' stored answers."""
    return kit.services()


class Contexts:
    """Contexts of a module's tests, one for all that want the same of it.

    A page that stays open in each keeps the process alive that draws the context's pages, and with
    it the compiled scripts: half of the work of opening the page anew.
    """

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser, self._url = browser, url
        self._kept: dict[str, tuple[BrowserContext, Page]] = {}

    def page(self, **options: object) -> Page:
        """Return a new page, of a visitor who has not been here before."""
        key = str(sorted(options.items()))
        if key not in self._kept:
            context = self._browser.new_context(**options)
            # Playwright's own thirty seconds are too few for clicks and scripts as well
            context.set_default_timeout(kit.SECONDS)
            stays = context.new_page()
            stays.goto(self._url + "healthz")
            self._kept[key] = context, stays
        context, stays = self._kept[key]
        context.clear_cookies()
        stays.evaluate("localStorage.clear()")
        return context.new_page()

    def close_pages(self) -> None:
        """Close what a test has opened, itself or by its clicks."""
        for context, stays in self._kept.values():
            for page in context.pages:
                if page != stays:
                    page.close()

    def close(self) -> None:
        for context, _ in self._kept.values():
            context.close()


@pytest.fixture(scope="module")
def contexts(browser: Browser, app_url: str) -> Iterator[Contexts]:
    """The contexts of one module."""
    found = Contexts(browser, app_url)
    yield found
    found.close()


@pytest.fixture
def open_page(contexts: Contexts, app_url: str) -> Iterator[Callable[..., Page]]:
    """A function that opens the page: (query, width, height, **context options) -> Page."""
    faults = []

    def note(request_url: str) -> None:
        if not request_url.startswith((app_url, "data:", "blob:")):
            faults.append(f"request to {request_url}")

    def open_(query: str = "", width: int = 1366, height: int = 768, **options: object) -> Page:
        page = contexts.page(**{"locale": "en-US", **options})
        page.set_viewport_size({"width": width, "height": height})
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: note(request.url))
        page.goto(app_url + query)
        page.wait_for_function(READY, polling="raf", timeout=60_000)
        return page

    yield open_
    contexts.close_pages()
    assert not faults
