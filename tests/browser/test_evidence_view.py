"""The Evidence view as a visitor meets it."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, Request, Route, expect

from benchmarks.page import drag_budget
from mixup_demo.evidence import files as evidence
from mixup_demo.images import gallery
from mixup_demo.serving.attacks import attack
from mixup_demo.views.evidence.payload import evidence_payload
from mixup_demo.views.evidence.requests import question
from tests.browser.conftest import READY, Contexts
from tests.browser.kit import (
    DRAGGED,
    PAINTED,
    UNFOLD,
    await_held,
    fits,
    hold,
    moves_with_every_frame,
    percent,
    sentence,
    services,
)
from tests.browser.test_mix_view import canvas
from tests.evidence.panels import NAMES

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
#: of an element, in px
TYPE = "(node) => parseFloat(getComputedStyle(node).fontSize)"
PANELS = [name for name in NAMES if name != "population"]


def is_idle(page: Page) -> None:
    """Wait for an answer: before the attack is asked for, no model has a name there."""
    page.wait_for_selector("[data-testid=attack]:not([aria-busy]) h4 .model-name:not(:empty)")


def is_attack(request: Request) -> bool:
    return "attack" in (request.post_data or "")


def value_of(page: Page, model: str) -> str:
    return page.locator(f"[data-testid=attacked-{model}] .bar-value").first.inner_text()


def expected(model: str, epsilon: int, **settings: str) -> re.Pattern[str]:
    image = {"photo": gallery.pairs()[0][0]}
    answered = attack(services(), question(services(), {"image": image, **settings}))
    share = answered.probabilities[model][epsilon, answered.label]
    return percent(share)


ATTACK = "?view=evidence&panel=adversarial"
CHARTS = ".evidence-charts .chart"


def test_the_summary_says_each_claims_verdict_in_words(open_page: Open):
    page = open_page("?view=evidence")
    claims = evidence_payload()["claims"]
    rows = page.locator("[data-testid=claims] li")
    expect(rows).to_have_count(len(claims))
    for claim, row in zip(claims, rows.all(), strict=True):
        ruling = sentence(f"evidence.ruling.{claim['says']['verdict']}")
        expect(row.locator(".ruling")).to_contain_text(ruling)
        expect(row.locator(".ruling i")).to_have_text(re.compile("^[✓✗?]$"))
        expect(row.locator(".claim-number")).to_contain_text(claim["says"]["values"]["n"])
    expect(page.locator("details.panel[open]")).to_have_count(0)


def test_a_claim_opens_its_panel_and_the_link_holds_it(open_page: Open):
    page = open_page("?view=evidence")
    page.get_by_test_id("claim-smooth").get_by_role("link").click()
    panel = page.get_by_test_id("panel-between")
    expect(panel).to_have_attribute("open", "")
    expect(panel).to_be_in_viewport()
    expect(panel.locator("summary").first).to_be_focused()
    page.wait_for_function("location.search.includes('panel=between')")
    page.go_back()
    expect(page.get_by_test_id("claim-smooth")).to_be_in_viewport()
    page.wait_for_function("location.search.includes('view=evidence')")
    page.get_by_test_id("claim-gan").get_by_role("link").click()
    page.wait_for_function("location.search.includes('panel=between-gan')")
    panel.locator("summary").first.click()
    page.wait_for_function("/panel=gan(&|$)/.test(location.search)")
    page.reload()
    expect(page.get_by_test_id("panel-gan")).to_have_attribute("open", "")
    expect(page.locator("details.panel[open]")).to_have_count(1)
    limits = page.get_by_test_id("panel-limits")
    limits.locator("summary").first.click()
    limits.get_by_role("link", name=sentence("evidence.calibration.title")).click()
    expect(page.get_by_test_id("panel-calibration")).to_be_in_viewport()
    page.wait_for_function("/panel=calibration-gan-limits(&|$)/.test(location.search)")


def test_paper_shows_every_panel_and_chart_and_the_screen_is_as_before(open_page: Open):
    page = open_page("?view=evidence&panel=gan")
    expect(page.get_by_test_id("panel-gan").locator(".main-svg").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    charts = page.locator(f"[data-testid=panels] {CHARTS}")
    expect(charts.locator(".xy").first).to_be_attached()
    page.wait_for_function(
        """(charts) => [...document.querySelectorAll(`[data-testid=panels] ${charts}`)]
          .every((chart) => chart.querySelector(".main-svg"))""",
        arg=CHARTS,
    )
    expect(page.locator("details.panel[open]")).to_have_count(len(PANELS))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details.panel[open]")).to_have_count(1)


def test_the_attack_is_asked_for_when_its_panel_is_opened(open_page: Open):
    page = open_page("?view=train")
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.get_by_test_id("view-evidence").click()
    expect(page.get_by_test_id("claims")).to_be_visible()
    assert not any(is_attack(request) for request in asked)
    with page.expect_request(is_attack):
        page.get_by_test_id("claim-white").get_by_role("link").click()
    is_idle(page)
    expect(page.get_by_test_id("attacked-erm")).to_be_visible()


@pytest.mark.parametrize("fragment", ["", "#charts-adversarial"])
def test_who_has_scrolled_is_left_where_they_are(contexts: Contexts, app_url: str, fragment: str):
    """Neither the attack's answer nor what grows after it takes the page back to its link."""
    page = contexts.page(locale="en-US")
    held = hold(page, "attack")
    page.goto(f"{app_url}{ATTACK}{fragment}")
    await_held(page, held)
    page.wait_for_function("scrollY > 0")
    page.mouse.move(400, 400)
    page.mouse.wheel(0, -20_000)
    page.wait_for_function("scrollY === 0")
    held[0].continue_()
    page.wait_for_function(READY, polling="raf", timeout=60_000)
    is_idle(page)
    page.locator("[data-testid=panels]").evaluate(UNFOLD)
    page.evaluate(PAINTED)
    assert page.evaluate("scrollY") == 0
    contexts.close_pages()


#: notes when the page begins to listen for a visitor's first act
HEARS = """(() => {
  const listen = window.addEventListener;
  window.addEventListener = (type, ...rest) => {
    window.hears ||= type === "wheel";
    listen.call(window, type, ...rest);
  };
})()"""


@pytest.mark.parametrize(
    ("link", "late"),
    [
        ("?view=evidence&panel=gan", "panels.json"),
        ("?view=toy#toy-gan", "config.json"),
    ],
)
def test_who_acts_before_the_page_is_there_is_left_where_they_are(
    contexts: Contexts, app_url: str, link: str, late: str
):
    page = contexts.page(locale="en-US")
    page.add_init_script(HEARS)
    held: list[Route] = []
    page.route(f"**/{late}", lambda route: held.append(route))
    page.goto(app_url + link, wait_until="commit")
    await_held(page, held)
    page.wait_for_function("window.hears")
    page.wait_for_load_state()  # until then the browser itself goes to what a link names
    page.keyboard.press("Home")
    page.wait_for_function("scrollY === 0")  # a key scrolls little by little
    for route in held:
        route.continue_()
    page.wait_for_function(READY, polling="raf", timeout=60_000)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("scrollY") == 0
    contexts.close_pages()


def test_every_panel_says_something_and_draws_its_charts(open_page: Open):
    page = open_page("?view=evidence&lang=ko")
    page.get_by_test_id("open-all").click()
    expect(page.locator("details.panel[open]")).to_have_count(len(PANELS))
    for name in PANELS:
        panel = page.get_by_test_id(f"panel-{name}")
        assert len(panel.locator(".says li").first.inner_text()) > 30
        for chart in panel.locator(CHARTS).all():
            chart.evaluate("(chart) => chart.scrollIntoView()")
            expect(chart.locator(".main-svg").first).to_be_visible()
    details = page.get_by_test_id("panel-generalisation").locator(".says li > .details").first
    expect(details).to_contain_text(re.compile(r"\(n\s=\s[3-9]\)"))
    no_word_is_missing(page)
    fits(page, (320, 768, 1920))
    page.get_by_test_id("open-all").click()
    expect(page.locator("details.panel[open]")).to_have_count(0)


def no_word_is_missing(page: Page) -> None:
    page.locator("[data-view=evidence]").evaluate(UNFOLD)
    text = page.locator("[data-view=evidence]").inner_text()
    assert "[[" not in text
    assert "evidence." not in text
    assert "undefined" not in text
    assert sentence("evidence.title", "ko") in text


def test_tables_links_and_commands_lead_to_the_files(open_page: Open):
    page = open_page("?view=evidence&panel=between")
    panel = page.get_by_test_id("panel-between")
    expect(panel).to_be_in_viewport()
    panel.evaluate(UNFOLD)
    # nine as trained, ten calibrated, and ten of both over seeds of each of two networks
    expect(panel.locator("tbody tr")).to_have_count(59)
    assert evidence.read("between")["command"] in panel.inner_text()
    for link in panel.locator(".setting a").all():
        answer = page.request.get(link.get_attribute("href"))
        assert answer.ok
    assert answer.text().startswith("# scarce-mixup-seed2")
    before = panel.locator(".xtick text").first.evaluate(TYPE)
    page.locator("[data-id=present]").click()  # which enlarges the type of charts, too
    page.wait_for_function(  # and draws them anew, so that the tick is another
        f"""before => {{
          const tick = document.querySelector("[data-testid=panel-between] .xtick text");
          return tick && ({TYPE})(tick) > 1.1 * before;
        }}""",
        arg=before,
    )


def test_views_change_without_losing_anything(open_page: Open):
    page = open_page("?lam=0.3")
    page.get_by_test_id("view-evidence").click()
    expect(page.get_by_test_id("panels")).to_be_visible()
    expect(page.get_by_test_id("mixed")).to_be_hidden()
    page.wait_for_function("location.search.includes('view=evidence')")
    page.go_back()
    expect(page.get_by_test_id("mixed")).to_be_visible()
    expect(page.get_by_test_id("lambda-number")).to_have_value("0.30")


def test_the_budget_looks_up_the_answers(open_page: Open):
    page = open_page(f"{ATTACK}&epsilon=0")
    is_idle(page)
    without_a_budget_nothing_is_changed(page)
    for epsilon in (0, 7, 16):
        page.get_by_test_id("epsilon").fill(str(epsilon))
        for model in ("erm", "mixup"):
            row = page.locator(f"[data-testid=attacked-{model}] .bar-value").first
            expect(row).to_have_text(expected(model, epsilon))
    the_language_changes_and_the_attack_stays(page)
    moves_with_every_frame(drag_budget(page, DRAGGED))  # and asks the server for nothing


def without_a_budget_nothing_is_changed(page: Page) -> None:
    clean = canvas(page, "[data-testid=attacked-erm] .shown")
    noise = canvas(page, "[data-testid=attacked-erm] .noise")
    assert set(np.unique(noise)) == {128.0}
    page.get_by_test_id("epsilon").fill("3")
    expect(page.locator("[data-id=epsilon-value]")).to_contain_text("3")
    moved = canvas(page, "[data-testid=attacked-erm] .shown") - clean
    assert 2 <= np.abs(moved).max() <= 4  # three levels, rounded to whole ones


def test_a_link_restores_the_attack(open_page: Open):
    key = gallery.pairs()[2][1]
    page = open_page(f"{ATTACK}&image={key}&attack=ifgsm&source=black&epsilon=9&lang=ko")
    is_idle(page)
    expect(page.locator("[name=attack]:checked")).to_have_value("ifgsm")
    expect(page.locator("[name=source]:checked")).to_have_value("black")
    expect(page.get_by_test_id("epsilon")).to_have_value("9")
    expect(page.locator(f"[data-photo={key}]")).to_have_attribute("aria-pressed", "true")
    shown = [canvas(page, f"[data-testid=attacked-{model}] .shown") for model in ("erm", "mixup")]
    assert np.array_equal(*shown)  # in the black box both see the same


def test_an_own_picture_is_attacked_and_a_broken_one_explained(open_page: Open, tmp_path: Path):
    page = open_page(ATTACK)
    is_idle(page)
    red = np.zeros((300, 400, 3), dtype=np.uint8)
    red[..., 0] = 255
    Image.fromarray(red).save(tmp_path / "red.png")
    page.get_by_test_id("epsilon").fill("0")
    page.get_by_test_id("upload-attack").set_input_files(str(tmp_path / "red.png"))
    page.wait_for_function(
        """() => { const data = document.querySelector("[data-testid=attacked-erm] .shown")
             .getContext("2d").getImageData(9, 9, 1, 1).data;
             return data[0] === 255 && data[1] === 0; }"""
    )
    before = value_of(page, "erm")
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not a picture")
    page.get_by_test_id("upload-attack").set_input_files(str(tmp_path / "broken.jpg"))
    expect(page.locator("[data-id=attack-problem]")).not_to_be_empty()
    assert value_of(page, "erm") == before


def the_language_changes_and_the_attack_stays(page: Page) -> None:
    epsilon, before = page.get_by_test_id("epsilon").input_value(), value_of(page, "mixup")
    page.get_by_test_id("language").click()
    expect(page.locator("[data-testid=attack] h3")).to_have_text(sentence("attack.title", "ko"))
    expect(page.get_by_test_id("epsilon")).to_have_value(epsilon)
    assert value_of(page, "mixup") == before
