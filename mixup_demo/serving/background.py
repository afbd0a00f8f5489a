"""Work in the background that is shared by all who wait for it."""

from collections.abc import Iterator
from functools import lru_cache
from threading import Condition, Event
from typing import Generic, TypeVar

import torch

from mixup_demo.models.workers import Workers, workers

Item = TypeVar("Item")

#: seconds between two checks of a waiting caller's cancel event
POLL_SECONDS = 0.1


class Shared(Generic[Item]):
    """Items that are made one after another in the background; safe for threads.

    Making begins when somebody asks for an item that is not there yet. It pauses when all who
    asked have been cancelled, and goes on when somebody asks again.

    Args:
        source: makes the items; what it raises is raised to all who wait for more.
        count: of all items.
    """

    def __init__(self, source: Iterator[Item], count: int) -> None:
        self._source, self._count = source, count
        self._made: list[Item] = []
        self._error: BaseException | None = None
        self._cancels: set[Event] = set()
        self._running = False
        self._changed = Condition()

    @property
    def count(self) -> int:
        """Return how many items there will be."""
        return self._count

    def items(self, count: int, cancel: Event) -> list[Item] | None:
        """Return all items made so far, as soon as they are at least `count`.

        None as soon as `cancel` is set. Making goes on until then, whether or not we ask again.

        Args:
            count: how many to wait for; where there will be fewer, all.
            cancel: set to end this call's wait.
        """
        wanted = min(count, self._count)
        with self._changed:
            self._cancels = {other for other in self._cancels if not other.is_set()} | {cancel}
            while len(self._made) < wanted and not cancel.is_set():
                if self._error:
                    raise self._error
                self._start()
                self._changed.wait(POLL_SECONDS)
            return None if cancel.is_set() else self._made.copy()

    def _start(self) -> None:
        if not self._running:
            self._running = True
            _workers().submit(self._run)

    def _run(self) -> None:
        # trainings decay numbers to denormal ones, which take many times as long
        torch.set_flush_denormal(True)
        try:
            while self._wanted():
                self._make()
        except BaseException as error:  # whoever waits must hear of any end
            with self._changed:
                self._error = error
        finally:
            with self._changed:
                self._running = False
                self._changed.notify_all()

    def _wanted(self) -> bool:
        with self._changed:
            complete = len(self._made) == self._count
            return not complete and any(not cancel.is_set() for cancel in self._cancels)

    def _make(self) -> None:
        item = next(self._source)
        with self._changed:
            self._made.append(item)
            self._changed.notify_all()


@lru_cache
def _workers() -> Workers:
    """Return threads for this alone, so that a long training keeps no picture waiting."""
    return Workers(workers(torch.device("cpu")).count)
