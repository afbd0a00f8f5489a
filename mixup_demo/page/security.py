"""What every answer tells the browser to allow, and what not.

Scripts run only from this address, or inline where the page was made with them. Gradio builds
functions from texts of its configuration, hence 'unsafe-eval', and styles elements by attributes,
hence 'unsafe-inline' for styles. The page may stand in frames of other pages: in a Space, in slides
and in courses, whole or one panel of it; it knows no accounts that a frame could abuse.
"""

import base64
import hashlib
import re

from starlette.types import ASGIApp, Receive, Scope, Send

from mixup_demo.page.asgi import Header, missing, with_headers

#: every answer's
HEADERS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"permissions-policy", b"camera=(self), geolocation=(), microphone=()"),
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
#: a script within a page: whatever its attributes, but for where it comes from, and its text
_INLINE = re.compile(r"<script(?=[\s>])((?:(?!\ssrc=)[^>])*)>(.*?)</script>", re.DOTALL)


def policy(html: str, lecture: str = "") -> bytes:
    """Return the Content-Security-Policy of a page, which names the digests of its inline scripts.

    So it depends on page and link alone, and a page that many ask for is made once.

    Args:
        html: the page.
        lecture: the parameter of the link; a page that shows a lecture of another address may read
            from that address besides its own.
    """
    texts = dict.fromkeys(found[2] for found in _INLINE.finditer(html) if "json" not in found[1])
    scripts = " ".join(("script-src 'self'", *map(_source, texts), "'unsafe-eval'"))
    found = _ORIGIN.match(lecture)
    connect = f"connect-src 'self' {found[1]}" if found else "connect-src 'self'"
    parts = (*(f"{name} {value}" for name, value in _POLICY.items()), connect, scripts)
    return "; ".join(parts).encode()


def _source(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class SecurityMiddleware:
    """ASGI middleware: adds `HEADERS` to every answer that has not got them.

    Args:
        app: what answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""
        if scope["type"] == "http":
            send = with_headers(send, lambda message: missing(message, HEADERS))
        await self.app(scope, receive, send)
