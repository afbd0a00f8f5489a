"""For a lecture's audience: the QR code of an address, and live polls where they are wanted.

``GET /qr?text=ADDRESS`` answers with an SVG. With ``MIXUP_POLL=1``:

- ``POST /poll`` opens a poll, ``{"choices": 3}`` -> ``{"name": ..., "key": ...}``;
- ``POST /poll/NAME`` takes an answer, ``{"voter": ..., "answer": 0}`` -> ``{}``;
- ``GET /poll/NAME?key=KEY`` counts, ``{"counts": [...]}``; ``DELETE`` closes.

A body must be JSON and say so: a page of another origin could not send that without being asked.
"""

import json
import os
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

import segno
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from mixup_demo.page.asgi import path_of, sender
from mixup_demo.page.shares import Shares
from mixup_demo.serving.polls import Polls
from mixup_demo.texts.input_error import InputError

QR, POLL = "qr", "poll"
#: an environment variable: "1" answers `POLL`, which is off else
POLL_WANTED = "MIXUP_POLL"
#: of an address in a QR code; one of medium correction holds 2,331
MOST_QR_BYTES = 2000
#: of a poll's request
MOST_BODY_BYTES = 200
#: what each refusal is to HTTP; all others are 400
STATUS = {"error.poll.gone": 404, "error.poll.polls": 429, "error.poll.own": 429}
STATUS |= {"error.poll.address": 429, "error.poll.votes": 429}


#: an address draws one code at a time: one of the longest takes a tenth of a second, and of the
#: thousands that it may ask for at once a few would keep all threads from everybody
_drawing = Shares(1)


def poll_wanted() -> bool:
    """Return whether this server takes live polls."""
    return os.environ.get(POLL_WANTED) == "1"


@lru_cache(maxsize=256)
def qr_svg(text: str) -> bytes:
    """Return the QR code of an address as SVG: dark on light in any theme, with its quiet zone.

    Raises:
        InputError: it is no address of http or https, or too long.
    """
    size = len(text.encode("utf-8", "replace"))
    if not text.startswith(("http://", "https://")) or size > MOST_QR_BYTES:
        raise InputError("error.qr", limit=MOST_QR_BYTES, value=text)
    out = BytesIO()
    code = segno.make(text, error="m", micro=False)
    code.save(out, kind="svg", dark="#000", light="#fff", border=4, omitsize=True, xmldecl=False)
    return out.getvalue()


class AudienceMiddleware:
    """ASGI middleware: answers `QR` and, where it is wanted, `POLL`.

    Args:
        app: answers everything else.
        polls: those that are open.
    """

    def __init__(self, app: ASGIApp, polls: Polls) -> None:
        self.app = app
        self.polls = polls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the audience, or pass the request on."""
        app: ASGIApp = self.app
        if scope["type"] == "http":
            path = path_of(scope)
            request = Request(scope, receive)
            if path == QR and request.method in ("GET", "HEAD"):
                app = await self._qr(request)
            elif (path == POLL or path.startswith(f"{POLL}/")) and poll_wanted():
                app = await self._poll(request, path.removeprefix(POLL).strip("/"))
        await app(scope, receive, send)

    async def _qr(self, request: Request) -> Response:
        async with _drawing.of(sender(request)[1]):
            if await request.is_disconnected():
                return Response()  # which nobody reads
            try:
                svg = await run_in_threadpool(qr_svg, request.query_params.get("text", ""))
            except InputError as error:
                return _refusal(error)
        headers = {"cache-control": "public, max-age=86400"}
        return Response(svg, media_type="image/svg+xml", headers=headers)

    async def _poll(self, request: Request, name: str) -> Response:
        try:
            return JSONResponse(await self._answer(request, name), headers=NEVER_KEPT)
        except InputError as error:
            return _refusal(error)

    async def _answer(self, request: Request, name: str) -> dict[str, Any]:
        key = request.query_params.get("key", "")
        if request.method == "POST" and not name:
            visitor, address = sender(request)
            choices = (await _body(request)).get("choices")
            opened, key = self.polls.open(choices, visitor or address, address)
            return {"name": opened, "key": key}
        if request.method == "POST":
            vote = await _body(request)
            self.polls.vote(name, vote.get("voter"), vote.get("answer"))
            return {}
        if request.method == "DELETE":
            self.polls.close(name, key)
            return {}
        return {"counts": self.polls.counts(name, key)}


NEVER_KEPT = {"cache-control": "no-store"}


async def _body(request: Request) -> Mapping[str, Any]:
    """Return the JSON object that a request holds, reading no more of it than is allowed.

    Raises:
        InputError: it is none, or too large.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    content = b""
    async for part in request.stream():
        content += part
        if len(content) > MOST_BODY_BYTES:
            raise InputError("error.poll.request")
    try:
        found = json.loads(content) if kind == "application/json" else None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise InputError("error.poll.request")
    return found


def _refusal(error: InputError) -> Response:
    return JSONResponse({"error": error.messages}, STATUS.get(error.key, 400), NEVER_KEPT)
