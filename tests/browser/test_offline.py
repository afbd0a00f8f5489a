"""A network that goes away and comes back: what did not come is asked for again."""

import re
from collections.abc import Callable, Iterator
from itertools import count

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, Route, expect

from mixup_demo.images import gallery
from tests.browser.kit import sentence
from tests.browser.test_mix_view import SHOWN, canvas, is_idle

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
#: an example that the page does not open with
WANTED = gallery.pairs()[2]
PHOTO = re.compile(f"/{WANTED[0]}\\.jpg")
CLASSES = [gallery.photo(key).labels["cifar10"] for key in WANTED]
PHONE = {"width": 390, "height": 844}
#: how opaque each part with answers is drawn, the dock's included
OPACITIES = """() => [...document.querySelectorAll(
  ".mix :is(.soft, .pair, .path, .measures, .compact)")]
  .filter((part) => part.checkVisibility()).map((part) => Number(getComputedStyle(part).opacity))"""

#: whether nothing is drawn on a canvas
BLANK = """(selector) => {
  const { width, height } = document.querySelector(selector);
  const drawn = document.querySelector(selector).getContext("2d");
  return !drawn.getImageData(0, 0, width, height).data.some(Boolean);
}"""


@pytest.fixture
def page(open_page: Open) -> Iterator[Page]:
    """The Mix view on a phone, with its answers."""
    page = open_page(**PHONE)
    is_idle(page)
    yield page
    page.context.set_offline(False)


def are_opaque(page: Page, opacity: float) -> None:
    """Wait until all parts with answers are drawn so: they fade."""
    page.wait_for_function(
        f"""(opacity) => {{
          const found = ({OPACITIES})();
          return found.length && found.every((one) => one === opacity);
        }}""",
        arg=opacity,
    )


def example(page: Page) -> Locator:
    return page.locator(f"[data-view=mix] [data-photos='{'+'.join(WANTED)}']")


def is_wanted(page: Page, open_page: Open) -> None:
    """Pictures and answers are those of the example, as in a page that is opened with it."""
    is_idle(page)
    expect(page.locator("[data-view=mix] [data-side=a] select")).to_have_value(CLASSES[0])
    are_opaque(page, 1)
    fresh = open_page(f"?a={WANTED[0]}&b={WANTED[1]}", **PHONE)
    is_idle(fresh)
    for side in "ab":
        assert np.array_equal(canvas(page, SHOWN.format(side)), canvas(fresh, SHOWN.format(side)))


def test_a_photo_that_does_not_come_once_is_asked_for_again(page: Page, open_page: Open):
    asked = count()
    page.route(PHOTO, lambda route: route.continue_() if next(asked) else route.abort())
    example(page).click()
    is_wanted(page, open_page)


def test_pictures_chosen_without_a_network_come_with_it(page: Page, open_page: Open):
    page.context.set_offline(True)
    example(page).click()
    expect(page.locator(".toast.shown")).to_have_text(sentence("problem.away"))
    are_opaque(page, 0.55)
    page.context.set_offline(False)
    is_wanted(page, open_page)


def test_answers_to_other_pictures_stay_pale_until_theirs_are_there(page: Page, open_page: Open):
    said = page.get_by_test_id("said")
    before = said.inner_text()

    def refuse(route: Route) -> None:
        route.abort()

    page.route(PHOTO, refuse)
    example(page).click()
    expect(page.locator(".toast.shown")).to_have_text(sentence("problem.server"))
    expect(page.locator(".toast")).to_be_empty()  # it has gone
    are_opaque(page, 0.3)
    assert said.inner_text() == before  # nothing else is said beside a picture that is not there
    assert not canvas(page, SHOWN.format("a")).any()
    page.unroute(PHOTO, refuse)
    example(page).click()
    is_wanted(page, open_page)


@pytest.mark.parametrize(("view", "filled"), [("boundary", "agreement"), ("train", "train-code")])
def test_a_view_opened_without_a_network_opens_with_it(page: Page, view: str, filled: str):
    page.context.set_offline(True)
    page.get_by_test_id(f"view-{view}").click()
    expect(page.locator(".toast.shown")).to_have_text(sentence("problem.away"))
    page.context.set_offline(False)
    expect(page.get_by_test_id(filled)).to_contain_text(re.compile(r"\w"))


CONTENTS = [("evidence", "panels.json", "claims"), ("learn", "learn.json", "chapter-erm")]


@pytest.mark.parametrize(("view", "file", "filled"), CONTENTS)
def test_contents_that_do_not_come_once_are_asked_for_again(
    page: Page, view: str, file: str, filled: str
):
    asked = count()
    page.route(f"**/{file}", lambda route: route.continue_() if next(asked) else route.abort())
    page.get_by_test_id(f"view-{view}").click()
    expect(page.get_by_test_id(filled)).to_contain_text(re.compile(r"\w"))


@pytest.mark.parametrize(("view", "file", "filled"), CONTENTS)
def test_contents_that_did_not_come_come_with_the_network(
    page: Page, view: str, file: str, filled: str
):
    page.route(f"**/{file}", lambda route: route.abort())
    page.get_by_test_id(f"view-{view}").click()
    expect(page.locator(".toast.shown")).to_have_text(sentence(f"{view}.missing"))
    page.unroute(f"**/{file}")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_test_id(filled)).to_contain_text(re.compile(r"\w"))


def test_who_came_back_before_the_lesson_is_left_where_they_are(page: Page):
    """What wakes the view later is no return to the chapter that was read."""
    held: list[Route] = []
    page.route("**/learn.json", lambda route: held.append(route))
    page.get_by_test_id("view-learn").click()
    while not held:
        page.wait_for_timeout(50)
    for view in ("mix", "learn"):
        page.get_by_test_id(f"view-{view}").click()
    held[0].continue_()
    chapter = page.get_by_test_id("chapter-erm")
    chapter.evaluate("(node) => node.scrollIntoView()")
    expect(chapter).to_have_attribute("data-read", "")
    page.wait_for_function("scrollTo(0, document.body.scrollHeight) ?? scrollY > 5 * innerHeight")
    before = page.evaluate("scrollY")
    page.evaluate("dispatchEvent(new Event('online'))")
    assert page.evaluate("scrollY") == before


def test_a_photo_that_did_not_come_to_a_plane_comes_when_it_is_chosen_again(open_page: Open):
    page = open_page("?view=boundary")
    idle = page.locator("[data-id=boundary]:not([data-stale], [aria-busy])")
    expect(idle).to_be_attached()
    wanted = gallery.triples()[1]
    photo = re.compile(f"/{wanted[0]}\\.jpg")
    chosen = page.locator(f"[data-view=boundary] [data-photos='{'+'.join(wanted)}']")
    shown = SHOWN.format("a").replace("mix", "boundary")
    page.route(photo, lambda route: route.abort())
    chosen.click()
    expect(page.locator(".toast.shown")).to_have_text(sentence("problem.server"))
    assert not canvas(page, shown).any()
    page.unroute_all()
    with page.expect_response(photo):
        chosen.click()
    page.wait_for_function(f"!({BLANK})('{shown}')")
