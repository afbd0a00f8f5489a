"""Calls of the API that Gradio would answer without a word: their names, number and files.

Gradio ends a call that lacks an input, names one that there is none of, or brings a picture in
another form than its own by an error that says nothing to the caller.
"""

import errno
import json
import os
from collections.abc import Iterable, Mapping
from typing import Any

import gradio as gr
from gradio.exceptions import InvalidPathError
from gradio_client.utils import traverse
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mixup_demo.page.asgi import path_of
from mixup_demo.serving.components import ImageFile, Words
from mixup_demo.serving.schema import Schema
from mixup_demo.serving.view import Endpoint
from mixup_demo.texts.input_error import InputError

#: where calls name their inputs
NAMED = "gradio_api/call/v2/"
#: what Gradio itself takes beside the inputs, and leaves out
BESIDE = {"oauth_token"}
#: by which Gradio knows a file
_FILE = {"_type": "gradio.FileData"}
#: what the system says of a path that no file has or could have
_NO_FILE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL}


class CheckedBlocks(gr.Blocks):
    """Gradio's page, which says what is wrong with the inputs of a call."""

    def get_block_name(self) -> str:
        """Name what Gradio's front end knows this as."""
        return "blocks"

    def validate_inputs(self, block_fn: Any, inputs: list[Any]) -> None:
        """Refuse a call with too few inputs."""
        if len(inputs) < len(block_fn.inputs):
            wanted = len(block_fn.inputs)
            raise _said(InputError("error.call.count", value=len(inputs), limit=wanted))

    async def preprocess_data(
        self, block_fn: Any, inputs: list[Any], *more: Any, **named: Any
    ) -> Any:
        """Return the inputs as endpoints take them; Gradio counts them first."""
        sent = zip(block_fn.inputs, inputs, strict=False)
        taken = [_checked(block, value) for block, value in sent]
        try:
            return await super().preprocess_data(block_fn, taken, *more, **named)
        except gr.Error:  # which is a ValueError, too
            raise
        except (ValueError, OSError) as error:
            if _names_no_upload(error):
                raise _said(InputError("error.image.missing")) from error
            raise gr.Error(str(InputError("error.internal"))) from error  # Gradio logs what it was


def _said(error: InputError) -> gr.Error:
    return gr.Error(str(error), print_exception=False)


def _names_no_upload(error: Exception) -> bool:
    """Return whether Gradio says that a path is none of an upload, or the system that of none."""
    return isinstance(error, InvalidPathError) or getattr(error, "errno", None) in _NO_FILE


def _checked(block: Any, value: Any) -> Any:
    """Return a picture as Gradio's description of a file, and anything else as it is.

    Raises:
        gr.Error: a file in place of words or a number, or no picture in place of one.
    """
    if isinstance(block, Words) and _holds_file(value):
        raise _said(InputError("error.file"))
    if not isinstance(block, ImageFile) or value is None:
        return value
    where = value.get("path") or value.get("url") if isinstance(value, dict) else value
    if not isinstance(where, str) or not _may_be_path(where):
        raise _said(InputError("error.image.missing"))
    return {"path": where, "meta": _FILE}


def _may_be_path(where: str) -> bool:
    try:
        return b"\0" not in os.fsencode(where)
    except UnicodeEncodeError:  # half a surrogate pair
        return False


def _holds_file(value: Any) -> bool:
    found: list[Any] = []
    traverse(value, found.append, lambda part: isinstance(part, dict) and part.get("meta") == _FILE)
    return bool(found)


class CallsMiddleware:
    """ASGI middleware: refuses calls by name that lack an input, or name one that there is none of.

    Args:
        app: answers the others.
        endpoints: that there are.
    """

    def __init__(self, app: ASGIApp, endpoints: Iterable[Endpoint]) -> None:
        self.app = app
        self.schemas = {endpoint.name: endpoint.schema for endpoint in endpoints}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a call in a sentence, or pass it on."""
        path = path_of(scope) if scope["type"] == "http" else ""
        if not path.startswith(NAMED) or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        body = await Request(scope, receive).body()
        try:
            self._check(path.removeprefix(NAMED), body)
        except InputError as error:
            await _refusal(error)(scope, receive, send)
            return
        await self.app(scope, _again(body, receive), send)

    def _check(self, name: str, body: bytes) -> None:
        if name not in self.schemas:
            raise InputError("error.call.endpoint", value=name, names=", ".join(self.schemas))
        try:
            given = json.loads(body)
        except (ValueError, RecursionError):
            return  # of which Gradio says what is wrong
        if isinstance(given, Mapping):
            _check_names(name, self.schemas[name], given.keys() - BESIDE)


def _check_names(name: str, schema: Schema, given: Iterable[str]) -> None:
    known = {one.name: one.default is one.empty for one in schema.parameters("")}
    unknown = sorted(set(given) - known.keys())
    if unknown:
        names = ", ".join(known)
        raise InputError("error.call.unknown", endpoint=name, names=names, value=unknown[0])
    lacking = [one for one, required in known.items() if required and one not in set(given)]
    if lacking:
        names = ", ".join(one for one, required in known.items() if required)
        raise InputError("error.call.lacks", endpoint=name, names=names, value=", ".join(lacking))


def _refusal(error: InputError) -> Response:
    says = error.messages
    return JSONResponse({"error": says, "detail": " ".join(says.values())}, 400)


def _again(body: bytes, receive: Receive) -> Receive:
    """Return what gives a body that was read already, and then what comes behind it."""
    parts: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again() -> Message:
        return parts.pop() if parts else await receive()

    return receive_again
