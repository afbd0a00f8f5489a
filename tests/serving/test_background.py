"""Items made in the background: shared, paused, and ended by errors."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import numpy as np
import pytest
import torch

from mixup_demo.models.workers import Workers
from mixup_demo.serving import background
from mixup_demo.serving.background import Shared
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.line import Line, Place, Work
from mixup_demo.texts.input_error import InputError

PATIENCE = 60  # seconds until a test that hangs fails


class Maker:
    """Makes numbers, each as soon as it is let go."""

    def __init__(self, count: int, error_at: int | None = None) -> None:
        self.made = 0
        self.go = [Event() for _ in range(count)]
        self.waiting = [Event() for _ in range(count)]
        self.error_at = error_at

    def __iter__(self) -> Iterator[int]:
        for number, go in enumerate(self.go):
            self.waiting[number].set()
            assert go.wait(PATIENCE)
            if number == self.error_at:
                raise ArithmeticError
            self.made += 1
            yield number

    def release(self, *numbers: int) -> None:
        for number in numbers:
            self.go[number].set()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as threads:
        yield threads


def test_all_who_ask_get_the_same_items_made_once(pool: ThreadPoolExecutor):
    maker = Maker(3)
    shared = Shared(iter(maker), 3)
    answers = [pool.submit(shared.items, 2, Event()) for _ in range(3)]
    maker.release(0, 1, 2)
    assert all(len(answer.result(PATIENCE)) >= 2 for answer in answers)
    assert shared.items(9, Event()) == [0, 1, 2]
    assert maker.made == 3


def test_what_is_there_is_answered_at_once():
    maker = Maker(2)
    shared = Shared(iter(maker), 2)
    maker.release(0)
    assert shared.items(1, Event()) == [0]
    assert shared.items(0, Event()) == [0]
    maker.release(1)
    assert shared.items(2, Event()) == [0, 1]


def test_it_pauses_when_nobody_waits_and_goes_on_when_somebody_asks(pool: ThreadPoolExecutor):
    maker, first = Maker(3), Event()
    shared = Shared(iter(maker), 3)
    answer = pool.submit(shared.items, 3, first)
    maker.release(0)
    assert maker.waiting[1].wait(PATIENCE)
    first.set()
    assert answer.result(PATIENCE) is None
    maker.release(1, 2)
    assert not maker.waiting[2].wait(0.2)  # the second was under way, the third is not begun
    assert shared.items(3, Event()) == [0, 1, 2]


def test_it_pauses_when_none_who_asked_comes_back(monkeypatch: pytest.MonkeyPatch):
    maker = Maker(3)
    shared = Shared(iter(maker), 3)
    assert shared.items(3, Event(), most=0.0) == []
    assert maker.waiting[0].wait(PATIENCE)
    monkeypatch.setattr(background, "ABSENT_SECONDS", 0.0)
    maker.release(0, 1, 2)
    assert not maker.waiting[1].wait(0.2)
    assert shared.items(3, Event()) == [0, 1, 2]


def test_one_who_leaves_does_not_stop_another(pool: ThreadPoolExecutor):
    maker, leaving = Maker(2), Event()
    shared = Shared(iter(maker), 2)
    left, stays = pool.submit(shared.items, 2, leaving), pool.submit(shared.items, 2, Event())
    maker.release(0)
    assert maker.waiting[1].wait(PATIENCE)
    leaving.set()
    maker.release(1)
    assert left.result(PATIENCE) is None
    assert stays.result(PATIENCE) == [0, 1]


def test_an_error_reaches_all_who_wait_for_more(pool: ThreadPoolExecutor):
    maker = Maker(3, error_at=1)
    shared = Shared(iter(maker), 3)
    answers = [pool.submit(shared.items, 2, Event()) for _ in range(2)]
    maker.release(0, 1, 2)
    for answer in answers:
        with pytest.raises(ArithmeticError):
            answer.result(PATIENCE)
    assert shared.items(1, Event()) == [0]


def test_who_has_asked_is_forgotten_when_all_is_made():
    shared = Shared(iter(range(3)), 3)
    assert len(shared.items(3, Event())) == 3
    for _ in range(5):
        assert len(shared.items(3, Event())) == 3
    assert not shared._cancels


def test_an_error_keeps_nothing_of_those_who_have_heard_it():
    maker = Maker(1, error_at=0)
    maker.release(0)
    shared = Shared(iter(maker), 1)

    def depth() -> int:
        with pytest.raises(ArithmeticError) as raised:
            shared.items(1, Event())
        return len(raised.traceback)

    assert len({depth() for _ in range(3)}) == 1
    assert not shared._cancels


@pytest.mark.parametrize(
    "error", [MemoryError(), InputError("error.toy.diverged", step=1, value=1)]
)
def test_a_cache_begins_anew_what_another_attempt_may_finish(error: Exception):
    def fails() -> Iterator[int]:
        raise error
        yield 0

    kept: SingleFlight[Shared[int]] = SingleFlight(4)
    first = kept.get("key", lambda: Shared(fails(), 1))
    with pytest.raises(type(error)):
        first.items(1, Event())
    second = kept.get("key", lambda: Shared(iter([1]), 1))
    if isinstance(error, InputError):  # of the question itself: it would come again
        assert second is first
    else:
        assert second.items(1, Event()) == [1]


@pytest.fixture
def busy_line() -> Iterator[Line]:
    """A line whose one worker is held, so that all who come have to wait."""
    go = Event()
    with Workers(1) as workers:
        line = Line(workers)
        line.join(Work(lambda: float(go.wait(PATIENCE)), lambda: True))
        yield line
        go.set()


def test_who_waits_in_the_line_hears_the_place_and_keeps_no_thread(busy_line: Line):
    shared = Shared(iter(range(3)), 3, line=busy_line)
    for start in (0, 3, 2**31):  # whatever somebody says to have
        assert shared.more_than(start, Event()) == ([], Place(1, None))
    assert shared.whole(Event()) == Place(1, None)
    assert busy_line.waiting == 1  # all wait for the same


def test_what_is_being_made_keeps_no_thread_of_one_who_wants_all_of_it():
    maker = Maker(2)
    shared = Shared(iter(maker), 2)
    maker.release(0)
    assert shared.whole(Event()) == Place(0, None)
    maker.release(1)
    assert shared.more_than(1, Event()) == ([0, 1], None)
    assert shared.whole(Event()) == [0, 1]


def test_a_slow_training_keeps_no_thread_of_those_who_watch_it():
    maker = Maker(2)
    shared = Shared(iter(maker), 2)
    maker.release(0)
    assert shared.more_than(0, Event()) == ([0], None)
    assert shared.more_than(1, Event()) == ([0], Place(0, None))  # a class would hold every thread
    maker.release(1)
    assert shared.more_than(1, Event()) == ([0, 1], None)


def test_each_computes_alone(monkeypatch: pytest.MonkeyPatch):
    def threads() -> Iterator[int]:
        yield torch.get_num_threads()

    before = torch.get_num_threads()
    torch.set_num_threads(3)  # what torch would use without workers; other tests let it use one
    try:
        with Workers(1) as pool:
            monkeypatch.setattr(background, "trainings_line", lambda: Line(pool))
            assert Shared(threads(), 1).items(1, Event()) == [1]
    finally:
        torch.set_num_threads(before)


def test_whoever_looks_whether_it_is_wanted_may_meet_its_end():
    """The line looks from any thread; a set that was emptied meanwhile made it fail."""
    shared = Shared(iter(()), 1, made=["all"])

    class Ending(Event):
        def is_set(self) -> bool:
            end = Thread(target=shared._run)
            end.start()
            end.join(PATIENCE)
            return True

    shared._cancels = {Ending(), Ending()}
    assert not shared.is_wanted()


def test_items_count_for_their_bytes():
    items = [b"four", np.zeros(3, np.uint8), Event()]
    assert Shared(iter(()), 3, made=items).nbytes == 4 + 3
