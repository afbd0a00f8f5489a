"""Around the Boundary view's maps: models, saved pictures, languages, windows, screen readers."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.test_boundary_view import FINEST_MS, VIEW, Open, is_idle, shown_weights

pytestmark = pytest.mark.browser


def test_any_two_models_divide_the_plane_and_a_link_keeps_them(open_page: Open):
    page = open_page("?view=boundary&more=1")
    is_idle(page)
    page.get_by_test_id("compare-plane").locator("button", has_text="α = 0.2 and α = 8").click()
    name = page.locator(f"{VIEW} .map-figure[data-mark=mixup] .model-name")
    expect(name).to_have_text("mixup α = 8", timeout=FINEST_MS)
    page.wait_for_function("location.search.includes('pair=small-mixup-0.2%3Asmall-mixup-8')")
    again = open_page(page.evaluate("location.search"))
    expect(again.locator(f"{VIEW} .map-figure[data-mark=erm] .model-name")).to_have_text(
        "mixup α = 0.2"
    )
    expect(again.get_by_test_id("compare-plane-right")).to_have_value("small-mixup-8")


@pytest.mark.parametrize("format_", ["png", "svg"])
def test_the_maps_are_saved_as_a_picture(open_page: Open, tmp_path: Path, format_: str):
    page = open_page("?view=boundary")
    is_idle(page)
    button = page.locator(f"{VIEW} .maps + .save-tools [data-save={format_}]")
    with page.expect_download() as download:
        button.click()
    download.value.save_as(tmp_path / "saved")
    content = (tmp_path / "saved").read_bytes()
    assert download.value.suggested_filename.endswith(f".{format_}")
    if format_ == "svg":
        assert b"<image" in content  # the maps
        assert b"mixup" in content
    else:
        with Image.open(tmp_path / "saved") as image:
            pixels = np.asarray(image.convert("RGB"))
        assert np.ptp(pixels.astype(int), axis=2).max() > 100  # colours of classes
    assert len(content) > 20_000


def test_the_language_changes_and_the_place_stays(open_page: Open):
    page = open_page("?view=boundary&x=0.3&y=0.6")
    is_idle(page)
    before = shown_weights(page)
    page.get_by_test_id("language").click()
    expect(page.get_by_test_id("agreement")).to_contain_text("두 모델은")
    assert shown_weights(page) == before


def test_on_a_phone_the_point_stays_in_sight_of_the_maps(open_page: Open):
    page = open_page("?view=boundary", 390, 844)
    is_idle(page)
    page.get_by_test_id("map-erm").scroll_into_view_if_needed()
    expect(page.get_by_test_id("map-erm")).to_be_in_viewport()
    expect(page.get_by_test_id("point-mixup")).to_be_in_viewport()
