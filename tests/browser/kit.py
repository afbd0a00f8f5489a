"""What tests of several views share."""

import re
from functools import cache

from playwright.sync_api import Page

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


@cache
def services() -> Services:
    """The bundled models, to compute here what the page shall show.

    The examples' answers are from the file that the page takes them from: computed anew, on
    another processor, they differ in the digits that rounding decides.
    """
    found = Services(Zoo())
    examples.recall(found)
    return found


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
