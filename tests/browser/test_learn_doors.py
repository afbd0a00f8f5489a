"""Each chapter's buttons open a view whose numbers are those that the chapter names."""

import re
from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from mixup_demo.serving.examples import example_sweep
from mixup_demo.serving.sweeps import sweep as sweep_of
from mixup_demo.views.learn import payload
from mixup_demo.views.learn.chapter import Door
from mixup_demo.views.learn.chapters import CHAPTERS
from mixup_demo.views.learn.numbers import NUMBERS
from mixup_demo.views.learn.sheets.paper import said
from tests.browser.kit import services

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
FOUND = payload.evidence()
DOORS = {door.name: door for chapter in CHAPTERS for door in chapter.doors}
PANELS = {
    chapter.name: [door.state["panel"] for door in chapter.doors if "panel" in door.state]
    for chapter in CHAPTERS
}
#: of tables, whose panel is the chapter itself
OF_LEARN = {"kinds.iris", "kinds.wine", "kinds.cancer", "kinds.digits", "kinds.tables"}
NUMBER = re.compile(r"[−+]?\d[\d,]*(?:\.\d+)?")


#: all texts of an element, apart: a number in a cell would else go on in the next one
TEXTS = """(node) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) found.push(walker.currentNode.data);
  return found.join(" ");
}"""


def numbers(text: str) -> set[str]:
    return {one.lstrip("+").rstrip(",") for one in NUMBER.findall(text)}


def drawn(panels: list[str]) -> set[str]:
    """The numbers that the panels' charts draw, as a sentence may write them."""
    charts = [chart.figure for name in panels for chart in FOUND.panels[name].charts]
    values = [
        value
        for figure in charts
        for trace in figure.data
        for part in (trace.x, trace.y)
        if part is not None
        for value in part
        if isinstance(value, float | int)
    ]
    return {f"{value:.{decimals}f}" for value in values for decimals in (0, 1, 2)}


def test_every_number_of_a_chapter_stands_in_the_panel_that_it_opens(open_page: Open):
    """All panels in one page; the sentences on sounds and tables have their panel in Learn."""
    panels = sorted({panel for found in PANELS.values() for panel in found})
    page = open_page(f"?view=evidence&panel={'-'.join(panels)}")
    view = page.locator("[data-view=evidence]")
    for panel in panels:
        expect(view.locator(f"[data-panel={panel}] table").last).to_be_attached()
    shown = numbers(view.evaluate(TEXTS)) | drawn(panels)
    checked = 0
    for chapter in CHAPTERS:
        if PANELS[chapter.name]:
            told = [name for name in chapter.numbers if name not in OF_LEARN]
            for name in told:
                text = said(NUMBERS[name](FOUND), "en")
                assert numbers(text) - shown == set(), (name, text)
                checked += len(numbers(text))
    assert checked > 100
    assert "98.76" not in shown


def follow(page: Page, door: Door) -> None:
    """Go where a button of the chapters leads."""
    page.goto(page.url.partition("?")[0] + door.href)
    page.wait_for_selector("[data-ready=true]")


def test_doors_to_other_views_open_at_the_numbers_they_name(open_page: Open):
    page = open_page(DOORS["mix-unsure"].href)
    state = DOORS["mix-unsure"].state
    swept = sweep_of(services(), example_sweep(services(), state["a"], state["b"]))
    at = int(np.argmin(abs(swept.applied - float(state["lam"]))))
    expect(page.get_by_test_id("lambda-number")).to_have_value("0.50")
    words = page.get_by_test_id("said")
    for answers in swept.answers.values():
        share = round(100 * float(answers.probabilities[at].max()))
        expect(words).to_contain_text(re.compile(rf"\b({share - 1}|{share}|{share + 1})\s%"))

    follow(page, DOORS["mix-cutmix"])
    expect(page.get_by_test_id("lambda-number")).to_have_value("0.60")
    expect(page.locator("[name=method][value=cutmix]")).to_be_checked()

    follow(page, DOORS["toy-flipped-alpha"])
    expect(page.locator("[data-control=flip] input").first).to_have_value("0.2")
    expect(page.locator("[data-control=toy_alpha] input").first).to_have_value("8")

    follow(page, DOORS["train-elem"])
    state = DOORS["train-elem"].state
    expect(page.locator("[data-control=mode] input:checked")).to_have_value(state["mode"])
    smoothing = page.locator("[data-control=label_smoothing] input").first
    expect(smoothing).to_have_value(state["label_smoothing"])
