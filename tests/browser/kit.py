"""What tests of several views share."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from playwright.sync_api import Browser, Page, Route

from benchmarks.page import Frames
from mixup_demo import texts
from mixup_demo.models.zoo import Zoo
from mixup_demo.serving import examples
from mixup_demo.serving.services import Services
from tests.kit import SENTENCES

#: frames of a drag: a slider goes to and fro
DRAGGED = 120
#: nothing reaches out of the window, as soon as charts have taken its width
FITS = "document.documentElement.scrollWidth <= innerWidth"
#: opens whatever can be unfolded within an element
UNFOLD = "(root) => { for (const node of root.querySelectorAll('details')) node.open = true; }"
#: how long what the server computes may take on a busy machine, in ms
SECONDS = 60_000
#: how often `until` looks, and how long it rests in between, in ms
LOOKS, REST_MS = 1200, 100
#: after the painting of what changed
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
#: addresses at which the page asks methods of the server
SERVER = re.compile("component_server")


@cache
def services() -> Services:
    """The bundled models, to compute here what the page shall show.

    The examples' answers are from the file that the page takes them from: computed anew, on
    another processor, they differ in the digits that rounding decides.
    """
    found = Services(Zoo())
    examples.recall(found)
    return found


@contextmanager
def own_page(browser: Browser, **options: object) -> Iterator[Page]:
    """Return a page in a context of its own, which is closed however the test ends."""
    context = browser.new_context(**options)
    context.set_default_timeout(SECONDS)
    try:
        yield context.new_page()
    finally:
        context.close()


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(LOOKS):
        if holds():
            return
        page.wait_for_timeout(REST_MS)
    assert holds()


def hold(page: Page, method: str = "toy") -> list[Route]:
    """Let what is asked of a method of the server wait; return what does."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        if json.loads(route.request.post_data or "{}").get("fn_name") == method:
            held.append(route)
        else:
            route.fallback()

    page.route(SERVER, keep)
    return held


def await_held(page: Page, held: list[Route], count: int = 1) -> None:
    until(page, lambda: len(held) >= count)


def release(page: Page, held: list[Route], done: Callable[[], bool]) -> None:
    """Let what waits go on, and whatever comes to wait, until something is done."""

    def ended() -> bool:
        if done():
            return True
        while held:
            held.pop().continue_()
        return False

    until(page, ended)


def sentence(key: str, language: str = "en", **values: object) -> str:
    """A sentence of the page with its placeholders filled."""
    return texts.fill(SENTENCES, key, language, **values)


def fits(page: Page, widths: tuple[int, ...]) -> None:
    """Make the window as wide as each of `widths`; nothing may be wider than it."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 768})
        page.wait_for_function(FITS)


def moves_with_every_frame(found: Frames) -> None:
    """Assert that each move was answered by the frame that came next, and by the page alone.

    How long a frame takes is the machine's as well as ours: `benchmarks.page` measures it.
    """
    assert found.requests == []
    assert found.moved > DRAGGED / 4
    assert found.painted == found.moved


def percent(share: float) -> re.Pattern[str]:
    """Match the whole percents of a share that the page computed in a process of its own.

    bf16 keeps three digits: what is added in another order may differ by half a percent.
    """
    near = {round(100 * float(share) + off) for off in (-0.5, 0, 0.5)}
    return re.compile(f"^({'|'.join(map(str, sorted(near)))})\N{NO-BREAK SPACE}%$")
