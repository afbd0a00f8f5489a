"""Worker threads for computation: on a CPU one per core, each with torch on a single core."""

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from threading import Barrier

import torch


class Workers(ThreadPoolExecutor):
    """A fixed number of running threads, on each of which torch uses one core.

    Several small batches on a core each beat one batch on all cores: no core waits for the others
    at the end of every layer, which on a busy machine costs far more than the work itself.

    Args:
        count: number of threads.
    """

    def __init__(self, count: int) -> None:
        super().__init__(count, "probe", initializer=_compute_alone)
        self.count = count
        # The number that was set last is also what threads yet to come start with: start all
        # workers now, then set it back.
        threads = torch.get_num_threads()
        barrier = Barrier(count)
        list(self.map(lambda _: barrier.wait(), range(count)))
        torch.set_num_threads(threads)


def _compute_alone() -> None:
    """Let torch use one core in this thread; it keeps the number for each thread."""
    torch.get_num_threads()  # without this, the thread's first layer would set the number anew
    torch.set_num_threads(1)


@lru_cache
def workers(device: torch.device) -> Workers:
    """Return the workers of a device, started at the first call: one for a GPU."""
    return Workers(torch.get_num_threads() if device.type == "cpu" else 1)
