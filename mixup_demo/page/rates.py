"""Who has asked how often of late."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from mixup_demo.limits import REMEMBERED, Rate


@dataclass
class _Bucket:
    """What somebody may still ask, as of a time in seconds."""

    tokens: float
    at: float


class Buckets:
    """One bucket of tokens for each key, filled at a rate; each question takes a token.

    Args:
        rate: `burst` is the size of a bucket.
        clock: seconds.
        remembered: keys that are kept; who has not asked for longest starts with a full one again.
    """

    def __init__(
        self,
        rate: Rate,
        clock: Callable[[], float] = time.monotonic,
        remembered: int = REMEMBERED,
    ) -> None:
        self._rate = rate
        self._clock = clock
        self._remembered = remembered
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def __len__(self) -> int:
        """Return how many keys are remembered."""
        return len(self._buckets)

    def take(self, key: str) -> float:
        """Take a token; return 0, or the seconds until there is one."""
        now = self._clock()
        bucket = self._buckets.setdefault(key, _Bucket(self._rate.burst, now))
        self._buckets.move_to_end(key)
        if len(self._buckets) > self._remembered:
            self._buckets.popitem(last=False)
        gained = (now - bucket.at) * self._rate.a_second
        bucket.tokens, bucket.at = min(self._rate.burst, bucket.tokens + gained), now
        if bucket.tokens < 1:
            return (1 - bucket.tokens) / self._rate.a_second
        bucket.tokens -= 1
        return 0.0
