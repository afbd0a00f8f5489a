"""The tour as a visitor takes it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from mixup_demo.page.settings import TOUR
from tests.browser.kit import FITS, sentence

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
STEPS = len(TOUR.options) - 1
#: each step's text and view
NAMES = (
    ("mix", "mix"),
    ("soft", "mix"),
    ("answers", "mix"),
    ("path", "mix"),
    ("boundary", "boundary"),
    ("evidence", "evidence"),
)
CARD = "[data-testid=tour-card]"
#: whether the card lies on more than a corner of an element, or reaches out of the window
COVERS = """(selector) => {
  const card = document.querySelector("[data-testid=tour-card]").getBoundingClientRect();
  const other = document.querySelector(selector).getBoundingClientRect();
  const wide = Math.min(card.right, other.right) - Math.max(card.left, other.left);
  const high = Math.min(card.bottom, other.bottom) - Math.max(card.top, other.top);
  const corner = 0.05 * other.width * other.height;
  const within = card.left >= 0 && card.top >= 0
    && card.right <= innerWidth && card.bottom <= innerHeight;
  return !within || Math.max(0, wide) * Math.max(0, high) > corner;
}"""
#: whether what is outlined can be seen between the window's top and the card or the window's end
SHOWN = """() => {
  const card = document.querySelector("[data-testid=tour-card]").getBoundingClientRect();
  const { top, bottom } = document.querySelector(".toured").getBoundingClientRect();
  const end = innerWidth <= 800 ? card.top : innerHeight;
  return bottom > 0 && top >= 0 && Math.min(bottom, top + 60) <= end;
}"""


def title(page: Page, step: int, language: str = "en") -> None:
    """Wait for a step: its title, its count, and the focus on the card."""
    expect(page.locator("#tour-title")).to_have_text(
        sentence(f"tour.{NAMES[step - 1][0]}.title", language)
    )
    count = sentence("tour.progress", language, step=step, steps=STEPS)
    expect(page.locator(".tour-count")).to_have_text(count)
    expect(page.locator(CARD)).to_be_focused()


def keeps_clear(page: Page, selector: str) -> None:
    """Wait until the card stands within the window and off an element."""
    page.wait_for_function(f"(selector) => !({COVERS})(selector)", arg=selector)


@pytest.mark.parametrize("language", ["en", pytest.param("ko", marks=pytest.mark.slow)])
def test_the_keyboard_alone_walks_through_all_steps(open_page: Open, language: str):
    page = open_page(f"?lang={language}", 1280, 720, reduced_motion="reduce")
    start = page.get_by_test_id("tour")
    expect(start).to_have_text(sentence("tour.start", language))
    expect(page.locator(CARD)).to_have_count(0)
    start.focus()
    page.keyboard.press("Enter")
    for step in range(1, STEPS + 1):
        title(page, step, language)
        page.wait_for_url(f"**tour={step}*")
        expect(page.locator(f"[data-view={NAMES[step - 1][1]}]")).to_be_visible()
        page.wait_for_function(SHOWN)
        keeps_clear(page, ".toured")
        page.keyboard.press("Tab")
        expect(page.get_by_test_id("tour-next")).to_be_focused()
        page.keyboard.press("Enter")
    expect(page.locator(CARD)).to_have_count(0)
    expect(page.locator(".toured")).to_have_count(0)
    expect(page.get_by_test_id("view-evidence")).to_be_focused()
    page.wait_for_function("!location.search.includes('tour=')")


def test_it_goes_back_and_is_left_by_escape_or_button(open_page: Open):
    page = open_page("", 1280, 720)
    page.get_by_test_id("tour").click()
    title(page, 1)
    expect(page.get_by_test_id("tour-back")).to_be_hidden()
    page.get_by_test_id("tour-next").click()
    title(page, 2)
    page.get_by_test_id("tour-back").click()
    title(page, 1)
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    expect(page.get_by_test_id("tour")).to_be_focused()
    page.keyboard.press("Enter")
    title(page, 1)
    page.get_by_test_id("tour-skip").click()
    expect(page.locator(CARD)).to_have_count(0)
    expect(page.get_by_test_id("tour")).to_be_focused()


def test_escape_leaves_the_tour_before_the_presentation(open_page: Open):
    page = open_page("?present=1&tour=3", 1280, 720)
    title(page, 3)
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_have_count(0)
    expect(page.locator("body.present")).to_have_count(1)


def test_a_link_opens_at_its_step(open_page: Open):
    page = open_page("?tour=3&lam=0.7", 1280, 720)
    title(page, 3)
    expect(page.locator(f"[data-view={NAMES[2][1]}]")).to_be_visible()


def test_what_is_no_step_starts_none(open_page: Open):
    page = open_page(f"?tour={STEPS + 1}", 1280, 720)
    page.wait_for_function("!location.search.includes('tour=')")
    expect(page.locator(CARD)).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_lambda_is_dragged_while_the_card_is_open(open_page: Open, width: int, height: int):
    page = open_page("?tour=3&lam=0.5", width, height, reduced_motion="reduce")
    title(page, 3)
    slider = page.get_by_test_id("lambda")
    page.wait_for_function(SHOWN)
    keeps_clear(page, "[data-testid=lambda]")
    now, said = page.locator(".tour-now"), page.get_by_test_id("said")
    before = now.text_content() or ""
    box = slider.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 15, middle, steps=6)
    page.mouse.up()
    page.wait_for_function("document.querySelector('[data-testid=lambda]').valueAsNumber > 0.9")
    expect(page.locator(CARD)).to_be_visible()
    expect(said).not_to_have_text(before)
    expect(now).not_to_have_text(before)
    page.wait_for_function(
        """() => {
          const [now, said] = [".tour-now", "[data-testid=said]"]
            .map((one) => document.querySelector(one).textContent);
          return now === said;
        }"""
    )


def test_who_chooses_another_view_goes_on_alone(open_page: Open):
    page = open_page("?tour=2", 1280, 720)
    title(page, 2)
    page.get_by_test_id("view-toy").click()
    expect(page.locator("[data-view=toy]")).to_be_visible()
    expect(page.locator(CARD)).to_have_count(0)


def test_maps_or_surfaces_are_outlined_whichever_are_shown(open_page: Open):
    page = open_page("?view=boundary&show=confidence&tour=5", 1280, 720, reduced_motion="reduce")
    title(page, 5)
    outlined = page.locator(".toured")
    expect(outlined).to_have_attribute("data-id", "surface")
    page.wait_for_function(SHOWN)
    keeps_clear(page, ".toured")
    # by the keyboard's way: the card may lie over the switch
    page.locator("[name=show][value=classes]").evaluate("(input) => input.click()")
    expect(outlined).to_have_attribute("data-id", "maps")


def test_the_language_changes_within_it(open_page: Open):
    page = open_page("?tour=2", 1280, 720)
    title(page, 2)
    page.get_by_test_id("language").click()
    expect(page.locator("#tour-title")).to_have_text(sentence("tour.soft.title", "ko"))


def test_it_fits_narrow_screens(open_page: Open):
    page = open_page("?tour=1&lang=ko", 320, 640, reduced_motion="reduce")
    for step in range(1, STEPS + 1):
        title(page, step, "ko")
        page.wait_for_function(SHOWN)
        if NAMES[step - 1][1] == "mix":
            page.wait_for_function(FITS)
            keeps_clear(page, "[data-view=mix] .dock")
        keeps_clear(page, ".bar .views")
        page.get_by_test_id("tour-next").click()


def test_it_leaves_lambda_free_on_a_phone_held_sideways(open_page: Open):
    phone = {"has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
    page = open_page("?tour=1", 844, 390, **phone)
    for step in range(1, STEPS + 1):
        title(page, step)
        page.wait_for_function(SHOWN)
        if NAMES[step - 1][1] == "mix":
            page.wait_for_function(FITS)
            keeps_clear(page, "[data-view=mix] .dock")
        page.get_by_test_id("tour-next").click()
