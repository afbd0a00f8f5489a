"""Between the browser and Gradio: static files from memory, and the pages' own HTML."""

from collections.abc import Callable, Hashable, Mapping
from typing import NamedTuple

from gradio.route_utils import get_root_url
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mixup_demo.page.asgi import missing, path_of, with_headers
from mixup_demo.page.compression import StaticFile, coding_of, pack_once
from mixup_demo.page.document import Document, Visit
from mixup_demo.page.security import policy
from mixup_demo.page.static import PREFIX, StaticFiles
from mixup_demo.serving.cache import SingleFlight

#: what an address with a hash of the content answers never changes
IMMUTABLE = (b"cache-control", b"public, max-age=31536000, immutable")
#: under the hash of another version, such as while replicas are replaced one after another
SHORT = (b"cache-control", b"public, max-age=60")
#: Gradio's files whose names stay as their content changes
HOUR = (b"cache-control", b"public, max-age=3600")
#: a page may bring a cookie
NEVER = (b"cache-control", b"private, no-cache")
UNHASHED = ("static", "theme.css", "favicon.ico", "manifest.json", "robots.txt")
OK = 200
#: pages that were made for one link, language and address, and their memory
KEPT_PAGES, KEPT_BYTES = 256, 16 * 2**20
VARY = (b"vary", b"accept-encoding")
#: where Gradio answers with data, some of them files of visitors, and never with a page
GRADIO_API = "gradio_api"


class StaticMiddleware:
    """ASGI middleware: answers ``/explorer/...`` and ``/assets/...``, and completes the page.

    Args:
        app: Gradio's.
        static: what is answered from memory.
        document: what the page's HTML gets.
    """

    def __init__(self, app: ASGIApp, static: StaticFiles, document: Document) -> None:
        self.app = app
        self.static = static
        self.document = document
        self._pages: SingleFlight[_Made] = SingleFlight(KEPT_PAGES, KEPT_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a static file, complete the page, or pass the request on."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        path = path_of(scope)
        prefix, _, rest = path.partition("/")
        if prefix == PREFIX and rest:
            version, _, name = rest.partition("/")
            caching = IMMUTABLE if self.static.base == f"{PREFIX}/{version}" else SHORT
            await _send_file(self.static.files.get(name), caching, scope, send)
        elif prefix == "assets" and rest in self.static.gradio:
            await _send_file(self.static.gradio[rest], IMMUTABLE, scope, send)
        elif prefix == GRADIO_API:
            await self.app(scope, receive, send)
        elif prefix in UNHASHED:
            await self.app(scope, receive, _with_caching(send))
        else:
            await self._send_page(path, scope, receive, send)

    async def _send_page(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        key = self._key(scope) if path == "" else None
        made = None if key is None else self._pages.kept(key)
        if made is None:
            plain = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
            complete = self.document.complete if path == "" else _as_it_is
            finish = _Finisher(scope, send, complete)
            await self.app({**scope, "headers": plain}, receive, finish)
            made = finish.made
            if key is not None and made is not None and made.status == OK:
                self._pages.get(key, lambda: made)
        if made is not None:
            await _respond(send, scope, made.status, made.headers, made.body)

    def _key(self, scope: Scope) -> Hashable | None:
        page = self.document.key(visit(scope))
        return None if page is None else (page, coding_of(_accepted(scope)))


def _as_it_is(html: str, _: Visit) -> str:
    return html


def _with_caching(send: Send) -> Send:
    """Return what sends a file of Gradio's with `HOUR`, unless it says something itself."""
    return with_headers(
        send, lambda message: missing(message, [HOUR]) if message["status"] == OK else []
    )


async def _send_file(
    file: StaticFile | None, caching: tuple[bytes, bytes], scope: Scope, send: Send
) -> None:
    if file is None:
        await _respond(send, scope, 404, [(b"content-type", b"text/plain")], b"no such file")
        return
    accepted = _accepted(scope)
    found = file.kept(accepted)
    if found is None:  # it is packed beside the event loop, where others wait
        found = await run_in_threadpool(file.packed, accepted)
    content, coding = found
    headers = [(b"content-type", file.media_type.encode()), caching, VARY]
    if coding:
        headers.append((b"content-encoding", coding))
    await _respond(send, scope, 200, headers, content)


async def _respond(
    send: Send, scope: Scope, status: int, headers: list[tuple[bytes, bytes]], body: bytes
) -> None:
    headers = [*headers, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    body = b"" if scope["method"] == "HEAD" else body
    await send({"type": "http.response.body", "body": body})


def _accepted(scope: Scope) -> bytes:
    return _headers(scope).get(b"accept-encoding", b"")


def _headers(scope: Scope) -> Mapping[bytes, bytes]:
    return dict(scope["headers"])


def visit(scope: Scope) -> Visit:
    """Return what a request says about the visit: the link, languages, and the page's address."""
    request = Request(scope)
    root = get_root_url(request, route_path="/", root_path=scope.get("root_path", ""))
    languages = request.headers.get("accept-language", "")
    return Visit(dict(request.query_params), languages, root)


class _Made(NamedTuple):
    """An HTML response."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes

    @property
    def nbytes(self) -> int:
        """Memory of its body."""
        return len(self.body)


class _Finisher:
    """Collects an HTML response, completed, with its policy, and packed; sends on any other.

    Attributes:
        made: the response, when all of it is there; None of any other.
    """

    def __init__(self, scope: Scope, send: Send, complete: Callable[[str, Visit], str]) -> None:
        self.scope = scope
        self.send = send
        self.complete = complete
        self.start: Message | None = None
        self.body = b""
        self.made: _Made | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = dict(message["headers"])
            if headers.get(b"content-type", b"").startswith(b"text/html"):
                self.start = message
                return
        elif self.start is not None and message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                self.made = self._finished(self.start)
            return
        await self.send(message)

    def _finished(self, start: Message) -> _Made:
        found = visit(self.scope)
        html = self.complete(self.body.decode(), found)
        body, coding = pack_once(html.encode(), _accepted(self.scope))
        headers = [pair for pair in start["headers"] if pair[0] != b"content-length"]
        lecture = found.link.get("lecture", "")
        headers += [VARY, NEVER, (b"content-security-policy", policy(html, lecture))]
        headers += [*([(b"content-encoding", coding)] if coding else [])]
        return _Made(start["status"], headers, body)
