"""The page by the keyboard alone: what Tab comes to, in which order, and what keys do there."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kit import sentence

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
VIEWS = ("mix", "boundary", "toy", "evidence", "train")
ENOUGH = 200  # tab stops that no view has
ROW = 400  # px, more than the height of what stands side by side in one column
#: what can have the focus: of radio buttons the chosen one of each group
FOCUSABLE = """() => [...document.querySelectorAll(
    "#explorer :is(a[href], button, select, input, summary, [tabindex='0'])")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled)
  .filter((node) => node.type !== "radio" || node.checked).length"""
#: what has the focus: where it is, what shows that, its name, and what hides it
FOCUSED = """() => {
  const node = document.activeElement;
  if (node === document.body) return null;
  (window.stops ??= []).push(node);
  const seen = node.matches("[type=file], [type=radio]") ? node.closest("label") : node;
  const { left, top, right, bottom } = seen.getBoundingClientRect();
  const outlined = [node, node.nextElementSibling, node.closest("label")].some((each) => {
    const { outlineStyle, outlineWidth } = each ? getComputedStyle(each) : {};
    return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2;
  });
  const dock = document.querySelector(".dock");
  const fixed = dock?.checkVisibility() && getComputedStyle(dock).position === "fixed"
    && !dock.contains(node);
  const end = fixed ? dock.getBoundingClientRect().top : innerHeight;
  const label = node.labels?.[0]?.innerText ?? "";
  return {
    name: (node.getAttribute("aria-label") || label || node.innerText || "").trim(),
    html: node.outerHTML.slice(0, 120), outlined,
    again: window.stops.indexOf(node) < window.stops.length - 1,
    column: node.closest("article, section, header, footer, .dock, .tools")?.outerHTML,
    left, top: top + scrollY, right, bottom: bottom + scrollY,
    docked: Boolean(dock?.contains(node)),
    hidden: top < -1 || bottom > end + 1 && bottom - top < end,
  };
}"""
#: names of all buttons that explain something and are shown
HELP = """() => [...document.querySelectorAll("#explorer button.help")]
  .filter((node) => node.checkVisibility()).map((node) => node.getAttribute("aria-label"))"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the top to the end; return what had the focus."""
    stops = []
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError("Tab never comes to the end")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=str)
def test_tab_comes_to_everything_once_and_it_can_be_seen(open_page: Open, size: tuple[int, int]):
    page = open_page("?more=1", *size, reduced_motion="reduce")
    stops = walk(page)
    assert len(stops) == page.evaluate(FOCUSABLE)
    for fault in ("again", "hidden"):
        assert [stop["html"] for stop in stops if stop[fault]] == [], fault
    assert [stop["html"] for stop in stops if not stop["outlined"] or not stop["name"]] == []


@pytest.mark.parametrize("view", ["mix", "boundary"])
def test_tab_goes_as_the_eye_does(open_page: Open, view: str):
    page = open_page(f"?view={view}&more=1", reduced_motion="reduce")
    stops = walk(page)
    wrong = [
        (before["html"], after["html"])
        for before, after in pairwise(stops[1:])  # the first lies over the page
        if before["column"] == after["column"]
        and (
            after["bottom"] <= before["top"]
            or (after["top"] < before["bottom"] - 4 and after["right"] <= before["left"])
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("size", [(390, 844), (800, 1100)], ids=str)
@pytest.mark.parametrize("view", ["mix", "boundary", "toy", "train"])
def test_tab_goes_down_a_window_of_one_column(open_page: Open, view: str, size: tuple[int, int]):
    """Up again it goes only from one thing to the next beside it."""
    page = open_page(f"?view={view}&more=1", *size, reduced_motion="reduce")
    stops = [stop for stop in walk(page)[1:] if not stop["docked"]]  # the first lies over the page
    back = [
        (before["html"], after["html"])
        for before, after in pairwise(stops)
        if after["bottom"] <= before["top"]
        and (after["left"] < before["right"] or before["top"] - after["bottom"] > ROW)
    ]
    assert back == []


@pytest.mark.parametrize(
    ("view", "main"),
    [
        ("mix", "[data-id=lambda]"),
        ("boundary", "[data-id=maps] .map"),
        ("toy", "[data-testid=toy-transport-play]"),
        ("evidence", "[data-testid=claims] li:first-child a"),
        ("train", "[data-testid=train-again]"),
    ],
)
def test_the_first_tab_stop_skips_to_what_the_view_is_about(open_page: Open, view: str, main: str):
    page = open_page(f"?view={view}", reduced_motion="reduce")
    page.wait_for_selector(main)
    page.wait_for_function("(main) => !document.querySelector(main).disabled", arg=main)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text(sentence("skip.label"))
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator(main).first).to_be_focused()
    expect(page.locator(main).first).to_be_in_viewport()


def test_the_mix_view_is_used_by_the_keyboard_alone(open_page: Open):
    page = open_page("?lam=0.5", reduced_motion="reduce")
    tab_to(page, "[data-id=more]")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("smoothness")).to_be_visible()
    tab_to(page, "[data-id=tour]")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("tour-card")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("tour")).to_be_focused()
    tab_to(page, "[data-side=a] select")
    page.keyboard.press("ArrowDown")  # of the class list, from horse
    expect(page.get_by_test_id("soft-label")).to_contain_text("ship")
    tab_to(page, "button.example:nth-child(2)")
    page.keyboard.press("Enter")
    expect(page.locator("button.example:nth-child(2)")).to_have_attribute("aria-pressed", "true")
    tab_to(page, "[data-id=lambda]")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_test_id("lambda-number")).to_have_value("0.51")
    tab_to(page, "[name=method]")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-formula=cutmix]")).to_be_visible()
    tab_to(page, "[data-id=alpha-presets] button:last-child")
    page.keyboard.press("Enter")
    expect(page.locator("[data-id=alpha-value]")).to_have_text("8")
    tab_to(page, "[data-id=draw]")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("seed")).to_have_value("1")
    tab_to(page, "[data-id=about]")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("about-close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("about")).to_be_focused()


def test_buttons_that_explain_have_names_of_their_own(open_page: Open):
    page = open_page("?more=1", reduced_motion="reduce")
    for language in ("en", "ko"):
        expect(page.locator("html")).to_have_attribute("lang", language)
        bare = sentence("help.label", language, term="").strip(" :")
        for view in VIEWS:
            page.get_by_test_id(f"view-{view}").click()
            if view != "evidence":
                expect(page.locator(f"[data-view={view}] button.help").first).to_be_visible()
            names = page.evaluate(HELP)
            assert sorted(set(names)) == sorted(names)
            assert [name for name in names if name.strip(" :") == bare] == []
        page.get_by_test_id("language").click()


def test_an_explanation_stays_under_the_pointer_and_closes_with_escape(open_page: Open):
    page = open_page()
    tip, help_ = page.get_by_role("tooltip"), page.locator("[data-hint='lambda.help']")
    help_.hover()
    expect(tip).to_be_visible()
    tip.hover()
    page.wait_for_timeout(600)  # more than twice as long as an explanation waits for the pointer
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.mouse.move(5, 400)
    help_.hover()
    expect(tip).to_be_visible()
    page.mouse.move(5, 400)
    expect(tip).to_be_hidden()


def test_every_control_is_explained_where_it_has_the_focus(open_page: Open):
    page = open_page("?view=toy", reduced_motion="reduce")
    control = page.locator("[data-testid='toy.noise']")
    expect(control).to_be_visible()
    page.locator("[data-testid='toy.n']").focus()
    page.keyboard.press("Tab")
    expect(control).to_be_focused()
    expect(page.get_by_role("tooltip")).to_have_text(sentence("toy.noise.help"))
    expect(control).to_have_accessible_description(sentence("toy.noise.help"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    expect(control).to_be_focused()


#: whether the explanation lies over what has the focus; none is shown as null
COVERED = """() => {
  const tip = document.querySelector("[role=tooltip]");
  if (tip.hidden) return null;
  const [at, own] = [tip, document.activeElement].map((node) => node.getBoundingClientRect());
  return at.left < own.right && own.left < at.right && at.top < own.bottom && own.top < at.bottom;
}"""


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
@pytest.mark.parametrize(
    ("view", "first", "last"),
    [("toy", "toy.n", "toy.steps"), ("train", "train.mixup_alpha", "train.seed")],
)
def test_no_explanation_lies_over_what_has_the_focus(
    open_page: Open, view: str, first: str, last: str, width: int, height: int
):
    page = open_page(f"?view={view}", width=width, height=height, reduced_motion="reduce")
    page.locator("[data-id=toy-network]").evaluate_all("nodes => nodes.map(n => n.open = true)")
    page.get_by_test_id(first).click()
    end, covered = page.get_by_test_id(last), [page.evaluate(COVERED)]
    for _ in range(ENOUGH):
        if end.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
        covered.append(page.evaluate(COVERED))
    expect(end).to_be_focused()
    assert covered.count(False) > 8
    assert True not in covered


def test_an_explanation_waits_while_the_pointer_crosses_its_control(open_page: Open):
    page = open_page("?view=train")
    tip, control = page.get_by_role("tooltip"), page.locator("[data-control=mixup_alpha]")
    control.locator("[data-hint]").hover()
    expect(tip).to_be_visible()
    control.get_by_role("button").first.hover()
    page.wait_for_timeout(600)  # more than twice as long as an explanation waits for the pointer
    expect(tip).to_be_visible()
    page.mouse.move(5, 5)
    expect(tip).to_be_hidden()
