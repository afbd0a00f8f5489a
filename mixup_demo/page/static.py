"""Scripts, styles, fonts and photos: compressed once, under a URL with a hash of their content.

Gradio compresses a static file at every request and sends it without Cache-Control; a lecture
hall that opens one link would wait for that. This middleware answers from memory instead, and
puts the style sheets and the modules' preloads into the page's <head>.
"""

import base64
import gzip
import hashlib
import json
import mimetypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import plotly
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mixup_demo.evidence.files import RESULTS
from mixup_demo.figures import theme
from mixup_demo.images import gallery
from mixup_demo.page.config import page_config
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import View

PACKAGE = Path(__file__).resolve().parents[1]
WEB = PACKAGE / "page" / "web"
PREFIX = "explorer"
ICON = gallery.ASSETS / "icon.svg"
THEME = "theme.css"
#: the letters that every visitor needs
FONT = "page/web/fonts/latin.woff2"

#: what scripts and styles consist of; templates are filled in on the server
SERVED = {".js", ".css", ".woff2"}
#: compressed by their own format
PACKED_ALREADY = {".jpg", ".woff2"}


@dataclass(frozen=True)
class StaticFile:
    """One file in memory; `packed` is its gzip form, empty where that gains nothing."""

    media_type: str
    content: bytes
    packed: bytes


class StaticFiles:
    """Everything the browser may ask for, made once.

    Scripts, styles and fonts lie where they lie in the package, so that they find one another by
    relative paths; all else lies at the top.

    Args:
        views: whose ``web`` folders are served.
        services: what requests share.
    """

    def __init__(self, views: Sequence[View], services: Services) -> None:
        self._views, self._services = views, services

    @cached_property
    def files(self) -> dict[str, StaticFile]:
        """All files by their path below `base`."""
        contents = {**dict(self._web()), **dict(self._data())}
        return {name: _pack(name, content) for name, content in contents.items()}

    def _web(self) -> Iterator[tuple[str, bytes]]:
        folders = [("page/web", WEB), *((f"views/{v.name}/web", v.web) for v in self._views)]
        for prefix, folder in folders:
            for path in sorted(folder.rglob("*")):
                if path.suffix in SERVED:
                    yield f"{prefix}/{path.relative_to(folder).as_posix()}", path.read_bytes()

    def _data(self) -> Iterator[tuple[str, bytes]]:
        zoo = self._services.zoo
        sources = [photo.file for photo in gallery.photos().values()]
        sources.append(Path(plotly.__file__).parent / "package_data" / "plotly.min.js")
        sources += [*((zoo.folder or Path("none")) / "cards").glob("*.md"), *RESULTS.glob("*.json")]
        yield from ((path.name, path.read_bytes()) for path in sources)
        config = json.dumps(page_config(self._views, self._services), ensure_ascii=False)
        yield "config.json", config.encode()
        yield THEME, theme.style_sheet().encode()
        for view in self._views:
            yield from (view.files(self._services) if view.files else {}).items()

    @cached_property
    def base(self) -> str:
        """The folder of the files, relative to the page."""
        digest = hashlib.sha256()
        for name, file in sorted(self.files.items()):
            digest.update(name.encode() + file.content)
        return f"{PREFIX}/{digest.hexdigest()[:12]}"

    @cached_property
    def head(self) -> str:
        """What the page's <head> needs before Gradio starts."""
        styles = [THEME, *(name for name in self.files if name.endswith(".css") and "/" in name)]
        scripts = [name for name in self.files if name.endswith(".js") and "/" in name]
        links = [f'<link rel="stylesheet" href="{self.base}/{name}">' for name in styles]
        links += [f'<link rel="modulepreload" href="{self.base}/{name}">' for name in scripts]
        # the views ask for it when they open; by then it shall be there
        links.append(f'<link rel="preload" as="script" href="{self.base}/plotly.min.js">')
        font = f'rel="preload" as="font" type="font/woff2" crossorigin href="{self.base}/{FONT}"'
        links.append(f"<link {font}>")
        # inline: browsers fetch an icon anew whenever the address changes, as it does with λ
        data = base64.b64encode(ICON.read_bytes()).decode()
        icon = f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{data}">'
        return "".join(links) + icon


def _pack(name: str, content: bytes) -> StaticFile:
    suffix = Path(name).suffix
    # model cards are to be read in the browser, which would save text/markdown
    guessed = "text/plain" if suffix == ".md" else mimetypes.guess_type(name)[0]
    media_type = "font/woff2" if suffix == ".woff2" else guessed or "application/octet-stream"
    packed = b"" if suffix in PACKED_ALREADY else gzip.compress(content, 6)
    if media_type.startswith("text/") or media_type == "application/json":
        media_type += "; charset=utf-8"
    return StaticFile(media_type, content, packed)


class StaticMiddleware:
    """ASGI middleware: answers ``/explorer/...`` and completes the HTML page's head."""

    def __init__(self, app: ASGIApp, static: StaticFiles) -> None:
        self.app = app
        self.static = static

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a static file, complete the page, or pass the request on."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        path = scope["path"].removeprefix(scope.get("root_path", "")).strip("/")
        prefix, _, rest = path.partition("/")
        if prefix == PREFIX and rest:
            await self._send_file(rest.partition("/")[2], scope, send)
        elif path == "":
            headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
            inserter = _HeadInserter(send, self.static.head)
            await self.app({**scope, "headers": headers}, receive, inserter)
        else:
            await self.app(scope, receive, send)

    async def _send_file(self, name: str, scope: Scope, send: Send) -> None:
        file = self.static.files.get(name)
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
    """Collects an HTML response and sends it with `head` at the start of its <head>."""

    def __init__(self, send: Send, head: str) -> None:
        self.send = send
        self.head = head
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
        body = self.body.replace(b"<head>", b"<head>" + self.head.encode(), 1)
        headers = [pair for pair in start["headers"] if pair[0] != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        await self.send({**start, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})
