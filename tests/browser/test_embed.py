"""One panel alone in pages of other origins, and the whole page within that of a Space."""

import re
import threading
from collections.abc import Callable, Iterator
from html import escape, unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.axe import findings
from tests.browser.kit import own_page, sentence

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SPACE = "https://huggingface.co/spaces/someone/mixup"
#: where the app of that Space would be
HOST = "https://someone-mixup.hf.space/"
#: what stands on the page, without what stands in it
SEEN = """() => {
  const seen = (node) => node.checkVisibility({ visibilityProperty: true });
  const cards = [...document.querySelectorAll("#explorer .card, .bar, .foot, .lead")];
  return cards.filter(seen).map((node) => node.className.replace(/\\s*(embed-\\w+|toured)/g, ""));
}"""


def framing(address: str) -> str:
    """A page that frames another one and notes what that one tells it."""
    return (
        "<!doctype html><html lang=en><title>Slides</title><script>window.told = [];"
        "addEventListener('message', ({ data, origin }) => {"
        "  if (typeof data?.queryString === 'string') told.push({ ...data, origin }); });"
        f"</script><iframe title=mixup width=760 height=620 src='{escape(address)}'></iframe>"
    )


def top(part: Locator) -> float:
    """Where an element begins, in px."""
    box = part.bounding_box()
    assert box is not None
    return box["y"]


@pytest.fixture
def slides() -> Iterator[Callable[[str], str]]:
    """A function that serves a page of another origin, and returns its address."""
    page = b""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()

    def serve(html: str) -> str:
        nonlocal page
        page = html.encode()
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_panel_alone_in_a_page_of_another_origin(
    browser: Browser, app_url: str, slides: Callable[[str], str], tmp_path: Path
):
    said: list[str] = []
    with own_page(browser, viewport={"width": 800, "height": 700}, locale="en-US") as page:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(slides(framing(f"{app_url}?view=mix&lam=0.3&embed=1&panel=bars")))
        inside = page.frames[1]
        inside.wait_for_selector("body.embedded [data-ready=true] [data-id=answers] .bar-value")
        assert inside.evaluate(SEEN) == ["card stage", "card soft", "card answer", "card answer"]
        slider = page.frame_locator("iframe").get_by_test_id("lambda")
        slider.focus()
        values = inside.locator("[data-id=answers] .bar-value")
        before = values.all_inner_texts()
        page.keyboard.press("End")
        inside.wait_for_function("location.search.includes('lam=1&')")
        search = inside.evaluate("location.search")
        assert "embed=1" in search
        assert "panel=bars" in search
        expect(values).not_to_have_text(before)
        expect(values).to_have_count(len(before))
        assert page.evaluate("told") == []  # it tells a Space's page alone
        # and from a disk, as slides often lie there
        file = tmp_path / "slides.html"
        link = f"{app_url}?view=learn&chapter=vicinity&embed=1&panel=figure"
        file.write_text(framing(link), "utf-8")
        page.goto(file.as_uri())
        page.frames[1].wait_for_selector("body.embedded [data-figure=vicinity]")
        expect(page.frame_locator("iframe").locator(".quiz").first).to_be_hidden()
        # a panel of Evidence begins with what is to be seen
        page.goto(slides(framing(f"{app_url}?view=evidence&embed=1&panel=corrupted")))
        inside = page.frames[1]
        inside.wait_for_selector("body.embedded .main-svg")
        panel = page.frame_locator("iframe").locator("[data-panel=corrupted]")
        assert top(panel.locator(".chart").first) < top(panel.locator(".says").first)
        assert top(panel.locator(".chart").last) < top(panel.locator(".claim"))
    assert said == []


@pytest.mark.parametrize("width", [600, 760, 960, 1200])
def test_the_mixed_picture_and_what_moves_it_are_seen_at_once(open_page: Open, width: int):
    page = open_page("?view=mix&embed=1&panel=mixture", width, 640)
    for part in (page.locator("[data-id=mixed]"), page.get_by_test_id("lambda")):
        expect(part).to_be_in_viewport(ratio=1)
    box = page.locator("[data-id=mixed]").bounding_box()
    assert box
    assert box["height"] > 380


def test_where_a_panel_cannot_be_set_apart_the_whole_page_is_shown(browser: Browser, app_url: str):
    with own_page(browser, locale="en-US") as page:
        page.route(re.compile(r"/share\.js"), lambda route: route.abort())
        page.goto(f"{app_url}?view=mix&embed=1&panel=bars")
        expect(page.locator("[data-view=mix]")).to_be_visible()
        expect(page.get_by_test_id("lambda")).to_be_visible()


def test_within_a_space_its_address_follows(browser: Browser, app_url: str):
    def through(route: Route) -> None:
        """Ask the app of this machine, for browsers keep pages of the network from it."""
        response = route.fetch(url=route.request.url.replace(HOST, app_url))
        route.fulfill(response=response)

    html = framing(f"{HOST}?view=mix&lam=0.3")
    with own_page(browser, locale="en-US") as page:
        page.route(SPACE, lambda route: route.fulfill(body=html, content_type="text/html"))
        page.route(f"{HOST}**", through)
        page.goto(SPACE)
        inside = page.frames[1]
        inside.wait_for_selector("[data-id=answers] .bar-value")
        page.wait_for_function("told.some(({ queryString }) => queryString.includes('lam=0.3'))")
        inside.get_by_test_id("lambda").fill("0.8")
        page.wait_for_function("told.at(-1).queryString.includes('lam=0.8')")
        last = page.evaluate("told.at(-1)")
        assert parse_qs(last["queryString"])["view"] == ["mix"]
        assert (last["hash"], f"{last['origin']}/") == ("", HOST)
        inside.get_by_test_id("view-train").click()
        page.wait_for_function("told.at(-1).queryString.includes('view=train')")
        page.evaluate("history.back()")
        page.wait_for_function("told.at(-1).queryString.includes('view=mix')")
        twice = "told.some((one, i) => one.queryString === told[i + 1]?.queryString)"
        assert not page.evaluate(twice)
        page.unroute_all(behavior="ignoreErrors")


def test_the_page_offers_its_address_a_code_and_snippets(open_page: Open):
    page = open_page("?view=evidence&panel=gan", 390, 844)
    page.get_by_test_id("share").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_test_id("share-dialog")
    expect(dialog).to_have_accessible_name(sentence("share.title"))
    page.wait_for_function("document.querySelector('.qr').naturalWidth > 0")
    expect(dialog.locator(".qr-address")).to_contain_text("view=evidence&panel=gan")
    expect(dialog.get_by_text(sentence("share.qr.alone"))).to_be_visible()
    page.get_by_test_id("share-panel").select_option("corrupted")
    expect(dialog.locator("pre").nth(1)).to_contain_text("panel=corrupted")
    snippet = unescape(dialog.locator("pre").nth(1).inner_text())
    assert "embed=1" in snippet
    assert "panel=corrupted" in snippet
    assert dialog.evaluate("(node) => node.scrollWidth <= node.clientWidth")
    assert findings(page) == []
    page.evaluate("document.body.classList.add('dark')")
    assert findings(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_test_id("share")).to_be_focused()
