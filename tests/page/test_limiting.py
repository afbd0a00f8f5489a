"""Too many questions, and too long ones, are refused in a sentence; a lecture hall is not."""

import asyncio
import json
import re
from typing import Any

import pytest

from mixup_demo.limits import ADDRESS, MAX_BODY_MEGABYTES, VISITOR, Rate
from mixup_demo.page.asgi import COOKIE
from mixup_demo.page.audience import POLL_WANTED, AudienceMiddleware
from mixup_demo.page.calls import CallsMiddleware
from mixup_demo.page.limiting import LimitsMiddleware
from mixup_demo.page.rates import Buckets
from mixup_demo.serving.polls import Polls
from tests.deploy.test_replicas import CONFIGURATION

QUESTION = "/gradio_api/queue/join"
PAGE_S_OWN = "/gradio_api/component_server/"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def gradio(scope, receive, send):
    """An application that reads what it gets."""
    while (message := await receive())["type"] == "http.request" and message.get("more_body"):
        pass
    if message["type"] == "http.disconnect":
        raise ConnectionError
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"answer"})


def ask(
    app: LimitsMiddleware, path: str = QUESTION, visitor: str = "", size: int = 1, **more: Any
) -> tuple[int, dict[bytes, bytes], bytes]:
    """Status, headers and body of an answer to a request that comes in pieces."""
    sent, pieces = [], [b"x" * 2**20] * (size // 2**20) + [b"x" * (size % 2**20)]

    async def send(message):
        sent.append(message)

    async def receive():
        piece = pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    headers = [(b"cookie", f"{COOKIE}={visitor}".encode())] if visitor else []
    scope = {"type": "http", "method": "POST", "path": path, "headers": headers}
    asyncio.run(app({**scope, "client": ("192.0.2.1", 1), **more}, receive, send))
    return sent[0]["status"], dict(sent[0]["headers"]), b"".join(m.get("body", b"") for m in sent)


def test_a_visitor_is_slowed_down_and_others_at_the_same_address_are_not():
    clock = Clock()
    app = LimitsMiddleware(gradio, Buckets(Rate(3, 2), clock), Buckets(ADDRESS, clock))
    assert [ask(app, visitor="a")[0] for _ in range(4)] == [200, 200, 200, 429]
    assert ask(app, visitor="b")[0] == 200
    status, headers, body = ask(app, visitor="a")
    assert (status, headers[b"retry-after"]) == (429, b"1")
    sentences = json.loads(body)["error"]
    assert "Wait 1 s and try again." in sentences["en"]
    assert re.search("[가-힣]", sentences["ko"])
    clock.now += 0.5
    assert [ask(app, visitor="a")[0] for _ in range(2)] == [200, 429]
    clock.now += 3600  # a long pause saves up no more than a burst
    assert [ask(app, visitor="a")[0] for _ in range(4)] == [200, 200, 200, 429]


def test_made_up_cookies_do_not_help():
    app = LimitsMiddleware(gradio, addresses=Buckets(Rate(5, 1), Clock()))
    found = [ask(app, visitor=f"new {number}")[0] for number in range(7)]
    assert found == [200] * 5 + [429] * 2
    assert ask(app)[0] == 429
    assert ask(app, client=("192.0.2.2", 1))[0] == 200


def test_of_a_long_cookie_only_the_first_letters_are_remembered():
    """Of twenty thousand visitors, whose cookies may be as long as a server takes headers."""
    app = LimitsMiddleware(gradio, visitors=Buckets(Rate(1, 1), Clock()))
    assert [ask(app, visitor=64 * "a" + end)[0] for end in ("", 9000 * "b", "c")] == [200, 429, 429]
    assert ask(app, visitor=63 * "a" + "b")[0] == 200


def test_a_lecture_hall_behind_one_address_is_not_slowed_down():
    """300 visitors who open the page at once (five questions), then ask two a second."""
    clock = Clock()
    app = LimitsMiddleware(gradio, Buckets(VISITOR, clock), Buckets(ADDRESS, clock))
    found = set()
    for second in range(4):
        clock.now = second
        for number in range(300):
            found |= {ask(app, visitor=str(number))[0] for _ in range(5 if second == 0 else 2)}
    assert found == {200}


def test_scripts_of_the_page_get_the_sentence_as_an_answer():
    app = LimitsMiddleware(gradio, addresses=Buckets(Rate(1, 1), Clock()))
    ask(app, PAGE_S_OWN)
    status, _, body = ask(app, PAGE_S_OWN)
    assert status == 200
    assert set(json.loads(body)["error"]) == {"en", "ko"}


def test_whatever_is_sent_is_held_to_size_and_rate():
    """Gradio reads a form at /login, whether or not anybody may log in."""
    app = LimitsMiddleware(gradio, addresses=Buckets(Rate(2, 1), Clock()))
    assert ask(app, "/login", size=(MAX_BODY_MEGABYTES + 1) * 2**20)[0] == 413
    assert [ask(app, "/poll")[0] for _ in range(2)] == [200, 429]


def test_a_qr_code_is_drawn_and_so_has_its_price():
    app = LimitsMiddleware(gradio, addresses=Buckets(Rate(1, 1), Clock()))
    assert [ask(app, "/qr", method="GET")[0] for _ in range(2)] == [200, 429]


@pytest.mark.parametrize("path", ["/gradio_api/call/v2/mix", "/poll"])
def test_who_leaves_in_the_middle_of_a_request_is_no_fault_for_the_log(
    monkeypatch: pytest.MonkeyPatch, path: str
):
    """A phone that lost its network wrote sixty lines there."""
    monkeypatch.setenv(POLL_WANTED, "1")
    app = LimitsMiddleware(AudienceMiddleware(CallsMiddleware(gradio, ()), Polls()))
    pieces = [
        {"type": "http.request", "body": b"{", "more_body": True},
        {"type": "http.disconnect"},
    ]
    sent = []

    async def receive():
        return pieces.pop(0)

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": path, "headers": [], "query_string": b""}
    asyncio.run(app({**scope, "client": ("192.0.2.1", 1)}, receive, send))
    assert (pieces, sent) == ([], [])


def test_looking_costs_nothing():
    app = LimitsMiddleware(gradio, addresses=Buckets(Rate(0, 1), Clock()))
    assert ask(app, "/gradio_api/queue/data", method="GET")[0] == 200
    assert ask(app, "/explorer/0/page.js", method="GET")[0] == 200


def test_the_remembered_are_bounded():
    buckets = Buckets(Rate(1, 1), Clock(), remembered=10)
    for number in range(100):
        buckets.take(str(number))
    assert len(buckets) == 10


def test_long_requests_are_refused_in_a_sentence():
    app = LimitsMiddleware(gradio)
    limit = MAX_BODY_MEGABYTES * 2**20
    assert ask(app, size=limit)[::2] == (200, b"answer")
    status, _, body = ask(app, size=limit + 1)
    assert (status, "at most 4 MB" in json.loads(body)["error"]["en"]) == (413, True)
    assert ask(app, "/gradio_api/upload", size=20 * 2**20)[0] == 200
    assert ask(app, "/gradio_api/upload", size=62 * 2**20)[0] == 413


def test_the_server_fetches_nothing_for_others():
    app = LimitsMiddleware(gradio)
    for path in ("file=http://a", "file=HTTPS://a", "file/http://a", "proxy=http://a"):
        assert ask(app, f"/gradio_api/{path}", method="GET")[0] == 403
    assert ask(app, "/gradio_api/file=/tmp/http:/a.png", method="GET")[0] == 200
    assert ask(app, "/p/gradio_api/file=http://a", method="GET", root_path="/p")[0] == 403


def test_of_gradio_only_what_is_needed_answers():
    """Its other addresses run ffmpeg on what anybody sends, or edit its source."""
    app = LimitsMiddleware(gradio)
    for path in ("process_recording", "vibe-edit", "deep_link", "proxy=a", "stream/a", "new", ""):
        for root in ("", "/p"):
            status, _, body = ask(app, f"{root}/gradio_api/{path}/x", root_path=root)
            assert (status, path in json.loads(body)["error"]["en"]) == (404, True)
    for path in (
        "upload",
        "file=/tmp/a.png",
        "call/mix",
        "call/v2/mix/1",
        "mcp",
        "info",
        "run/mix",
    ):
        assert ask(app, f"/gradio_api/{path}")[0] == 200


def test_a_page_brings_the_cookie_that_the_proxy_goes_by():
    app = LimitsMiddleware(gradio)
    cookies = {ask(app, "/", method="GET")[1][b"set-cookie"] for _ in range(2)}
    assert len(cookies) == 2
    assert all(re.match(rb"mixup_visitor=[0-9a-f]{32}; Path=/; .*HttpOnly", one) for one in cookies)
    assert b"set-cookie" not in ask(app, "/", visitor="a", method="GET")[1]
    assert f'"{COOKIE}=$visitor;' in CONFIGURATION.read_text()
