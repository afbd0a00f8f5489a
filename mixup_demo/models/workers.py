"""Worker threads for computation: on a CPU one per core, each with torch on a single core."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, Lock, get_native_id
from typing import Any, TypeVar

import torch

Result = TypeVar("Result")

#: how much nicer than the rest of the process workers are that `give_way`
NICER, NICEST = 10, 19


class Workers(ThreadPoolExecutor):
    """A fixed number of running threads, on each of which torch uses one core.

    Several small batches on a core each beat one batch on all cores: no core waits for the others
    at the end of every layer, which on a busy machine costs far more than the work itself.

    Args:
        count: number of threads.

    Attributes:
        waiting: how many pieces of work no thread has begun yet.
    """

    def __init__(self, count: int) -> None:
        self.waiting = 0
        self._lock = Lock()
        super().__init__(count, "probe", initializer=_compute_alone)
        self.count = count
        # The number that was set last is also what threads yet to come start with: start all
        # workers now, then set it back.
        threads = torch.get_num_threads()
        barrier = Barrier(count)
        list(self.map(lambda _: barrier.wait(), range(count)))
        torch.set_num_threads(threads)

    def submit(self, work: Callable[..., Result], /, *values: Any, **named: Any) -> Future[Result]:
        """Hand over a piece of work, and count it as long as no thread has begun it."""
        with self._lock:
            self.waiting += 1
        return super().submit(self._begin, work, *values, **named)

    def _begin(self, work: Callable[..., Result], /, *values: Any, **named: Any) -> Result:
        with self._lock:
            self.waiting -= 1
        return work(*values, **named)


def _compute_alone() -> None:
    """Let torch use one core in this thread; it keeps the number for each thread."""
    torch.get_num_threads()  # without this, the thread's first layer would set the number anew
    torch.set_num_threads(1)
    if _giving_way:
        # of Linux' threads each has a niceness of its own
        nice = min(NICEST, os.getpriority(os.PRIO_PROCESS, os.getpid()) + NICER)
        os.setpriority(os.PRIO_PROCESS, get_native_id(), nice)


def give_way() -> None:
    """Let workers that start from now on leave the cores to this process's other threads.

    Where all cores compute, the thread that takes up requests would else get one core's share among
    many, and nobody would hear soon that they have to wait.
    """
    global _giving_way
    _giving_way = sys.platform == "linux"


_giving_way = False
_started: dict[torch.device, Workers] = {}
_starting = Lock()


def workers(device: torch.device) -> Workers:
    """Return the workers of a device, started at the first call: one for a GPU."""
    with _starting:
        if device not in _started:
            count = torch.get_num_threads() if device.type == "cpu" else 1
            _started[device] = Workers(count)
        return _started[device]


def waiting() -> int:
    """Return how many pieces of work wait on this machine, all devices together."""
    return sum(each.waiting for each in _started.values())
