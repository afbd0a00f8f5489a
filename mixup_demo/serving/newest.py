"""A visitor's newer request ends the older one, in whatever order they arrive."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from threading import Event, Lock

from mixup_demo.serving.leaving import begins

REMEMBERED_VISITORS = 1024


@dataclass(frozen=True)
class Visitor:
    """Who asks.

    Attributes:
        name: of the page, or of what on it asks.
        turn: counts the requests as they were sent, from 1 on, for a busy machine may take up an
            older one after a newer one. Two with the same turn are one request, sent again. 0 is
            of who does not count: the one that arrives later is newer.
    """

    name: Hashable
    turn: int = field(default=0, compare=False)

    def waiting_for(self, kind: str) -> "Visitor":
        """Return who waits for one kind of answer, which other kinds of answer do not end."""
        return replace(self, name=(kind, self.name))


class Newest:
    """Cancel events by visitor: a visitor's newer request ends the older one; safe for threads.

    Args:
        capacity: how many visitors are remembered; a forgotten one's request runs to its end.
    """

    def __init__(self, capacity: int = REMEMBERED_VISITORS) -> None:
        self._capacity = capacity
        self._latest: OrderedDict[Visitor, tuple[int, Event]] = OrderedDict()
        self._lock = Lock()

    def begin(self, visitor: Visitor) -> Event:
        """End the visitor's older request; return the event that will end this one.

        It is set already where a newer request, or the visitor's `end` of it, arrived before; and
        will be where the visitor leaves, see `leaving`. A request that is sent again, because its
        answer waits for its turn, ends nothing: what is made for it goes on.
        """
        with self._lock:
            cancel = self._of_the_same(visitor) or Event()
            if not self._take(visitor, cancel):
                cancel.set()
        begins(cancel)
        return cancel

    def end(self, visitor: Visitor) -> None:
        """End what the visitor asked for before this turn, also what has not arrived yet."""
        ended = Event()
        ended.set()
        with self._lock:
            self._take(visitor, ended)

    def _of_the_same(self, visitor: Visitor) -> Event | None:
        """Return the event of this request where it was sent before and has not ended."""
        turn, cancel = self._latest.get(visitor, (0, None))
        same = cancel is not None and turn == visitor.turn != 0 and not cancel.is_set()
        return cancel if same else None

    def _take(self, visitor: Visitor, cancel: Event) -> bool:
        """End the older request and remember this one; False where a newer one is known."""
        known = self._latest.pop(visitor, None)
        late = known is not None and known[0] > visitor.turn
        if known and not late and known[1] is not cancel:
            known[1].set()
        self._latest[visitor] = known if known and late else (visitor.turn, cancel)
        if len(self._latest) > self._capacity:
            self._latest.popitem(last=False)
        return not late
