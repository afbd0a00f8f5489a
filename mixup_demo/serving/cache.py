"""Bounded caches that compute once what several callers ask for at the same time."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


def weight(value: object) -> int:
    """Return the bytes that a result counts for: its `nbytes` now, for it may grow; else none."""
    return len(value) if isinstance(value, bytes) else int(getattr(value, "nbytes", 0))


class SingleFlight(Generic[Value]):
    """Least recently used cache with one computation per key in flight; safe for threads.

    A caller whose key is being computed waits for that result. An error reaches all who wait for
    it and is not kept: the next call computes again. So it does where a kept result says that it
    is `broken`.

    Args:
        capacity: how many results are kept.
        most_bytes: memory of all that is kept, see `weight`. The newest one is kept whatever its
            size.
        clock: seconds, for `let_go`.

    Attributes:
        hits: how many callers found a result, or waited for that of another.
        misses: how many had to compute it.
    """

    def __init__(
        self,
        capacity: int,
        most_bytes: float = math.inf,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.hits = self.misses = 0
        self._capacity, self._most_bytes, self._clock = capacity, most_bytes, clock
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()
        self._used: dict[Hashable, float] = {}
        self._in_flight: dict[Hashable, Future[Value]] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many results are kept."""
        return len(self._kept)

    def get(self, key: Hashable, compute: Callable[[], Value]) -> Value:
        """Return the result kept under `key`, or that of `compute()`, which is then kept.

        Args:
            key: stands for all that the result depends on.
            compute: makes the result; whatever it raises is raised here. It must not ask for its
                own key.
        """
        with self._lock:
            if key in self._kept and not getattr(self._kept[key], "broken", False):
                self.hits += 1
                self._touch(key)
                return self._kept[key]
            flight = self._in_flight.get(key)
            if first := flight is None:
                self.misses += 1
                flight = self._in_flight[key] = Future()
            else:
                self.hits += 1
        if first:
            self._compute(key, compute, flight)
        return flight.result()

    def kept(self, key: Hashable) -> Value | None:
        """Return the result kept under `key`, None where there is none."""
        with self._lock:
            if key in self._kept:
                self.hits += 1
                self._touch(key)
            return self._kept.get(key)

    def let_go(self, seconds: float) -> int:
        """Forget what was not asked for in so many seconds; return how many results that were."""
        with self._lock:
            since = self._clock() - seconds
            idle = [key for key, used in self._used.items() if used < since]
            for key in idle:
                self._forget(key)
            return len(idle)

    def _touch(self, key: Hashable) -> None:
        self._kept.move_to_end(key)
        self._used[key] = self._clock()

    def _forget(self, key: Hashable) -> None:
        del self._kept[key], self._used[key]

    def _compute(self, key: Hashable, compute: Callable[[], Value], flight: Future[Value]) -> None:
        try:
            value = compute()
            weight(value)  # here, where it may fail or take its time: later the cache is locked
        except BaseException as error:  # whoever waits must hear of any end, Ctrl+C too
            self._land(key)
            flight.set_exception(error)
        else:
            self._keep(key, value)
            flight.set_result(value)

    def _keep(self, key: Hashable, value: Value) -> None:
        with self._lock:
            del self._in_flight[key]
            self._kept[key] = value
            self._touch(key)
            while len(self._kept) > self._capacity:
                self._forget(next(iter(self._kept)))
            while len(self._kept) > 1 and self._bytes() > self._most_bytes:
                self._forget(next(iter(self._kept)))

    def _bytes(self) -> int:
        return sum(weight(value) for value in self._kept.values())

    def _land(self, key: Hashable) -> None:
        with self._lock:
            del self._in_flight[key]
