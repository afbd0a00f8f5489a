"""Answers to the page's scripts: made on threads of their own, packed, ended where nobody waits.

Gradio would make each on one of the threads that pages and files come from, write it with an
encoder that looks at every number in Python, and send it as it is.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from functools import cache, partial, wraps
from typing import Any

import gradio as gr
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from mixup_demo.limits import ADDRESS_ANSWERS, ANSWERS, VISITOR_ANSWERS
from mixup_demo.page.asgi import sender
from mixup_demo.page.compression import coding_of
from mixup_demo.page.shares import Shares
from mixup_demo.serving.leaving import watched
from mixup_demo.serving.ready import WORTH_PACKING, Ready, encoded, packed
from mixup_demo.serving.schema import Answer

#: seconds between two looks at whether the sender is still there
LOOK_SECONDS = 0.25

#: what nobody reads, and its packing
NOTHING = b"", ""

Sending = Callable[[Any, HttpRequest], Coroutine[Any, Any, Response]]


def sending(answer: Callable[[Any], Answer]) -> Sending:
    """Return what answers a request with a response.

    Args:
        answer: from what a script sends to what it gets.
    """

    @wraps(answer)
    async def respond(request: Any, http: HttpRequest) -> Response:
        accepted = http.headers.get("accept-encoding", "").encode()
        with watched() as end:
            making = asyncio.create_task(_in_share(http, partial(_made, answer, request, accepted)))
            await _while_somebody_waits(making, http, end)
            content, coding = await making
        headers = {"content-encoding": coding} if coding else {}
        return Response(content, headers=headers, media_type="application/json")

    del respond.__wrapped__  # Gradio shall see these parameters
    # what it hands over where this is said is Starlette's, not its own
    respond.__annotations__ = {"request": Any, "http": gr.Request}
    return respond


_visitors, _addresses = Shares(VISITOR_ANSWERS), Shares(ADDRESS_ANSWERS)


@cache
def _limiter() -> CapacityLimiter:
    return CapacityLimiter(ANSWERS)


async def _in_share(http: HttpRequest, make: Callable[[], tuple[bytes, str]]) -> tuple[bytes, str]:
    """Return what is made on a thread, as soon as visitor, address and all together have one left.

    Nothing is made for a sender who has left while it waited: who reloads a page that asks much
    would else wait for all of what was asked before.
    """
    visitor, address = sender(http)
    async with AsyncExitStack() as held:
        if visitor:
            await held.enter_async_context(_visitors.of(visitor))
        await held.enter_async_context(_addresses.of(address))
        await held.enter_async_context(_limiter())
        if await http.is_disconnected():
            return NOTHING
        return await to_thread.run_sync(make, limiter=CapacityLimiter(1))  # the wait is over


async def _while_somebody_waits(
    making: "asyncio.Task[Any]", http: HttpRequest, end: Callable[[], None]
) -> None:
    """Return when the answer is made; let it end where the sender has left meanwhile."""
    while not (await asyncio.wait({making}, timeout=LOOK_SECONDS))[0]:
        if await http.is_disconnected():
            end()


def _made(answer: Callable[[Any], Answer], request: Any, accepted: bytes) -> tuple[bytes, str]:
    """Return an answer as JSON, packed where the sender takes it and it pays; and the packing."""
    found = answer(request)
    content = found.json if isinstance(found, Ready) else encoded(found)
    if coding_of(accepted) != b"br" or len(content) < WORTH_PACKING:
        return content, ""
    return (found.packed if isinstance(found, Ready) else packed(content)), "br"
