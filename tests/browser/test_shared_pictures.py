"""Pictures and classes are one choice: Mix, Boundary and the attack show and change the same."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, Request, expect

from mixup_demo.images import gallery
from tests.browser import test_boundary_view as boundary
from tests.browser import test_evidence_view as evidence
from tests.browser import test_mix_view as mix
from tests.browser.kit import SECONDS, sentence
from tests.browser.test_mix_view import canvas

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SHOWN = "[data-view={}] [data-side={}] canvas.photo"
ATTACKED = "[data-testid=attack] canvas.photo"
#: class of the photo that stands as A where a link names none
OPENING = gallery.photo(gallery.pairs()[0][0]).labels["cifar10"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A picture of nobody's: stripes."""
    stripes = np.zeros((96, 96, 3), np.uint8)
    stripes[:, ::8], stripes[::16] = (240, 80, 20), (20, 90, 240)
    Image.fromarray(stripes).save(tmp_path / "own.png")
    return tmp_path / "own.png"


def asked(page: Page) -> list[str]:
    """What the page asks the server for from now on."""
    found: list[str] = []

    def note(request: Request) -> None:
        name = re.search(r'"fn_name":\s*"(\w+)"', request.post_data or "")
        if name:
            found.append(name[1])

    page.on("request", note)
    return found


def go(page: Page, view: str) -> None:
    page.get_by_test_id(f"view-{view}").click()
    page.wait_for_function(f"location.search.includes('view={view}')")
    if view == "evidence":  # the attack lies in a panel that is folded at first
        panel = page.get_by_test_id("panel-adversarial")
        if panel.get_attribute("open") is None:
            panel.locator("summary").first.click()


def is_uploaded(page: Page, side: str = "a") -> None:
    """The class of an upload is guessed, which is said as soon as it is answered."""
    expect(page.locator(f"[data-view=mix] [data-side={side}] .guess")).to_be_visible()
    mix.is_idle(page)


def test_an_upload_and_its_class_are_the_same_in_all_views(open_page: Open, own: Path):
    page = open_page()
    page.get_by_test_id("upload-a").set_input_files(str(own))
    is_uploaded(page)
    page.locator("[data-view=mix] [data-side=a] select").select_option("ship")
    expect(page.locator("[data-view=mix] [data-side=a] .guess")).to_be_hidden()
    uploaded = canvas(page, SHOWN.format("mix", "a"))
    go(page, "boundary")
    expect(page.locator("[data-view=boundary] [data-side=a] select")).to_have_value("ship")
    assert np.array_equal(canvas(page, SHOWN.format("boundary", "a")), uploaded)
    go(page, "evidence")
    evidence.is_idle(page)
    expect(page.locator("[data-testid=attack] select.class-choice")).to_have_value("ship")
    assert np.array_equal(canvas(page, ATTACKED), uploaded)


def test_what_another_view_chooses_stands_in_mix(open_page: Open):
    page = open_page("?view=boundary")
    boundary.is_idle(page)
    page.locator("[data-view=boundary] .example").nth(4).click()
    boundary.is_idle(page)
    go(page, "evidence")
    evidence.is_idle(page)
    page.locator("label:has([name=attacked][value=b])").click()
    page.locator("[data-photo=ship-1]").click()
    expect(page.locator("[data-photo=ship-1]")).to_have_attribute("aria-pressed", "true")
    go(page, "mix")
    expect(page.get_by_test_id("soft-label")).to_contain_text("ship")
    expect(page.get_by_test_id("soft-label")).to_contain_text("horse")
    for part in ("a=horse-1", "b=ship-1", "c=dog-2"):
        page.wait_for_function(
            "(part) => location.search.slice(1).split('&').includes(part)", arg=part
        )


def test_hidden_views_ask_for_nothing_and_shown_ones_only_for_what_is_new(open_page: Open):
    page = open_page()
    for view, is_idle in (("boundary", boundary.is_idle), ("evidence", evidence.is_idle)):
        go(page, view)
        is_idle(page)
    go(page, "mix")
    requests = asked(page)
    page.locator("[data-view=mix] .example").nth(2).click()
    expect(page.get_by_test_id("soft-label")).to_contain_text("automobile")
    mix.is_idle(page)
    assert set(requests) == {"ask"}
    go(page, "boundary")
    boundary.is_idle(page)
    assert "plane" in requests
    requests.clear()
    for view in ("mix", "boundary"):
        go(page, view)
    assert not {"ask", "plane", "attack"} & set(requests)


def test_a_guessed_class_is_asked_about_and_never_called_wrong(open_page: Open, own: Path):
    page = open_page("?view=evidence&panel=adversarial&lang=ko")
    evidence.is_idle(page)
    box = page.get_by_test_id("attack")
    expect(box.locator(".guess")).to_be_hidden()
    page.get_by_test_id("upload-attack").set_input_files(str(own))
    expect(box.locator(".guess")).to_be_visible()
    expect(box.locator(".guess")).to_contain_text(sentence("class.guess", "ko"))
    evidence.is_idle(page)
    falls = [each.inner_text() for each in box.locator(".falls").all()]
    assert all("추정한 클래스" in said for said in falls)
    assert not any(sentence("attack.wrong", "ko") in said for said in falls)
    guess = box.locator("select.class-choice").input_value()
    box.get_by_test_id("agree").click()
    expect(box.locator(".guess")).to_be_hidden()
    expect(box.locator("select.class-choice")).to_have_value(guess)
    evidence.is_idle(page)
    assert not any("추정한 클래스" in each.inner_text() for each in box.locator(".falls").all())


def test_an_upload_and_its_class_stay_when_the_page_is_loaded_again(open_page: Open, own: Path):
    page = open_page()
    page.get_by_test_id("upload-a").set_input_files(str(own))
    is_uploaded(page)
    page.locator("[data-view=mix] [data-side=a] select").select_option("frog")
    page.wait_for_function("JSON.stringify(history.state ?? {}).includes('frog')")
    assert "la=" not in page.evaluate("location.search")
    before = canvas(page, SHOWN.format("mix", "a"))
    page.reload()
    expect(page.get_by_test_id("soft-label")).to_contain_text("frog")
    assert np.array_equal(canvas(page, SHOWN.format("mix", "a")), before)
    others = open_page(page.evaluate("location.search"))  # another visitor has the example
    expect(others.locator("[data-view=mix] [data-side=a] select")).to_have_value(OPENING)


def test_an_upload_that_the_server_has_lost_is_said_to_be(open_page: Open):
    page = open_page()
    # before any script, as after a reload: this page's own would write over it
    page.add_init_script(
        """history.replaceState({ pictures: { uploads: { a: "/nowhere/kitten.png" },
             labels: { a: { cifar10: "frog" } }, line: null } }, "")"""
    )
    page.goto(page.url.split("?")[0] + "?view=mix&b=dog-1")
    expect(page.locator(".toast")).to_contain_text(sentence("picture.lost", sides="A"))
    expect(page.locator("[data-view=mix] [data-side=a] select")).to_have_value(OPENING)


@pytest.mark.slow
def test_a_link_with_noise_and_a_drawn_line_restores_them_exactly(open_page: Open):
    page = open_page("?view=boundary", permissions=["clipboard-read", "clipboard-write"])
    boundary.is_idle(page)
    page.get_by_test_id("noise").click()
    page.wait_for_function("/c=noise-\\d+/.test(location.search)")
    expect(page.get_by_test_id("agreement")).to_contain_text("24 × 24", timeout=SECONDS)
    page.get_by_test_id("line").click()
    for x, y in ((0.25, 0.3), (0.7, 0.6)):
        boundary.point_at(page, x, y)
        page.mouse.down()
        page.mouse.up()
    expect(page.locator("[data-view=mix] [data-side=a] .drawn")).to_be_visible()
    mix.is_idle(page)
    page.get_by_test_id("copy-link").click()
    expect(page.locator(".toast")).to_have_text(sentence("link.copied"))
    query = "?" + page.evaluate("navigator.clipboard.readText()").partition("?")[2]
    assert {"from", "to", "c"} <= {part.partition("=")[0] for part in query[1:].split("&")}
    again = open_page(query)
    mix.is_idle(again)
    for side in "ab":
        shown = SHOWN.format("mix", side)
        assert np.array_equal(canvas(again, shown), canvas(page, shown))
    assert mix.answers(again) == mix.answers(page)
    again.locator("[data-view=mix] [data-side=a] [data-action=line]").click()
    first = gallery.photo(gallery.triples()[0][0]).labels["cifar10"]
    expect(again.get_by_test_id("soft-label")).to_contain_text(first)
    go(again, "boundary")  # where the three pictures are what they were
    expect(again.get_by_test_id("agreement")).not_to_be_empty(timeout=SECONDS)
    noise = SHOWN.format("boundary", "c")
    assert np.array_equal(canvas(again, noise), canvas(page, noise))


def test_escape_leaves_the_drawing_of_a_line(open_page: Open):
    page = open_page("?view=boundary")
    boundary.is_idle(page)
    button = page.get_by_test_id("line")
    button.click()
    boundary.point_at(page, 0.4, 0.4)
    page.mouse.down()
    page.mouse.up()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".toast")).to_have_text(sentence("plane.line.left"))
    boundary.point_at(page, 0.6, 0.6)
    page.mouse.down()
    page.mouse.up()
    expect(page.get_by_test_id("map-erm")).to_be_visible()


def test_on_a_phone_one_map_is_large_and_the_other_a_tap_away(open_page: Open):
    page = open_page("?view=boundary", 390, 844)
    boundary.is_idle(page)
    expect(page.get_by_test_id("map-mixup")).to_be_hidden()
    assert page.get_by_test_id("map-erm").bounding_box()["width"] > 300
    page.locator("label:has([name=plane-map][value=mixup])").click()
    expect(page.get_by_test_id("map-erm")).to_be_hidden()
    assert page.get_by_test_id("map-mixup").bounding_box()["width"] > 300
    assert np.ptp(canvas(page, "[data-testid=map-mixup] canvas"), axis=2).mean() > 20
    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")


def test_pale_cells_have_a_legend_where_disagreement_is_shown(open_page: Open):
    page = open_page("?view=boundary&show=difference")
    boundary.is_idle(page)
    legend = page.locator("[data-id=plane-legend]")
    expect(legend).to_contain_text(sentence("plane.legend.same"))
    page.locator("label:has([name=show][value=classes])").click()
    expect(legend).not_to_contain_text(sentence("plane.legend.same"))


def test_the_attack_shows_the_picture_of_an_older_link(open_page: Open):
    key = gallery.pairs()[2][1]
    page = open_page(f"?view=evidence&panel=adversarial&image={key}&label=ship")
    evidence.is_idle(page)
    expect(page.locator("[data-testid=attack] select.class-choice")).to_have_value("ship")
    page.wait_for_function(f"location.search.includes('a={key}&la=ship')")
