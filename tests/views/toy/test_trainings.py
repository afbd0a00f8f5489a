"""Trainings as they are asked for: shared, in growing groups, paused and taken up again."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from threading import Event, Semaphore

import pytest

from mixup_demo.serving.line import Place
from mixup_demo.serving.newest import Visitor
from mixup_demo.serving.services import Services
from mixup_demo.texts.input_error import InputError
from mixup_demo.toy.question import STRIP_ALPHAS, ToyQuestion
from mixup_demo.toy.results import FRAMES, SCORES, Frame
from mixup_demo.toy.training import train
from mixup_demo.views.toy import trainings as playground
from mixup_demo.views.toy.requests import toy_report
from tests.kit import Counting
from tests.toy.kit import SMALL, small

PATIENCE = 60  # seconds until a test that hangs fails
VISITOR = Visitor("visitor")
TURNS = count(1)  # as a page counts what it asks


class Trainer:
    """Stands for the training: notes what begins, and gives a frame for each permission."""

    def __init__(self) -> None:
        self.begun: list[tuple[float, ...]] = []
        self.given: list[int] = []
        self.allowed = Semaphore(0)

    def __call__(self, asked, points, frames) -> Iterator[Frame]:
        self.begun.append(asked.alphas)
        for frame in train(asked, points, frames):
            if not self.allowed.acquire(timeout=PATIENCE):
                raise TimeoutError
            self.given.append(frame.step)
            yield frame

    def allow(self, frames: int) -> None:
        self.allowed.release(frames)


@pytest.fixture
def services() -> Counting:
    return Counting()


def hand_in(services: Services, question: ToyQuestion, trainer: Callable, frames: int) -> None:
    """Let a trainer of ours make the frames of a question."""
    kept = services.cache(playground.CACHE, playground.CACHED)
    kept.get((question, frames), lambda: playground.Training(question, frames, trainer))


@pytest.fixture
def trainer(services: Counting) -> Iterator[Trainer]:
    """Makes the frames of the questions with seeds 0 and 1, and of the first one's strip."""
    stand_in = Trainer()
    for seed in (0, 1):
        hand_in(services, asked(seed), stand_in, FRAMES)
    strip = replace(asked(), alphas=STRIP_ALPHAS)
    hand_in(services, strip, stand_in, playground.STRIP_FRAMES)
    services.computed.clear()
    yield stand_in
    assert services.computed == []  # there is no other training
    stand_in.allow(10_000)  # whatever still trains


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as threads:
        yield threads


def asked(seed: int = 0) -> ToyQuestion:
    return small(toy_seed=seed)


def steps(frames: list[Frame] | None) -> list[int] | None:
    return frames and [frame.step for frame in frames]


def come(
    services: Services, question: ToyQuestion, visitor: Visitor, start: int
) -> list[Frame] | None:
    """The frames that have come, as soon as there are some more, asked for until there are."""
    asking = replace(visitor, turn=next(TURNS))
    while (found := playground.stage(services, question, asking, start)) and found[1]:
        pass
    return found and found[0]


def stop(services: Services, name: str) -> None:
    playground.stop(services, Visitor(name, next(TURNS)))


def stage(
    pool: ThreadPoolExecutor, services: Services, seed: int, visitor: str, start: int
) -> Future:
    return pool.submit(come, services, asked(seed), Visitor(visitor), start)


def strip(services: Services) -> Frame | None:
    """The strip, asked for until it is there."""
    while isinstance(found := playground.strip(services, asked(), VISITOR), Place):
        pass
    return found


def until(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds, for as long as patience lasts."""
    pause = Event()
    for _ in range(100 * PATIENCE):
        if condition():
            return
        pause.wait(0.01)
    raise TimeoutError


def until_followed(services: Services, seed: int, count: int) -> None:
    """Wait until so many visitors wait for a training."""
    training = playground.training(services, asked(seed))
    until(lambda: len(training.frames._cancels) >= count)


def test_frames_come_in_growing_groups_and_all_of_them(services: Counting):
    start, answers = 0, 0
    while start < 60:
        frames = come(services, asked(), VISITOR, start)
        assert frames is not None
        assert len(frames) >= min(start + 1 + start // 4, 60)
        start, answers = len(frames), answers + 1
    assert answers <= 15
    recorded = playground.training(services, asked()).recorded
    assert steps(come(services, asked(), VISITOR, 0)) == recorded


def test_a_finished_training_is_answered_whole_at_once(services: Counting, trainer: Trainer):
    trainer.allow(60)
    come(services, asked(), VISITOR, 59)
    assert len(come(services, asked(), Visitor("another"), 0) or ()) == 60
    assert len(come(services, asked(), Visitor("another"), 60) or ()) == 60
    assert len(trainer.begun) == 1


def test_two_visitors_share_one_training(
    services: Counting, trainer: Trainer, pool: ThreadPoolExecutor
):
    both = [stage(pool, services, 0, visitor, 10) for visitor in ("first", "second")]
    until_followed(services, 0, 2)
    trainer.allow(60)
    for one in both:
        assert len(one.result(PATIENCE)) >= 13
    assert len(come(services, asked(), Visitor("first"), 59) or ()) == 60
    assert len(trainer.begun) == 1
    assert trainer.given == playground.training(services, asked()).recorded


def test_stop_ends_the_wait_and_pauses_what_nobody_wants(
    services: Counting, trainer: Trainer, pool: ThreadPoolExecutor
):
    waiting = stage(pool, services, 0, "visitor", 20)
    until_followed(services, 0, 1)
    trainer.allow(5)
    stop(services, "visitor")
    assert waiting.result(PATIENCE) is None
    trainer.allow(1)  # the frame that was under way
    until(lambda: not playground.training(services, asked()).frames._running)
    assert len(trainer.given) <= 6
    # and goes on where it was when somebody asks again
    trainer.allow(60)
    frames = come(services, asked(), Visitor("another"), 59)
    assert steps(frames) == trainer.given == playground.training(services, asked()).recorded
    assert len(trainer.begun) == 1


def test_one_who_stops_does_not_stop_the_others(
    services: Counting, trainer: Trainer, pool: ThreadPoolExecutor
):
    first, second = (stage(pool, services, 0, visitor, 20) for visitor in ("first", "second"))
    until_followed(services, 0, 2)
    stop(services, "first")
    assert first.result(PATIENCE) is None
    trainer.allow(60)
    assert len(second.result(PATIENCE)) >= 26


def test_a_newer_question_of_the_same_visitor_ends_the_older(
    services: Counting, trainer: Trainer, pool: ThreadPoolExecutor
):
    older = stage(pool, services, 0, "visitor", 20)
    until_followed(services, 0, 1)
    newer = stage(pool, services, 1, "visitor", 20)
    assert older.result(PATIENCE) is None
    trainer.allow(120)
    assert len(newer.result(PATIENCE)) >= 26


def test_the_strip_holds_every_alpha_and_agrees_with_the_training(services: Counting):
    strip_of = strip(services)
    frames = playground.all_frames(services, asked())
    assert strip_of is not None
    assert len(strip_of.maps) == len(STRIP_ALPHAS)
    for index, alpha in enumerate((0.0, 1.0)):
        shown = strip_of.maps[STRIP_ALPHAS.index(alpha)]
        assert shown == pytest.approx(frames[-1].maps[index], abs=2e-3)


def test_the_strip_can_be_stopped(services: Counting, trainer: Trainer, pool: ThreadPoolExecutor):
    waiting = pool.submit(strip, services)
    until(lambda: bool(trainer.begun))
    playground.stop(services, VISITOR)
    assert waiting.result(PATIENCE) is None


def test_an_error_reaches_all_who_wait_and_keeps_the_frames(services: Counting):
    def broken(asked, points, frames):
        yield from list(train(asked, points, frames))[:3]
        raise InputError("error.toy.diverged", step=3, value="1")

    hand_in(services, asked(), broken, FRAMES)
    assert steps(come(services, asked(), VISITOR, 2)) == [0, 1, 2]
    for visitor in ("visitor", "another"):
        with pytest.raises(InputError, match="learning rate 1 they no longer were at step 3"):
            come(services, asked(), Visitor(visitor), 3)


def test_the_report_holds_plain_numbers(services: Counting):
    report = toy_report(services, SMALL)
    assert set(report) == {"classes", "frame", "side", "points", "frames", "curves"}
    assert len(report["frames"]) == 60
    assert set(report["curves"]) == set(SCORES)
    assert len(report["curves"]["loss"]["mixup"]) == 60
    frame = report["frames"][-1]
    assert frame["step"] == 60
    assert [len(frame["maps"]["erm"]), len(frame["maps"]["erm"][0])] == [1, 64]
    assert len(frame["mixed"]["lam"]) == len(frame["mixed"]["i"]) == 16
