"""A hub on this machine: as much of the Hugging Face Hub's protocol as its client asks for."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from huggingface_hub import constants

COMMIT = "c0ffee" + 34 * "0"


def at(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what HF_ENDPOINT does before the client is imported."""
    template = constants.HUGGINGFACE_CO_URL_TEMPLATE.removeprefix(constants.ENDPOINT)
    monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", url + template)
    monkeypatch.setattr(constants, "ENDPOINT", url)


@dataclass
class Hub:
    """What is served, and how.

    Attributes:
        files: (repository, path) -> content.
        behaviour: "whole"; "redirected", from another host; "truncated", ends in the middle;
            "slow", a part at a time; "silent", accepts and never answers; "other", what comes has
            another hash than is said.
        pause: seconds between the parts of a slow one.
        asked: methods and paths of all requests.
    """

    files: dict[tuple[str, str], bytes] = field(default_factory=dict)
    behaviour: str = "whole"
    pause: float = 0.05
    url: str = ""
    asked: list[str] = field(default_factory=list)


@contextmanager
def served_hub() -> Iterator[Hub]:  # noqa: C901 - one handler, whole
    """Serve a hub on a free port of this machine."""
    hub = Hub()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_HEAD(self) -> None:
            self.answer(body=False)

        def do_GET(self) -> None:
            self.answer(body=True)

        def answer(self, body: bool) -> None:
            hub.asked.append(f"{self.command} {self.path}")
            if hub.behaviour == "silent":
                time.sleep(30)
                return
            path = self.path.removeprefix("/cdn")
            repo, _, rest = path.strip("/").partition("/resolve/")
            content = hub.files.get((repo, rest.partition("/")[2]))
            if content is None:
                known = any(repo == other for other, _ in hub.files)
                self.send_response(404 if known else 401)
                self.send_header("X-Error-Code", "EntryNotFound" if known else "RepoNotFound")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            if hub.behaviour == "redirected" and path == self.path:
                self.redirect(content)
            else:
                self.send(content, body)

        def redirect(self, content: bytes) -> None:
            """Name another host for the content, as the Hub does for large files."""
            self.send_response(302)
            self.send_header("X-Repo-Commit", COMMIT)
            self.send_header("X-Linked-Etag", f'"{hashlib.sha256(content).hexdigest()}"')
            self.send_header("X-Linked-Size", str(len(content)))
            self.send_header("X-Xet-Hash", 64 * "0")
            self.send_header(
                "Location", f"{hub.url.replace('127.0.0.1', 'localhost')}/cdn{self.path}"
            )
            self.send_header("Content-Length", "0")
            self.end_headers()

        def send(self, content: bytes, body: bool) -> None:
            start = int((self.headers["Range"] or "bytes=0-").split("=")[1].split("-")[0])
            digest = hashlib.sha256(content).hexdigest()
            self.send_response(206 if start else 200)
            self.send_header("X-Repo-Commit", COMMIT)
            self.send_header("ETag", f'"{digest}"')
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            if body:
                self.send_parts(content[start:])

        def send_parts(self, content: bytes) -> None:
            if hub.behaviour == "other":
                content = content[:-4] + b"evil"
            if hub.behaviour == "truncated":
                content = content[: len(content) // 2]
                self.close_connection = True
            parts = 20 if hub.behaviour == "slow" else 1
            size = -(-len(content) // parts)
            for at in range(0, len(content), size):
                try:
                    self.wfile.write(content[at : at + size])
                    self.wfile.flush()
                except OSError:  # nobody listens any more
                    return
                time.sleep(hub.pause if parts > 1 else 0)

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        hub.url = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield hub
        server.shutdown()
