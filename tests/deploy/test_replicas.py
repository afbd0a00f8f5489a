"""Two replicas behind a real nginx: who asks stays with one, and one that dies costs nothing."""

import json
import os
import re
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote

import pytest
import yaml

from benchmarks.server import ROOT, Server, free_port, served
from benchmarks.visitors import component
from mixup_demo.limits import MAX_UPLOAD_MEGABYTES

CONFIGURATION = ROOT / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
CLIENTS, QUESTIONS = 60, 6

needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{CONFIGURATION.name} has not one {old!r}"
    return text.replace(old, new)


@contextmanager
def nginx(folder: Path, replicas: list[Server]) -> Iterator[str]:
    """Run the deployment's own configuration; yield the address."""
    port = free_port()
    text = replaced(CONFIGURATION.read_text(), "listen 80;", f"listen 127.0.0.1:{port};")
    name = "server explorer:7860"
    line = next(line for line in text.splitlines() if name in line)
    addresses = [server.url.removeprefix("http://").rstrip("/") for server in replicas]
    lines = [line.replace(name, f"server {address}") for address in addresses]
    text = replaced(text, line, "\n".join(lines))
    text = replaced(text, "access_log /dev/stdout plain;", f"access_log {folder}/access.log plain;")
    text = replaced(text, "error_log /dev/stderr", f"error_log {folder}/error.log")
    (folder / "nginx.conf").write_text(text)
    options = f"daemon off; pid {folder}/nginx.pid;"
    command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", options]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}/"
        for _ in range(200):
            try:
                urllib.request.urlopen(f"{url}healthz", timeout=5).close()
                break
            except OSError:
                time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait(20)


class Client:
    """A page behind nginx: keeps its cookie, and asks again by the rule of `again.js`."""

    def __init__(self, url: str, part: int, number: int) -> None:
        self.url, self.part, self.name = url, part, f"client {number}"
        self.cookie = ""
        self.repeated = 0

    def open(self, path: str, body: bytes | None = None) -> Any:
        headers = {"Content-Type": "application/json", "Cookie": self.cookie}
        request = urllib.request.Request(f"{self.url}{path}", body, headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            cookies = SimpleCookie(answer.headers["Set-Cookie"])
            self.cookie = f"mixup_visitor={cookies['mixup_visitor'].value}"
            return json.load(answer)

    def ask(self, data: dict[str, Any]) -> Any:
        body = {"session_hash": self.name, "component_id": self.part, "fn_name": "draw"}
        content = json.dumps({**body, "data": data}).encode()
        try:
            return self.open("gradio_api/component_server", content)
        except OSError:
            self.repeated += 1
            for _ in range(60):
                try:
                    self.open("healthz")
                    break
                except OSError:
                    time.sleep(0.25)
            return self.open("gradio_api/component_server", content)


@pytest.mark.slow
@needs_nginx
def test_one_of_two_replicas_dies_under_load_and_nothing_is_lost(tmp_path: Path):
    with ExitStack() as stack:
        replicas = [stack.enter_context(served()) for _ in range(2)]
        url = stack.enter_context(nginx(tmp_path, replicas))
        part = component(url)
        clients = [Client(url, part, number) for number in range(CLIENTS)]

        def use(client: Client) -> list[Any]:
            return [client.ask({"seed": seed}) for seed in range(QUESTIONS)]

        with ThreadPoolExecutor(CLIENTS) as pool:
            answers = [pool.submit(use, client) for client in clients]
            while not any(answer.done() for answer in answers):
                time.sleep(0.01)
            os.kill(replicas[0].pid, signal.SIGKILL)
            found = [answer.result(120) for answer in answers]
        last = use(clients[0])
    expected = found[0]
    assert all("error" not in answer for answer in expected)
    assert all(answers == expected for answers in [*found, last])
    assert len({client.cookie for client in clients}) == CLIENTS
    assert "127.0.0.1" not in (tmp_path / "access.log").read_text()  # no addresses in logs


@needs_nginx
def test_a_visitor_stays_with_one_replica(tmp_path: Path):
    """By the cookie alone: all visitors of this test have one address."""
    with ExitStack() as stack:
        replicas = [stack.enter_context(echo()) for _ in range(2)]
        url = stack.enter_context(nginx(tmp_path, replicas))
        clients = [Client(url, 0, number) for number in range(20)]
        found = [[client.open("who") for _ in range(5)] for client in clients]
    places = [{place for place, _ in own} for own in found]
    assert all(len(own) == 1 for own in places)
    assert len(set.union(*places)) == 2
    assert {address for own in found for _, address in own} == {"127.0.0.1"}


@needs_nginx
def test_what_a_cdn_may_keep_carries_no_visitor_s_cookie(tmp_path: Path):
    with ExitStack() as stack:
        url = stack.enter_context(nginx(tmp_path, [stack.enter_context(echo())]))
        cookies = {}
        for kept in ("", "private, no-cache", "public, max-age=60", "public, immutable"):
            with urllib.request.urlopen(f"{url}?{quote(kept)}", timeout=60) as answer:
                assert answer.headers["Cache-Control"] == kept
                cookies[kept] = answer.headers["Set-Cookie"] is not None
    assert cookies == {
        "": True,
        "private, no-cache": True,
        "public, max-age=60": False,
        "public, immutable": False,
    }


@contextmanager
def echo() -> Iterator[Server]:
    """A replica that only says who it is and whose the question is; the query, how to keep it."""

    class Who(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Cache-Control", unquote(self.path.partition("?")[2]))
            self.end_headers()
            said = [self.server.server_address[1], self.headers["X-Forwarded-For"]]
            self.wfile.write(json.dumps(said).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Who) as server:  # it listens from here on
        Thread(target=server.serve_forever, daemon=True).start()
        yield Server(f"http://127.0.0.1:{server.server_address[1]}/", os.getpid(), 0.0)
        server.shutdown()


def test_manifests_ask_for_what_the_page_answers():
    documents = list(yaml.safe_load_all((ROOT / "deploy" / "kubernetes.yaml").read_text()))
    (container,) = documents[0]["spec"]["template"]["spec"]["containers"]
    assert container["readinessProbe"]["httpGet"]["path"] == "/healthz?ready"
    assert container["livenessProbe"]["httpGet"]["path"] == "/healthz"
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["ports"][0]["containerPort"] == 7860
    assert {"name": "FORWARDED_ALLOW_IPS", "value": "*"} in container["env"]
    compose = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text())
    explorer, proxy = (compose["services"][name] for name in ("explorer", "nginx"))
    assert explorer["read_only"] is True
    assert explorer["environment"]["FORWARDED_ALLOW_IPS"] == "*"
    assert explorer["tmpfs"] == ["/tmp:size=1g"]  # with a size, or uploads take all the memory
    assert proxy["depends_on"]["explorer"]["condition"] == "service_healthy"


def test_nginx_leaves_it_to_the_page_to_refuse_what_is_too_long():
    (limit,) = re.findall(r"client_max_body_size (\d+)m;", CONFIGURATION.read_text())
    assert int(limit) > MAX_UPLOAD_MEGABYTES
