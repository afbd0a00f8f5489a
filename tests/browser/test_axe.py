"""axe finds no fault with the page, in any view, language, theme or size."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.kit import PAINTED, SECONDS, UNFOLD

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SIZES = ((1366, 768), (390, 844))
#: as arguments of a test; the wide one is looked at whenever tests run
PLACES = (SIZES[0], pytest.param(SIZES[1], marks=pytest.mark.slow))
#: axe has no rule for canvases
NAMELESS = "#explorer canvas:not([aria-label], .chart *, .map *, button *, [aria-hidden=true] *)"
#: what comes last, when the page was unfolded and its end seen; what is old is pale until then
COMPLETE = {
    "mix": "[data-id=mix]:not([aria-busy]) [data-testid=smoothness] tbody tr",
    "boundary": "[data-id=boundary]:not([data-stale]) [data-panel=population]",
    "toy": "[data-id=toy]:not([data-stale]) [data-testid=gan-says] li",
    "evidence": "[data-testid=attack]:not([aria-busy]) h4 .model-name:not(:empty)",
    "train": "[data-id=train]:not([aria-busy]) [data-id=train-chart] .main-svg",
    "learn": "[data-testid=sources] li",
}
SETTLED = {**COMPLETE, "toy": "[data-id=toy]:not([data-stale])", "evidence": "[data-id=claims] li"}


def opened(open_page: Open, query: str, size: tuple[int, int]) -> Page:
    return open_page(f"?{query}", *size, reduced_motion="reduce", color_scheme="light")


def nothing(page: Page, state: str, colours: bool = True) -> None:
    page.evaluate(PAINTED)
    found = findings(page, colours)
    assert found == [], "\n".join([state, *map(str, found)])
    nameless = page.locator(NAMELESS).filter(visible=True)
    assert nameless.evaluate_all("(nodes) => nodes.map((node) => node.outerHTML)") == [], state


def in_both_languages_and_themes(page: Page, state: str) -> None:
    """Light in one language, dark in the other: names have no colours, and colours no language."""
    nothing(page, f"{state}, English, light")
    page.locator("[data-id=theme]").click()
    page.get_by_test_id("language").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    nothing(page, f"{state}, Korean, dark")


@pytest.mark.parametrize("size", PLACES, ids=str)
@pytest.mark.parametrize("view", ["mix", "boundary", "toy", "evidence", "train", "learn"])
def test_views(open_page: Open, view: str, size: tuple[int, int]):
    page = opened(open_page, f"view={view}", size)
    page.wait_for_selector(SETTLED[view], state="attached", timeout=SECONDS)
    nothing(page, "as it opens", colours=False)  # they are looked at with everything open
    page.get_by_test_id("more").click()
    page.locator("body").evaluate(UNFOLD)
    page.locator(".foot").scroll_into_view_if_needed()
    page.wait_for_selector(COMPLETE[view], state="attached", timeout=SECONDS)
    in_both_languages_and_themes(page, "with everything open")


@pytest.mark.parametrize("size", PLACES, ids=str)
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("tour=2", "tour-card"),
        ("about=1", "about-dialog"),
        # the lecture's own tests look at these three, too
        pytest.param("lecture=1&step=2", "question", marks=pytest.mark.slow),
        pytest.param("ask=2&choices=3&word=beka", "answer-page", marks=pytest.mark.slow),
        pytest.param("lecture=1&speaker=1", "speaker", marks=pytest.mark.slow),
    ],
    ids=["tour", "about", "question", "answer", "speaker"],
)
def test_what_stands_over_the_views_or_in_their_place(
    open_page: Open, query: str, shown: str, size: tuple[int, int]
):
    language = "en" if size == SIZES[0] else "ko"
    page = opened(open_page, f"{query}&lang={language}", size)
    for dark in (False, True):
        expect(page.get_by_test_id(shown)).to_be_visible()
        page.evaluate("(dark) => document.body.classList.toggle('dark', dark)", dark)
        nothing(page, f"{query}, {'dark' if dark else 'light'}")


@pytest.mark.parametrize(
    "view", ["mix", *(pytest.param(one, marks=pytest.mark.slow) for one in ("boundary", "toy"))]
)
def test_presenting(open_page: Open, view: str):
    page = opened(open_page, f"view={view}&present=1", (1280, 720))
    page.wait_for_selector(SETTLED[view], state="attached", timeout=SECONDS)
    nothing(page, "presenting")


def test_what_is_wrong_is_found(open_page: Open):
    page = opened(open_page, "", SIZES[0])
    page.evaluate(
        """() => {
          const wrong = `<img src="data:,"><button aria-label="Stop">Go</button>
            <p style="color: #aaa; background: #fff">pale</p>`;
          document.querySelector("main [data-view=mix]").insertAdjacentHTML("beforeend", wrong);
        }"""
    )
    found = {finding["id"] for finding in findings(page)}
    assert found == {"image-alt", "label-content-name-mismatch", "color-contrast"}
