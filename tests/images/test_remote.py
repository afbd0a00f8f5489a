"""An image by its address: from public servers alone, by whatever name the others go."""

import asyncio
import hashlib
import os
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
import httpx
import pytest

from mixup_demo.images import remote
from mixup_demo.images.remote import fetch_image, is_public
from mixup_demo.texts.input_error import InputError

PACKED = brotli.compress(bytes(64 * 2**20), quality=1)
#: an address of this machine that tests treat as a public one
OUTSIDE = "127.0.0.2"

PRIVATE = (
    *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1"),
    *("255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1"),
    *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::"),
    "2001:0:0:0:0:0:80ff:fffe",
)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_not_public(address: str):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111"])
def test_public_addresses_are(address: str):
    assert is_public(address)


class Counting(ThreadingHTTPServer):
    """Counts who comes; ``/to/ADDRESS`` leads on, ``/long`` never ends, all else is a picture.

    ``/packed`` comes packed, whatever is asked for: 64 MB in some hundred bytes.
    """

    def __init__(self, host: str) -> None:
        self.hits: list[str] = []
        super().__init__((host, 0), Answering)

    @property
    def url(self) -> str:
        return f"http://{self.server_address[0]}:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    server: Counting

    def do_GET(self):
        self.server.hits.append(self.headers["Host"])
        target = self.path.partition("/to/")[2]
        self.send_response(302 if target else 200)
        if target:
            self.send_header("Location", target)
        if self.path == "/packed":
            self.send_header("Content-Encoding", "br")
        self.end_headers()
        if self.path == "/packed":
            self.wfile.write(PACKED)
        elif self.path == "/long":
            self.flood()
        elif not target:
            self.wfile.write(b"a picture")

    def flood(self):
        try:
            for _ in range(30):
                self.wfile.write(bytes(2**20))
        except OSError:  # nobody reads on
            pass

    def log_message(self, *_):
        pass


def running(host: str) -> Iterator[Counting]:
    with Counting(host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def inside() -> Iterator[Counting]:
    """What must not be reached."""
    yield from running("127.0.0.1")


@pytest.fixture(scope="module")
def outside() -> Iterator[Counting]:
    yield from running(OUTSIDE)


def fetch(url: str, folder: Path) -> Path:
    return asyncio.run(fetch_image(url, folder, lambda address: address == OUTSIDE))


def names(port: int) -> list[str]:
    hosts = "127.0.0.1 localhost 2130706433 0x7f000001 0177.0.0.1 127.1 0 0.0.0.0 [::1] [::] "
    hosts += "[::ffff:127.0.0.1] [0:0:0:0:0:ffff:7f00:1] 127.0.0.1%00 user@127.0.0.1 LOCALHOST."
    return [f"http://{host}:{port}/" for host in hosts.split()]


def test_no_form_of_loopback_reaches_the_server(inside: Counting, tmp_path: Path):
    before = len(inside.hits)
    for url in (
        *names(inside.server_port),
        "file:///etc/passwd",
        "gopher://a/",
        "http://",
        "http:///",
    ):
        with pytest.raises(InputError) as found:
            asyncio.run(fetch_image(url, tmp_path))
        assert found.value.key in ("error.url.private", "error.url.failed"), url
    assert len(inside.hits) == before


def test_a_public_server_is_asked_by_its_name_and_once(outside: Counting, tmp_path: Path):
    file = fetch(f"{outside.url}/a.png", tmp_path)
    assert file.read_bytes() == b"a picture"
    # by an address, another content could take its place between two looks at it
    assert file.parent == tmp_path / hashlib.sha256(b"a picture").hexdigest()
    assert outside.hits[-1] == outside.url.removeprefix("http://")


def test_redirects_are_held_to_the_same_rule(inside: Counting, outside: Counting, tmp_path: Path):
    before = len(inside.hits)
    for target in (inside.url, f"http://localhost:{inside.server_port}/", "file:///etc/passwd"):
        with pytest.raises(InputError) as found:
            fetch(f"{outside.url}/to/{target}", tmp_path)
        assert found.value.key == "error.url.private"
    assert len(inside.hits) == before
    fine = f"{outside.url}/to/{outside.url}/b.png"
    assert fetch(fine, tmp_path).read_bytes() == b"a picture"


def test_redirects_end(outside: Counting, tmp_path: Path):
    chain = "/to/".join([outside.url] * 6)
    with pytest.raises(InputError) as found:
        fetch(f"{chain}/a.png", tmp_path)
    assert found.value.key == "error.url.failed"


@pytest.mark.parametrize("others", [["127.0.0.1"], [OUTSIDE, "127.0.0.1"]])
def test_a_name_must_stand_for_public_addresses_alone(
    inside: Counting, outside: Counting, tmp_path: Path, monkeypatch, others: list[str]
):
    async def resolve(self, host, port, **_):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 0)) for one in others]

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", resolve)
    before = len(inside.hits)
    with pytest.raises(InputError, match="lead to a public server"):
        fetch(f"http://pictures.example:{inside.server_port}/", tmp_path)
    assert len(inside.hits) == before


def test_a_name_is_looked_up_once(outside: Counting, tmp_path: Path, monkeypatch):
    """It may mean something else a moment later: the address that was checked is connected to."""
    asked = []

    async def resolve(self, host, port, **_):
        asked.append(host)
        address = (
            OUTSIDE if host == OUTSIDE or "pictures.example" not in asked[:-1] else "127.0.0.1"
        )
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port or 0))]

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", resolve)
    fetch(f"http://pictures.example:{outside.server_port}/", tmp_path)
    assert asked.count("pictures.example") == 1
    assert outside.hits[-1] == f"pictures.example:{outside.server_port}"


def test_what_is_too_long_is_not_read_on(outside: Counting, tmp_path: Path):
    with pytest.raises(InputError, match="at most 20 MB"):
        fetch(f"{outside.url}/long", tmp_path)


def test_what_comes_packed_is_not_unpacked(outside: Counting, tmp_path: Path, monkeypatch):
    """A few bytes would take all memory, before any limit sees one of those that they stand for."""
    unpacked: list[bytes] = []
    monkeypatch.setattr(
        httpx._decoders.BrotliDecoder, "decode", lambda _, data: unpacked.append(data)
    )
    with pytest.raises(InputError) as found:
        fetch(f"{outside.url}/packed", tmp_path)
    assert found.value.key == "error.url.failed"
    assert not unpacked


def test_what_was_fetched_before_stays_whole_while_it_is_fetched_again(
    outside: Counting, tmp_path: Path
):
    file = fetch(f"{outside.url}/again.png", tmp_path)
    with file.open("rb") as reading:
        assert fetch(f"{outside.url}/again.png", tmp_path) == file
        assert reading.read() == b"a picture"
        assert os.fstat(reading.fileno()).st_ino != file.stat().st_ino
    assert [one.name for one in file.parent.iterdir()] == ["image"]


def test_a_slow_server_is_given_up(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(remote, "FETCH_SECONDS", 0.2)
    with socket.create_server((OUTSIDE, 0)) as silent, pytest.raises(InputError) as found:
        fetch(f"http://{OUTSIDE}:{silent.getsockname()[1]}/", tmp_path)
    assert found.value.key == "error.url.failed"
