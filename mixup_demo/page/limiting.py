"""What is refused before it is read: too many questions, too long ones, and what is no question.

A visitor is known by a cookie of random letters, the one that a proxy in front may have set, not by
the address alone: a lecture hall has one address.
"""

import json
import math
import re
import secrets

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mixup_demo.limits import ADDRESS, MAX_BODY_MEGABYTES, MAX_UPLOAD_MEGABYTES, VISITOR
from mixup_demo.page.asgi import COOKIE, path_of, sender, with_headers
from mixup_demo.page.audience import QR
from mixup_demo.page.rates import Buckets
from mixup_demo.texts.input_error import InputError

COOKIE_SECONDS = 24 * 3600
#: where Gradio answers
API = "gradio_api/"
#: what scripts of the page ask, who read a sentence in an answer alone
PAGE_S_OWN = "component_server"
#: what of it the page, the API's clients and language models need, by the first part of the path.
#: All else is refused: Gradio also takes recordings, which it hands to ffmpeg, and edits its own
#: source
ANSWERED = frozenset(
    (
        *("api", "call", "cancel", "component_server", "file", "mcp", "queue", "reset", "run"),
        *("app_id", "heartbeat", "info", "login_check", "openapi.json", "startup-events"),
        *("theme.css", "token", "upload", "upload_progress", "user"),
    )
)
#: ends the first part of a path
_PART = re.compile("[/=]")
#: would have the server fetch what it is told to, for anybody
_FETCHES = re.compile(r"(file=|file/|proxy=)\s*https?:", re.IGNORECASE)


class LimitsMiddleware:
    """ASGI middleware: holds visitors to `mixup_demo.limits`.

    Args:
        app: what answers.
        visitors: of each cookie.
        addresses: of each address, with a cookie or without.
    """

    def __init__(
        self, app: ASGIApp, visitors: Buckets | None = None, addresses: Buckets | None = None
    ) -> None:
        self.app = app
        self.visitors = visitors if visitors is not None else Buckets(VISITOR)
        self.addresses = addresses if addresses is not None else Buckets(ADDRESS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request in a sentence, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = path_of(scope)
        if path.startswith(API) and _FETCHES.match(path.removeprefix(API)):
            await _refused(path, 403, InputError("error.proxy"))(scope, receive, send)
        elif path.startswith(API) and _first(path.removeprefix(API)) not in ANSWERED:
            await _refused(path, 404, InputError("error.route", value=path))(scope, receive, send)
        elif scope["method"] == "POST" or path == QR:
            await self._question(path, scope, receive, send)
        else:
            await self.app(scope, receive, send if path else _with_cookie(scope, send))

    async def _question(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        wait = self._wait(scope)
        if wait:
            error = InputError("error.rate", seconds=math.ceil(wait))
            more = {"retry-after": str(math.ceil(wait))}
            await _refused(path, 429, error, more)(scope, receive, send)
            return
        upload = path.removeprefix(API).startswith("upload")
        megabytes = MAX_UPLOAD_MEGABYTES if upload else MAX_BODY_MEGABYTES
        body = _Bounded(receive, send, megabytes * 2**20)
        try:
            await self.app(scope, body.receive, body.send)
        except ClientDisconnect:  # who has left reads no answer, and is no fault for the log
            pass
        except Exception:
            if not body.exceeded:
                raise
        if body.exceeded and not body.answered:
            await _refused(path, 413, InputError("error.body", limit=megabytes))(
                scope, receive, send
            )

    def _wait(self, scope: Scope) -> float:
        """Return the seconds that a visitor has to wait, 0 for none."""
        visitor, address = sender(Request(scope))
        # an address pays first: cookies can be made up
        return self.addresses.take(address) or (self.visitors.take(visitor) if visitor else 0.0)


def _first(path: str) -> str:
    return _PART.split(path, maxsplit=1)[0]


class _Bounded:
    """One request's way in and out: its body ends where it is longer than allowed."""

    def __init__(self, receive: Receive, send: Send, size: int) -> None:
        self._receive, self._send, self._left = receive, send, size
        self.exceeded = self.answered = False

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.exceeded = True
            return {"type": "http.disconnect"}
        return message

    async def send(self, message: Message) -> None:
        if not self.exceeded or self.answered:
            self.answered = True
            await self._send(message)


def _refused(
    path: str, status: int, error: InputError, headers: dict[str, str] | None = None
) -> Response:
    """Return a refusal that scripts of the page, clients of the API and people can read."""
    says = error.messages
    content = json.dumps({"error": says, "detail": " ".join(says.values())}, ensure_ascii=False)
    if path.removeprefix(API).startswith(PAGE_S_OWN):
        status = 200  # of anything else Gradio's front end lets no word through
    more = {"cache-control": "no-store", **(headers or {})}
    return Response(content, status, more, media_type="application/json")


def _with_cookie(scope: Scope, send: Send) -> Send:
    """Return what sends a page, and with it a visitor's cookie where there is none."""
    if COOKIE in Request(scope).cookies:
        return send
    value = f"{COOKIE}={secrets.token_hex(16)}; Path=/; Max-Age={COOKIE_SECONDS}"
    cookie = (b"set-cookie", f"{value}; SameSite=Lax; HttpOnly".encode())
    return with_headers(send, lambda _: [cookie])
