"""Work in the background that is shared by all who wait for it."""

from collections.abc import Iterator, Sequence
from math import inf
from threading import Condition, Event
from time import monotonic
from types import TracebackType
from typing import Generic, TypeVar

import torch

from mixup_demo.models.workers import Workers, workers
from mixup_demo.serving.cache import weight
from mixup_demo.serving.line import Line, Place, Work, made_once
from mixup_demo.texts.input_error import InputError

Item = TypeVar("Item")

#: seconds between two checks of a waiting caller's cancel event
POLL_SECONDS = 0.1
#: seconds after which one who waits in the line hears the place, and keeps no thread
PATIENCE = 0.3
#: seconds for which a thread is kept by one who waits for what is being made
MAKING_PATIENCE = 1.0
#: seconds after which one who has not asked again counts as gone
ABSENT_SECONDS = 15
#: an answer brings at least one item, and one more for so many as were there before
GROWTH = 4


class Shared(Generic[Item]):
    """Items that are made one after another in the background; safe for threads.

    Making begins when somebody asks for an item that is not there yet. It pauses when all who
    asked have been cancelled, or none of them has come back for `ABSENT_SECONDS`, and goes on when
    somebody asks again. All makers wait in one line for the processor's cores.

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
        self._raised_at: TracebackType | None = None
        self._cancels: set[Event] = set()
        self._running = False
        self._asking, self._seen = 0, monotonic()
        self._changed = Condition()

    @property
    def count(self) -> int:
        """Return how many items there will be."""
        return self._count

    @property
    def nbytes(self) -> int:
        """Return the memory of what is made so far."""
        return sum(map(weight, self._made))

    @property
    def broken(self) -> bool:
        """Whether making ended by an error that another attempt may not meet."""
        return self._error is not None and not isinstance(self._error, InputError)

    def more_than(self, start: int, cancel: Event) -> tuple[list[Item], Place | None] | None:
        """Return all items made so far, as soon as there are some more than the first `start`.

        The more there are, the more must come before the next answer, so that the first comes at
        once and all in a dozen answers. Where they are not there in time, because others come first
        or they take long to make, also the place in the line; one of nobody before means that they
        are being made. None as soon as `cancel` is set.

        Raises:
            InputError: the line is full.
        """
        wanted = min(start + 1 + start // GROWTH, self._count)
        made = self.items(wanted, cancel, PATIENCE, MAKING_PATIENCE)
        if made is None:
            return None
        return made, None if len(made) >= wanted else self.place() or Place(0, None)

    def whole(self, cancel: Event) -> list[Item] | Place | None:
        """Return all items, or the place in the line until they are there.

        A place of nobody before means that they are being made. None as soon as `cancel` is set.

        Raises:
            InputError: the line is full.
        """
        made = self.items(self._count, cancel, PATIENCE, MAKING_PATIENCE)
        if made is None or len(made) == self._count:
            return made
        return self.place() or Place(0, None)

    def items(
        self, count: int, cancel: Event, patience: float = inf, most: float = inf
    ) -> list[Item] | None:
        """Return all items made so far, as soon as they are at least `count`.

        None as soon as `cancel` is set. Making goes on for a while after we had our answer, for we
        may ask for more.

        Args:
            count: how many to wait for; where there will be fewer, all.
            cancel: set to end this call's wait.
            patience: seconds after which what there is is returned while making waits in the line,
                so that a long line keeps no thread.
            most: seconds after which it is returned in any case.

        Raises:
            InputError: the line is full.
        """
        with self._changed:
            self._asking += 1
        try:
            return self._wait_for(min(count, self._count), cancel, patience, most)
        finally:
            with self._changed:
                self._asking, self._seen = self._asking - 1, monotonic()

    def _wait_for(
        self, wanted: int, cancel: Event, patience: float, most: float
    ) -> list[Item] | None:
        now = monotonic()
        until, end = now + patience, now + most
        with self._changed:
            if len(self._made) < self._count:  # else nothing can be cancelled any more
                self._cancels = {one for one in self._cancels if not one.is_set()} | {cancel}
            while len(self._made) < wanted and not cancel.is_set():
                if self._error:
                    self._cancels = set()
                    # without what earlier callers have added to it, which would keep their frames
                    raise self._error.with_traceback(self._raised_at)
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
            work = Work(self._run, self.is_wanted, self._extra, self.size)
            self._line().join(work)
            self._work, self._running = work, True

    def _line(self) -> Line:
        return self._own_line or trainings_line()

    def _run(self) -> float:
        # trainings decay numbers to denormal ones, which take many times as long
        torch.set_flush_denormal(True)
        whole = not self._made
        try:
            while self._goes_on():
                self._make()
        except BaseException as error:  # whoever waits must hear of any end
            with self._changed:
                self._error, self._raised_at = error, error.__traceback__
        finally:
            with self._changed:
                self._running = False
                if self._error or len(self._made) == self._count:
                    self._cancels = set()
                self._changed.notify_all()
        return self.size if len(self._made) == self._count and whole else 0.0

    def _goes_on(self) -> bool:
        with self._changed:
            return len(self._made) < self._count and self.is_wanted()

    def is_wanted(self) -> bool:
        """Return whether anybody waits, or may come back.

        Takes no lock, for the line asks while it holds its own: so `_cancels` is replaced, never
        changed.
        """
        return not self.is_left() and any(not cancel.is_set() for cancel in self._cancels)

    def is_left(self) -> bool:
        """Return whether nobody is here who asked, nor has come back in `ABSENT_SECONDS`."""
        return not self._asking and monotonic() - self._seen >= ABSENT_SECONDS

    def _make(self) -> None:
        item = next(self._source)
        with self._changed:
            self._made.append(item)
            self._changed.notify_all()


@made_once
def trainings_line() -> Line:
    """Return the line for threads of this alone, so that a training keeps no picture waiting."""
    return Line(Workers(workers(torch.device("cpu")).count))
