"""The Toy view as a visitor meets it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from benchmarks.page import scrub_training
from mixup_demo.serving.services import Services
from mixup_demo.toy.results import Frame
from mixup_demo.views.toy import settings as toy_settings
from mixup_demo.views.toy import trainings
from mixup_demo.views.toy.questions import toy_question
from tests.browser.kit import DRAGGED, SECONDS, moves_with_every_frame
from tests.browser.test_mix_view import canvas
from tests.kit import words

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
TOY = "[data-view=toy]"
LINK = "?view=toy&dataset=moons&toy_alpha=0.2&steps=300&n=100&at=300"
MODELS = ("erm", "mixup")


@cache
def frames(**settings: object) -> list[Frame]:
    return trainings.all_frames(Services(), toy_question(settings))


def is_idle(page: Page) -> None:
    page.wait_for_selector(
        "[data-id=toy-progress]:not([data-busy])", state="attached", timeout=SECONDS
    )


def go(page: Page, index: int) -> None:
    page.get_by_test_id("toy-transport-slider").fill(str(index))


def cell(page: Page, measure: str, model: str) -> object:
    row = page.get_by_test_id("toy-measures").locator("tbody tr")
    name = words("en")[f"toy.{measure}"]
    return row.filter(has_text=name).locator("td").nth(MODELS.index(model))


def test_the_numbers_are_those_of_the_frame_that_is_shown(open_page: Open):
    page = open_page(LINK)
    is_idle(page)
    trained = frames(dataset="moons", toy_alpha=0.2, steps=300, n=100)
    for index in (0, 20, len(trained) - 1):
        go(page, index)
        expect(page.get_by_test_id("toy-transport-said")).to_contain_text(
            f"step {trained[index].step} of 300"
        )
        for k, model in enumerate(MODELS):
            accuracy = f"{100 * trained[index].scores['test_accuracy'][k]:.1f} %"
            expect(cell(page, "test_accuracy", model)).to_have_text(accuracy)
            length = f"{trained[index].scores['boundary_length'][k]:.2f}"
            expect(cell(page, "boundary_length", model)).to_have_text(length)


def test_the_maps_are_those_of_the_training(open_page: Open):
    page = open_page(LINK)
    is_idle(page)
    page.locator("label:has([data-testid=toy-dots])").click()
    last = frames(dataset="moons", toy_alpha=0.2, steps=300, n=100)[-1]
    for k, model in enumerate(MODELS):
        shown = canvas(page, f"[data-testid=toy-{model}] canvas")
        height, width, _ = shown.shape
        first = last.maps[k, 0].astype(float)  # of class A, which is blue
        bluer = shown[..., 2] - shown[..., 0]
        rows, columns = np.mgrid[0:64:9, 0:64:9]
        cells = bluer[
            ((63.5 - rows) / 64 * height).astype(int), ((columns + 0.5) / 64 * width).astype(int)
        ]
        assert np.corrcoef(cells.ravel(), first[rows, columns].ravel())[0, 1] > 0.8


def test_names_are_words_alone_and_scrubbing_asks_the_server_for_nothing(open_page: Open):
    page = open_page("?view=toy&at=2000")
    for role, name in (("heading", "toy.title"), ("heading", "toy.curves"), ("slider", "toy.n")):
        expect(page.get_by_role(role, name=words("en")[name], exact=True)).to_be_visible()
    is_idle(page)
    moves_with_every_frame(scrub_training(page, DRAGGED))


def test_a_training_plays_as_it_comes_and_stops_at_its_end(open_page: Open):
    page = open_page("?view=toy&steps=100")
    said = page.get_by_test_id("toy-transport-said")
    expect(said).to_contain_text("step 100 of 100", timeout=SECONDS)
    play = page.get_by_test_id("toy-transport-play")
    expect(play).to_have_attribute("aria-label", words("en")["transport.play"])
    play.click()
    expect(play).to_have_attribute("aria-label", words("en")["play.pause"])
    play.click()
    page.locator("[data-id=toy-transport] [data-part=back]").click()
    page.locator("[data-id=toy-transport] [data-part=forward]").click()


def test_a_link_restores_every_setting(open_page: Open):
    link = (
        "?view=toy&dataset=xor&n=50&noise=0.05&flip=0.2&toy_alpha=8&lambdas=sample&depth=2&width=16"
        "&activation=tanh&optimiser=sgd&rate=0.1&decay=0.001&batch=16&steps=120&toy_seed=5&at=60"
    )
    page = open_page(link)
    is_idle(page)
    expect(page.locator("[data-name=xor]")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_test_id("toy.flip")).to_have_value("0.2")
    expect(page.get_by_test_id("toy.rate")).to_have_value("0.1")
    expect(page.get_by_test_id("toy.alpha")).to_have_value("8")
    expect(page.locator("[name='toy.lambdas'][value=sample]")).to_be_checked()
    asked = {
        name: value
        for name, value in (part.split("=") for part in link[1:].split("&"))
        if name not in ("view", "at")
    }
    trained = frames(**asked)
    index = max(k for k, frame in enumerate(trained) if frame.step <= 60)
    expect(page.get_by_test_id("toy-transport-slider")).to_have_value(str(index))
    page.wait_for_function(f"location.search.includes('at={trained[index].step}')")
    for part in link[1:].split("&"):
        if not part.startswith("at="):
            assert part in page.evaluate("location.search")


def test_points_are_drawn_trained_on_and_kept_in_the_link(open_page: Open):
    page = open_page("?view=toy&steps=100", reduced_motion="reduce")
    is_idle(page)
    page.locator("[data-name=drawn]").click()
    expect(page.get_by_test_id("draw-tools")).to_be_visible()
    for label, places in enumerate(((0.2, 0.3, 0.4), (0.6, 0.7, 0.8))):
        page.locator("[data-id=draw-classes] button").nth(label).click()
        box = page.get_by_test_id("toy-erm").bounding_box()  # the click may have scrolled
        for share in places:
            page.mouse.click(box["x"] + share * box["width"], box["y"] + share * box["height"])
    said = page.get_by_test_id("toy-transport-said")
    expect(said).to_contain_text("step 100 of 100", timeout=SECONDS)
    page.wait_for_function(
        "(new URLSearchParams(location.search).get('points') ?? '').length === 30"
    )
    again = open_page(page.evaluate("location.search"))
    expect(again.get_by_test_id("draw-tools")).to_be_visible()
    expect(again.get_by_test_id("toy-transport-said")).to_contain_text("of 100", timeout=SECONDS)


@pytest.mark.slow
def test_a_long_training_can_be_stopped_and_a_newer_one_ends_the_older(open_page: Open):
    # a large network, or a fast machine has done before the hand is at the button
    page = open_page("?view=toy&steps=100&at=0&width=256", reduced_motion="reduce")
    is_idle(page)
    slow = toy_settings.STEPS.maximum
    page.get_by_test_id("toy.steps").fill(str(slow))
    said = page.get_by_test_id("toy-transport-said")
    expect(said).to_contain_text("of 5,000", timeout=SECONDS)
    page.get_by_test_id("toy-stop").click()
    is_idle(page)
    page.get_by_test_id("toy-transport-play").click()  # goes on where it was
    page.wait_for_selector("[data-id=toy-progress][data-busy]")
    page.get_by_test_id("toy.steps").fill("60")
    expect(said).to_contain_text("step 60 of 60", timeout=SECONDS)


def test_a_wrong_number_is_explained_and_nothing_is_lost(open_page: Open):
    page = open_page(LINK)
    is_idle(page)
    alpha = page.get_by_test_id("toy.alpha")
    alpha.fill("-1")
    alpha.press("Enter")
    expect(page.locator(".toast")).to_contain_text("-1")
    expect(alpha).to_have_value("0.2")
    expect(page.get_by_test_id("toy-transport-said")).to_contain_text("step 300 of 300")


def test_the_pointer_and_the_keys_read_both_answers(open_page: Open):
    page = open_page(LINK)
    is_idle(page)
    last = frames(dataset="moons", toy_alpha=0.2, steps=300, n=100)[-1]
    box = page.get_by_test_id("toy-mixup").bounding_box()
    row, column = 40, 12
    page.mouse.move(
        box["x"] + (column + 0.5) / 64 * box["width"], box["y"] + (63.5 - row) / 64 * box["height"]
    )
    for k in (0, 1):
        share = float(last.maps[k, :, row, column].max())
        expect(page.get_by_test_id("toy-point")).to_contain_text(f"{100 * share:.0f} %")
    page.get_by_test_id("toy-erm").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("[data-id=toy-said]")).to_contain_text("mixup")


def test_the_strip_compares_four_alphas_and_one_can_be_watched(open_page: Open):
    page = open_page(LINK)
    tiles = page.get_by_test_id("toy-strip").locator("button")
    expect(tiles).to_have_count(4, timeout=SECONDS)
    expect(tiles.nth(1)).to_have_attribute("aria-pressed", "true")
    tiles.nth(3).click()
    expect(page.get_by_test_id("toy.alpha")).to_have_value("8")
    expect(tiles.nth(3)).to_have_attribute("aria-pressed", "true")


def test_a_table_stands_behind_the_curves(open_page: Open):
    page = open_page(LINK)
    is_idle(page)
    details = page.locator("details[data-table=toy]")
    details.locator("summary").click()
    trained = frames(dataset="moons", toy_alpha=0.2, steps=300, n=100)
    expect(details.locator("tbody tr")).to_have_count(len(trained))
    expect(details.locator("thead th")).to_have_count(13)


def test_no_word_is_missing_in_korean(open_page: Open):
    page = open_page(LINK + "&lang=ko")
    is_idle(page)
    expect(page.get_by_test_id("toy-says").locator("li").first).to_be_visible()
    text = page.locator(TOY).inner_text()
    for sign in ("[[", "toy.", "gan.", "undefined", "NaN"):
        assert sign not in text


def test_legend_and_pencils_have_the_classes_colours(open_page: Open):
    page = open_page("?view=toy&dataset=drawn")
    colours = page.evaluate(
        """() => [...document.querySelectorAll("[data-id=draw-classes] .key")]
          .map((key) => getComputedStyle(key).backgroundColor)"""
    )
    assert len(colours) == len(set(colours)) == 4
    assert "rgba(0, 0, 0, 0)" not in colours
    page = open_page(LINK)
    is_idle(page)
    shown = page.locator("[data-id=toy-legend] .key").evaluate_all(
        "(keys) => keys.slice(0, 2).map((key) => getComputedStyle(key).backgroundColor)"
    )
    assert shown == colours[:2]


@pytest.mark.parametrize("format_", ["png", "svg"])
def test_the_maps_are_saved_as_a_picture(open_page: Open, tmp_path: Path, format_: str):
    page = open_page(LINK)
    is_idle(page)
    button = page.locator(f"{TOY} .save-tools:has(+ .maps) [data-save={format_}]").first
    with page.expect_download() as download:
        button.click()
    download.value.save_as(tmp_path / "saved")
    content = (tmp_path / "saved").read_bytes()
    assert download.value.suggested_filename.endswith(f".{format_}")
    if format_ == "svg":
        assert b"class 2" in content
    else:
        with Image.open(tmp_path / "saved") as image:
            pixels = np.asarray(image.convert("RGB")).astype(int)
        assert np.ptp(pixels, axis=2).max() > 100  # colours of classes
