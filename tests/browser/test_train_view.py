"""The Train view in a browser: a batch, its findings, other libraries, and code to take away."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.images import gallery
from mixup_demo.views.train.code import code
from mixup_demo.views.train.requests import train_batch
from tests.browser.kit import fits, sentence, services

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SETTLED = "[data-id=train]:not([aria-busy]) [data-id=train-grid] li"
PHOTOS = "horse-1.horse-2.cat-1.dog-1"


def opened(open_page: Open, query: str = "", **more: object) -> Page:
    page = open_page(f"?view=train{query}", **more)
    page.wait_for_selector(SETTLED)
    return page


def test_a_batch_is_mixed_checked_and_changed(open_page: Open):
    page = opened(open_page, f"&images={PHOTOS}&cutmix_alpha=1&mode=elem&train_seed=5")
    answer = train_batch(
        services(),
        {
            **{"images": [{"photo": key} for key in PHOTOS.split(".")], "cutmix_alpha": 1},
            **{"mode": "elem", "train_seed": 5},
        },
    )
    cells = page.get_by_test_id("train-grid").locator("> li")
    expect(cells).to_have_count(4)
    for cell, expected in zip(cells.all(), answer["cells"], strict=True):
        expect(cell).to_contain_text(f"λ {expected['lam']:.2f}")
        expect(cell).to_have_attribute("data-operation", expected["operation"])
        share = f"{100 * expected['target'][0][1]:.1f}\N{NO-BREAK SPACE}%"
        expect(cell.locator(".train-target li").first).to_contain_text(share)
    caused = [finding["name"] for finding in answer["findings"] if finding["caused"]]
    shown = page.get_by_test_id("train-caused").locator("article")
    assert [node.get_attribute("data-finding") for node in shown.all()] == caused
    rules = page.locator("[data-rule]").evaluate_all("nodes => nodes.map(n => n.dataset.rule)")
    assert rules == ["before", "timm", *(rule["name"] for rule in answer["rules"])]
    expect(page.locator("[data-id=train-chart] .main-svg").first).to_be_visible()

    page.get_by_test_id("train-learn").click()
    learned = page.get_by_test_id("train-said")
    expect(learned).to_contain_text(re.compile(r"epoch \d+: on the mixed images .* at most \d"))
    page.get_by_test_id("train-stop").click()
    expect(page.get_by_test_id("train-progress")).to_be_hidden()
    expect(page.locator("[data-id=train-loss] .main-svg").first).to_be_visible()

    before = cells.first.inner_text()
    page.get_by_test_id("train-again").click()
    expect(cells.first).not_to_have_text(before)
    expect(page).to_have_url(re.compile("train_seed=6"))
    page.locator("[data-photo=ship-1]").click()
    expect(page.locator("[data-finding=odd]")).to_be_visible()
    expect(page.get_by_test_id("train-applied")).to_contain_text(sentence("train.left-out", n=5))
    page.get_by_test_id("train-chosen").get_by_role("button").first.click()
    expect(page).to_have_url(re.compile(r"images=horse-2\.cat-1\.dog-1\.ship-1"))
    page.get_by_test_id("train-sorted").click()
    expect(page.locator("[data-testid=train-caused] [data-finding=same]")).to_have_count(0)
    page.get_by_test_id("language").click()
    expect(page.get_by_test_id("train-again")).to_have_text(sentence("train.resample", "ko"))
    page.locator("[data-id=train-reset]").click()
    expect(cells).to_have_count(8)
    expect(page).not_to_have_url(re.compile("images="))


def test_code_has_the_settings_and_can_be_taken_away(open_page: Open):
    page = open_page("")
    page.get_by_test_id("view-train").click()  # what it consists of comes now
    page.wait_for_selector(SETTLED)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    libraries = page.get_by_test_id("train-libraries")
    libraries.get_by_role("button", name="Keras 3").click()
    page.get_by_test_id("train.mixup_alpha").fill("0.4")
    page.get_by_test_id("train.mixup_alpha").press("Enter")
    found = code("keras", MixupArguments(0.4, num_classes=10), 0)
    shown = page.get_by_test_id("train-code")
    expect(shown).to_contain_text("MIXUP_ALPHA = 0.4")
    assert shown.text_content() == found["text"]
    page.get_by_test_id("train-copy").click()
    expect(page.locator("[data-id=toast]")).to_contain_text("keras_mixup.py")
    assert page.evaluate("navigator.clipboard.readText()") == found["text"]
    with page.expect_download() as waited:
        page.get_by_test_id("train-notebook").click()
    assert waited.value.suggested_filename == "keras_mixup.ipynb"
    made = json.loads(Path(waited.value.path()).read_text("utf-8"))
    assert made == json.loads(found["notebook"])
    libraries.get_by_role("button", name="timm command line").click()
    expect(shown).to_contain_text("--mixup-off-epoch")
    expect(page.get_by_test_id("train-notebook")).to_be_hidden()
    fits(page, (1440, 1000, 390))


def test_an_upload_joins_the_batch_and_mistakes_are_said(open_page: Open, tmp_path: Path):
    page = opened(open_page, f"&images={PHOTOS}", width=390, height=844)
    page.get_by_test_id("train-chosen").get_by_role("button").first.click()
    toast = page.locator("[data-id=toast]")
    expect(toast).to_contain_text(sentence("error.batch", value=3, limit=16))
    (tmp_path / "no.png").write_bytes(b"no picture")
    page.get_by_test_id("train-upload").set_input_files(tmp_path / "no.png")
    expect(page.locator("[data-id=train-problem]")).not_to_be_empty()
    page.locator("[data-id=train-class]").select_option("ship")
    page.get_by_test_id("train-upload").set_input_files(gallery.photo("cat-1").file)
    expect(page.get_by_test_id("train-chosen").get_by_role("button")).to_have_count(5)
    page.locator("[data-photo=ship-1]").click()
    cell = page.get_by_test_id("train-grid").locator("> li").nth(4)
    expect(cell.locator(".train-target li").first).to_contain_text(sentence("class.ship"))


def test_uploads_stay_in_the_batch_in_any_order_and_when_it_is_loaded_again(open_page: Open):
    page = opened(open_page, f"&images={PHOTOS}")
    chosen = page.get_by_test_id("train-chosen").get_by_role("button")
    page.locator("[data-id=train-class]").select_option("ship")
    page.get_by_test_id("train-upload").set_input_files(gallery.photo("cat-1").file)
    expect(chosen).to_have_count(5)
    own = chosen.nth(4).locator("img").get_attribute("src")
    assert own
    named = chosen.evaluate_all("nodes => nodes.map((node) => node.title).sort()")
    mine = page.locator(f"[data-testid=train-chosen] img[src='{own}']")
    page.get_by_test_id("train-sorted").click()  # half of the images, twice
    expect(mine).to_have_count(0)
    page.get_by_test_id("train-shuffle").click()
    expect(mine).to_have_count(1)
    assert chosen.evaluate_all("nodes => nodes.map((node) => node.title).sort()") == named
    order = chosen.evaluate_all("nodes => nodes.map((node) => node.title)")
    page.wait_for_function("history.state.batch?.some(({ upload }) => upload)")
    page.reload()
    page.wait_for_selector(SETTLED)
    expect(mine).to_have_count(1)
    assert chosen.evaluate_all("nodes => nodes.map((node) => node.title)") == order


def test_what_the_server_has_lost_is_left_out_and_said(open_page: Open):
    page = opened(open_page, f"&images={PHOTOS}")
    page.evaluate(
        """() => history.replaceState({ ...history.state, batch: [
          ...["horse-1", "cat-1", "dog-1", "ship-1"].map((photo) => ({ photo })),
          { upload: "/tmp/gradio/none/lost.png", label: "ship" },
        ] }, "")"""
    )
    page.reload()
    page.wait_for_selector(SETTLED)
    expect(page.get_by_test_id("train-chosen").get_by_role("button")).to_have_count(4)
    expect(page.locator("[data-id=toast]")).to_have_text(sentence("train.batch.lost", n=1))


def test_the_lead_leads_to_the_code(open_page: Open):
    page = opened(open_page, "&lang=ko")
    page.get_by_role("link", name=sentence("lead.train.code", "ko")).click()
    page.wait_for_function(
        "Math.abs(document.getElementById('train-code').getBoundingClientRect().top) < 40"
    )
    expect(page).to_have_url(re.compile(r"view=train.*#train-code$"))


#: how many pictures each row of the batch has, and the pixels that cells reach beyond their columns
ROWS = """() => {
  const cells = [...document.querySelectorAll("[data-id=train-grid] > li")];
  const tops = cells.map((cell) => cell.getBoundingClientRect().top);
  const rows = [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
  return [rows, Math.max(...cells.map((cell) => cell.scrollWidth - cell.clientWidth))];
}"""


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768)])
def test_presented_pictures_stand_in_full_rows_and_touch_nothing(
    open_page: Open, width: int, height: int
):
    page = opened(open_page, "&present=1", width=width, height=height)
    assert page.evaluate(ROWS) == [[4, 4], 0]


def test_a_narrow_cell_breaks_long_names(open_page: Open):
    page = opened(open_page, width=390, height=844)
    page.locator("[data-id=train-grid] .train-target span:first-child").evaluate_all(
        "nodes => { for (const node of nodes) node.textContent = 'a'.repeat(60); }"
    )
    assert page.evaluate(ROWS)[1] == 0


def test_the_end_of_a_training_is_said_once(open_page: Open):
    page = opened(open_page)
    page.evaluate(
        """() => {
          window.heard = [];
          const live = document.querySelector("[data-id=train-live]");
          const hear = () => live.textContent && window.heard.push(live.textContent);
          new MutationObserver(hear).observe(live, { childList: true });
        }"""
    )
    page.get_by_test_id("train-learn").click()
    live = page.locator("[data-id=train-live]")
    expect(live).to_contain_text("After epoch 40")
    assert page.evaluate("window.heard") == [page.get_by_test_id("train-said").text_content()]


def test_a_refusal_goes_once_a_value_is_accepted(open_page: Open):
    page = opened(open_page)
    alpha, toast = page.get_by_test_id("train.mixup_alpha"), page.locator("[data-id=toast]")
    alpha.fill("33")
    alpha.press("Enter")
    expect(toast).to_contain_text("mixup_alpha must be a number")
    expect(toast).to_contain_text("but is 33")
    alpha.fill("0.4")
    alpha.press("Enter")
    expect(toast).to_be_empty(timeout=4000)  # sooner than it goes by itself


def test_on_a_tablet_tab_goes_to_the_batch_first_as_the_eye_does(open_page: Open):
    page = opened(open_page, width=1000, height=768)
    page.locator("[data-id=train-to-code]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-part]').dataset.part") == "mixed"


def test_a_panel_in_another_page_has_the_opening_batch_in_two_rows(open_page: Open):
    page = opened(open_page, "&embed=1&panel=mixed", width=760, height=520)
    assert page.evaluate(ROWS) == [[4, 4], 0]
