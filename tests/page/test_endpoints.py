"""Whatever is asked of the running server: headers on every answer, no path of it in any, and of
the public endpoints an answer or a sentence.

``MIXUP_FUZZ=1000 pytest tests/page/test_endpoints.py`` asks each endpoint so often.
"""

import json
import os
import re
import signal
import socket
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.server import ROOT, Server
from mixup_demo.limits import MAX_BODY_MEGABYTES
from mixup_demo.page.security import HEADERS
from mixup_demo.serving.schema import PictureInput, Setting
from mixup_demo.serving.view import Endpoint
from mixup_demo.texts.input_error import InputError
from mixup_demo.views import VIEWS
from tests.page.test_fuzz import ANY, ODD

ENDPOINTS = [endpoint for view in VIEWS for endpoint in view.endpoints]
EXAMPLES = int(os.environ.get("MIXUP_FUZZ", "12"))
API = "gradio_api/"
#: where the server lies on its machine; the folder of uploads is Gradio's name for an upload
PATHS = [str(ROOT), str(Path.home()), sys.prefix, "site-packages", "Traceback", "/lib/python"]


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def ask(url: str, content: Any = None, method: str | None = None, **headers: str) -> Answer:
    body = content if isinstance(content, bytes) or content is None else dumped(content)
    named = {"Content-Type": "application/json", **headers}
    request = urllib.request.Request(url, body, named, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as found:
            return Answer(found.status, lower(found.headers), found.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, lower(error.headers), error.read())


def dumped(content: Any) -> bytes:
    return json.dumps(content).encode("utf-8", "surrogatepass")


def lower(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


PAGES = ("", "endpoints", "config", "healthz", "theme.css", "robots.txt", "manifest.json")
PAGES += ("monitoring", "monitoring/summary", "favicon.ico", "openapi.json", "nothing", "login")
PAGES += ("static/img/logo.svg", "static/%2e%2e/x", "assets/nothing.js", "assets/%2e%2e/app.py")
PAGES += ("explorer/0/nothing.js", "svelte/x", "pwa_icon", "docs", "metrics")
GETS = ("info", "openapi.json", "startup-events", "queue/status", "app_id", "user", "token")
GETS += ("runs", "deep_link")
GETS += (
    "file=/etc/passwd",
    "file=app.py",
    "file=http://localhost/",
    "file/etc/passwd",
    "deep_link",
)
GETS += ("proxy=http://localhost/", "custom_component/1/client/component/x.js", "vibe-code")
GETS += ("upload_progress?upload_id=1", "stream/a/b/1/playlist.m3u8", "run-history/buckets")
POSTS = ("queue/join", "run/mix", "run/nothing", "call/mix", "call/v2/mix", "component_server")
POSTS += ("cancel", "reset", "upload", "process_recording", "vibe-edit", "run/predict")
BODIES = ({}, b"{", [], {"data": []}, {"data": ["/etc/passwd"], "fn_index": 0, "session_hash": "s"})
BODIES += ({"component_id": 9999, "fn_name": "x", "data": 1, "session_hash": "s"},)
BODIES += ({"component_id": 1, "fn_name": "__init__", "data": 1, "session_hash": "s"},)


def test_every_answer_has_the_headers_and_no_path_of_the_server(app_url: str):
    answers = {path: ask(f"{app_url}{path}") for path in (*PAGES, *(API + get for get in GETS))}
    for path in POSTS:
        for number, body in enumerate(BODIES):
            answers[f"{path} {number}"] = ask(f"{app_url}{API}{path}", body)
    for path, answer in answers.items():
        for name, value in HEADERS:
            # an error that Gradio raises is answered outside of all middleware
            assert answer.headers.get(name.decode()) == value.decode() or answer.status == 500, path
        for one in PATHS:
            assert one.encode() not in answer.body, (path, one)
    statuses = {answer.status for answer in answers.values()}
    assert {200, 403, 404, 422} <= statuses  # the control: right and wrong requests were among them


def test_the_served_page_has_its_limits(app_url: str):
    long = ask(f"{app_url}{API}run/mix", b'"' + bytes(MAX_BODY_MEGABYTES * 2**20) + b'"')
    assert long.status == 413
    assert str(InputError("error.body", limit=MAX_BODY_MEGABYTES)) in long.body.decode()
    fetched = ask(f"{app_url}{API}file=http://localhost/")
    assert fetched.status == 403
    assert str(InputError("error.proxy")) in fetched.body.decode()


def test_gradio_s_recordings_and_monitoring_are_closed(app_url: str):
    content = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.webm"\r\n\r\n'
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    recorded = ask(f"{app_url}{API}process_recording", content + b"<p>\r\n--b--\r\n", **kind)
    assert (recorded.status, b"process_recording" in recorded.body) == (404, True)
    assert ask(f"{app_url}monitoring").status == 403
    assert ask(f"{app_url}monitoring/summary").status == 403


def file(path: str) -> dict[str, Any]:
    return {"path": path, "meta": {"_type": "gradio.FileData"}}


@pytest.fixture(scope="module")
def picture(app_url: str) -> dict[str, Any]:
    """A photo as the server names it once it is uploaded."""
    photo = (ROOT / "assets" / "examples" / "cat-1.jpg").read_bytes()
    start = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n'
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    found = ask(f"{app_url}{API}upload", start + photo + b"\r\n--b--\r\n", **kind)
    return file(json.loads(found.body)[0])


@pytest.fixture(scope="module")
def hits() -> Iterator[tuple[int, list[Any]]]:
    """A port of this machine that must not be asked, and who did."""
    came: list[Any] = []

    def count() -> None:
        try:
            while True:
                came.append(listening.accept()[1])
        except OSError:  # closed
            pass

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=count, daemon=True).start()
        yield listening.getsockname()[1], came
        listening.shutdown(socket.SHUT_RDWR)


def right(endpoint: Endpoint, picture: dict[str, Any]) -> list[Any]:
    """The inputs of a call that is right."""
    values: list[Any] = []
    for one in endpoint.schema.inputs:
        setting = isinstance(one, Setting) and not one.required
        default = one.default("cifar10") if setting else None
        values.append(picture if isinstance(one, PictureInput) else default)
    return values


@pytest.mark.parametrize("place", range(4))
def test_no_input_makes_the_server_ask_its_own_machine(
    app_url: str, picture: dict[str, Any], hits: tuple[int, list[Any]], place: int
):
    """As an image and in place of words and numbers, which Gradio would fetch as well."""
    (mix,) = (one for one in ENDPOINTS if one.name == "mix")
    port, came = hits
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]"):
        data = right(mix, picture)
        data[place] = file(f"http://{host}:{port}/a.png")
        answer = ask(f"{app_url}{API}run/mix", {"data": data})
        assert json.loads(answer.body)["error"].startswith(
            "The address of an image must" if place < 2 else "Only images may come as files"
        )
    assert came == []


@pytest.mark.parametrize(
    ("number", "odd", "key"),
    [
        (0, "/etc/passwd", "error.image.missing"),
        (0, file("/etc/passwd"), "error.image.missing"),
        (0, {"path": 3}, "error.image.missing"),
        (0, 7, "error.image.missing"),
        (0, "data\0:", "error.image.missing"),
        (2, file("/etc/passwd"), "error.file"),
        (2, [{"a": file("x")}], "error.file"),
    ],
)
def test_what_is_no_picture_or_a_file_in_place_of_a_number_is_said(
    app_url: str, picture: dict[str, Any], number: int, odd: Any, key: str
):
    (mix,) = (one for one in ENDPOINTS if one.name == "mix")
    data = right(mix, picture)
    data[number] = odd
    answer = ask(f"{app_url}{API}run/mix", {"data": data})
    assert json.loads(answer.body)["error"] == str(InputError(key))


@pytest.mark.parametrize("form", [str, lambda url: {"url": url}, lambda url: {"path": url}])
def test_an_address_is_taken_in_any_form(app_url: str, picture: dict[str, Any], form: Any):
    """It is refused here for what it leads to."""
    (mix,) = (one for one in ENDPOINTS if one.name == "mix")
    data = right(mix, picture)
    data[0] = form("http://localhost/a.png")
    answer = ask(f"{app_url}{API}run/mix", {"data": data})
    assert json.loads(answer.body)["error"].startswith("The address of an image must")


def test_an_upload_is_taken_by_its_path_alone(app_url: str, picture: dict[str, Any]):
    (mix,) = (one for one in ENDPOINTS if one.name == "mix")
    data = right(mix, {"path": picture["path"]})
    assert ask(f"{app_url}{API}run/mix", {"data": data}).status == 200
    assert ask(f"{app_url}{API}run/mix", {"data": [picture["path"], *data[1:]]}).status == 200


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("evidence", {}, "A call of evidence must give name, but lacks name"),
        ("sweep", {"image_a": None}, "must give image_a, image_b, but lacks image_b"),
        (
            "draw_lambda",
            {"beta": 1},
            "The inputs of draw_lambda are alpha, seed, but .* names beta",
        ),
        ("nothing", {}, "An endpoint must be one of mix, .* but the call is to nothing"),
    ],
)
def test_names_are_checked_in_a_sentence(app_url: str, name: str, given: dict, says: str):
    answer = ask(f"{app_url}{API}call/v2/{name}", given)
    assert answer.status == 400
    assert re.search(says, json.loads(answer.body)["error"]["en"])


def test_a_call_by_name_goes_on_and_one_of_too_few_inputs_is_told(app_url: str):
    asked = ask(f"{app_url}{API}call/v2/draw_lambda", {"seed": 3})
    answer = ask(f"{app_url}{API}call/v2/draw_lambda/{json.loads(asked.body)['event_id']}")
    assert answer.body.startswith(b"event: complete")
    few = ask(f"{app_url}{API}run/draw_lambda", {"data": []})
    assert json.loads(few.body)["error"].startswith("The endpoint takes 2 inputs, but 0 came.")


#: what stands in place of an input
ODDS = ANY | st.sampled_from([file(path) for path in ODD]) | st.dictionaries(st.text(), ANY)


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_every_endpoint_answers_or_says_what_is_wrong(
    endpoint: Endpoint, app_url: str, picture: dict[str, Any]
):
    plain, count = right(endpoint, picture), len(endpoint.schema.inputs)
    pictures = {n for n, one in enumerate(endpoint.schema.inputs) if isinstance(one, PictureInput)}

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.dictionaries(st.integers(0, count - 1), ODDS, min_size=1, max_size=2))
    def call(odd: dict[int, Any]) -> None:
        data = [odd.get(place, value) for place, value in enumerate(plain)]
        answer = ask(f"{app_url}{API}run/{endpoint.name}", {"data": data})
        if answer.status == 200:
            assert "data" in json.loads(answer.body)
            return
        found = json.loads(answer.body)
        says = found.get("error") or found.get("detail")
        # of a file that is none of Gradio's own it says nothing
        assert says or pictures & odd.keys() or "gradio.FileData" in str(odd), (odd, answer)
        assert len(answer.body) < 20_000
        assert not any(one.encode() in answer.body for one in PATHS), answer

    call()
    deep = json.loads("[" * 300 + "]" * 300)
    assert ask(f"{app_url}{API}run/{endpoint.name}", {"data": [deep] * count}).status in (200, 500)
    assert ask(f"{app_url}healthz").status == 200


@pytest.mark.skipif(sys.platform != "linux", reason="Linux says which signals a process catches")
def test_the_server_catches_that_it_shall_end(app_server: Server):
    """The first process of a container gets no signal that it does not catch."""
    status = Path(f"/proc/{app_server.pid}/status").read_text()
    (caught,) = re.findall(r"^SigCgt:\s*(\w+)$", status, re.MULTILINE)
    assert int(caught, 16) >> (signal.SIGTERM - 1) & 1
