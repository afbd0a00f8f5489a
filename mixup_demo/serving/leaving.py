"""Who has left: a request whose sender is gone ends what it waits for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event

from mixup_demo.probes.chunks import Stop, never

_begun: ContextVar[list[Event] | None] = ContextVar("begun", default=None)
_left: ContextVar[Stop] = ContextVar("left", default=never)


@contextmanager
def watched() -> Iterator[Callable[[], None]]:
    """Give what ends all that is begun within, in this context and copies of it."""
    gone = Event()
    begun = [gone]
    token = _begun.set(begun)

    def end() -> None:
        for cancel in begun:
            cancel.set()

    try:
        with made_for(gone.is_set):
            yield end
    finally:
        _begun.reset(token)


def begins(cancel: Event) -> None:
    """Remember what ends a wait that begins now; outside of `watched` there is nobody to leave."""
    begun = _begun.get()
    if begun is not None:
        begun.append(cancel)


@contextmanager
def made_for(left: Stop) -> Iterator[None]:
    """Let `has_left` say within, in this context and copies of it, what `left` does."""
    token = _left.set(left)
    try:
        yield
    finally:
        _left.reset(token)


def has_left() -> bool:
    """Return whether all have left for whom something is made here."""
    return _left.get()()
