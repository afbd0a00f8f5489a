"""Work in the background that is shared by all who wait for it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import inf
from threading import Condition, Event
from time import monotonic
from typing import Generic, TypeVar

import torch

from mixup_demo.models.workers import Workers, workers
from mixup_demo.serving.line import Line, Place, Work

Item = TypeVar("Item")

#: seconds between two checks of a waiting caller's cancel event
POLL_SECONDS = 0.1


class Shared(Generic[Item]):
    """Items that are made one after another in the background; safe for threads.

    Making begins when somebody asks for an item that is not there yet. It pauses when all who
    asked have been cancelled, and goes on when somebody asks again. All makers wait in one line for
    the processor's cores.

    Args:
        source: makes the items; what it raises is raised to all who wait for more.
        count: of all items.
        made: the first items, which are there already.
        extra: whether everything else is made before this.
        line: where makers wait for their turn; without it that of trainings.

    Attributes:
        size: how much work it is, in the line's units; the source may correct it as it learns more.
    """

    def __init__(
        self,
        source: Iterator[Item],
        count: int,
        made: Sequence[Item] = (),
        extra: bool = False,
        line: Line | None = None,
        size: float = 1.0,
    ) -> None:
        self.size = size
        self._own_line = line
        self._source, self._count = source, count
        self._made = list(made)
        self._extra = extra
        self._work: Work | None = None
        self._error: BaseException | None = None
        self._cancels: set[Event] = set()
        self._running = False
        self._changed = Condition()

    @property
    def count(self) -> int:
        """Return how many items there will be."""
        return self._count

    @property
    def nbytes(self) -> int:
        """Return the memory of what is made so far."""
        return sum(int(getattr(item, "nbytes", 0)) for item in self._made)

    def items(
        self, count: int, cancel: Event, patience: float = inf, most: float = inf
    ) -> list[Item] | None:
        """Return all items made so far, as soon as they are at least `count`.

        None as soon as `cancel` is set. Making goes on until then, whether or not we ask again.

        Args:
            count: how many to wait for; where there will be fewer, all.
            cancel: set to end this call's wait.
            patience: seconds after which what there is is returned while making waits in the line,
                so that a long line keeps no thread.
            most: seconds after which it is returned in any case.

        Raises:
            InputError: the line is full.
        """
        wanted, now = min(count, self._count), monotonic()
        until, end = now + patience, now + most
        with self._changed:
            self._cancels = {other for other in self._cancels if not other.is_set()} | {cancel}
            while len(self._made) < wanted and not cancel.is_set():
                if self._error:
                    raise self._error
                self._start()
                waits = monotonic() > until and (place := self.place()) and place.before
                if waits or monotonic() > end:
                    break
                self._changed.wait(POLL_SECONDS)
            return None if cancel.is_set() else self._made.copy()

    def place(self) -> Place | None:
        """Return where making stands in the line; None where it has begun, or nobody asked."""
        return self._line().place(self._work) if self._work else None

    def _start(self) -> None:
        if not self._running:
            work = Work(self._run, self._is_wanted, self._extra, self.size)
            self._line().join(work)
            self._work, self._running = work, True

    def _line(self) -> Line:
        return self._own_line or _line()

    def _run(self) -> float:
        # trainings decay numbers to denormal ones, which take many times as long
        torch.set_flush_denormal(True)
        whole = not self._made
        try:
            while self._goes_on():
                self._make()
        except BaseException as error:  # whoever waits must hear of any end
            with self._changed:
                self._error = error
        finally:
            with self._changed:
                self._running = False
                self._changed.notify_all()
        return self.size if len(self._made) == self._count and whole else 0.0

    def _goes_on(self) -> bool:
        with self._changed:
            return len(self._made) < self._count and self._is_wanted()

    def _is_wanted(self) -> bool:
        """Return whether anybody waits; takes no lock, for the line asks while it holds its own."""
        return any(not cancel.is_set() for cancel in self._cancels)

    def _make(self) -> None:
        item = next(self._source)
        with self._changed:
            self._made.append(item)
            self._changed.notify_all()


@lru_cache
def _line() -> Line:
    """Return the line for threads of this alone, so that a training keeps no picture waiting."""
    return Line(Workers(workers(torch.device("cpu")).count))
