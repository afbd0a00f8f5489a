"""Small windows, a zoom of 400 %, and a projector: nothing is cut off or hidden."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from mixup_demo.models.comparisons import COMPARISONS
from mixup_demo.models.names import names
from tests.browser.kit import FITS, PAINTED, fits, sentence, services

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
VIEWS = ("mix", "boundary", "toy", "evidence", "train", "learn")
SMALL = ((320, 640), (360, 740), (390, 844))
#: of the comparison that opens the page
MODELS = tuple(next(iter(COMPARISONS.values())).values())
WIDE = (768, 1280, 1920)
#: what lies over an edge of the window, or is cut off by its own box
CUT = """() => [...document.querySelectorAll("#explorer *")]
  .filter((node) => node.checkVisibility() && !node.closest(
    "svg, .chart, .map, .table-scroll, .formulas, pre, .hidden, .tip, .toast, .skip"))
  .filter((node) => {
    const { left, right, width } = node.getBoundingClientRect();
    const clipped = node.matches("a, button, h1, h2, p, .badge, .model-name")
      && node.scrollWidth > node.clientWidth + 1
      && getComputedStyle(node).display !== "inline" && !node.closest(".compact");
    return width && (left < -1 || right > innerWidth + 1 || clipped);
  }).map((node) => node.outerHTML.slice(0, 120))"""
#: whether the page's end lies above λ, which is fixed at the window's
END = """() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const foot = [...document.querySelectorAll(".foot > *")].at(-1).getBoundingClientRect();
  const dock = document.querySelector(".dock").getBoundingClientRect();
  return foot.bottom <= (dock.height ? dock.top : innerHeight);
}"""


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_off_in_small_windows(open_page: Open, view: str):
    page = open_page(f"?view={view}", *SMALL[0], reduced_motion="reduce")
    for language in ("en", "ko"):
        expect(page.locator("html")).to_have_attribute("lang", language)
        for width, height in SMALL:
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_function(FITS)
            page.evaluate(PAINTED)  # and with it, what scripts fit to the window
            assert page.evaluate(CUT) == [], (language, width)
            page.wait_for_function(END)
        fits(page, WIDE)
        page.evaluate("scrollTo(0, 0)")
        page.get_by_test_id("language").click()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_mix_is_one_screen_of_a_projector(open_page: Open, language: str):
    page = open_page(f"?present=1&lang={language}", 1280, 720)
    page.wait_for_function("document.documentElement.scrollHeight <= 720")
    page.wait_for_function("document.querySelector('[data-testid=path-chart] .plot .trace')")
    chart = page.get_by_test_id("path-chart").bounding_box()
    assert chart is not None
    assert chart["height"] >= 180
    for number, key in enumerate(MODELS):  # each panel bears its name, and the bars have a key
        name = page.locator("[data-id=verdicts] .model-word").nth(number)
        expect(name).to_have_text(names(services().zoo, language)[f"model.{key}.method"])
        expect(name).to_be_visible()
    bars = page.locator(".path .legend").get_by_text(sentence("chart.boundary", language))
    expect(bars).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") <= 720
    page.keyboard.press("Escape")
    expect(page.locator("body.present")).to_have_count(0)
    page.wait_for_function("!location.search.includes('present=')")


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        ("mix", "compare calibration smoothness gradient-chart seed"),
        ("boundary", "compare-plane calibration-plane"),
        ("toy", "toy-strip"),
        ("train", "train-chosen"),
    ],
)
def test_a_projector_shows_more_where_more_is_asked_for(open_page: Open, view: str, shown: str):
    page = open_page(f"?view={view}&present=1", 1280, 720)
    for name in shown.split():
        expect(page.get_by_test_id(name)).to_be_hidden()
    page.get_by_test_id("more").click()
    for name in shown.split():
        expect(page.get_by_test_id(name)).to_be_visible()
    fits(page, WIDE[1:])  # narrower windows have no such mode


@pytest.mark.parametrize(
    ("view", "lowest", "least"),
    [("boundary", "plane-legend", 0.9), ("toy", "toy-transport", 0.5)],
)
def test_maps_are_large_on_a_projector_and_their_controls_in_sight(
    open_page: Open, view: str, lowest: str, least: float
):
    """Maps of a wide plane take the screen's width; square ones as much as its height allows."""
    page = open_page(f"?view={view}&present=1", 1280, 720)
    page.wait_for_function(
        """(name) => {
          const node = document.querySelector(`[data-id=${name}]`);
          const { bottom, height } = node.getBoundingClientRect();
          return height && bottom <= innerHeight;
        }""",
        arg=lowest,
    )
    page.wait_for_function(
        """([view, least]) => {
          const maps = [...document.querySelectorAll(`.${view} .map`)]; // hidden ones have no width
          const widths = maps.map((map) => map.getBoundingClientRect().width);
          return widths.reduce((sum, width) => sum + width, 0) >= least * innerWidth;
        }""",
        arg=[view, least],
    )


def test_lambda_and_both_answers_stay_in_sight_on_a_phone_held_sideways(open_page: Open):
    page = open_page("?view=mix", 844, 390, has_touch=True, is_mobile=True)
    for place in (page.get_by_test_id("lambda"), page.locator("[data-id=compact]")):
        expect(place).to_be_in_viewport(ratio=1)
    page.wait_for_function(END)
    page.wait_for_function(FITS)


def test_who_wants_less_motion_gets_none_before_and_after_elements_either(open_page: Open):
    page = open_page("?view=evidence", reduced_motion="reduce")
    summary = page.locator("details.panel > summary").first
    expect(summary).to_be_visible()
    for part in ("", "::before"):
        moving = "(node, part) => getComputedStyle(node, part).transitionDuration"
        assert summary.evaluate(moving, part) == "0s"


def test_korean_words_on_buttons_are_not_broken(open_page: Open):
    page = open_page("?view=toy&lang=ko")
    tile = page.locator(".toy-tile small").first
    expect(tile).to_be_visible()
    assert tile.evaluate("node => getComputedStyle(node).wordBreak") == "keep-all"


def test_presented_views_take_the_width_of_a_projector(open_page: Open):
    page = open_page("?view=train&present=1", 1920, 1080)
    grid = page.locator("[data-id=train-grid]")
    expect(grid.locator(".train-target").first).to_be_visible()
    free = grid.evaluate(
        """(node) => {
          const right = (one) => one.getBoundingClientRect().right;
          return right(node.closest(".card")) - right(node);
        }"""
    )
    assert free < 60
    page = open_page("?view=learn&present=1", 1920, 1080)
    last = page.locator(".learn-contents li").last
    expect(last).to_be_in_viewport(ratio=1)


def test_a_lecture_s_question_and_bar_are_read_from_the_last_row(open_page: Open):
    page = open_page("?lecture=1&step=2", 1920, 1080)
    small = ".question button, .question label, .question .hint, .lecture-bar :is(button, h1)"
    expect(page.locator(".question-foot button").first).to_be_visible()
    sizes = page.locator(small).evaluate_all(
        "nodes => nodes.map((node) => parseFloat(getComputedStyle(node).fontSize))"
    )
    assert min(sizes) >= 18


#: of a chart: sizes of its panels' titles and of its axes' numbers, and texts that its box cuts
LETTERED = """(chart) => {
  const all = (selector) => [...chart.querySelectorAll(selector)];
  const sizes = (nodes) => nodes.map((node) => parseFloat(getComputedStyle(node).fontSize));
  const box = chart.getBoundingClientRect();
  const cut = all("text").filter((node) => {
    const { left, right, bottom } = node.getBoundingClientRect();
    return left < box.left - 1 || right > box.right + 1 || bottom > box.bottom + 1;
  });
  const numbers = sizes(all(".xtick text, .ytick text"));
  const titles = sizes(all(".annotation-text"));
  return [Math.min(...titles), Math.max(...numbers), cut.map((node) => node.textContent)];
}"""


@pytest.mark.parametrize("chart", ["toy-chart", "gan-chart"])
def test_a_presented_chart_has_titles_as_large_as_its_numbers_and_cuts_none(
    open_page: Open, chart: str
):
    page = open_page("?view=toy&steps=60&n=50&at=0&present=1", 1920, 1080)
    box = page.locator(f"[data-id={chart}]")
    box.scroll_into_view_if_needed()
    expect(box.locator(".annotation-text")).not_to_have_count(0)
    titles, numbers, cut = box.evaluate(LETTERED)
    assert titles >= numbers > 20
    assert cut == []
