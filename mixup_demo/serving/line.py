"""Works that wait for a free worker: each knows its place, and there is an end to the line."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from statistics import median
from threading import Lock
from typing import Any, TypeVar

from mixup_demo.models.workers import Workers
from mixup_demo.texts.input_error import InputError

Made = TypeVar("Made")

#: so many may wait; about a minute's work of two cores at the Toy view's opening settings
MOST_WAITING = 60
#: works whose durations, for their size, tell how long the next take
REMEMBERED = 32
#: one who waits in the line asks again after so many milliseconds, at least and at most
AGAIN_MS = (300, 2000)
#: in an answer, what tells one who has to wait
WAITS = "waits"


def made_once(make: Callable[[], Made]) -> Callable[[], Made]:
    """Make something when it is first asked for, and one alone where several ask at once.

    A cache of functions makes one for each of them, and keeps the last.
    """
    lock, kept = Lock(), cache(make)

    @wraps(make)
    def get() -> Made:
        with lock:
            return kept()

    return get


@dataclass(eq=False)
class Work:
    """What waits in a line.

    Attributes:
        run: does it; returns how much that was, in the line's units of work, and 0 where its time
            tells nothing of others.
        wanted: whether anybody still waits for it; called from any thread, and must not block.
        extra: lets all that is not extra go first.
        size: how much it is about, in the line's units of work.
        began: when, by `time.monotonic`; None while it waits.
    """

    run: Callable[[], float]
    wanted: Callable[[], bool]
    extra: bool = False
    size: float = 1.0
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


def waiting(place: Place) -> dict[str, Any]:
    """Return the answer to one who has to wait: {"waits": {before, seconds}, "again": ms}.

    `again` is in how many milliseconds to ask the same again: about when something will have
    changed.
    """
    known = place.seconds is not None
    seconds = max(1, round(place.seconds or 0)) if known else None
    again = min(max(1000 * (place.seconds or 1) / 4, AGAIN_MS[0]), AGAIN_MS[1])
    return {WAITS: {"before": place.before, "seconds": seconds}, "again": round(again)}


class Line:
    """First come, first served, but for extras, which come last; safe for threads.

    Args:
        workers: do the works.
        most: so many may wait.
        busy: key of the sentence for one more; {limit} and {seconds} are filled in.
        guess: seconds that a unit of work takes, as long as nothing has been measured.
    """

    def __init__(
        self,
        workers: Workers,
        most: int = MOST_WAITING,
        busy: str = "error.busy",
        guess: float | None = None,
    ) -> None:
        self._workers, self._most, self._busy, self._guess = workers, most, busy, guess
        self._waiting: list[Work] = []
        self._running: list[Work] = []
        self._took: deque[float] = deque(maxlen=REMEMBERED)
        self._lock = Lock()

    def join(self, work: Work) -> None:
        """Put a work at the end of the line.

        Raises:
            InputError: `busy`, so many wait already.
        """
        with self._lock:
            wanted = [one for one in self._waiting if one.wanted()]
            if len(wanted) >= self._most:
                seconds = max(1, round(self._seconds(wanted) or 0))
                raise InputError(self._busy, limit=self._most, seconds=seconds)
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

    @property
    def waiting(self) -> int:
        """How many works wait that somebody still wants."""
        with self._lock:
            return sum(one.wanted() for one in self._waiting)

    def is_waited_in(self) -> bool:
        """Return whether something waits that is no extra."""
        with self._lock:
            return any(one.wanted() for one in self._waiting if not one.extra)

    def _order(self) -> list[Work]:
        return sorted(self._waiting, key=lambda work: work.extra)  # else as they came

    def _seconds(self, ahead: list[Work]) -> float | None:
        """Return how long what runs and what is ahead keep all workers busy, by their median."""
        one, now = median(self._took) if self._took else self._guess, time.monotonic()
        if one is None:
            return None
        rest = [max(0.0, one * work.size - now + (work.began or now)) for work in self._running]
        return (sum(rest) + one * sum(work.size for work in ahead)) / self._workers.count

    def _next(self) -> None:
        with self._lock:
            work = self._order()[0]
            self._waiting.remove(work)
            self._running.append(work)
            work.began = time.monotonic()
        size = 0.0
        try:
            size = work.run()
        finally:
            with self._lock:
                self._running.remove(work)
                if size:
                    self._took.append((time.monotonic() - work.began) / size)
