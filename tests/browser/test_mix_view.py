"""The Mix view as a visitor meets it."""

import base64
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from benchmarks.page import drag
from mixup_demo.figures.theme import COLOURS
from mixup_demo.images import gallery
from mixup_demo.serving import examples, sweeps
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import SEED
from mixup_demo.views.mix import requests
from mixup_demo.views.mix.settings import STRIP
from tests.browser.conftest import READY
from tests.browser.kit import DRAGGED, PAINTED, moves_with_every_frame, own_page, sentence, until
from tests.kit import words

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
TESTIDS = (
    "lambda",
    "play",
    "mixed",
    "soft-label",
    "answer-erm",
    "answer-mixup",
    "path-chart",
    "alpha",
    "draw-lambda",
    "copy-link",
    "language",
    "said",
)
#: what a newcomer does not need
DETAIL = ("gradient-chart", "smoothness", "seed")


def set_lambda(page: Page, value: float) -> None:
    page.get_by_test_id("lambda").fill(str(value))
    expect(page.get_by_test_id("lambda-number")).to_have_value(f"{value:.2f}")


def canvas(page: Page, selector: str) -> np.ndarray:
    """The canvas's pixels, (H, W, 3), after a frame has been drawn."""
    width, height, text = page.evaluate(
        """async (selector) => {
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          const canvas = document.querySelector(selector);
          const { width, height } = canvas;
          const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
          const rows = Array.from({ length: height }, (_, row) =>
            String.fromCharCode(...data.subarray(row * width * 4, (row + 1) * width * 4)));
          return [width, height, btoa(rows.join(""))];
        }""",
        selector,
    )
    values = np.frombuffer(base64.b64decode(text), np.uint8)
    return values.reshape(height, width, 4)[..., :3].astype(float)


MIXED = "[data-testid=mixed]"
SHOWN = "[data-view=mix] [data-side={}] canvas.photo"
#: how far right the path chart's cursors are
CURSORS = """() => [...document.querySelectorAll("[data-testid=path-chart] .cursor")]
  .map((cursor) => cursor.getBoundingClientRect().x)"""


def is_idle(page: Page) -> None:
    page.wait_for_selector("[data-id=mix]:not([aria-busy])")


def upload(page: Page, side: str, file: Path) -> None:
    page.get_by_test_id(f"upload-{side}").set_input_files(str(file))


def answers(page: Page) -> str:
    return page.get_by_test_id("answer-erm").inner_text()


def test_the_page_opens_with_the_opening_pair_answered(open_page: Open):
    page = open_page()
    for name in TESTIDS:
        expect(page.get_by_test_id(name)).to_be_visible()
    expect(page.get_by_test_id("soft-label")).to_contain_text("horse 50 %")
    expect(page.get_by_test_id("soft-label")).to_contain_text("deer 50 %")
    expect(page.locator("[data-testid=path-chart] .plot .trace").nth(7)).to_be_attached()
    expect(page.locator("[data-testid=smoothness] tbody tr")).to_have_count(8)
    for name in DETAIL:
        expect(page.get_by_test_id(name)).to_be_hidden()
    page.get_by_test_id("more").click()
    for name in DETAIL:
        expect(page.get_by_test_id(name)).to_be_visible()
    expect(page.locator("[data-testid=gradient-chart] .plot .trace").nth(1)).to_be_attached()
    page.wait_for_function("location.search.includes('more=1')")


def test_one_sentence_says_what_is_seen_and_a_screen_reader_hears_it_when_lambda_rests(
    open_page: Open, services: Services
):
    page = open_page()
    swept = sweeps.sweep(services, examples.example_sweep(services, *gallery.pairs()[0]))
    said, live = page.get_by_test_id("said"), page.get_by_test_id("said-live")
    for model in swept.answers.values():
        first = swept.classes[int(model.probabilities[50].argmax())]
        expect(said).to_contain_text(first)
    expect(said).to_contain_text(sentence("said.half", a="horse", b="deer"))
    expect(live).to_be_empty()
    set_lambda(page, 1)
    expect(said).to_contain_text(sentence("said.a", a="horse"))
    expect(live).to_have_text(said.inner_text())


def test_presenting_fits_one_screen_and_escape_leaves_it(open_page: Open):
    page = open_page("?present=1", width=1280, height=720)
    for name in ("mixed", "lambda", "answer-erm", "answer-mixup", "path-chart", "upload-a"):
        expect(page.get_by_test_id(name)).to_be_attached()
    page.wait_for_function("document.documentElement.scrollHeight <= innerHeight")
    box = page.get_by_test_id("path-chart").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 720
    page.keyboard.press("Escape")
    expect(page.locator("body.present")).to_have_count(0)
    page.wait_for_function("!location.search.includes('present')")


def test_on_a_phone_lambda_and_both_answers_stay_in_sight(open_page: Open):
    page = open_page(width=390, height=844, has_touch=True)
    for top in (0, 1200):
        page.evaluate("(top) => scrollTo(0, top)", top)
        for selector in ("[data-testid=lambda]", "[data-id=compact]"):
            box = page.locator(selector).bounding_box()
            assert box
            assert 0 < box["y"] < box["y"] + box["height"] <= 844
    before = page.locator("[data-id=compact]").inner_text()
    set_lambda(page, 1)
    expect(page.locator("[data-id=compact]")).not_to_have_text(before)


def test_the_ends_of_lambda_show_exactly_the_two_pictures(open_page: Open):
    page = open_page()
    a, b = canvas(page, SHOWN.format("a")), canvas(page, SHOWN.format("b"))
    for value, whole in ((1, a), (0, b)):
        set_lambda(page, value)
        assert np.array_equal(canvas(page, MIXED), whole)
    set_lambda(page, 0.3)
    assert np.abs(canvas(page, MIXED) - (0.3 * a + 0.7 * b)).max() <= 0.51


def test_everything_moves_with_lambda_and_the_numbers_are_the_sweep_s(
    open_page: Open, services: Services
):
    page = open_page()
    asked = sweeps.sweep(services, examples.example_sweep(services, *gallery.pairs()[0]))
    set_lambda(page, 0.8)
    expect(page.get_by_test_id("soft-label")).to_contain_text("horse 80 %")
    for model in ("erm", "mixup"):
        share = asked.answers[model].probabilities[80, asked.labels[0]]
        first = page.locator(f"[data-testid=answer-{model}] .bar-value").first
        expect(first).to_have_text(f"{round(100 * float(share))} %")
    cursors = page.locator("[data-testid=path-chart] .cursor")
    expect(cursors).to_have_count(2)
    before = page.evaluate(f"({CURSORS})()")
    set_lambda(page, 0.2)
    page.wait_for_function(f"(before) => ({CURSORS})().every((x, k) => x < before[k])", arg=before)


def test_dragging_lambda_asks_the_server_for_nothing(open_page: Open):
    page = open_page()
    moves_with_every_frame(drag(page, DRAGGED))


def test_keyboard_moves_lambda_and_says_so(open_page: Open):
    page = open_page("?lam=0.5")
    slider = page.get_by_test_id("lambda")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "λ = 0.51: 51 % horse, 49 % deer")
    page.keyboard.press("End")
    expect(page.get_by_test_id("soft-label")).to_contain_text("horse 100 %")


def test_a_typed_lambda_counts_and_a_wrong_one_is_explained(open_page: Open):
    page = open_page()
    number = page.get_by_test_id("lambda-number")
    number.fill("0.37")
    number.press("Enter")
    expect(page.get_by_test_id("lambda")).to_have_value("0.37")
    number.fill("7")
    number.press("Enter")
    expect(page.locator(".toast")).to_contain_text("from 0 to 1, but is 7")
    expect(page.get_by_test_id("lambda")).to_have_value("0.37")


def test_play_glides_and_stops(open_page: Open):
    page = open_page("?lam=0.1")
    play = page.get_by_test_id("play")
    play.click()
    expect(play).to_have_attribute("aria-label", "Pause")
    page.wait_for_function("Number(document.querySelector('[data-testid=lambda]').value) > 0.3")
    play.click()
    page.evaluate(PAINTED)
    value = page.get_by_test_id("lambda").input_value()  # the frame that stopping asks for is drawn
    page.wait_for_timeout(300)
    assert page.get_by_test_id("lambda").input_value() == value


def test_draw_lambda_follows_seed_and_alpha(open_page: Open, services: Services):
    page = open_page("?alpha=0.4&seed=7")
    expect(page.locator("[data-id=alpha-value]")).to_have_text("0.4")
    page.get_by_test_id("draw-lambda").click()
    expect(page.get_by_test_id("seed")).to_have_value("8")
    drawn = requests.draw(services, {"alpha": 0.4, "seed": 8})["lam"]
    expect(page.get_by_test_id("lambda-number")).to_have_value(f"{drawn[0]:.2f}")
    tiles = page.locator("[data-testid=strip] .tile")
    expect(tiles).to_have_text([f"{value:.2f}" for value in drawn])
    tiles.nth(3).click()
    expect(page.get_by_test_id("lambda-number")).to_have_value(f"{drawn[3]:.2f}")


def test_a_wrong_seed_gives_way_to_the_one_before_and_the_last_one_to_the_first(
    open_page: Open, services: Services
):
    last = int(SEED.maximum)
    page = open_page(f"?more=1&seed={last}")
    seed, toast = page.get_by_test_id("seed"), page.locator(".toast")
    expect(page.locator("[data-testid=strip] .tile")).to_have_count(STRIP)
    for typed, value in (("1.5", "1.5"), ("-3", "-3"), (f"{last + 1}", f"{last + 1}"), ("", "–")):
        seed.fill(typed)
        seed.press("Enter")
        refused = sentence("error.seed", minimum=0, maximum=last, value=value)
        expect(toast).to_have_text(refused)
        expect(seed).to_have_value(str(last))
    page.get_by_test_id("draw-lambda").click()
    expect(seed).to_have_value("0")
    drawn = requests.draw(services, {"alpha": 1.0, "seed": 0})["lam"]
    tiles = page.locator("[data-testid=strip] .tile")
    expect(tiles).to_have_text([f"{value:.2f}" for value in drawn])
    page.wait_for_url("**seed=0&**")


def test_alpha_chooses_the_mixup_model_that_was_trained_with_the_nearest(open_page: Open):
    page = open_page("?alpha=0.25")
    line = page.locator("[data-testid=answer-mixup] .card-line")
    expect(line).to_contain_text("small-mixup-0.2:")
    said = page.get_by_test_id("family")
    expect(said).to_contain_text("Both models have changed, ERM too")
    expect(said).to_contain_text("For α = 0.2 there is a smaller pair")
    page.locator("[data-id=alpha-presets] button", has_text="8").click()
    expect(line).to_contain_text("small-mixup-8:")
    expect(page.locator("[data-testid=answer-erm] .card-line")).to_contain_text("small-erm:")
    page.get_by_test_id("family-back").click()
    expect(line).to_contain_text("cifar10-mixup:")
    expect(said).to_be_hidden()


def test_a_link_restores_the_state(open_page: Open):
    a, b = gallery.pairs()[2]
    link = f"?a={a}&b={b}&lam=0.62&alpha=0.2&seed=3&method=cutmix&la=ship&lang=ko"
    page = open_page(link)
    is_idle(page)
    expect(page.get_by_test_id("lambda")).to_have_value("0.62")
    expect(page.locator("[data-id=alpha-value]")).to_have_text("0.2")
    expect(page.locator("[name=method]:checked")).to_have_value("cutmix")
    expect(page.locator("[data-view=mix] [data-side=a] select")).to_have_value("ship")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    page.wait_for_function("location.search.includes('view=mix')")
    again = open_page(page.evaluate("location.search"))
    is_idle(again)
    assert np.array_equal(canvas(page, MIXED), canvas(again, MIXED))


def test_copy_link_copies_the_present_state(open_page: Open):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    set_lambda(page, 0.77)
    page.get_by_test_id("copy-link").click()
    expect(page.locator(".toast")).to_contain_text("Link copied")
    assert "lam=0.77" in page.evaluate("navigator.clipboard.readText()")


def test_the_language_follows_the_browser_and_the_switch(open_page: Open):
    page = open_page(locale="ko-KR")
    expect(page.get_by_test_id("soft-label")).to_contain_text(words("ko")["soft.title"])
    set_lambda(page, 0.4)
    page.get_by_test_id("language").click()
    expect(page.get_by_test_id("soft-label")).to_contain_text("Soft label")
    expect(page.get_by_test_id("soft-label")).to_contain_text("horse")
    expect(page.get_by_test_id("lambda-number")).to_have_value("0.40")  # nothing is lost


def test_an_answer_that_cannot_be_shown_keeps_nobody_waiting(browser: Browser, app_url: str):
    broken = "CanvasRenderingContext2D.prototype.putImageData = () => { throw Error('no'); }"
    said: list[str] = []
    with own_page(browser, locale="en-US") as page:
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(app_url)
        page.wait_for_function(READY, polling="raf", timeout=60_000)
        page.evaluate(f"() => {{ {broken}; }}")
        page.locator("[data-view=mix] .example").nth(2).click()
        page.wait_for_selector("[data-id=mix][data-stale]:not([aria-busy])")
        until(page, lambda: bool(said))  # and it is said where faults are looked for
    assert set(said) == {"no"}


def test_an_older_answer_that_fails_late_takes_nothing_from_the_newer_one(
    browser: Browser, app_url: str
):
    page = browser.new_page(locale="en-US")
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(app_url)
    page.wait_for_function(READY, polling="raf", timeout=60_000)
    is_idle(page)
    page.evaluate(
        """() => {
          const { react } = Plotly;
          Plotly.react = () => {
            Plotly.react = react;
            return new Promise((_, reject) => {
              window.late = { fail: () => reject(Error("late")) };
            });
          };
        }"""
    )
    page.locator("[data-view=mix] .example").nth(2).click()
    page.wait_for_function("window.late")
    page.locator("[data-view=mix] .example").nth(3).click()
    is_idle(page)
    with page.expect_event("pageerror"):
        page.evaluate("late.fail()")
    assert said == ["late"]
    expect(page.locator("[data-id=mix]")).not_to_have_attribute("data-stale", "")
    page.close()


def test_uploads_are_answered_and_bad_ones_explained(open_page: Open, tmp_path: Path):
    page = open_page()
    before = answers(page)
    red = np.zeros((300, 400, 3), dtype=np.uint8)
    red[..., 0] = np.linspace(0, 255, 400)
    Image.fromarray(red).save(tmp_path / "red.png")
    upload(page, "a", tmp_path / "red.png")
    page.wait_for_function(
        "text => document.querySelector('[data-testid=answer-erm]').innerText !== text", arg=before
    )
    is_idle(page)
    set_lambda(page, 1)
    assert canvas(page, MIXED)[..., 1:].max() == 0
    after = answers(page)
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not a picture")
    upload(page, "b", tmp_path / "broken.jpg")
    expect(page.locator("[data-view=mix] [data-side=b] .problem")).not_to_be_empty()
    assert answers(page) == after
    page.locator(".example").nth(1).click()
    expect(page.locator(".example").nth(1)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-view=mix] [data-side=b] .problem")).to_be_empty()


def test_the_class_can_be_set(open_page: Open):
    page = open_page()
    page.locator("[data-view=mix] [data-side=a] select").select_option("ship")
    expect(page.get_by_test_id("soft-label")).to_contain_text("ship")


def test_a_table_stands_behind_each_chart(open_page: Open):
    page = open_page("?more=1")
    for name, columns in (("path", 11), ("gradient", 3)):
        details = page.locator(f"details[data-table={name}]")
        details.locator("summary").click()
        expect(details.locator("tbody tr")).to_have_count(101)
        expect(details.locator("thead th")).to_have_count(columns)


#: which of two things that overlap is seen: the word in the chart, or the cursor
ON_TOP = """() => {
  const chart = document.querySelector("[data-testid=path-chart]");
  const word = chart.querySelector(".annotation-text-g rect");
  const cursor = chart.querySelector(".cursor");
  if (!word || !cursor) return null; // the chart is being drawn anew
  for (const node of [word, cursor]) node.style.pointerEvents = "all";
  const [box, line] = [word, cursor].map((node) => node.getBoundingClientRect());
  if (line.left < box.left || line.right > box.right) return null;
  const top = document.elementFromPoint(line.left + 1, box.top + box.height / 2);
  return top.closest(".annotation") ? "word" : top.className;
}"""


def test_the_cursor_crosses_out_no_word_of_the_chart(open_page: Open):
    page = open_page("?lam=0.35")
    page.locator("[data-testid=path-chart] .annotation").first.scroll_into_view_if_needed()
    assert page.wait_for_function(ON_TOP).json_value() == "word"


def test_two_pictures_of_one_class_are_said_to_be_such(open_page: Open):
    page = open_page("?a=deer-1&b=deer-2")
    is_idle(page)
    expect(page.get_by_test_id("said")).to_contain_text(sentence("said.same", a="deer"))
    legend = page.locator(".path .legend")
    expect(legend.get_by_text("deer", exact=True).filter(visible=True)).to_have_count(1)
    expect(legend.get_by_text(sentence("chart.boundary"))).to_be_hidden()
    expect(page.locator("[data-id=verdicts] .verdict")).to_have_text(
        [re.compile(re.escape(sentence("verdict.stays")))] * 2
    )
    expect(page.locator("[data-testid=path-chart] .annotation")).to_have_count(0)
    page.locator("[data-view=mix] .example").first.click()
    expect(legend.get_by_text(sentence("chart.boundary"))).to_be_visible()


def test_bars_over_the_chart_are_explained_to_everybody(open_page: Open):
    page = open_page()
    expect(page.locator(".path .legend").get_by_text(sentence("chart.boundary"))).to_be_visible()


def test_dark_charts_use_the_dark_colours(open_page: Open):
    page = open_page(color_scheme="dark")
    fill = page.locator("[data-testid=path-chart] path.js-fill").first.evaluate(
        "node => getComputedStyle(node).fill"
    )
    dark = COLOURS["class-a"][1].lstrip("#")
    assert fill == f"rgb({', '.join(str(int(dark[k : k + 2], 16)) for k in (0, 2, 4))})"


def test_opening_the_page_moves_little(open_page: Open):
    page = open_page()
    sizes = page.evaluate(
        "performance.getEntriesByType('resource').map((entry) => entry.transferSize)"
    )
    assert sum(sizes) < 4_000_000


def test_a_picture_is_taken_with_the_camera(open_page: Open):
    page = open_page(permissions=["camera"])
    shown = page.locator(SHOWN.format("a"))
    before = shown.get_attribute("aria-label")
    page.locator("[data-view=mix] [data-side=a] [data-action=camera]").click()
    take = page.locator("[data-id=camera-take]:visible")
    expect(take).to_be_enabled()
    take.click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(shown).not_to_have_attribute("aria-label", before)
    for name in ("ERM", "mixup α = 1"):  # the headings of the answers
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    page.locator("[data-view=mix] [data-side=a] [data-action=camera]").click()
    expect(take).to_be_enabled()
    page.get_by_test_id("view-train").dispatch_event("click")  # as the browser's way back does
    expect(page.locator("dialog[open]")).to_have_count(0)
