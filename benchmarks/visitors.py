"""Visitors of a page of this machine: they ask over loopback as the page's scripts do."""

import http.client
import json
import re
import secrets
import time
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import brotli

from benchmarks.photos import smooth_jpeg
from mixup_demo.page.explorer import ELEMENT

LIMIT_S = 300
#: what the page's HTML itself asks for
ASSET = re.compile(r'(?:src|href)="([^"]*/(?:explorer|assets)/[^"]+)"')


class LostError(Exception):
    """A question that was not answered."""


class Visitor:
    """One visitor's connection, which is kept open.

    Args:
        url: of the page.
        component: number of the page's component, which its scripts ask; nothing for a page that
            has none.
        number: tells visitors apart.

    Attributes:
        received: bytes of all answers.
    """

    def __init__(self, url: str, component: int = 0, number: int = 0) -> None:
        self._host, self._component = urlsplit(url).netloc, component
        self.name, self._turn = f"visitor {number}", 0
        self._line = http.client.HTTPConnection(self._host, timeout=LIMIT_S)
        self._cookie = f"mixup_visitor={secrets.token_hex(16)}"
        self.received = 0

    def send(
        self, method: str, path: str, body: bytes | None = None, kind: str = "application/json"
    ) -> bytes:
        """Return what is answered, unpacked.

        Raises:
            LostError: nothing is, or an error.
        """
        headers = {"Accept-Encoding": "br", "Content-Type": kind, "Cookie": self._cookie}
        try:
            self._line.request(method, path, body, headers)
            response = self._line.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException) as error:
            self._line.close()  # the next request opens it anew
            raise LostError(repr(error)) from error
        self.received += len(content)
        if response.status != http.client.OK:
            raise LostError(f"{response.status} {content[:200]!r}")
        packed = response.headers["Content-Encoding"] == "br"
        return brotli.decompress(content) if packed else content

    def ask(self, method: str, request: dict[str, Any]) -> dict[str, Any]:
        """Ask a server function once."""
        self._turn += 1
        signed = {**request, "visitor": self.name, "turn": self._turn}
        about = {"session_hash": self.name, "component_id": self._component, "fn_name": method}
        body = json.dumps({**about, "data": signed}).encode()
        found: dict[str, Any] = json.loads(self.send("POST", "/gradio_api/component_server", body))
        return found

    def parts(self, method: str, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield each word of the server until the answer, which comes last: places, then this.

        Raises:
            LostError: it refuses, or takes longer than `LIMIT_S`.
        """
        until = time.monotonic() + LIMIT_S
        while time.monotonic() < until:
            answer = self.ask(method, request)
            if "error" in answer or "ended" in answer:
                raise LostError(f"{answer}")
            yield answer
            if "waits" not in answer:
                return
            time.sleep(answer["again"] / 1e3)
        raise LostError(f"no answer after {LIMIT_S} s")

    def answer(self, method: str, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer, waited for."""
        *_, last = self.parts(method, request)
        return last

    def watch(self, request: dict[str, Any]) -> tuple[float, float, int]:
        """Train; return seconds to the first and to the last frame, and how often it was asked."""
        began, start, asked, first = time.perf_counter(), 0, 0, 0.0
        while time.perf_counter() - began < LIMIT_S:
            *waits, part = self.parts("toy", {**request, "start": start})
            asked, start = asked + len(waits) + 1, start + len(part["frames"])
            first = first or time.perf_counter() - began
            if part["done"]:
                return first, time.perf_counter() - began, asked
        raise LostError(f"no last frame after {LIMIT_S} s")

    def open(self, link: str = "") -> float:
        """Open the page and fetch what its HTML asks for; return the seconds to the HTML."""
        began = time.perf_counter()
        html = self.send("GET", f"/{link}").decode()
        seconds = time.perf_counter() - began
        for address in dict.fromkeys(ASSET.findall(html)):
            self.send("GET", urlsplit(address).path.replace("./", "/", 1))
        return seconds

    def upload(self, seed: int) -> str:
        """Upload a photo that this seed makes; return its path on the server."""
        mark = secrets.token_hex(16)
        head = (
            f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{seed}.jpg"\r\n'
            "Content-Type: image/jpeg\r\n\r\n"
        )
        body = head.encode() + smooth_jpeg(seed) + f"\r\n--{mark}--\r\n".encode()
        kind = f"multipart/form-data; boundary={mark}"
        return str(json.loads(self.send("POST", "/gradio_api/upload", body, kind))[0])

    def call(self, endpoint: str, data: list[Any]) -> bytes:
        """Call an endpoint of the API, as `gradio_client` does; return its last event."""
        path = f"/gradio_api/call/{endpoint}"
        event = json.loads(self.send("POST", path, json.dumps({"data": data}).encode()))
        content = self.send("GET", f"{path}/{event['event_id']}")
        if b"event: complete" not in content:
            raise LostError(f"{content[:200]!r}")
        return content

    def close(self) -> None:
        """Hang up."""
        self._line.close()


def file_data(path: str) -> dict[str, Any]:
    """Return an uploaded file as an endpoint takes it."""
    return {"path": path, "meta": {"_type": "gradio.FileData"}}


def component(url: str) -> int:
    """Return the number of the page's component that has the views."""
    with urllib.request.urlopen(f"{url}config", timeout=60) as answered:
        parts = json.load(answered)["components"]
    return int(next(one["id"] for one in parts if one["props"].get("elem_id") == ELEMENT))
