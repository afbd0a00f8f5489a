"""Networks of timm, 1,000 classes at 224 x 224 and 3 at 96 x 96, in every view that asks models."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from benchmarks.server import served
from mixup_demo.figures.shades import shades
from tests.browser.kit import fits, sentence
from tests.models.timm_kit import COLOUR

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def app_url() -> Iterator[str]:
    """Address of a page that has these models beside the bundled ones."""
    with served("-m", "tests.browser.timm_app") as server:
        yield server.url


def test_a_thousand_classes_on_mix(open_page: Open):
    """A class is typed, found by a synonym too, kept in the link, and said in Korean."""
    page = open_page("?pair=light&a=dog-1&b=coffee-1")
    label = page.get_by_test_id("soft-label")
    expect(label).to_contain_text("golden retriever 50")
    expect(label).to_contain_text("espresso 50")
    for model in ("erm", "mixup"):  # A, B, five that are likely here, and the rest
        rows = page.get_by_test_id(f"answer-{model}").locator(".bar-row")
        expect(rows).to_have_count(8)
        expect(rows.last).to_contain_text(sentence("bars.rest", count=993))
    # of the examples, those whose classes the models know
    shown = page.locator("[data-view=mix] .example:visible")
    expect(shown.first).to_have_attribute("data-photos", "cat-1+dog-1")

    field = page.locator("[data-view=mix] [data-side=b] [role=combobox]")
    field.fill("canis lat")  # no name, what a grey wolf's relative goes by
    options = page.locator("[data-view=mix] [data-side=b] [role=option]")
    expect(options).to_have_count(1)
    expect(options).to_contain_text("coyote")
    field.press("ArrowDown")
    expect(options).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.get_attribute("id")
    field.press("Enter")
    expect(field).to_have_value("coyote")
    expect(label).to_contain_text("coyote 50")
    page.wait_for_url("**lb=coyote**")
    field.fill("no such thing")
    field.press("Enter")
    expect(page.locator(".toast")).to_contain_text("no such thing")
    expect(field).to_have_value("coyote")

    # the stages come: how the prediction changes is told of all points
    expect(page.locator("[data-id=verdicts] .model-word")).to_have_count(2)

    page.goto(page.evaluate("location.href"))
    expect(label).to_contain_text("coyote 50")
    page.locator("[data-id=language]").click()
    expect(page.locator("[data-view=mix] .class-note")).to_have_text(
        sentence("class.english", "ko")
    )
    fits(page, (1366, 390))


def test_a_sweep_is_stopped_and_goes_on(open_page: Open):
    page = open_page("?pair=imagenet&a=cat-2&b=palace-1")
    progress, notice = page.get_by_test_id("sweep-progress"), page.get_by_test_id("sweep-stopped")
    stop = page.get_by_test_id("sweep-stop")
    waiting = page.locator("[data-view=mix] .path-chart")
    page.wait_for_function("document.querySelector('[data-testid=sweep-progress][data-busy]')")
    stop.click()
    expect(progress).to_be_hidden()
    expect(notice).to_be_visible()
    notice.get_by_role("button").click()
    expect(notice).to_be_hidden()
    expect(page.locator("[data-id=verdicts] .model-word")).to_have_count(2)
    expect(waiting).to_be_visible()


def test_a_thousand_classes_on_boundary_and_under_attack(open_page: Open):
    query = "?view=boundary&pair=light&a=dog-1&b=coffee-1&c=palace-1"
    page = open_page(query)
    expect(page.get_by_test_id("agreement")).to_contain_text("12 × 12")
    expect(page.get_by_test_id("plane-measures").locator("tbody tr")).to_have_count(3)
    others = sentence("plane.legend.others", names="")
    expect(page.locator("[data-id=plane-legend]")).to_contain_text(others.strip())
    # finer maps take minutes, which a busy machine does not even begin, or has just done
    page.evaluate("document.querySelector('[data-testid=stop]').click()")
    page = open_page("?view=evidence&panel=adversarial&pair=light&a=dog-1&epsilon=4")
    attacked = page.get_by_test_id("attacked-erm")
    expect(attacked.locator(".bar-row").first).to_contain_text("golden retriever")
    # a model's own colour, in words and charts, readable on both pages
    line = page.locator("[data-testid=attack] .plot .js-line").first
    for theme, shade in enumerate(shades(COLOUR)):
        if theme:
            page.locator("[data-id=theme]").click()
        red, green, blue = bytes.fromhex(shade[1:])
        expect(line).to_have_css("stroke", f"rgb({red}, {green}, {blue})")
    thumbs = page.get_by_test_id("attack").locator(".thumb:visible")
    expect(thumbs).to_have_count(12)


def test_three_classes_without_examples(open_page: Open):
    page = open_page("?pair=pets&a=cat-1&b=dog-1&c=frog-1")
    for side in "ab":  # the models' guess, which is said to be one
        expect(page.locator(f"[data-view=mix] [data-side={side}] .guess")).to_be_visible()
    chosen = page.locator("[data-view=mix] [data-side=a] select.class-choice")
    chosen.select_option("goldfish")
    expect(page.get_by_test_id("soft-label")).to_contain_text("goldfish")
    expect(page.locator("[data-view=mix] .class-note")).to_have_text(sentence("examples.none"))
    expect(page.locator("[data-view=mix] .example:visible")).to_have_count(0)
    page = open_page("?view=boundary&pair=pets&a=cat-1&b=dog-1&c=frog-1&la=goldfish")
    expect(page.locator("[data-id=plane-legend]")).to_contain_text("goldfish")
    expect(page.locator("#explorer .notes")).to_contain_text(sentence("population.none"))
