"""Results that are computed once for all who wait, each of whom may stop waiting."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from mixup_demo.probes.chunks import Stop, StoppedError
from mixup_demo.serving.cache import SingleFlight

Value = TypeVar("Value")


def unless_stopped(
    kept: SingleFlight[Value], key: Hashable, compute: Callable[[], Value], stopped: Stop
) -> Value:
    """Return a result of a cache, computed if need be, unless this caller shall stop.

    Whoever computes it for all may be stopped: then another who waits for it takes over.

    Args:
        kept: the cache.
        key: of the result.
        compute: raises StoppedError when `stopped` says so.
        stopped: whether this caller shall stop.

    Raises:
        StoppedError: this caller shall stop.
    """
    while not stopped():
        try:
            answered = kept.get(key, compute)
        except StoppedError:
            continue  # if not on our behalf, on that of another whom we waited for
        if not stopped():
            return answered
    raise StoppedError
