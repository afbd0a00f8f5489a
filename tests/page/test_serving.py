"""How files and pages go out: packed, with a name that changes with the content, for ever."""

import asyncio
import gzip
import json
import mimetypes
import os
import re
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import brotli
import gradio as gr
import plotly.offline
import pytest

from mixup_demo.limits import MAX_CALLS
from mixup_demo.page import app
from mixup_demo.page.app import MCP_WANTED, Page
from mixup_demo.page.audience import AudienceMiddleware
from mixup_demo.page.calls import CallsMiddleware
from mixup_demo.page.compression import StaticFile, coding_of
from mixup_demo.page.document import Visit
from mixup_demo.page.filling import fill
from mixup_demo.page.limiting import LimitsMiddleware
from mixup_demo.page.middleware import StaticMiddleware
from mixup_demo.page.operations import OperationsMiddleware
from mixup_demo.page.receiving import ReceivingMiddleware
from mixup_demo.page.security import SecurityMiddleware
from mixup_demo.page.static import CHARTS, MEDIA_TYPES, StaticFiles
from mixup_demo.serving.first import Fill, fixed, percent, tag
from mixup_demo.serving.services import Services
from mixup_demo.views import VIEWS
from mixup_demo.views.evidence.payload import evidence_payload

HTML = (
    b'<html\n\tlang="en"><head><meta property="og:title" content="Gradio" /></head>'
    b'<body><gradio-app control_page_title="true"></gradio-app></body></html>'
)


@pytest.fixture(scope="module")
def page() -> Page:
    return Page()


async def gradio(scope, receive, send):
    """An application that answers as Gradio does."""
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]}
    )
    await send({"type": "http.response.body", "body": HTML[:50], "more_body": True})
    await send({"type": "http.response.body", "body": HTML[50:]})


def get(page: Page, path: str, query: str = "", accepted: str = "", **scope: object):
    """Status, headers and body of an answer."""
    messages = []

    async def send(message):
        messages.append(message)

    app = StaticMiddleware(gradio, page.static, page.document)
    headers = [(b"host", b"example.org"), (b"accept-encoding", accepted.encode())]
    whole = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
    whole |= {"headers": headers, "scheme": "https", "server": ("example.org", 443), **scope}
    asyncio.run(app(whole, None, send))
    start, *parts = messages
    return start["status"], dict(start["headers"]), b"".join(part["body"] for part in parts)


def test_a_thread_that_serves_the_page_leaves_signals_alone():
    before = signal.getsignal(signal.SIGTERM)
    with ThreadPoolExecutor(1) as threads:
        threads.submit(app._end_when_told).result()
    assert signal.getsignal(signal.SIGTERM) == before


def test_gradio_looks_seldom_whether_somebody_asks(page: Page):
    with gr.Blocks() as plain:
        plain.queue()
    for looks in ("sleep_when_free", "progress_update_sleep_when_free"):
        assert getattr(page.blocks._queue, looks) > 10 * getattr(plain._queue, looks)


def test_calls_of_the_api_do_not_pile_up_without_end(page: Page):
    """Each holds what it was sent, up to 4 MB; Gradio refuses one more with 503."""
    assert page.blocks._queue.max_size == MAX_CALLS


@pytest.mark.parametrize("name", ["page.js", "page.css", "config.json", "evidence.js"])
def test_files_go_out_packed_and_stay(page: Page, name: str):
    path = f"/{page.static.base}/{name}"
    status, headers, plain = get(page, path)
    assert status == 200
    assert b"immutable" in headers[b"cache-control"]
    assert b"content-encoding" not in headers
    _, headers, packed = get(page, path, accepted="gzip, deflate, br, zstd")
    assert headers[b"content-encoding"] == b"br"
    assert int(headers[b"content-length"]) == len(packed) < len(plain) / 2
    assert brotli.decompress(packed) == plain
    _, headers, packed = get(page, path, accepted="gzip")
    assert gzip.decompress(packed) == plain


def test_only_an_address_with_the_hash_of_its_content_is_kept_for_long(page: Page):
    """While replicas are replaced, one may be asked for the files of another's version."""
    forever = b"public, max-age=31536000, immutable"
    for path, expected in (
        (f"/{page.static.base}/page.js", forever),
        (f"/assets/{next(iter(page.static.gradio))}", forever),
        ("/explorer/0123456789ab/page.js", b"public, max-age=60"),
        ("/static/img/logo.svg", b"public, max-age=3600"),
        ("/theme.css", b"public, max-age=3600"),
        ("/", b"private, no-cache"),
        ("/endpoints", b"private, no-cache"),
    ):
        status, headers, _ = get(page, path)
        assert (path, status, headers[b"cache-control"]) == (path, 200, expected)
    assert b"cache-control" not in get(page, "/gradio_api/file=x")[1]
    assert b"cache-control" not in get(page, "/explorer/0/nothing.js")[1]


def test_what_is_named_in_a_page_has_the_hash_in_its_address(page: Page):
    """But for what Gradio names itself."""
    html = get(page, "/")[2].decode()
    own = re.findall(r'(?:src|href)="(explorer/[^"]+)"', html)
    assert len(own) > 3
    assert all(address.startswith(f"{page.static.base}/") for address in own)


def test_every_model_card_that_panels_link_is_there(page: Page):
    linked = {one["file"] for panel in evidence_payload()["panels"] for one in panel["models"]}
    assert "curve-2000-erm-seed1.md" in linked  # of a study, without weights
    assert linked - page.static.files.keys() == set()


@pytest.mark.parametrize("accepted", ["br", "gzip", ""])
def test_a_file_is_packed_once_and_beside_the_event_loop(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepted: str
):
    """The whole of plotly.js takes half a second, in which nobody would be answered."""
    (tmp_path / "x.txt").write_bytes(b"a" * 1000)
    file = StaticFile("text/plain", tmp_path / "x.txt")
    monkeypatch.setitem(page.static.files, "x.txt", file)
    made = []
    for module, name in ((brotli, "compress"), (gzip, "compress"), (Path, "read_bytes")):
        inner = getattr(module, name)
        monkeypatch.setattr(
            module,
            name,
            lambda *a, inner=inner, **k: made.append(threading.current_thread()) or inner(*a, **k),
        )
    bodies = {get(page, "/explorer/0/x.txt", accepted=accepted)[2] for _ in range(2)}
    assert len(bodies) == 1
    assert len(made) == (2 if accepted else 1)
    assert threading.main_thread() not in made


def test_pictures_and_fonts_are_not_packed_again(page: Page):
    for name in ("cat-1.jpg", "page/web/fonts/latin.woff2"):
        _, headers, body = get(page, f"/{page.static.base}/{name}", accepted="br")
        assert b"content-encoding" not in headers
        assert body == page.static.files[name].content


def test_gradio_s_front_end_is_kept_too(page: Page):
    name = next(name for name in page.static.gradio if name.endswith(".js"))
    status, headers, body = get(page, f"/assets/{name}", accepted="br")
    assert (status, headers[b"content-encoding"]) == (200, b"br")
    assert b"immutable" in headers[b"cache-control"]
    assert brotli.decompress(body) == page.static.gradio[name].content


def test_what_is_not_there_is_not_found(page: Page):
    assert get(page, "/explorer/0/nothing.js")[0] == 404
    assert all(re.fullmatch(r"[\w.-]+", name) for name in page.static.gradio)  # no path leads out


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
def test_the_page_goes_out_packed(page: Page, accepted: str):
    _, headers, body = get(page, "/", "lang=ko", accepted)
    unpack = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}[accepted]
    html = unpack(body).decode()
    assert headers.get(b"content-encoding", b"") == accepted.encode()
    assert '<html\n\tlang="ko">' in html or '<html lang="ko">' in html
    assert 'content="Gradio"' not in html
    assert html.index('<div id="explorer"') < html.index("<gradio-app")
    assert html.count("<main") == 1


def test_addresses_are_those_that_visitors_use(page: Page):
    body = get(page, "/sub/", "view=toy", root_path="/sub")[2].decode()
    assert '<link rel="canonical" href="https://example.org/sub/?view=toy&amp;lang=en">' in body
    assert f'<link rel="stylesheet" href="{page.static.base}/page.css">' in body


def test_what_a_link_holds_cannot_become_part_of_the_page(page: Page):
    html = page.document.complete(
        HTML.decode(), Visit({"view": "<x>", "lang": '"><x>', "lam": "<x>"}, "<x>", "https://a")
    )
    assert "<x>" not in html


def test_the_opening_answer_is_in_the_page_once(page: Page):
    html = page.document.complete(HTML.decode(), Visit({}, "", ""))
    (found,) = re.findall(r'id="explorer-opening">(.*?)</script>', html, re.S)
    assert json.loads(found) == page.document.opening
    other = page.document.complete(HTML.decode(), Visit({"view": "toy"}, "", ""))
    assert 'id="explorer-opening">null</script>' in other


@pytest.mark.parametrize(
    ("languages", "expected"),
    [("ko-KR,ko;q=0.9,en;q=0.8", "ko"), ("de,en;q=0.5", "en"), ("de", "en"), ("", "en")],
)
def test_the_browser_s_language_is_spoken(languages: str, expected: str):
    assert Visit({}, languages, "").language == expected
    assert Visit({"lang": "ko"}, languages, "").language == "ko"


def test_the_flat_charts_are_of_the_version_that_figures_are_made_with():
    found = re.search(rb"plotly\.js \(cartesian - minified\) v([\d.]+)", CHARTS.read_bytes())
    assert found
    assert found[1].decode() == plotly.offline.get_plotlyjs_version()
    assert "MIT" in (CHARTS.parent / "LICENSE").read_text()


def test_kinds_of_files_are_not_the_machine_s_to_say(page: Page, monkeypatch: pytest.MonkeyPatch):
    """As Windows' registry may say; no browser runs a script that comes as text/plain."""
    monkeypatch.setattr(mimetypes, "guess_type", lambda *_, **__: ("text/plain", None))
    for files in (StaticFiles(VIEWS, Services()).files, page.static.gradio):
        kinds = {Path(name).suffix: file.media_type for name, file in files.items()}
        assert kinds[".js"] == "text/javascript; charset=utf-8"
        assert kinds[".css"] == "text/css; charset=utf-8"
        assert set(kinds) <= set(MEDIA_TYPES)


def test_a_form_that_is_not_accepted_is_not_sent():
    file = StaticFile("text/plain", b"a" * 1000)
    assert file.packed(b"deflate") == (b"a" * 1000, b"")
    assert coding_of(b"gzip;q=1.0, br;q=0.5") == b"br"
    assert coding_of(b"brown") == b""
    assert coding_of(b"br;q=0, gzip;q=0.05") == b"gzip"
    assert coding_of(b"br; q=0.000") == b""


class TestFilling:
    def test_content_and_attributes(self):
        html = '<p data-id="a" class="x">old <b>one</b></p><input data-id="b" value="0">'
        html += '<i data-id="c">'
        fills = {
            "a": Fill("new"),
            "b": Fill(attributes={"value": '"1"'}),
            "gone": Fill("nothing"),
        }
        expected = '<p data-id="a" class="x">new</p><input data-id="b" value="&quot;1&quot;">'
        assert fill(html, fills) == expected + '<i data-id="c">'

    def test_elements_of_one_name_in_each_other(self):
        html = '<div data-id="a">\n<div>1</div>\n<div>2</div>\n</div><div>3</div>'
        assert fill(html, {"a": Fill("x")}) == '<div data-id="a">x</div><div>3</div>'

    def test_two_of_which_one_lies_in_the_other(self):
        html = '<div data-id="a"><b data-id="b"></b></div>'
        with pytest.raises(ValueError, match="lies in the other"):
            fill(html, {"a": Fill("x"), "b": Fill("y")})

    def test_words_cannot_become_elements(self):
        assert tag("p", {"title": '<">'}, "x") == '<p title="&lt;&quot;&gt;">x</p>'


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (0.125, 2, "0.13"),
        (1.005, 2, "1.00"),
        (0, 2, "0.00"),
    ],
)
def test_numbers_are_written_as_scripts_write_them(value: float, digits: int, written: str):
    assert fixed(value, digits) == written


def test_shares_too():
    assert percent(0.125) == "13\N{NO-BREAK SPACE}%"


def test_everything_that_stands_before_gradio_is_there_in_its_order(page: Page):
    middleware = [one.cls for one in page.options()["app_kwargs"]["middleware"]]
    assert middleware == [
        SecurityMiddleware,  # its headers are on what the others answer
        OperationsMiddleware,
        LimitsMiddleware,  # before anything is read
        AudienceMiddleware,
        StaticMiddleware,
        ReceivingMiddleware,
        CallsMiddleware,  # what is read for it is held to time and size
    ]


@pytest.mark.parametrize("wanted", ["1", "0", None])
def test_language_models_are_served_where_it_is_wanted(
    page: Page, monkeypatch: pytest.MonkeyPatch, wanted: str | None
):
    if wanted is None:
        monkeypatch.delenv(MCP_WANTED, raising=False)
    else:
        monkeypatch.setenv(MCP_WANTED, wanted)
    assert page.options()["mcp_server"] is (wanted == "1")


def test_housekeeping_deletes_what_is_left_of_uploads(tmp_path: Path):
    (tmp_path / "tmp-broken").write_bytes(b"half a photo")
    os.utime(tmp_path / "tmp-broken", (0, 0))
    Page.tidy(cast("Page", SimpleNamespace(services=Services(uploads=tmp_path))))
    assert list(tmp_path.iterdir()) == []
