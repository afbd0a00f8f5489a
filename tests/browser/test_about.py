"""What the page tells about itself, as a visitor reads it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from mixup_demo.page.about import about
from tests.browser.kit import FITS, sentence

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
FACTS = about()
#: whether nothing in the dialog is wider than it, and the dialog no wider than the window
INSIDE = """() => {
  const dialog = document.querySelector("[data-testid=about-dialog]");
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return dialog.scrollWidth <= dialog.clientWidth
    && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}"""
COPIED = "async (text) => await navigator.clipboard.readText() === text"


def dialog(page: Page) -> Locator:
    return page.get_by_test_id("about-dialog")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_it_opens_by_keyboard_names_all_photos_and_gives_the_focus_back(
    open_page: Open, language: str
):
    page = open_page(f"?lang={language}", 1280, 720)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opener = page.get_by_test_id("about")
    opener.focus()
    page.keyboard.press("Enter")
    expect(dialog(page)).to_be_visible()
    files = (url.rpartition("/")[2] for url in asked if "/explorer/" in url)
    assert sorted(files) == ["about.js", "about.json"]
    expect(dialog(page)).to_have_accessible_name(sentence("about.title", language))
    expect(page.get_by_test_id("about-close")).to_be_focused()
    page.wait_for_url("**about=1*")
    items = page.get_by_test_id("about-photos").locator("li")
    expect(items).to_have_count(len(FACTS["photos"]))
    for item, photo in zip(items.all_inner_texts(), FACTS["photos"], strict=True):
        public = photo["licence"]["url"] is None
        assert photo["title"][language] in item
        assert photo["author"] in item
        assert (sentence("about.public", language) if public else photo["licence"]["name"]) in item
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(opener).to_be_focused()
    page.wait_for_function("!location.search.includes('about=')")


def test_licences_of_ours_and_of_others_are_linked(open_page: Open):
    page = open_page("?about=1", 1280, 720)
    expect(dialog(page)).to_be_visible()
    urls = {
        licence["url"]
        for part in ("photos", "fonts", "libraries")
        for licence in (entry["licence"] for entry in FACTS[part])
        if licence["url"]
    }
    linked = dialog(page).locator("a").evaluate_all("links => links.map((link) => link.href)")
    assert {url for url in urls if not any(href.endswith(url) for href in linked)} == set()
    (gpl,) = {href for href in linked if href.endswith("GPL-2.0.txt")}
    assert "GNU GENERAL PUBLIC LICENSE" in page.request.get(gpl).text()
    assert FACTS["paper"]["url"] in linked


def test_citations_are_copied(open_page: Open):
    page = open_page("?about=1", permissions=["clipboard-read", "clipboard-write"])
    for name, text in FACTS["cite"].items():
        page.get_by_test_id(f"about-copy-{name}").click()
        expect(dialog(page).get_by_text(sentence("about.copied"))).not_to_have_count(0)
        page.wait_for_function(COPIED, arg=text)


def test_it_is_closed_by_button_and_by_the_ground_behind(open_page: Open):
    page = open_page("?about=1", 1280, 720)
    page.get_by_test_id("about-close").click()
    expect(dialog(page)).to_be_hidden()
    page.get_by_test_id("about").click()
    expect(dialog(page)).to_be_visible()
    page.mouse.click(20, 360)
    expect(dialog(page)).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_it_fits_the_window(open_page: Open, language: str):
    page = open_page(f"?about=1&lang={language}", 1280, 720)
    expect(dialog(page)).to_be_visible()
    for width, height in ((1280, 720), (390, 844), (320, 640)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(INSIDE)
        page.wait_for_function(FITS)
