"""What every answer tells the browser to allow, and what not.

Scripts run only from this address, or inline with the nonce of their own answer. Gradio builds
functions from texts of its configuration, hence 'unsafe-eval', and styles elements by attributes,
hence 'unsafe-inline' for styles. The page may stand in frames of other pages: in a Space, in slides
and in courses, whole or one panel of it; it knows no accounts that a frame could abuse.
"""

import re
import secrets
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Header = tuple[bytes, bytes]

#: every answer's
HEADERS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)

#: a page's, beside its scripts'
_POLICY = {
    "default-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "media-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "* file:",  # slides lie on a disk as well
}

#: letters that cannot end a directive
_ORIGIN = re.compile(r"(https://[a-z0-9.-]+(?::[0-9]{1,5})?)/")
_SCRIPT = re.compile(r"<script(?=[\s>])")


def policy(nonce: str, lecture: str = "") -> bytes:
    """Return the Content-Security-Policy of a page whose inline scripts carry `nonce`.

    Args:
        lecture: the parameter of the link; a page that shows a lecture of another address may read
            from that address besides its own.
    """
    scripts = f"script-src 'self' 'nonce-{nonce}' 'unsafe-eval'"
    found = _ORIGIN.match(lecture)
    connect = f"connect-src 'self' {found[1]}" if found else "connect-src 'self'"
    parts = (*(f"{name} {value}" for name, value in _POLICY.items()), connect, scripts)
    return "; ".join(parts).encode()


def new_nonce() -> str:
    """Return letters and digits that nobody can guess, for one answer."""
    return secrets.token_hex(16)


def with_nonce(html: str, nonce: str) -> str:
    """Return a page whose scripts carry `nonce`.

    Without quotation marks around it, for a text in a script may speak of scripts as well.
    """
    return _SCRIPT.sub(f"<script nonce={nonce}", html)


class SecurityMiddleware:
    """ASGI middleware: adds `HEADERS` to every answer that has not got them.

    Args:
        app: what answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers: Iterable[Header] = message.get("headers", ())
                known = {name.lower() for name, _ in headers}
                more = [header for header in HEADERS if header[0] not in known]
                message = {**message, "headers": [*headers, *more]}
            await send(message)

        await self.app(scope, receive, complete if scope["type"] == "http" else send)
