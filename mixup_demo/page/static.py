"""Scripts, styles and photos: compressed once, under a URL with a hash of their content.

Gradio compresses a static file at every request and sends it without Cache-Control; a lecture
hall that opens one link would wait for that. This middleware answers from memory instead, and
puts the style sheet and the module's preload into the page's <head>.
"""

import base64
import gzip
import hashlib
import json
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import plotly
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mixup_demo.evidence import files as evidence
from mixup_demo.images import gallery
from mixup_demo.models import zoo
from mixup_demo.figures import theme
from mixup_demo.views.evidence.payload import evidence_payload
from mixup_demo.page.config import page_config
from mixup_demo.views.boundary.population import population_files

WEB = Path(__file__).parent / "web"
PREFIX = "explorer"
STYLES = ("theme", "page", "boundary", "toy", "evidence", "population", "save")
ICON = gallery.ASSETS / "icon.svg"


@dataclass(frozen=True)
class StaticFile:
    """One file in memory; `packed` is its gzip form, empty where that gains nothing."""

    media_type: str
    content: bytes
    packed: bytes


@lru_cache
def static_files() -> dict[str, StaticFile]:
    """Return everything the browser may ask for, by name."""
    sources = [*WEB.glob("*.js"), *WEB.glob("*.css")]
    sources += [photo.file for photo in gallery.photos().values()]
    sources.append(Path(plotly.__file__).parent / "package_data" / "plotly.min.js")
    sources += [*(zoo.MODELS / "cards").glob("*.md"), *evidence.RESULTS.glob("*.json")]
    files = {path.name: _pack(path.name, path.read_bytes()) for path in sources}
    for name, content in (("config", page_config()), ("panels", evidence_payload())):
        text = json.dumps(content, ensure_ascii=False)
        files[f"{name}.json"] = _pack(f"{name}.json", text.encode())
    files |= {name: _pack(name, content) for name, content in population_files().items()}
    files["theme.css"] = _pack("theme.css", theme.style_sheet().encode())
    return files


def _pack(name: str, content: bytes) -> StaticFile:
    # model cards are to be read in the browser, which would save text/markdown
    guessed = "text/plain" if name.endswith(".md") else mimetypes.guess_type(name)[0]
    media_type = guessed or "application/octet-stream"
    packed = b"" if media_type == "image/jpeg" else gzip.compress(content, 6)
    if media_type.startswith("text/") or media_type == "application/json":
        media_type += "; charset=utf-8"
    return StaticFile(media_type, content, packed)


@lru_cache
def base_url() -> str:
    """Return the folder of the static files, relative to the page."""
    digest = hashlib.sha256()
    for name, file in sorted(static_files().items()):
        digest.update(name.encode() + file.content)
    return f"{PREFIX}/{digest.hexdigest()[:12]}"


def head() -> str:
    """Return what the page's <head> needs before Gradio starts."""
    styles = "".join(f'<link rel="stylesheet" href="{base_url()}/{name}.css">' for name in STYLES)
    modules = sorted(WEB.glob("*.js"))
    preloads = "".join(
        f'<link rel="modulepreload" href="{base_url()}/{path.name}">' for path in modules
    )
    # the views ask for it when they open; by then it shall be there
    preloads += f'<link rel="preload" as="script" href="{base_url()}/plotly.min.js">'
    # inline, because browsers fetch an icon anew whenever the address changes, as it does with λ
    data = base64.b64encode(ICON.read_bytes()).decode()
    icon = f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{data}">'
    return styles + preloads + icon


class StaticMiddleware:
    """ASGI middleware: answers ``/explorer/...`` and completes the HTML page's head."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a static file, complete the page, or pass the request on."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        path = scope["path"].removeprefix(scope.get("root_path", "")).strip("/")
        if path.startswith(PREFIX + "/"):
            await _send_file(path.rpartition("/")[2], scope, send)
        elif path == "":
            headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
            await self.app({**scope, "headers": headers}, receive, _HeadInserter(send))
        else:
            await self.app(scope, receive, send)


async def _send_file(name: str, scope: Scope, send: Send) -> None:
    file = static_files().get(name)
    if file is None:
        await _respond(send, scope, 404, [(b"content-type", b"text/plain")], b"no such file")
        return
    accepted = dict(scope["headers"]).get(b"accept-encoding", b"")
    packed = bool(file.packed) and b"gzip" in accepted
    headers = [
        (b"content-type", file.media_type.encode()),
        (b"cache-control", b"public, max-age=31536000, immutable"),
        (b"vary", b"accept-encoding"),
    ]
    if packed:
        headers.append((b"content-encoding", b"gzip"))
    await _respond(send, scope, 200, headers, file.packed if packed else file.content)


async def _respond(
    send: Send, scope: Scope, status: int, headers: list[tuple[bytes, bytes]], body: bytes
) -> None:
    headers = [*headers, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    body = b"" if scope["method"] == "HEAD" else body
    await send({"type": "http.response.body", "body": body})


class _HeadInserter:
    """Collects an HTML response and sends it with `head()` at the start of its <head>."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = dict(message["headers"])
            if headers.get(b"content-type", b"").startswith(b"text/html"):
                self.start = message
                return
        elif self.start is not None and message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self.start)
            return
        await self.send(message)

    async def _finish(self, start: Message) -> None:
        body = self.body.replace(b"<head>", b"<head>" + head().encode(), 1)
        headers = [pair for pair in start["headers"] if pair[0] != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        await self.send({**start, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})
