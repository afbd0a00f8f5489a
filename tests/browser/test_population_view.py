"""The population on the Boundary view, and the place of what is seen in it."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from mixup_demo.evidence import population_file as population
from mixup_demo.images import gallery
from mixup_demo.views.boundary.population import population_payload
from mixup_demo.views.boundary.requests import place
from tests.browser.kit import SECONDS, sentence, services
from tests.kit import words

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
MEASURES = {population.text_key(name): name for name in population.measures(population.read())}


def figure(page: Page, title: str) -> Locator:
    return page.locator(f'[data-chart="{title}"]')


def said(says: dict[str, Any], language: str = "en") -> str:
    """A sentence as the page shows it."""
    filled = sentence(says["key"], language, **says["values"])
    return re.sub(r"\[\[(.+?)\]\]", lambda match: words(language)[match[1]], filled)


@cache
def placed(number: int) -> dict[str, Any]:
    """Where an example triple lies, computed here."""
    photos = {
        side: {"photo": key} for side, key in zip("abc", gallery.triples()[number], strict=True)
    }
    return place(services(), {**photos, "visitor": "test"})


def test_sentences_and_charts_are_those_of_the_results_file(open_page: Open):
    page = open_page("?view=boundary")
    panel = page.get_by_test_id("panel-population")
    content = population_payload()
    (finding,) = content["findings"]
    expect(panel.locator(".says li")).to_have_text([said(says) for says in finding["says"]])
    for chart in finding["charts"]:
        shown = figure(page, chart["title"])
        shown.scroll_into_view_if_needed()
        expect(shown.locator(".main-svg").first).to_be_visible()
    panel.get_by_text(sentence("evidence.table", "en")).click()
    expect(panel.locator("tbody tr")).to_have_count(len(MEASURES))


def test_what_is_seen_is_marked_with_its_percentile(open_page: Open):
    page = open_page("?view=boundary")
    for title in ("measure.steepest_slope", "plane.fragmentation"):
        shown, place = figure(page, title), placed(0)["places"][title]
        expect(shown.locator(".place")).to_have_text(said(place["says"]), timeout=SECONDS)
        shown.scroll_into_view_if_needed()
        expect(shown.locator(".scatterlayer .trace")).to_have_count(2)
        drawn = shown.locator(".plot").evaluate(
            "(plot) => plot.data.slice(-2).map(({ x }) => x[0])"
        )
        # computed here and by the page, each with sums in its own order, in bf16
        assert drawn == pytest.approx([mark["x"][0] for mark in place["marks"]], rel=0.02)


@pytest.mark.slow
def test_other_pictures_have_other_places(open_page: Open):
    page = open_page("?view=boundary")
    place = figure(page, "measure.steepest_slope").locator(".place")
    expect(place).not_to_be_empty(timeout=SECONDS)
    page.locator(".boundary .example").nth(1).click()
    expected = said(placed(1)["places"]["measure.steepest_slope"]["says"])
    expect(place).to_have_text(expected, timeout=SECONDS)


@pytest.mark.slow
def test_pictures_of_one_class_have_no_place_and_it_is_said(open_page: Open):
    page = open_page("?view=boundary&a=cat-1&b=dog-1&c=frog-1&la=cat&lb=cat&lc=frog")
    notes = page.locator(".population .notes")
    for kind in ("pairs", "planes"):
        needed = sentence(f"population.needed.{kind}", "en")
        expect(notes).to_contain_text(needed, timeout=SECONDS)
    assert set(page.locator(".population .place").all_inner_texts()) == {""}


def test_the_language_changes_and_the_places_stay(open_page: Open):
    page = open_page("?view=boundary")
    place = figure(page, "measure.miss_rate").locator(".place")
    expect(place).not_to_be_empty(timeout=SECONDS)
    page.get_by_test_id("language").click()
    expect(place).to_have_text(said(placed(0)["places"]["measure.miss_rate"]["says"], "ko"))
    for details in page.locator(".population details").all():
        details.locator("summary").click()
    text = page.locator(".population").inner_text()
    assert sentence("population.title", "ko") in text
    assert not re.search(r"\[\[|population\.|undefined", text.replace("population.json", ""))


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_all_values_are_downloaded(open_page: Open, tmp_path: Path, kind: str):
    page = open_page("?view=boundary")
    link = page.get_by_role("link", name=sentence(f"population.values.{kind}", "en"))
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == f"population.{kind}"
    download.value.save_as(tmp_path / "saved")
    saved = (tmp_path / "saved").read_text(encoding="utf-8")
    if kind == "csv":
        assert saved == population.population_csv(population.read())
    else:
        assert json.loads(saved) == population.read()
