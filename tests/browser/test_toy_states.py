"""What the Toy view shows while there is no training to show, and whose word its verdict is."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Request, Response, Route, expect

from tests.browser.conftest import READY
from tests.browser.kit import (
    SECONDS,
    SERVER,
    await_held,
    fits,
    hold,
    own_page,
    release,
    sentence,
)
from tests.browser.test_toy_view import LINK, is_idle

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
#: nothing of a training of its own is a preset, and it takes a moment
OWN = "?view=toy&dataset=moons&steps=100&n=100&width=8&at=100"


def says(page: Page) -> object:
    return page.get_by_test_id("toy-says")


def method_of(request: Request) -> str | None:
    """The server's method that a request asks, if any."""
    asks = SERVER.search(request.url)
    return json.loads(request.post_data or "{}").get("fn_name") if asks else None


def answers(method: str) -> Callable[[Response], bool]:
    """Whether a response is the server's to a method: other requests may be under way."""
    return lambda response: method_of(response.request) == method


def numbers(page: Page) -> str:
    return "".join(page.get_by_test_id("toy-measures").locator("tbody td").all_inner_texts())


def has_numbers(page: Page) -> None:
    """Wait until numbers are shown."""
    expect(page.get_by_test_id("toy-measures").locator("tbody td").first).to_have_text(
        re.compile(r"\d")
    )


def controls(page: Page) -> object:
    return page.locator("[data-id=toy-transport] :is(button, input)")


def choose_drawing(page: Page) -> None:
    page.locator("[data-name=drawn]").click()
    expect(page.get_by_test_id("draw-tools")).to_be_visible()


def press(page: Page, label: int, shares: tuple[float, ...]) -> None:
    page.locator("[data-id=draw-classes] button").nth(label).click()
    box = page.get_by_test_id("toy-erm").bounding_box()
    for share in shares:
        page.mouse.click(box["x"] + share * box["width"], box["y"] + share * box["height"])


def test_nothing_is_said_of_old_data_while_new_data_are_trained_on(open_page: Open):
    page = open_page("?view=toy&at=2000")
    expect(says(page)).to_contain_text("20 seeds")
    has_numbers(page)
    held = hold(page)
    page.locator("[data-name=moons]").click()
    expect(says(page)).to_have_text(sentence("toy.says.stale"))
    assert numbers(page) == ""
    for model in ("erm", "mixup"):
        caption = page.locator(f"[data-id=toy-maps] [data-mark={model}] [data-part=said]")
        expect(caption).to_have_text("")
    expect(page.get_by_test_id("toy-transport-said")).to_have_text("")
    for control in controls(page).all():
        expect(control).to_be_disabled()
    await_held(page, held)
    release(page, held, lambda: "20 seeds" in says(page).inner_text())
    has_numbers(page)
    expect(controls(page).first).to_be_enabled()


def test_drawing_begins_with_what_to_do_and_without_old_numbers(open_page: Open):
    page = open_page("?view=toy&at=2000")
    is_idle(page)
    choose_drawing(page)
    expect(page.get_by_test_id("toy-empty")).to_contain_text("draw points of class 1")
    expect(says(page)).to_have_text(sentence("toy.says.undrawn"))
    for hidden in (".toy-curves", ".toy-strip-card", ".measures"):
        expect(page.locator(f"[data-view=toy] {hidden}")).to_be_hidden()
    for control in [*controls(page).all(), page.get_by_test_id("toy-dots")]:
        expect(control).to_be_disabled()
    expect(page.get_by_test_id("toy.noise")).to_be_hidden()
    press(page, 0, (0.2, 0.3, 0.4))
    expect(page.get_by_test_id("toy-empty")).to_be_hidden()
    expect(page.get_by_test_id("toy-point")).to_contain_text("drawn: 3")
    press(page, 1, (0.7,))
    expect(controls(page).first).to_be_enabled(timeout=SECONDS)
    expect(page.locator("[data-view=toy] .measures")).to_be_visible()


def test_escape_leaves_drawing(open_page: Open):
    page = open_page(OWN, reduced_motion="reduce")
    is_idle(page)
    choose_drawing(page)
    page.keyboard.press("Escape")
    expect(page.locator("[data-name=moons]")).to_be_focused()
    expect(page.get_by_test_id("draw-tools")).to_be_hidden()
    expect(page.get_by_test_id("toy.noise")).to_be_visible()
    choose_drawing(page)
    press(page, 0, (0.2, 0.3))
    press(page, 1, (0.7, 0.8))
    expect(page.get_by_test_id("toy-transport-said")).to_contain_text("100 of", timeout=SECONDS)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("draw-done")).to_have_text(sentence("toy.draw.again"))
    press(page, 1, (0.9,))
    page.wait_for_function(
        "(new URLSearchParams(location.search).get('points') ?? '').length === 20"
    )


def test_points_are_drawn_with_the_keyboard_alone(open_page: Open):
    page = open_page(OWN, reduced_motion="reduce")
    is_idle(page)
    page.locator("[data-name=drawn]").focus()
    page.keyboard.press("Enter")
    for label, way in enumerate(("ArrowLeft", "ArrowUp")):
        page.locator("[data-id=draw-classes] button").nth(label).focus()
        page.keyboard.press("Space")
        page.get_by_test_id("toy-erm").focus()
        for _ in range(2):
            page.keyboard.press(f"Shift+{way}")
            page.keyboard.press("Enter")
    expect(page.get_by_test_id("toy-transport-said")).to_contain_text("100 of", timeout=SECONDS)


def test_one_seed_gets_no_verdict_and_several_are_trained_on_demand(open_page: Open):
    page = open_page(OWN)
    expect(says(page)).to_contain_text(sentence("toy.says.one"), timeout=SECONDS)
    for verdict in ("better", "worse", "open"):
        expect(says(page).locator(f"[data-verdict={verdict}]")).to_have_count(0)
    ask = page.locator("[data-id=toy-seeds-ask]")
    expect(ask).to_have_text(sentence("toy.seeds.ask", n=5))
    ask.click()
    expect(says(page)).to_contain_text("over 5 seeds", timeout=SECONDS)
    expect(page.get_by_test_id("toy-seeds")).to_be_hidden()


def test_who_waits_is_told_their_place(open_page: Open):
    page = open_page(OWN)
    is_idle(page)
    waited: list[Route] = []

    def answer(route: Route) -> None:
        body = json.loads(route.request.post_data or "{}")
        if body.get("fn_name") != "toy" or waited:
            route.continue_()
            return
        waited.append(route)
        route.fulfill(json={"waits": {"before": 3, "seconds": 8}, "again": 1500})

    page.route(SERVER, answer)
    page.get_by_test_id("toy.n").fill("120")
    said = page.locator("[data-id=toy-progress] output")
    expect(said).to_have_text(sentence("queue", before=3, seconds=8))
    is_idle(page)
    expect(says(page)).to_contain_text(sentence("toy.says.one"))


def test_what_comes_while_another_view_is_shown_plays_when_one_is_back(open_page: Open):
    page = open_page("?view=train")
    held = hold(page)
    play, slider = (page.get_by_test_id(f"toy-transport-{part}") for part in ("play", "slider"))
    page.get_by_test_id("view-toy").click()
    expect(page.get_by_test_id("toy-erm")).to_be_visible()
    await_held(page, held)
    page.get_by_test_id("view-train").click()
    with page.expect_response(answers("toy")):
        held.pop().continue_()
    expect(slider).to_be_enabled()
    page.wait_for_timeout(500)  # five frames, if it played
    assert slider.input_value() == "0"
    paused = play.get_attribute("aria-label")
    page.get_by_test_id("view-toy").click()
    expect(play).not_to_have_attribute("aria-label", paused)
    page.wait_for_function("document.querySelector('[data-testid=toy-transport-slider]').value > 0")


def test_a_strip_of_older_settings_is_not_shown_as_the_present_one(open_page: Open):
    page = open_page("?view=train")
    strips = hold(page, "toy_strip")
    page.get_by_test_id("view-toy").click()
    await_held(page, strips)
    trainings = hold(page)
    page.get_by_test_id("toy.n").fill("120")
    await_held(page, trainings)
    with page.expect_response(answers("toy_strip")):
        strips.pop().continue_()
    release(page, trainings, lambda: bool(strips))  # the newer training has ended
    strip = page.get_by_test_id("toy-strip")
    expect(strip).to_have_attribute("data-stale", "")
    expect(strip.locator("button")).to_have_count(0)
    release(page, strips, lambda: strip.locator("button").count() == 4)
    expect(strip).not_to_have_attribute("data-stale", "")
    numbers_of_tiles = strip.locator("button small")
    expect(numbers_of_tiles.first).to_contain_text("%")
    page.get_by_test_id("toy.n").fill("140")
    await_held(page, trainings)
    page.get_by_test_id("language").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(numbers_of_tiles).to_have_text([""] * 4)
    for route in (*trainings, *strips):
        route.continue_()


def test_the_link_holds_the_step_at_which_one_pauses_while_frames_are_awaited(
    browser: Browser, app_url: str
):
    """In a context of its own, whose clock is the test's; the newest frame is shown at once."""
    with own_page(browser, locale="en-US", reduced_motion="reduce") as page:
        page.goto(app_url + OWN)
        # before the training is asked for, it is not waited for either
        page.wait_for_function(READY, polling="raf", timeout=SECONDS)
        is_idle(page)
        page.clock.install()
        held = hold(page)
        page.get_by_test_id("toy.steps").fill("20000")
        await_held(page, held)
        held[0].continue_()
        await_held(page, held, 2)
        page.clock.run_for(1000)  # the address is written
        page.wait_for_function("!new URLSearchParams(location.search).has('at')")
        page.get_by_test_id("toy-transport-play").click()
        page.clock.run_for(1000)
        page.wait_for_function("new URLSearchParams(location.search).has('at')")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 720)])
def test_maps_and_transport_are_seen_together(open_page: Open, width: int, height: int):
    page = open_page(LINK, width, height)
    is_idle(page)
    for name in ("toy-erm", "toy-mixup", "toy-transport-play", "toy-transport-slider"):
        box = page.get_by_test_id(name).bounding_box()
        assert box["y"] >= 0, name
        assert box["y"] + box["height"] <= height, name


@pytest.mark.parametrize("link", [LINK, "?view=toy&dataset=drawn"])
def test_nothing_is_wider_than_the_narrowest_window(open_page: Open, link: str):
    page = open_page(link, 320, 640)
    fits(page, (320, 360))


def test_what_a_finger_has_tapped_stays_until_the_next_tap(open_page: Open):
    page = open_page(OWN, width=390, height=844, has_touch=True, reduced_motion="reduce")
    is_idle(page)
    point, said = page.get_by_test_id("toy-point"), []
    expect(point).to_have_text(sentence("toy.point.none"))
    for share in (0.25, 0.75):
        page.get_by_test_id("toy-erm").scroll_into_view_if_needed()
        box = page.get_by_test_id("toy-erm").bounding_box()
        page.touchscreen.tap(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
        expect(point).to_contain_text("At (−" if share < 0.5 else "At (0")
        page.wait_for_timeout(300)  # long after the finger was lifted
        said.append(point.inner_text())
    assert sentence("toy.point.none") not in said
    assert said[0] != said[1]


def test_the_end_of_a_training_is_said_but_not_where_the_page_opens_with_it(open_page: Open):
    page = open_page(OWN, reduced_motion="reduce")
    live = page.locator("[data-id=toy-said]")
    expect(says(page)).to_contain_text(sentence("toy.says.one"))
    expect(live).to_be_empty()
    page.get_by_test_id("toy.noise").focus()
    page.keyboard.press("ArrowRight")
    expect(live).to_contain_text(f"{sentence('toy.says')}: {sentence('toy.says.one')}")
    expect(live).to_contain_text("Test accuracy")
    expect(live).not_to_contain_text("boundary")
