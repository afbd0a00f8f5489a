"""Whoever asks much at once keeps no thread that others need."""

import asyncio
from threading import Event
from typing import Any

import pytest
from starlette.requests import Request

from mixup_demo.limits import ADDRESS_ANSWERS, ANSWERS, VISITOR_ANSWERS
from mixup_demo.page.asgi import COOKIE
from mixup_demo.page.sending import sending
from mixup_demo.page.shares import Shares

PATIENCE = 10  # seconds until a test that hangs fails


def sent_by(visitor: str, address: str) -> Request:
    async def nothing_more() -> dict[str, str]:
        await asyncio.Event().wait()
        raise AssertionError

    cookie = [(b"cookie", f"{COOKIE}={visitor}".encode())] if visitor else []
    scope = {"type": "http", "headers": cookie, "client": (address, 1)}
    return Request(scope, nothing_more)


@pytest.mark.parametrize(
    ("many", "other"),
    [
        (["one"] * 2 * ANSWERS, ("two", "192.0.2.1")),
        ([str(number) for number in range(2 * ANSWERS)], ("two", "192.0.2.2")),
        ([""] * 2 * ANSWERS, ("", "192.0.2.2")),
    ],
    ids=["a visitor", "an address", "one without a name"],
)
def test_another_is_answered_meanwhile(many: list[str], other: tuple[str, str]):
    go = Event()

    def answer(asked: str) -> dict[str, str]:
        assert asked == "quick" or go.wait(3 * PATIENCE)
        return {"asked": asked}

    respond = sending(answer)

    async def scene() -> tuple[bytes, list[bytes]]:
        held = [asyncio.create_task(respond("slow", sent_by(one, "192.0.2.1"))) for one in many]
        await asyncio.sleep(0)
        try:
            quick = await asyncio.wait_for(respond("quick", sent_by(*other)), PATIENCE)
        finally:
            go.set()
            slow = await asyncio.gather(*held)
        return quick.body, [one.body for one in slow]

    quick, slow = asyncio.run(scene())
    assert quick == b'{"asked":"quick"}'
    assert slow == [b'{"asked":"slow"}'] * len(many)


def held_until_told() -> tuple[Event, list[str], Any]:
    """What lets answers go, what has been asked, and what sends the answers; "last" is not held."""
    go, made = Event(), []

    def answer(asked: str) -> dict[str, str]:
        made.append(asked)
        assert asked == "last" or go.wait(3 * PATIENCE)
        return {}

    return go, made, sending(answer)


def test_nothing_is_made_for_who_has_left_while_it_waited():
    go, made, respond = held_until_told()

    async def closed() -> dict[str, str]:
        return {"type": "http.disconnect"}

    left = Request(sent_by("one", "192.0.2.1").scope, closed)

    async def scene() -> None:
        first = [sent_by("one", "192.0.2.1") for _ in range(VISITOR_ANSWERS)]
        held = [asyncio.create_task(respond("slow", one)) for one in first]
        await asyncio.sleep(0)
        waits = asyncio.create_task(respond("left", left))
        await asyncio.sleep(0.1)
        go.set()
        await asyncio.gather(waits, *held)
        await respond("last", sent_by("one", "192.0.2.1"))

    asyncio.run(scene())
    assert made == ["slow"] * VISITOR_ANSWERS + ["last"]


def test_nor_for_who_has_left_while_it_waited_for_others():
    """It was looked at before it waited for a thread, and not again."""
    go, made, respond = held_until_told()

    async def scene() -> None:
        gone = asyncio.Event()

        async def closed() -> dict[str, str]:
            await gone.wait()
            return {"type": "http.disconnect"}

        senders = [sent_by("", f"192.0.2.{number % 2}") for number in range(ANSWERS)]
        held = [asyncio.create_task(respond("slow", one)) for one in senders]
        await asyncio.sleep(0)
        waits = asyncio.create_task(
            respond("left", Request(sent_by("one", "192.0.2.3").scope, closed))
        )
        await asyncio.sleep(0.1)
        gone.set()
        await asyncio.sleep(0.1)
        go.set()
        await asyncio.gather(waits, *held)
        await respond("last", sent_by("one", "192.0.2.3"))

    asyncio.run(scene())
    assert made == ["slow"] * ANSWERS + ["last"]


def test_shares_leave_threads_to_others_and_are_forgotten():
    assert VISITOR_ANSWERS < ADDRESS_ANSWERS < ANSWERS
    shares = Shares(2)

    async def scene() -> None:
        first = shares.of("a")
        assert shares.of("a") is first
        assert shares.of("b") is not first
        assert first.total_tokens == 2

    asyncio.run(scene())
    assert len(shares) == 0
