"""Works in line: who goes first, where one stands, and where the line ends."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from mixup_demo.models.workers import Workers
from mixup_demo.serving import line as module
from mixup_demo.serving.line import Line, Work
from mixup_demo.texts.input_error import InputError

PATIENCE = 60  # seconds until a test that hangs fails


class Job:
    """A work that lasts until it is let go."""

    def __init__(self, extra: bool = False) -> None:
        self.begun, self.go, self.ended = Event(), Event(), Event()
        self.wanted = True
        self.work = Work(self.run, lambda: self.wanted, extra)

    def run(self) -> bool:
        self.begun.set()
        assert self.go.wait(PATIENCE)
        self.ended.set()
        return True


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(1) as one:
        yield one


@pytest.fixture
def jobs() -> Iterator[Callable[..., Job]]:
    made: list[Job] = []

    def make(extra: bool = False) -> Job:
        made.append(Job(extra))
        return made[-1]

    yield make
    for job in made:
        job.go.set()


def joined(line: Line, *jobs: Job) -> None:
    for job in jobs:
        line.join(job.work)
    assert jobs[0].begun.wait(PATIENCE)


def test_each_knows_how_many_come_before(workers: Workers, jobs: Callable[..., Job]):
    line, (first, second, third) = Line(workers), (jobs(), jobs(), jobs())
    joined(line, first, second, third)
    assert line.place(first.work) is None
    places = [line.place(job.work) for job in (second, third)]
    assert [place and place.before for place in places] == [1, 2]
    assert [place and place.seconds for place in places] == [None, None]  # nothing was measured
    second.wanted = False  # who has left is not before anybody
    place = line.place(third.work)
    assert place is not None
    assert place.before == 1


def test_extras_come_last(workers: Workers, jobs: Callable[..., Job]):
    line = Line(workers)
    running, extra, later = jobs(), jobs(extra=True), jobs()
    joined(line, running, extra, later)
    place = line.place(extra.work)
    assert place is not None
    assert place.before == 2
    running.go.set()
    assert later.begun.wait(PATIENCE)
    assert not extra.begun.is_set()
    later.go.set()
    assert extra.begun.wait(PATIENCE)


def test_seconds_are_those_that_works_took(
    workers: Workers, jobs: Callable[..., Job], monkeypatch: pytest.MonkeyPatch
):
    now = [100.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    line, first = Line(workers), jobs()
    joined(line, first)
    now[0] = 104.0
    first.go.set()
    running, waiting = jobs(), jobs()
    joined(line, running, waiting)
    now[0] = 105.0  # one of about four seconds of the running one is over
    place = line.place(waiting.work)
    assert place is not None
    assert place.seconds == pytest.approx(3)


def test_the_line_has_an_end_that_says_what_to_do(workers: Workers, jobs: Callable[..., Job]):
    line = Line(workers, most=2)
    running, second, third, refused = jobs(), jobs(), jobs(), jobs()
    joined(line, running)
    for job in (second, third):
        line.join(job.work)
    with pytest.raises(InputError, match="At most 2 trainings may wait"):
        line.join(refused.work)
    third.wanted = False  # leaves room
    line.join(refused.work)


def test_a_work_that_fails_leaves_the_line_going(workers: Workers, jobs: Callable[..., Job]):
    def fails() -> bool:
        raise ArithmeticError

    line, after = Line(workers), jobs()
    line.join(Work(fails, lambda: True))
    joined(line, after)
