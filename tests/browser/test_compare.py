"""Any two models side by side, and the boundary's bar, as a visitor meets them."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.page import drag
from mixup_demo.figures.theme import COLOURS
from mixup_demo.images import gallery
from mixup_demo.models.comparisons import PRESETS
from mixup_demo.models.names import names
from mixup_demo.results import Sweep
from mixup_demo.serving import sweeps
from mixup_demo.views.mix.requests import question
from tests.browser.kit import (
    DRAGGED,
    SECONDS,
    moves_with_every_frame,
    percent,
    sentence,
    services,
)
from tests.browser.test_mix_view import is_idle

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
LEFT, RIGHT = "small-mixup-0.2", "small-cutmix-1"
LINK = f"?more=1&pair={LEFT}:{RIGHT}&lam=0.8"
NAMES = names(services().zoo, "en")


def sweep(pair: str, calibration: str = "trained") -> Sweep:
    a, b = ({"photo": key} for key in gallery.pairs()[0])
    asked = {"a": a, "b": b, "pair": pair, "calibration": calibration}
    return sweeps.sweep(services(), question(services(), asked))


def preset(page: Page, name: str) -> Locator:
    return page.get_by_test_id("compare-presets").get_by_text(name, exact=True)


def card(page: Page, place: str) -> Locator:
    return page.get_by_test_id(f"answer-{place}")


def answers_are(page: Page, pair: str, point: int, calibration: str = "trained") -> None:
    """Wait until both cards name and answer as the pair's models do at one point of λ."""
    answered = sweep(pair, calibration).answers.items()
    for place, (name, answers) in zip(("erm", "mixup"), answered, strict=True):
        expect(card(page, place).locator("h2")).to_contain_text(NAMES[f"model.{name}.method"])
        expect(card(page, place).locator(".card-line")).to_contain_text(f"{name}:")
        confidence = card(page, place).locator("dd").first
        expect(confidence).to_have_text(percent(answers.confidence[point]))


def test_two_models_are_chosen_and_given_back_to_alpha(open_page: Open):
    page = open_page("?more=1&lam=0.8")
    line = card(page, "mixup").locator(".card-line")
    expect(line).to_contain_text("cifar10-mixup:")
    expect(page.get_by_test_id("compare-left")).to_be_hidden()
    preset(page, "any two").click()
    expect(page.get_by_test_id("compare-left")).to_be_focused()
    answers_are(page, "cifar10-erm:cifar10-mixup", 80)
    page.get_by_test_id("compare-left").select_option(LEFT)
    page.get_by_test_id("compare-right").select_option(RIGHT)
    answers_are(page, f"{LEFT}:{RIGHT}", 80)
    expect(preset(page, "any two")).to_have_attribute("aria-pressed", "true")
    preset(page, "by α").click()
    expect(line).to_contain_text("cifar10-mixup:")
    expect(card(page, "erm").locator("h2")).to_contain_text("ERM")
    expect(page.get_by_test_id("compare-left")).to_be_hidden()
    page.wait_for_function("!location.search.includes('pair=')")


def test_what_was_refused_goes_once_other_models_are_chosen(open_page: Open):
    page = open_page("?more=1")
    toast = page.locator("[data-id=toast]")
    page.get_by_test_id("lambda-number").fill("7")
    page.get_by_test_id("lambda-number").press("Enter")
    expect(toast).not_to_be_empty()
    preset(page, "mixup and CutMix").click()
    expect(toast).to_be_empty(timeout=4000)  # sooner than it goes by itself


def test_comparisons_offered_are_one_click_away(open_page: Open):
    page = open_page("?more=1&lam=0.8")
    buttons = page.get_by_test_id("compare-presets").locator("button")
    bundled = services().zoo.models.keys()
    for number, pair in enumerate(PRESETS.values(), start=1):
        if set(pair.split(":")) <= bundled:  # others are fetched, see test_fetching
            buttons.nth(number).click()
            answers_are(page, pair, 80)


def test_a_link_restores_the_comparison_and_everything_names_the_models(open_page: Open):
    page = open_page(LINK)
    answers_are(page, f"{LEFT}:{RIGHT}", 80)
    left, right = (NAMES[f"model.{name}.method"] for name in (LEFT, RIGHT))  # both are small
    expect(page.get_by_test_id("compare-left")).to_have_value(LEFT)
    for place in ("[data-testid=smoothness] thead", "[data-id=verdicts]", ".gradient .legend"):
        for name in (left, right):
            expect(page.locator(place)).to_contain_text(name)
    for chart in ("path-chart", "gradient-chart"):
        for name in (left, right):
            expect(page.get_by_test_id(chart)).to_have_attribute(
                "aria-label", re.compile(re.escape(name))
            )
    page.locator("details[data-table=path] summary").click()
    heads = page.locator("details[data-table=path] thead th")
    expect(heads.nth(1)).to_have_text(re.compile("^" + re.escape(NAMES[f"model.{LEFT}"])))
    expect(heads.last).to_have_text(re.compile("^" + re.escape(NAMES[f"model.{RIGHT}"])))
    page.wait_for_function("location.search.includes('pair=small-mixup-0.2%3Asmall-cutmix-1')")


def test_a_mixup_model_on_the_left_has_mixup_s_colour_and_cutmix_its_own(open_page: Open):
    page = open_page(LINK)
    for place, method in (("erm", "mixup"), ("mixup", "cutmix")):
        channels = [int(COLOURS[method][0][k : k + 2], 16) for k in (1, 3, 5)]
        painted = f"rgb({', '.join(map(str, channels))})"
        expect(card(page, place).locator(".model-name")).to_have_css("background-color", painted)


def test_a_named_pair_in_a_link_is_a_comparison_of_its_models(open_page: Open):
    page = open_page("?more=1&pair=small-8&lam=0.8")
    answers_are(page, "small-erm:small-mixup-8", 80)


def test_a_link_with_a_bad_pair_opens_as_without_it(open_page: Open):
    page = open_page("?more=1&pair=small-erm:resnet")
    expect(card(page, "mixup").locator(".card-line")).to_contain_text("cifar10-mixup:")
    expect(preset(page, "by α")).to_have_attribute("aria-pressed", "true")


def test_taking_the_other_side_s_model_changes_sides(open_page: Open):
    page = open_page(LINK)
    page.get_by_test_id("compare-left").select_option(RIGHT)
    answers_are(page, f"{RIGHT}:{LEFT}", 80)
    expect(page.get_by_test_id("compare-right")).to_have_value(LEFT)


def test_alpha_leaves_a_comparison_as_it_is_and_says_so(open_page: Open):
    page = open_page(LINK)
    is_idle(page)
    expect(page.get_by_test_id("family")).to_be_hidden()  # nobody has touched α
    requests = []
    page.on("request", lambda request: requests.append(request.post_data or ""))
    page.locator("[data-id=alpha-presets] button", has_text="8").click()
    page.wait_for_function("location.search.includes('alpha=8')")
    expect(page.get_by_test_id("family")).to_contain_text("Your comparison stays")
    answers_are(page, f"{LEFT}:{RIGHT}", 80)
    assert not any('"label_a"' in data for data in requests)
    preset(page, "by α").click()
    expect(card(page, "mixup").locator(".card-line")).to_contain_text("small-mixup-8:")
    assert any('"label_a"' in data for data in requests)
    expect(page.get_by_test_id("family")).to_contain_text("For α = 8 there")


def test_the_comparison_speaks_korean(open_page: Open):
    page = open_page("?more=1&pair=corrupted-50-erm:small-cutmix-1", locale="ko-KR")
    expect(card(page, "erm").locator("h2")).to_contain_text("레이블 50 % 오염")
    page.get_by_test_id("language").click()
    expect(card(page, "erm").locator("h2")).to_contain_text("50 % corrupted labels")
    expect(page.get_by_test_id("smoothness")).to_contain_text("ERM, 50 % corrupted labels")


def calibrated(pair: str) -> str:
    """What is said while the models of a named pair are equally calibrated."""
    models = services().zoo.comparison(pair).models.values()
    said = {}
    for side, model in zip(("left", "right"), models, strict=True):
        said[side] = NAMES[f"model.{model.name}.method"]
        said[f"t_{side}"] = f"{model.temperature:.2f}"
        said[f"e_{side}"] = f"{100 * (model.calibration_error or 0):.1f}"
    return sentence("calibration.on", **said)


def test_the_models_answer_equally_calibrated_until_they_shall_not(open_page: Open):
    page = open_page("?more=1&pair=small-1&lam=0.8")
    switch, line = page.get_by_test_id("calibration"), page.get_by_test_id("calibrated")
    answers_are(page, "small-erm:small-mixup-1", 80)
    expect(line).to_be_hidden()
    switch.get_by_label(sentence("calibration.trained")).focus()
    page.keyboard.press("ArrowRight")
    answers_are(page, "small-erm:small-mixup-1", 80, "equal")
    expect(line).to_contain_text(calibrated("small-1"))
    page.wait_for_function("location.search.includes('calibration=equal')")
    # what is folded away with the switch is said to everybody
    page.goto(page.evaluate("location.href").replace("more=1", "more=0"))
    answers_are(page, "small-erm:small-mixup-1", 80, "equal")
    expect(switch).to_be_hidden()
    expect(line).to_contain_text(calibrated("small-1"))
    line.get_by_role("button").click()
    answers_are(page, "small-erm:small-mixup-1", 80)
    expect(line).to_be_hidden()
    page.wait_for_function("!location.search.includes('calibration')")


def test_planes_are_equally_calibrated_and_have_no_place_in_the_population(open_page: Open):
    page = open_page("?view=boundary&more=1&pair=small-1&calibration=equal")
    switch, line = page.get_by_test_id("calibration-plane"), page.get_by_test_id("calibrated-plane")
    expect(line).to_contain_text(calibrated("small-1"))
    expect(switch.get_by_label(sentence("calibration.equal"))).to_be_checked()
    note = sentence("population.calibrated")
    expect(page.get_by_test_id("panel-population")).to_contain_text(note, timeout=SECONDS)
    switch.get_by_text(sentence("calibration.trained")).click()
    expect(line).to_be_hidden(timeout=SECONDS)


#: lengths of the bars, left and right, as shares of a panel's width; gaps do not count
BARS = """() => {
  const chart = document.querySelector("[data-testid=path-chart] .plot");
  const lines = [...chart.querySelectorAll("path.js-line")];
  const bars = lines.filter((line) => line.style.strokeWidth === "9px");
  return bars.map((bar) => bar.getTotalLength() / chart._fullLayout.xaxis._length);
}"""


def test_the_bar_is_as_long_as_the_thickness_that_is_told(open_page: Open):
    page = open_page(LINK)
    answers_are(page, f"{LEFT}:{RIGHT}", 80)
    answered = sweep(f"{LEFT}:{RIGHT}")
    lengths = [one.smoothness.boundary_thickness for one in answered.answers.values()]
    row = page.locator("[data-testid=smoothness] tbody tr", has_text="Transition width")
    for cell, length in enumerate(lengths):
        expect(row.locator("td").nth(cell)).to_have_text(f"{length:.2f}")
    expect(page.locator("[data-id=verdicts] .thickness")).to_have_text(
        [sentence("verdict.thickness", thickness=f"{length:.2f}") for length in lengths]
    )
    page.wait_for_function(
        f"""([lengths, distance]) => {{
          const bars = ({BARS})();
          return lengths.every((length, k) => Math.abs(length - distance * bars[k]) < 0.02);
        }}""",
        arg=[lengths, answered.distance],
    )


def test_the_path_s_table_marks_the_boundary(open_page: Open):
    page = open_page(LINK)
    is_idle(page)
    page.locator("details[data-table=path] summary").click()
    answered = sweep(f"{LEFT}:{RIGHT}")
    thickness = sum(one.smoothness.boundary_thickness for one in answered.answers.values())
    marked = page.locator("details[data-table=path] td", has_text="(transition)")
    expect(marked).to_have_count(round(101 * thickness / answered.distance))


@pytest.mark.slow
def test_a_comparison_moves_with_every_frame_and_asks_for_nothing(open_page: Open):
    page = open_page(LINK)
    is_idle(page)
    moves_with_every_frame(drag(page, DRAGGED))
