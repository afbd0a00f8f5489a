"""Works that wait for a free worker: each knows its place, and there is an end to the line."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from threading import Lock

from mixup_demo.models.workers import Workers
from mixup_demo.texts.input_error import InputError

#: so many may wait; about a minute's work of two cores at the Toy view's opening settings
MOST_WAITING = 60
#: works whose durations tell how long the next take
REMEMBERED = 32


@dataclass(eq=False)
class Work:
    """What waits in a line.

    Attributes:
        run: does it; returns whether that was the whole of it, so that its time tells something.
        wanted: whether anybody still waits for it; called from any thread, and must not block.
        extra: lets all that is not extra go first.
        began: when, by `time.monotonic`; None while it waits.
    """

    run: Callable[[], bool]
    wanted: Callable[[], bool]
    extra: bool = False
    began: float | None = None


@dataclass(frozen=True)
class Place:
    """Where a work stands.

    Attributes:
        before: works that end or begin before it.
        seconds: about how long until it begins; None where nothing has been measured yet.
    """

    before: int
    seconds: float | None


class Line:
    """First come, first served, but for extras, which come last; safe for threads.

    Args:
        workers: do the works.
        most: so many may wait.
    """

    def __init__(self, workers: Workers, most: int = MOST_WAITING) -> None:
        self._workers, self._most = workers, most
        self._waiting: list[Work] = []
        self._running: list[Work] = []
        self._took: deque[float] = deque(maxlen=REMEMBERED)
        self._lock = Lock()

    def join(self, work: Work) -> None:
        """Put a work at the end of the line.

        Raises:
            InputError: "error.busy", so many wait already.
        """
        with self._lock:
            wanted = [one for one in self._waiting if one.wanted()]
            if len(wanted) >= self._most:
                seconds = max(1, round(self._seconds(wanted) or 0))
                raise InputError("error.busy", limit=self._most, seconds=seconds)
            self._waiting.append(work)
        self._workers.submit(self._next)

    def place(self, work: Work) -> Place | None:
        """Return where a work stands; None where it has begun, or is in no line."""
        with self._lock:
            if work not in self._waiting:
                return None
            order = self._order()
            ahead = [one for one in order[: order.index(work)] if one.wanted()]
            return Place(len(ahead) + len(self._running), self._seconds(ahead))

    def _order(self) -> list[Work]:
        return sorted(self._waiting, key=lambda work: work.extra)  # else as they came

    def _seconds(self, ahead: list[Work]) -> float | None:
        """Return how long what runs and what is ahead keep all workers busy, by their median."""
        if not self._took:
            return None
        one, now = median(self._took), time.monotonic()
        rest = [max(0.0, one - now + (work.began or now)) for work in self._running]
        return (sum(rest) + one * len(ahead)) / self._workers.count

    def _next(self) -> None:
        with self._lock:
            work = self._order()[0]
            self._waiting.remove(work)
            self._running.append(work)
            work.began = time.monotonic()
        whole = False
        try:
            whole = work.run()
        finally:
            with self._lock:
                self._running.remove(work)
                if whole:
                    self._took.append(time.monotonic() - work.began)
