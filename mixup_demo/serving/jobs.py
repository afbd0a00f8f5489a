"""Answers that are made in turn: whoever waits hears their place, and keeps no thread.

The line is joined before anything costs time, the reading of an upload included, so that of a
hundred who ask at once each knows their place at once.
"""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from threading import Event, Lock
from typing import Any

import torch

from mixup_demo.models.workers import Workers, workers
from mixup_demo.probes.chunks import Stop, StoppedError
from mixup_demo.serving.background import Shared
from mixup_demo.serving.leaving import made_for
from mixup_demo.serving.line import Line, Place, made_once
from mixup_demo.serving.ready import Ready

#: so many may wait: a lecture hall, each with pictures of their own
MOST_WAITING = 200
#: seconds after which one who waits hears their place
PATIENCE = 0.1
#: seconds for which a thread is kept by one whose answer is being made
MAKING_PATIENCE = 1.0
#: answers under way, of those that waited or did not come back
REMEMBERED = 2 * MOST_WAITING
#: seconds of a core to read two photos and to write an answer, beside the networks' arithmetic
BESIDE_SECONDS = 0.1

#: makes an answer, and says how many seconds of a core that was estimated to take
Make = Callable[[Stop], tuple[Ready, float]]


class Job(Shared[Ready]):
    """One answer, made when its turn comes, unless all who asked for it have left by then.

    Args:
        make: makes it.
        line: where it waits.
        seconds: of a core, about.
        extra: whether everything else comes before.
    """

    def __init__(self, make: Make, line: Line, seconds: float, extra: bool) -> None:
        super().__init__(self._once(make), 1, extra=extra, line=line, size=seconds)

    def _once(self, make: Make) -> Iterator[Ready]:
        def stop() -> bool:
            return not self.is_wanted()

        with made_for(stop):
            answer, self.size = make(stop)
        yield answer


class Jobs:
    """Answers in the making, by what they depend on; safe for threads.

    Args:
        line: gives the line, when it is first needed.
    """

    def __init__(self, line: Callable[[], Line]) -> None:
        self._line = line
        self._jobs: OrderedDict[Hashable, Job] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many answers are remembered."""
        return len(self._jobs)

    @property
    def crowded(self) -> bool:
        """Whether others wait for a first answer."""
        return self._line().is_waited_in()

    def answer(
        self, key: Hashable, make: Make, cancel: Event, seconds: float, extra: bool = False
    ) -> Ready | Place | None:
        """Return the answer, or one's place until it is there; None where it was ended.

        Args:
            key: of all that it depends on; who asks with the same one shares it.
            make: makes it.
            cancel: set to end this call.
            seconds: of a core that it takes, about.
            extra: whether everything else comes before.

        Raises:
            InputError: what `make` raises; "error.crowd", too many wait.
        """
        while not cancel.is_set():
            job = self._job(key, lambda: Job(make, self._line(), seconds, extra))
            try:
                found = job.items(1, cancel, PATIENCE, MAKING_PATIENCE)
            except StoppedError:  # on behalf of others, who have left
                self._drop(key, job)
                continue
            except BaseException:
                self._drop(key, job)
                raise
            if found == []:
                return job.place() or Place(0, None)
            if found or not job.is_wanted():  # others who ask the same keep their place
                self._drop(key, job)
            return found[0] if found else None
        return None

    def forget(self, key: Hashable) -> None:
        """Forget an answer that its asker finds elsewhere; who waits for it now still gets it."""
        with self._lock:
            self._jobs.pop(key, None)

    def let_go(self) -> None:
        """Forget what all who asked have left, refusals that nobody has heard included."""
        with self._lock:
            for key in [key for key, job in self._jobs.items() if job.is_left()]:
                del self._jobs[key]

    def _job(self, key: Hashable, new: Callable[[], Job]) -> Job:
        with self._lock:
            job = self._jobs.pop(key, None) or new()
            self._jobs[key] = job
            while len(self._jobs) > REMEMBERED:
                self._jobs.popitem(last=False)
            return job

    def _drop(self, key: Hashable, job: Job) -> None:
        with self._lock:
            if self._jobs.get(key) is job:
                del self._jobs[key]


@made_once
def probes_line() -> Line:
    """Return the line of what is asked of networks: as many are answered at once as cores are."""
    own = Workers(workers(torch.device("cpu")).count)
    return Line(own, MOST_WAITING, "error.crowd", guess=1.0)


def key_of(request: Mapping[str, Any], names: Iterable[str]) -> Hashable:
    """Return what stands for parts of a request, whatever these are.

    A part that cannot be written down is like nothing else, not even itself.
    """
    parts = {name: request[name] for name in names if name in request}
    try:
        written = json.dumps(parts, sort_keys=True)
    except (TypeError, ValueError, RecursionError):
        return object()
    return hashlib.sha256(written.encode()).hexdigest()
