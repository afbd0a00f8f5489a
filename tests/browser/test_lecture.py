"""A lecture in the browser: from its first step to its last, by keyboard, and with its audience."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from mixup_demo.images.gallery import ASSETS
from tests.browser.axe import findings
from tests.browser.kit import FITS, own_page, sentence

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
LECTURE = json.loads((ASSETS / "lecture.json").read_text("utf-8"))
STEPS = LECTURE["steps"]
TITLES = [step["title"]["en"] for step in STEPS]
ASKING = [k + 1 for k, step in enumerate(STEPS) if "question" in step]
#: the page in the shown frame is ready, and of one frame more at most it is not known; the lecture
#: hears the frame's keys once it is loaded
READY = """() => {
  const page = document.querySelector(".lecture-stage .shown")?.contentDocument;
  return page?.readyState === "complete" && Boolean(page.querySelector("#explorer[data-ready]"));
}"""
SEARCH = "document.querySelector('.lecture-stage .shown').contentWindow.location.search"
#: the view whose panel is not hidden in the shown frame
VIEW = """() => document.querySelector(".lecture-stage .shown").contentDocument
  .querySelector("main > [data-view]:not([hidden])").dataset.view"""


#: how far below the upper edge of the shown frame what the link's fragment names begins
BELOW = """() => {
  const frame = document.querySelector(".lecture-stage .shown").contentWindow;
  const named = frame.document.getElementById(frame.location.hash.slice(1));
  const kept = parseFloat(getComputedStyle(frame.document.documentElement).scrollPaddingTop) || 0;
  return named?.getBoundingClientRect().top - kept;
}"""


def shown(page: Page) -> FrameLocator:
    """The page within the lecture."""
    return page.frame_locator(".lecture-stage .shown")


def at(page: Page, step: int) -> None:
    """Wait for a step, whose frame is ready."""
    expect(page.get_by_test_id("lecture-count")).to_have_text(f"{step} / {len(STEPS)}")
    page.wait_for_function(READY, timeout=60_000)


def test_the_default_lecture_from_the_first_step_to_the_last(open_page: Open):
    """Every step opens the view that its link names, and nothing is said in the console."""
    page = open_page("?lecture=1", 1280, 720, reduced_motion="reduce")
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    for number, step in enumerate(STEPS, 1):
        at(page, number)
        link = parse_qs(urlsplit(step["link"]).query)
        assert page.evaluate(VIEW) == link["view"][0], step
        expect(page.locator(".lecture-where h1")).to_have_text(step["title"]["en"])
        page.wait_for_function(f"new URLSearchParams(location.search).get('step') === '{number}'")
        if "question" in step:
            expect(page.get_by_test_id("question")).to_be_visible()
            page.keyboard.press("PageDown")
        expect(page.get_by_test_id("question")).to_have_count(0)
        if "#" in step["link"]:  # it is what is seen, though the page above it has grown
            page.wait_for_function(f"Math.abs(({BELOW})()) < 40")
        page.keyboard.press("PageDown")
    at(page, len(STEPS))
    expect(page.get_by_test_id("lecture-next")).to_be_disabled()
    assert [line for line in said if not line.startswith(("log", "info", "debug"))] == []


def test_by_keyboard_with_notes_in_a_second_window(open_page: Open, tmp_path: Path):
    page = open_page("?lecture=1&step=4", 1280, 720, reduced_motion="reduce")
    at(page, 4)
    slider = shown(page).get_by_test_id("lambda")
    expect(slider).to_have_value("0.5")
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_value("0.55")
    page.keyboard.press("Shift+ArrowLeft")
    expect(slider).to_have_value("0.54")
    # a control that has the focus keeps its arrows
    number = shown(page).get_by_test_id("lambda-number")
    number.focus()
    page.keyboard.press("ArrowLeft")
    expect(slider).to_have_value("0.54")
    page.keyboard.press("?")
    expect(number).to_be_focused()  # which types, too
    shown(page).get_by_test_id("more").focus()
    page.keyboard.press("?")
    menu = page.get_by_test_id("lecture-menu-dialog")
    expect(menu.locator("kbd")).to_have_count(11)
    assert findings(page) == []
    page.keyboard.press("PageDown")
    page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    at(page, 4)

    with page.expect_popup() as popup:
        page.keyboard.press("n")
    notes = popup.value
    expect(notes.locator(".speaker h1")).to_have_text(STEPS[3]["title"]["en"])
    expect(notes.locator(".speaker-next")).to_contain_text(STEPS[4]["title"]["en"])
    expect(notes.locator(".speaker-clock")).to_have_text(re.compile(r"^\d+:\d\d · \d\d:\d\d$"))
    assert findings(notes) == []
    notes.keyboard.press("PageDown")
    at(page, 5)
    expect(notes.locator(".speaker h1")).to_have_text(STEPS[4]["title"]["en"])
    expect(notes.locator(".speaker-question h2")).to_have_text(STEPS[4]["question"]["ask"]["en"])
    notes.close()

    page.keyboard.press("PageUp")
    at(page, 4)
    # a chapter's λ is moved too, from where a picture has the focus, but not out of sight
    page.evaluate("""() => {
      const target = new URL(document.querySelector(".lecture-stage .shown").src);
      target.search = "?view=learn&chapter=equation&lang=en";
      document.querySelector(".lecture-stage .shown").src = target.href;
    }""")
    chapter = shown(page).get_by_test_id("chapter-equation")
    weight = chapter.locator("input[type=range]")
    chapter.locator("figure[data-part=mixed]").focus()
    expect(chapter).to_have_attribute("data-read", "")
    page.wait_for_function(READY)
    page.keyboard.press("ArrowLeft")
    expect(weight).to_have_value("0.55")
    page.keyboard.press("Shift+ArrowRight")
    expect(weight).to_have_value("0.56")
    shown(page).locator("body").evaluate("() => scrollBy(0, 2 * innerHeight)")
    page.keyboard.press("ArrowRight")
    expect(weight).to_have_value("0.56")
    page.keyboard.press("PageUp")
    at(page, 3)
    page.keyboard.press("PageDown")
    at(page, 4)
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{SEARCH}.includes('0.55')")
    page.keyboard.press("+")
    expect(page.get_by_test_id("lecture-count")).to_have_text(f"4 / {len(STEPS) + 1}")
    page.wait_for_function("new URLSearchParams(location.search).get('lecture') === 'own'")
    with page.expect_download() as download:
        page.keyboard.press("d")
    file = tmp_path / "lecture.json"
    download.value.save_as(file)
    made = json.loads(file.read_text("utf-8"))
    assert made["steps"][:-1] == STEPS
    assert "lam=0.55" in made["steps"][-1]["link"]
    assert "present" not in made["steps"][-1]["link"]
    page.reload()  # it is kept on the device
    expect(page.get_by_test_id("lecture-count")).to_have_text(f"4 / {len(STEPS) + 1}")
    assert edited(page) == [
        made["steps"][0],
        {**made["steps"][3], "title": {**made["steps"][3]["title"], "en": "Renamed"}},
        {**made["steps"][1], "note": {**made["steps"][1]["note"], "en": "Say it slowly."}},
        *made["steps"][4:],
    ]

    made["steps"] = [{"link": "?view=mix&lam=7", "title": "Wrong"}]
    file.write_text(json.dumps(made), "utf-8")
    page.get_by_test_id("lecture-keys").click()
    with page.expect_file_chooser() as chooser:
        menu.get_by_role("button", name=sentence("lecture.do.open")).click()
    chooser.value.set_files(file)
    refusal = sentence("lecture.error.parameter", where="steps[0].link", value="lam=7")
    expect(page.locator("[data-id=toast]")).to_have_text(refusal)
    made["steps"][0]["link"] = "?view=mix&lam=0.7"
    file.write_text(json.dumps(made), "utf-8")
    page.get_by_test_id("lecture-keys").click()
    with page.expect_file_chooser() as chooser:
        menu.get_by_role("button", name=sentence("lecture.do.open")).click()
    chooser.value.set_files(file)
    page.get_by_role("button", name=sentence("lecture.replace.go")).click()
    expect(page.get_by_test_id("lecture-count")).to_have_text("1 / 1")
    page.wait_for_function(READY)
    expect(slider).to_have_value("0.7")


def test_the_notes_follow_the_lecture_s_language(open_page: Open):
    page = open_page("?lecture=1&step=4", 1280, 720)
    at(page, 4)
    with page.expect_popup() as popup:
        page.keyboard.press("n")
    notes = popup.value
    expect(notes.locator(".speaker-next b")).to_have_text(sentence("lecture.speaker.next"))
    shown(page).get_by_test_id("language").click()
    expect(page.locator(".lecture-where h1")).to_have_text(STEPS[3]["title"]["ko"])
    expect(notes.locator(".speaker h1")).to_have_text(STEPS[3]["title"]["ko"])
    expect(notes.locator(".speaker-next b")).to_have_text(sentence("lecture.speaker.next", "ko"))
    expect(notes.locator("html")).to_have_attribute("lang", "ko")


def edited(page: Page) -> list[dict[str, Any]]:
    """The steps after: rename the shown fourth, move it to the second place, take out the one
    before it, put that back, take out the one after both, and change the note of the third."""
    page.wait_for_function(READY)
    page.keyboard.press("e")
    editor = page.get_by_test_id("lecture-edit-dialog")
    rows = editor.locator(".lecture-rows > li")
    expect(rows.nth(3)).to_have_attribute("aria-current", "step")
    rows.nth(3).get_by_role("textbox").first.fill("Renamed")
    up = rows.nth(3).get_by_role("button", name=sentence("lecture.edit.up", step=4))
    up.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # the focus went along
    expect(rows.nth(1)).to_have_attribute("aria-current", "step")
    expect(rows.nth(1).locator("input")).to_have_value("Renamed")
    assert findings(page) == []
    page.get_by_role("button", name=sentence("lecture.edit.remove", step=1), exact=True).click()
    expect(editor.get_by_role("status")).to_contain_text(TITLES[0])
    page.get_by_role("button", name=sentence("lecture.edit.undo")).click()
    page.get_by_role("button", name=sentence("lecture.edit.remove", step=4), exact=True).click()
    rows.nth(2).locator("summary").click()
    rows.nth(2).locator("textarea").fill("Say it slowly.")
    page.keyboard.press("Escape")
    expect(page.locator(".lecture-where h1")).to_have_text("Renamed")
    expect(page.get_by_test_id("lecture-count")).to_have_text(f"2 / {len(STEPS)}")
    stored = page.evaluate("localStorage.getItem('mixup-explorer-lecture')")
    return list(json.loads(stored)["steps"])


@pytest.mark.parametrize(
    ("lecture", "key"),
    [("own", "lecture.error.own"), ("~abc", "lecture.error.linked")],
)
def test_what_is_no_lecture_says_so_and_offers_others(open_page: Open, lecture: str, key: str):
    page = open_page(f"?lecture={lecture}", 390, 844)
    expect(page.get_by_test_id("lecture-problem")).to_have_text(sentence(key))
    assert findings(page) == []


def test_a_question_is_answered_by_word_and_by_poll(browser: Browser, app_url: str):
    """Korean and dark on the wall, a phone of 360 pixels in the hand."""
    wide, narrow = {"width": 1280, "height": 720}, {"width": 360, "height": 640}
    with (
        own_page(browser, viewport=wide, color_scheme="dark") as wall,
        own_page(browser, viewport=narrow) as phone,
    ):
        is_answered_by_word_and_by_poll(wall, phone, app_url)


def is_answered_by_word_and_by_poll(wall: Page, phone: Page, app_url: str) -> None:
    step, asked = ASKING[2], STEPS[ASKING[2] - 1]["question"]
    wall.goto(f"{app_url}?lecture=1&step={step}&lang=ko")
    card = wall.get_by_test_id("question")
    expect(card.locator("h2")).to_have_text(asked["ask"]["ko"])
    wall.wait_for_function("document.querySelector('.qr-address')?.href.includes('poll=')")
    wall.wait_for_function("document.querySelector('.qr').naturalWidth > 0")
    address = card.locator(".qr-address").get_attribute("href")
    assert address

    phone.goto(address)
    expect(phone.locator(".answer-page h1")).to_have_text(asked["ask"]["ko"])
    phone.get_by_test_id("answer-B").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_test_id("answer-word")).to_have_text(re.compile("^[a-z]{4}$"))
    word = phone.get_by_test_id("answer-word").inner_text()
    expect(phone.get_by_test_id("answer-sent")).to_have_text(sentence("lecture.answer.sent", "ko"))
    phone.wait_for_function(FITS)
    assert findings(phone) == []
    total = wall.get_by_test_id("question-total")
    expect(total).to_have_text(sentence("lecture.question.total", "ko", count=1))

    entry, said = wall.get_by_test_id("word"), wall.get_by_test_id("word-said")
    misheard = word[:2] + {"k": "t"}.get(word[2], "k") + word[3]
    for text, key in (
        (misheard, "none"),
        (word, "taken"),
        (phone.evaluate("location.href"), "taken"),
    ):
        entry.fill(text)
        wall.keyboard.press("Enter")
        value = misheard if key == "none" else word
        expected = sentence(f"lecture.word.{key}", "ko", value=value, letter="B")
        expect(said).to_have_text(expected)
    expect(total).to_have_text(sentence("lecture.question.total", "ko", count=3))
    wall.get_by_test_id("question-counts").click()
    wall.get_by_test_id("question-answer").click()
    expect(card.locator("output")).to_have_text(["0", "3", "0"])
    expect(card.locator("[data-right=true]")).to_have_count(1)
    assert findings(wall) == []
    wall.set_viewport_size({"width": 360, "height": 640})
    wall.wait_for_function(FITS)
    # the word alone says question and answer, without a server's help
    phone.goto(f"{app_url}?word={word}&lang=en")
    expect(phone.get_by_text(sentence("lecture.answer.title", step=step))).to_be_visible()
    expect(phone.get_by_test_id("answer-B")).to_have_attribute("aria-pressed", "true")
