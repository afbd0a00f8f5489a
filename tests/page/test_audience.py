"""QR codes and polls as browsers reach them, a hall of three hundred phones among them."""

import asyncio
import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import segno
import uvicorn

from benchmarks.server import free_port
from mixup_demo.page import audience
from mixup_demo.page.audience import POLL_WANTED, AudienceMiddleware, qr_svg
from mixup_demo.page.security import SecurityMiddleware
from mixup_demo.serving.polls import MOST_OWN, Polls
from mixup_demo.texts import LANGUAGES

STUDENTS = 300
#: how long a hall may take to vote, in seconds; it takes about one
PATIENCE = 30


async def nothing(scope, receive, send):
    """An application that has no page."""
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b"gradio"})


def ask(app: AudienceMiddleware, method: str, path: str, body: bytes = b"", query: str = ""):
    """Status and body of an answer."""
    return asyncio.run(asked(app, method, path, body, query))


async def asked(
    app,
    method: str,
    path: str,
    body: bytes = b"",
    query: str = "",
    kind: bytes = b"application/json",
    gone: bool = False,
    **more: object,
):
    messages: list = []
    request = {"type": "http.request", "body": body, "more_body": False}
    parts = [{"type": "http.disconnect"} if gone else request]

    async def receive():
        return parts.pop()

    async def send(message):
        messages.append(message)

    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode()}
    await app({**scope, **more, "headers": [(b"content-type", kind)]}, receive, send)
    return messages[0]["status"], messages[1]["body"]


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AudienceMiddleware:
    monkeypatch.setenv(POLL_WANTED, "1")
    return AudienceMiddleware(nothing, Polls())


def opened(app: AudienceMiddleware, choices: int = 3) -> dict[str, str]:
    status, body = ask(app, "POST", "/poll", json.dumps({"choices": choices}).encode())
    assert status == 200
    return json.loads(body)


def vote(number: int, answer: object = 0) -> bytes:
    return json.dumps({"voter": f"student-{number:04}", "answer": answer}).encode()


def says(body: bytes, words: str) -> None:
    """Assert that a refusal is a sentence in each language, the English one about `words`."""
    error = json.loads(body)["error"]
    assert set(error) == set(LANGUAGES)
    assert words in error["en"]


def test_polls_are_off_by_default(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(POLL_WANTED, raising=False)
    app = AudienceMiddleware(nothing, Polls())
    for method, path in (("POST", "/poll"), ("GET", "/poll/abcdef"), ("POST", "/poll/abcdef")):
        assert ask(app, method, path) == (404, b"gradio")


def test_a_poll_is_opened_answered_counted_and_closed(app: AudienceMiddleware):
    poll = opened(app)
    name, query = f"/poll/{poll['name']}", f"key={poll['key']}"
    assert ask(app, "POST", name, vote(1, 2)) == (200, b"{}")
    assert json.loads(ask(app, "GET", name, query=query)[1]) == {"counts": [0, 0, 1]}
    status, body = ask(app, "GET", name)
    assert status == 404
    says(body, "must be open")
    assert ask(app, "DELETE", name, query=query)[0] == 200
    assert ask(app, "POST", name, vote(1))[0] == 404


def test_bodies_are_small_json_and_say_so(app: AudienceMiddleware):
    name = f"/poll/{opened(app)['name']}"
    for body in (b"", b"[", b"[]", b"1", b"\xff", b"[" * 150, b" " * 201):
        status, said = ask(app, "POST", name, body)
        assert status == 400
        says(said, "small JSON object")
    # what a form of another page could send without being asked
    assert asyncio.run(asked(app, "POST", name, vote(1), kind=b"text/plain"))[0] == 400


def test_a_large_body_is_not_read_to_its_end(app: AudienceMiddleware):
    read = 0

    async def receive():
        nonlocal read
        read += 1
        return {"type": "http.request", "body": b" " * 150, "more_body": True}

    async def send(message):
        pass

    scope = {"type": "http", "method": "POST", "path": "/poll", "query_string": b""}
    asyncio.run(app({**scope, "headers": []}, receive, send))
    assert read == 2


def test_over_the_bound_a_clear_refusal(app: AudienceMiddleware):
    for _ in range(MOST_OWN):
        ask(app, "POST", f"/poll/{opened(app)['name']}", vote(1))
    status, body = ask(app, "POST", "/poll", b'{"choices": 2}')
    assert status == 429
    says(body, f"{MOST_OWN} polls open that have votes")


@contextmanager
def serving(app) -> Iterator[int]:
    """A server of the app on a port of this machine."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield port
    finally:  # the thread of a test that fails would keep the process from ending
        server.should_exit = True
        thread.join()


async def post(port: int, path: str, body: bytes) -> int:
    """Send a body over a connection of its own and return the status of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return int(answer.split()[1])


def test_three_hundred_students_at_once_lose_no_answer(app: AudienceMiddleware):
    """Each one answers twice, and the second answer counts."""
    poll = opened(app)
    name = f"/poll/{poll['name']}"

    async def hall(port: int) -> list[int]:
        votes = [vote(k, (k + again) % 3) for again in range(2) for k in range(STUDENTS)]
        found: list[int] = []
        for half in (votes[:STUDENTS], votes[STUDENTS:]):
            found += await asyncio.gather(*(post(port, name, body) for body in half))
        return found

    began = time.monotonic()
    with serving(SecurityMiddleware(app)) as port:
        assert asyncio.run(hall(port)) == [200] * 2 * STUDENTS
    assert time.monotonic() - began < PATIENCE
    counts = json.loads(ask(app, "GET", name, query=f"key={poll['key']}")[1])
    assert counts == {"counts": [STUDENTS // 3] * 3}


def test_a_qr_code_holds_an_address_and_nothing_else(app: AudienceMiddleware):
    status, body = ask(app, "GET", "/qr", query="text=https%3A%2F%2Fa.b%2F%3Fview%3Dmix")
    assert (status, body) == (200, qr_svg("https://a.b/?view=mix"))
    for query in ("", "text=", "text=javascript%3A1", f"text=https%3A%2F%2F{'x' * 2000}"):
        status, body = ask(app, "GET", "/qr", query=query)
        assert status == 400
        says(body, f"at most {audience.MOST_QR_BYTES} bytes")


def test_an_address_draws_one_code_at_a_time_and_none_for_who_has_left(
    app: AudienceMiddleware, monkeypatch: pytest.MonkeyPatch
):
    """Forty at once would hold all threads, those of other addresses' pages among them."""
    at_work, go, drawn = threading.Event(), threading.Event(), []

    def slow(text: str) -> bytes:
        drawn.append(text)
        if text == "slow":
            at_work.set()
            assert go.wait(PATIENCE)
        return b""

    monkeypatch.setattr(audience, "qr_svg", slow)

    async def scene() -> None:
        first = asyncio.create_task(asked(app, "GET", "/qr", query="text=slow"))
        await asyncio.to_thread(at_work.wait, PATIENCE)
        others = [
            asyncio.create_task(asked(app, "GET", "/qr", query=f"text={text}", **more))
            for text, more in (("next", {}), ("left", {"gone": True}))
        ]
        await asked(app, "GET", "/qr", query="text=elsewhere", client=("192.0.2.9", 1))
        assert drawn == ["slow", "elsewhere"]
        go.set()
        await asyncio.gather(first, *others)

    asyncio.run(scene())
    assert drawn == ["slow", "elsewhere", "next"]


def test_a_qr_code_is_dark_on_light_with_a_quiet_zone():
    svg = qr_svg("https://example.org/?view=mix&lam=0.5").decode()
    side = int(svg.split('viewBox="0 0 ')[1].split()[0])
    assert f'fill="#fff" d="M0 0h{side}v{side}h-{side}z"' in svg
    assert 'stroke="#000" d="M4 4.5h7' in svg  # four modules from the edge
    assert len(svg) < 10_000
    assert "script" not in svg


def test_a_qr_code_draws_the_modules_of_its_address():
    address = "https://example.org/?view=mix&a=cat-1&b=dog-1&lam=0.62&lang=ko"
    _, dark = re.findall(r' d="([^"]+)"', qr_svg(address).decode())
    drawn = sum(map(int, re.findall(r"h(\d+)", dark)))
    matrix = segno.make(address, error="m", micro=False).matrix
    assert drawn == sum(module for row in matrix for module in row)
