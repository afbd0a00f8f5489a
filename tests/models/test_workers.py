import os
import sys
from collections.abc import Iterator
from threading import Event, Thread, get_native_id

import pytest
import torch
from torch import nn

from mixup_demo.models import workers as module
from mixup_demo.models.workers import NICER, NICEST, Workers, give_way, workers


def threads_after_a_layer() -> int:
    """The number that torch really uses shows only once the thread has computed something."""
    with torch.no_grad():
        nn.Conv2d(3, 8, 3)(torch.rand(16, 3, 32, 32))
        nn.functional.gelu(torch.rand(100_000))
    return torch.get_num_threads()


@pytest.fixture
def three_cores() -> Iterator[None]:
    """What torch would use without workers; other tests let it use one."""
    before = torch.get_num_threads()
    torch.set_num_threads(3)
    yield
    torch.set_num_threads(before)


@pytest.mark.usefixtures("three_cores")
def test_each_worker_uses_one_core():
    with Workers(3) as pool:
        assert list(pool.map(lambda _: threads_after_a_layer(), range(12))) == [1] * 12


@pytest.mark.usefixtures("three_cores")
def test_other_threads_keep_their_number():
    Workers(2).shutdown()
    seen = []
    thread = Thread(target=lambda: seen.append(threads_after_a_layer()))
    thread.start()
    thread.join()
    assert (torch.get_num_threads(), seen) == (3, [3])


@pytest.mark.skipif(sys.platform != "linux", reason="threads have no niceness of their own")
def test_workers_give_way_to_the_thread_that_takes_up_requests(monkeypatch: pytest.MonkeyPatch):
    def nice() -> int:
        return os.getpriority(os.PRIO_PROCESS, get_native_id())

    before = nice()
    monkeypatch.setattr(module, "_giving_way", False)
    with Workers(1) as pool:
        assert pool.submit(nice).result() == before
    give_way()
    with Workers(1) as pool:
        assert pool.submit(nice).result() == min(NICEST, before + NICER)
    assert nice() == before


def test_a_device_has_one_set_of_workers():
    cpu = torch.device("cpu")
    assert workers(cpu) is workers(torch.device("cpu"))
    assert workers(cpu).count >= 1
    assert workers(torch.device("cuda")).count == 1


def test_it_is_known_how_much_waits():
    pool = Workers(1)
    begun, go_on = Event(), Event()

    def hold() -> None:
        begun.set()
        go_on.wait(10)

    futures = [pool.submit(hold), *(pool.submit(int) for _ in range(3))]
    begun.wait(10)
    assert pool.waiting == 3
    go_on.set()
    for future in futures:
        future.result(10)
    assert pool.waiting == 0
