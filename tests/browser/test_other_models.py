"""Every view that asks models works with other classes, input sizes and numbers of classes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from benchmarks.server import served
from mixup_demo.serving.services import Services
from mixup_demo.views.boundary import requests as boundary
from mixup_demo.views.mix import mixtures
from mixup_demo.views.mix import requests as mix
from mixup_demo.views.mix.settings import STRIP
from tests.browser.kit import fits, sentence
from tests.models.kit import LARGE, WIDE, dummy_zoo

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Open = Callable[..., Page]
PAIRS = {"thousand": LARGE, "three": WIDE}


@pytest.fixture(scope="module")
def app_url() -> Iterator[str]:
    """Address of a page that has these models alone."""
    with served("-m", "tests.browser.dummy_app") as server:
        yield server.url


@pytest.fixture(scope="module")
def services() -> Services:
    return Services(dummy_zoo())


def size(page: Page, selector: str) -> tuple[int, int]:
    """Height and width of a canvas, in its own pixels."""
    height, width = page.locator(selector).first.evaluate("(c) => [c.height, c.width]")
    return height, width


def likeliest(services: Services, pair: str, model: str) -> str:
    """The class that a model names half-way between the opening pictures."""
    request = {"a": {"photo": "cat-1"}, "b": {"photo": "dog-1"}, "pair": pair, "lam": 0.5}
    _, report = mixtures.mix(services, request)
    answers = report["predictions"][model]
    return max(answers, key=answers.__getitem__)


@pytest.mark.parametrize("pair", PAIRS)
def test_mix_shows_pictures_at_the_models_size_and_the_models_own_classes(
    open_page: Open, services: Services, pair: str
):
    first, second = dummy_zoo().comparison(pair).classes.names[:2]
    page = open_page(f"?pair={pair}&a=cat-1&b=dog-1&la={first}&lb={second}&lam=0.5")
    height, width = PAIRS[pair]
    assert size(page, "[data-id=seen]") == (height, width)
    shown = size(page, "[data-id=mixed]")
    assert max(shown) == 512
    assert shown[0] * width == shown[1] * height
    for model in ("erm", "mixup"):
        card = page.get_by_test_id(f"answer-{model}")
        expect(card).to_contain_text(likeliest(services, pair, model))
    page.get_by_test_id("lambda").fill("0.9")
    expect(page.get_by_test_id("soft-label")).to_contain_text("90 %")
    page.locator("[name=method][value=cutmix]").check(force=True)
    expect(page.locator("[data-id=applied]")).to_be_visible()


@pytest.mark.parametrize(("before", "after"), [("thousand", "three"), ("three", "thousand")])
def test_cutmix_s_boxes_are_of_the_models_that_answer_now(
    open_page: Open, services: Services, before: str, after: str
):
    page = open_page(f"?more=1&pair={before}&method=cutmix&seed=3&a=cat-1&b=dog-1")
    tiles = page.locator("[data-testid=strip] .tile")
    expect(tiles).to_have_count(STRIP)
    page.get_by_test_id("compare-presets").get_by_text(sentence("compare.own")).click()
    page.get_by_test_id("compare-left").select_option(f"{after}-plain")
    request = {"alpha": 1.0, "seed": 3, "method": "cutmix", "pair": after}
    applied = mix.draw(services, request)["applied"]
    expect(tiles).to_have_text([f"{lam:.2f}" for lam in applied])
    page.wait_for_selector("[data-id=mix]:not([aria-busy])")
    height, width = size(page, "[data-testid=strip] canvas")
    assert (height * PAIRS[after][1], max(height, width)) == (width * PAIRS[after][0], 128)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_plane_names_the_models_own_classes(open_page: Open, services: Services, pair: str):
    page = open_page(f"?view=boundary&pair={pair}&a=cat-1&b=dog-1&c=frog-1")
    sides = {"a": {"photo": "cat-1"}, "b": {"photo": "dog-1"}, "c": {"photo": "frog-1"}}
    plane = boundary.plane_report(services, {**sides, "pair": pair, "resolution": 24})
    middle = plane["erm"]["classes"][12][12]  # a point of every stage
    expect(page.locator("[data-testid=point-erm] .point-class")).to_have_text(
        plane["classes"][middle]
    )
    assert size(page, "[data-id=point-seen]") == PAIRS[pair]


@pytest.mark.parametrize(("pair", "fetched"), [("thousand", True), ("three", False)])
def test_an_attack_sends_what_is_shown_and_fetches_the_rest(
    open_page: Open, pair: str, fetched: bool
):
    page = open_page(f"?view=evidence&panel=adversarial&pair={pair}&image=cat-1&epsilon=4")
    shown = page.locator("[data-testid=attacked-erm] canvas").first
    expect(page.get_by_test_id("attacked-erm")).to_be_visible()
    assert size(page, "[data-testid=attacked-erm] canvas") == PAIRS[pair]
    look = "(c) => c.toDataURL()"
    before = shown.evaluate(look)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_test_id("epsilon").fill("16")
    page.wait_for_function(
        "(before) => document.querySelector('[data-testid=attacked-erm] canvas').toDataURL()"
        " !== before",
        arg=before,
    )
    assert bool(requests) == fetched


def test_without_a_third_model_the_black_box_says_why(open_page: Open):
    page = open_page("?view=evidence&panel=adversarial&pair=three&image=cat-1&source=black")
    expect(page.locator(".toast")).to_contain_text("third model")


def test_an_upload_is_cut_to_the_models_aspect(open_page: Open, tmp_path: Path):
    file = tmp_path / "tall.png"
    Image.effect_noise((300, 900), 60).convert("RGB").save(file)
    page = open_page("?pair=three&a=cat-1&b=dog-1")
    page.get_by_test_id("upload-a").set_input_files(file)
    # its class is guessed, which is said as soon as it is answered
    expect(page.locator("[data-view=mix] [data-side=a] .guess")).to_be_visible()
    page.wait_for_function("!document.querySelector('[data-id=mix]').hasAttribute('aria-busy')")
    assert size(page, "[data-side=a] canvas") == (384, 512)


def test_the_other_views_are_there_and_nothing_is_too_wide(open_page: Open):
    page = open_page("?view=toy")
    expect(page.get_by_test_id("toy-measures")).to_be_visible()
    page.get_by_test_id("view-mix").click()
    fits(page, (1366, 390, 360))
