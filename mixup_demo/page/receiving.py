"""What arrives slowly, or finds no room: one sentence, and nothing of it stays.

Gradio waits for the rest of an upload for ever, and leaves what has come of it on the disk.
"""

import asyncio
import time
from pathlib import Path

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mixup_demo.page.asgi import path_of
from mixup_demo.serving.room import FULL, has_room
from mixup_demo.texts.input_error import InputError

#: seconds between two parts of what is sent, and for all of it
REST_SECONDS, WHOLE_SECONDS = 30.0, 300.0
#: Gradio's
UPLOAD = "gradio_api/upload"

_TOO_SLOW, _NO_ROOM = 408, 507


class _TooSlowError(Exception):
    """The sender took too long; `says` is why."""

    def __init__(self, says: InputError) -> None:
        super().__init__(str(says))
        self.says = says


class ReceivingMiddleware:
    """ASGI middleware: ends what is sent too slowly, and refuses uploads when the disk is full.

    Args:
        app: what answers.
        uploads: the folder of what is received.
        rest_s, whole_s: seconds between two parts of a request, and for all of it.
    """

    def __init__(
        self,
        app: ASGIApp,
        uploads: Path,
        rest_s: float = REST_SECONDS,
        whole_s: float = WHOLE_SECONDS,
    ) -> None:
        self.app = app
        self.uploads = uploads
        self.rest_s, self.whole_s = rest_s, whole_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on as long as it comes and there is room for it."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        refusal = await self._try(scope, receive, send)
        if refusal:
            await refusal(scope, receive, send)

    async def _try(self, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """Return why the request was refused; None where it was answered."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        if _is_upload(scope) and not self._has_room(scope):
            return _refusal(_NO_ROOM, InputError("error.disk"))
        try:
            await self.app(scope, self._in_time(receive), noting)
        except _TooSlowError as error:
            refusal = _refusal(_TOO_SLOW, error.says)
        except OSError as error:
            if error.errno not in FULL:
                raise
            refusal = _refusal(_NO_ROOM, InputError("error.disk"))
        else:
            return None
        return None if begun else refusal

    def _has_room(self, scope: Scope) -> bool:
        length = dict(scope["headers"]).get(b"content-length", b"0")
        wanted = int(length) if length.isdigit() else 0
        return has_room(self.uploads, wanted)

    def _in_time(self, receive: Receive) -> Receive:
        """Return what receives, as long as the request is not complete, within the time."""
        until, complete = time.monotonic() + self.whole_s, False

        async def receive_in_time() -> Message:
            nonlocal complete
            if complete:
                return await receive()
            left = until - time.monotonic()
            try:
                message = await asyncio.wait_for(receive(), min(self.rest_s, left))
            except asyncio.TimeoutError as error:  # another class than TimeoutError in Python 3.10
                raise _TooSlowError(self._why(left)) from error
            complete = not message.get("more_body", False)
            return message

        return receive_in_time

    def _why(self, left: float) -> InputError:
        """Return which of both limits ended a wait that began with so many seconds left."""
        if left < self.rest_s:
            return InputError("error.slow.whole", limit=f"{self.whole_s / 60:g}")
        return InputError("error.slow", limit=round(self.rest_s))


def _is_upload(scope: Scope) -> bool:
    return path_of(scope) == UPLOAD


def _refusal(status: int, error: InputError) -> Response:
    return PlainTextResponse(f"{error}", status, {"connection": "close"})
