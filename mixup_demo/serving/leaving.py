"""Who has left: a request whose sender is gone ends what it waits for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event

_begun: ContextVar[list[Event] | None] = ContextVar("begun", default=None)


@contextmanager
def watched() -> Iterator[Callable[[], None]]:
    """Give what ends all that is begun within, in this context and copies of it."""
    begun: list[Event] = []
    token = _begun.set(begun)

    def end() -> None:
        for cancel in begun:
            cancel.set()

    try:
        yield end
    finally:
        _begun.reset(token)


def begins(cancel: Event) -> None:
    """Remember what ends a wait that begins now; outside of `watched` there is nobody to leave."""
    begun = _begun.get()
    if begun is not None:
        begun.append(cancel)
