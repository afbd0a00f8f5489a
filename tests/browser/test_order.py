"""The document is in the order that is seen, in windows of every width, and stays so."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kit import PAINTED

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
VIEWS = ("mix", "boundary", "toy", "train")
PHONE, SIDEWAYS, TABLET, LAPTOP = (390, 844), (844, 390), (1000, 760), (1366, 768)
#: the view's heading and cards as the document has them, but for what comes later
PARTS = """(view) => [...document.querySelectorAll(`.bar > *, .${view} :is(.lead, .card)`)]
  .filter((node) => node.checkVisibility() && !node.closest(".population"))"""
#: the same as numbers, by where each one stood at first
ORDER = f"""(view) => {{
  const found = ({PARTS})(view);
  window.parts ??= found;
  return found.map((node) => window.parts.indexOf(node));
}}"""
#: what follows in the document, but stands above what it follows, and not beside it
ABOVE = f"""(view) => ({PARTS})(view).map((node) => [node.className, node.getBoundingClientRect()])
  .filter(([, after], i, all) => {{
    const before = all[i - 1]?.[1];
    return before && after.bottom <= before.top && after.left < before.right;
  }}).map(([name]) => name)"""
#: where the keyboard is, and how far the window has been scrolled
PLACE = "(selector) => [document.activeElement.matches(selector), scrollY]"
OLD = "delete Element.prototype.moveBefore"


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_function("(width) => innerWidth === width", arg=size[0])
    page.evaluate(PAINTED)


@pytest.mark.parametrize("view", VIEWS)
def test_what_follows_in_the_document_stands_below_or_beside(open_page: Open, view: str):
    page = open_page(f"?view={view}&more=1", *LAPTOP, reduced_motion="reduce")
    wide = page.evaluate(ORDER, view)
    orders = []
    for size in (PHONE, SIDEWAYS, TABLET, LAPTOP, PHONE):
        resize(page, size)
        assert page.evaluate(ABOVE, view) == [], size
        orders.append(page.evaluate(ORDER, view))
    assert len({len(order) for order in orders}) == 1
    assert orders[3] == wide != orders[0] == orders[4]


@pytest.mark.parametrize("view", VIEWS)
def test_the_order_is_there_from_the_start_and_in_every_language(open_page: Open, view: str):
    page = open_page(f"?view={view}&more=1", *PHONE, reduced_motion="reduce")
    for language in ("ko", "en"):
        page.get_by_test_id("language").click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert page.evaluate(ABOVE, view) == [], language
    assert page.locator(f".{view} > .column:visible").count() < 2


@pytest.mark.parametrize("script", ["", OLD], ids=["now", "old"])
def test_a_turned_phone_keeps_the_focus_and_its_place(open_page: Open, script: str):
    page = open_page("?view=toy", *PHONE, reduced_motion="reduce")
    page.evaluate(script or "0")
    control = "[data-testid='toy.n']"
    page.locator(control).focus()
    place = page.evaluate(PLACE, control)
    assert place[1] > 0
    for size in (SIDEWAYS, PHONE):
        resize(page, size)
        assert page.evaluate(PLACE, control) == place


def test_the_tour_s_card_goes_with_what_it_speaks_of(open_page: Open):
    page = open_page("?view=mix&tour=4", *LAPTOP, reduced_motion="reduce")
    card = page.get_by_test_id("tour-card")
    for size in (LAPTOP, PHONE, LAPTOP):
        resize(page, size)
        expect(card).to_be_focused()
        before = card.evaluate("node => node.previousElementSibling.className")
        assert "toured" in before
    assert "path" in before


def test_a_panel_alone_stays_alone_in_a_frame_of_another_width(open_page: Open):
    page = open_page("?view=toy&embed=1&panel=curves", *LAPTOP)
    seen = page.locator(".toy .card:visible")
    expect(seen).to_have_count(2)  # one of them for its slider
    for size in (PHONE, LAPTOP):
        resize(page, size)
        expect(seen).to_have_count(2)
