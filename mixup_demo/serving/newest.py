"""A visitor's newer request ends the older one."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Event, Lock

REMEMBERED_VISITORS = 1024


class Newest:
    """Cancel events by visitor: a visitor's newer request ends the older one; safe for threads.

    Args:
        capacity: how many visitors are remembered; a forgotten one's request runs to its end.
    """

    def __init__(self, capacity: int = REMEMBERED_VISITORS) -> None:
        self._capacity = capacity
        self._cancels: OrderedDict[Hashable, Event] = OrderedDict()
        self._lock = Lock()

    def begin(self, visitor: Hashable) -> Event:
        """End the visitor's older request; return the event that will end this one."""
        cancel = Event()
        with self._lock:
            self._end(visitor)
            self._cancels[visitor] = cancel
            if len(self._cancels) > self._capacity:
                self._cancels.popitem(last=False)
        return cancel

    def end(self, visitor: Hashable) -> None:
        """End the visitor's request, if there is one."""
        with self._lock:
            self._end(visitor)

    def _end(self, visitor: Hashable) -> None:
        older = self._cancels.pop(visitor, None)
        if older:
            older.set()
