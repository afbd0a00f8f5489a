"""Threads for answers, shared out: who asks much at once leaves some to all others."""

from weakref import WeakValueDictionary

from anyio import CapacityLimiter


class Shares:
    """A limiter for each key, as long as somebody uses it; of one event loop.

    Args:
        each: how many may be under way at the same time for one key.
    """

    def __init__(self, each: int) -> None:
        self._each = each
        self._limiters: WeakValueDictionary[str, CapacityLimiter] = WeakValueDictionary()

    def __len__(self) -> int:
        """Return how many keys are in use."""
        return len(self._limiters)

    def of(self, key: str) -> CapacityLimiter:
        """Return what is entered while something is under way for a key."""
        found = self._limiters.get(key) or CapacityLimiter(self._each)
        self._limiters[key] = found
        return found
