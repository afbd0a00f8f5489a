"""The GANs of the Toy view as a visitor meets them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from benchmarks.page import scrub_gan
from mixup_demo.evidence.gan import table
from mixup_demo.views.toy import gans
from mixup_demo.views.toy.gan_settings import ALPHAS, DATA, LOSS
from tests.browser.kit import (
    DRAGGED,
    SECONDS,
    await_held,
    hold,
    moves_with_every_frame,
    sentence,
)

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
#: as short a training above as there is: the GANs are what is looked at
SHORT = "?view=toy&steps=60&n=50&at=0"


def reach(page: Page) -> None:
    """Scroll to the panel and wait for its frames."""
    page.get_by_test_id("gan").scroll_into_view_if_needed()
    is_idle(page)


def held_back(open_page: Open) -> tuple[Page, list[Route]]:
    """A page that has asked for another run, and the question, which waits at the server."""
    page = open_page(SHORT)
    reach(page)
    held = hold(page, "gan")
    page.get_by_test_id("gan.data").select_option("grid")
    await_held(page, held)
    return page, held


def is_idle(page: Page) -> None:
    page.wait_for_function("document.querySelector('[data-testid=gan-says] li')", timeout=SECONDS)
    page.wait_for_selector(
        "[data-id=gan-progress]:not([data-busy])", state="attached", timeout=SECONDS
    )


def said(page: Page, model: str) -> object:
    return page.locator(f"[data-testid=gan] .map-figure[data-mark={model}] [data-part=said]")


def text_of(film: gans.RecordedRun, alpha: float, time: int, modes: int) -> str:
    run, column = film.run, film.column(alpha)
    values = {
        "modes": run.modes[time, column],
        "total": modes,
        "quality": f"{100 * run.quality[time, column]:.1f} %",
    }
    return sentence("gan.said", "en", **values)


def test_the_numbers_are_those_of_the_bundled_run(open_page: Open):
    page = open_page(SHORT)
    reach(page)
    film = gans.bundled(DATA.default, LOSS.default, 0)
    for time in (0, len(film.recorded) - 1):
        page.get_by_test_id("gan-transport-slider").fill(str(time))
        expect(said(page, "erm")).to_contain_text(text_of(film, 0.0, time, 8))
        expect(said(page, "mixup")).to_contain_text(text_of(film, 0.2, time, 8))
    expect(page.get_by_test_id("gan-transport-said")).to_contain_text(f"{film.recorded[-1]:,} of")


def test_the_table_holds_all_alphas_of_all_seeds(open_page: Open):
    page = open_page(SHORT)
    reach(page)
    rows = page.get_by_test_id("gan-table").locator("tbody tr")
    expected = table(gans.results(DATA.default, LOSS.default))
    expect(rows).to_have_count(len(ALPHAS))
    for k, cells in enumerate(expected.rows):
        expect(rows.nth(k).locator("td")).to_have_text(list(cells[1:]))


def test_another_target_loss_and_alpha_are_shown_and_kept_in_the_link(open_page: Open):
    page = open_page(SHORT)
    reach(page)
    page.get_by_test_id("gan.data").select_option("grid")
    page.get_by_test_id("gan.loss").select_option("nonsaturating")
    page.locator("[data-control=gan_alpha] .presets button", has_text="0.5").click()
    film = gans.bundled("grid", "nonsaturating", 0)
    last = len(film.recorded) - 1
    expect(page.locator("[data-testid=gan] [data-part=name]").first).to_contain_text("α = 0.5")
    expect(page.get_by_test_id("gan-transport-slider")).to_have_attribute("max", str(last))
    page.get_by_test_id("gan-transport-slider").fill(str(last))
    expect(said(page, "mixup")).to_contain_text(text_of(film, 0.5, last, 25))
    page.wait_for_function(
        "['gan_data=grid', 'gan_loss=nonsaturating', 'gan_alpha=0.5']"
        ".every((part) => location.search.includes(part))"
    )
    again = open_page(page.evaluate("location.search"))
    reach(again)
    expect(again.get_by_test_id("gan.data")).to_have_value("grid")
    expect(again.get_by_test_id("gan.alpha")).to_have_value("0.5")


def test_an_older_run_is_marked_until_the_newer_one_is_there(open_page: Open):
    page, held = held_back(open_page)
    panel = page.get_by_test_id("gan")
    expect(panel).to_have_attribute("data-stale", "")
    for part in (".maps", ".gan-side", ".gan-numbers"):
        expect(panel.locator(part)).to_have_css("opacity", "0.45")
    held[0].continue_()
    expect(panel).not_to_have_attribute("data-stale", "")
    expect(said(page, "mixup")).to_contain_text("of 25")


def test_a_run_that_is_stopped_before_it_began_is_begun_by_play(open_page: Open):
    page, held = held_back(open_page)
    page.get_by_test_id("gan-stop").click()
    slider = page.get_by_test_id("gan-transport-slider")
    expect(slider).to_be_disabled()  # the older run is not played in its place
    page.get_by_test_id("gan-transport-play").click()
    await_held(page, held, 2)
    for route in held:
        route.continue_()
    expect(page.get_by_test_id("gan")).not_to_have_attribute("data-stale", "")
    expect(said(page, "mixup")).to_contain_text("of 25")
    expect(slider).to_be_enabled()


def test_a_run_that_comes_while_another_view_is_shown_plays_when_one_is_back(open_page: Open):
    page, held = held_back(open_page)
    page.get_by_test_id("view-train").click()
    held[0].continue_()
    expect(said(page, "mixup")).to_contain_text("of 25")
    page.get_by_test_id("view-toy").click()
    page.wait_for_function("document.querySelector('[data-testid=gan-transport-slider]').value > 0")


def test_scrubbing_asks_the_server_for_nothing(open_page: Open):
    page = open_page(SHORT)
    reach(page)
    moves_with_every_frame(scrub_gan(page, DRAGGED))


def test_a_smaller_one_is_trained_live_and_can_be_stopped(open_page: Open):
    page = open_page(SHORT + "&gan_run=live&gan_width=16&gan_steps=60", reduced_motion="reduce")
    page.get_by_test_id("gan").scroll_into_view_if_needed()
    slider = page.get_by_test_id("gan-transport-slider")
    expect(page.get_by_test_id("gan-transport-said")).to_contain_text("of 60", timeout=SECONDS)
    expect(page.get_by_test_id("gan.latent")).to_be_visible()
    page.wait_for_selector("[data-id=gan-progress]:not([data-busy])", state="attached")
    last = slider.get_attribute("max")
    slider.fill(last)
    expect(slider).to_have_value(last)
    page.get_by_test_id("gan.steps").fill("3000")
    expect(page.get_by_test_id("gan-transport-said")).to_contain_text("of 3,000", timeout=SECONDS)
    page.get_by_test_id("gan-stop").click()
    page.wait_for_selector("[data-id=gan-progress]:not([data-busy])", state="attached")
    slider.fill(slider.get_attribute("max"))
    expect(slider).not_to_have_value(slider.get_attribute("max"))


def test_an_alpha_that_is_not_bundled_is_explained_and_nothing_is_lost(open_page: Open):
    page = open_page(SHORT)
    reach(page)
    alpha = page.get_by_test_id("gan.alpha")
    alpha.fill("0.3")
    alpha.press("Enter")
    expect(page.locator(".toast")).to_contain_text("α is 0.3")
    expect(page.locator("[data-testid=gan] [data-part=name]").first).to_contain_text("α = 0.2")
    expect(said(page, "mixup")).not_to_be_empty()


def test_no_word_is_missing_in_korean(open_page: Open):
    page = open_page(SHORT + "&lang=ko")
    reach(page)
    text = page.get_by_test_id("gan").inner_text()
    assert sentence("gan.title", "ko") in text
    for sign in ("[[", "gan.", "undefined", "NaN"):
        assert sign not in text
