"""Many images asked about in chunks, between which a computation can be stopped."""

from collections.abc import Callable, Iterable

import numpy as np

from mixup_demo.models.engine import Running, Singles, joined

Stop = Callable[[], bool]
Columns = dict[str, list[Singles]]


class StoppedError(Exception):
    """The computation was cancelled."""


def never() -> bool:
    """Return False: the default of a computation that nobody cancels."""
    return False


def in_chunks(starts: Iterable[Callable[[], Running]], stop: Stop) -> Columns:
    """Return the rows of all chunks, by model, column by column; nothing where there is no chunk.

    Args:
        starts: start one chunk each.
        stop: asked before each chunk whether to give up.

    Raises:
        StoppedError: `stop` said so.
    """
    parts: list[Columns] = []
    before: Running = {}
    for start in starts:
        if stop():
            raise StoppedError
        # the next chunk is under way before the last one's end, so that no worker waits
        running = start()
        if before:
            parts.append(joined(before))
        before = running
    if before:
        parts.append(joined(before))
    return {
        name: [
            np.concatenate(column) for column in zip(*(part[name] for part in parts), strict=True)
        ]
        for name in (parts[0] if parts else ())
    }
