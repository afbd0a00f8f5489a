"""Planes as they are asked and answered: visitors, stages, the cache."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import Event
from types import SimpleNamespace

import numpy as np
import pytest

from mixup_demo.probes.plane import StoppedError
from mixup_demo.serving import planes as boundary
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.pictures import Picture
from mixup_demo.serving.planes import Newest, plane_answer, plane_stages, stages
from mixup_demo.serving.questions import PlaneQuestion

PATIENCE = 60  # seconds until a test that hangs fails


def asked(name: str, resolution: int = 96) -> PlaneQuestion:
    pictures = tuple(
        Picture(np.zeros((512, 512, 3), np.uint8), np.zeros((3, 32, 32), np.float32), name + side)
        for side in "ABC"
    )
    return PlaneQuestion(pictures, (0, 1, 2), resolution, "cifar10", "cpu")


class Prober:
    """Stands for the probe: notes what it is asked, and computes what is held until let go."""

    def __init__(self) -> None:
        self.computed: list[tuple[int, int | None]] = []
        self.held: set[int] = set()
        self.busy, self.go = Event(), Event()

    def __call__(self, engine, images, labels, resolution, known, stop):
        self.computed.append((resolution, known and known.resolution))
        if resolution in self.held:
            self.busy.set()
            while not self.go.wait(0.01):
                if stop():
                    self.busy.clear()
                    raise StoppedError
        return SimpleNamespace(resolution=resolution)


@pytest.fixture(autouse=True)
def prober(monkeypatch) -> Prober:
    probe = Prober()
    monkeypatch.setattr(boundary, "probe_plane", probe)
    monkeypatch.setattr(boundary, "engine", lambda pair, device: None)
    monkeypatch.setattr(boundary, "_planes", SingleFlight(20))
    monkeypatch.setattr(boundary, "_newest", Newest(8))
    return probe


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as threads:
        yield threads


def resolutions(answered) -> list[int]:
    return [plane.resolution for plane in answered]


def started(pool: ThreadPoolExecutor, question: PlaneQuestion, visitor: str) -> Future[list[int]]:
    """Ask now, and read the answer in another thread."""
    answered = plane_stages(question, visitor)
    return pool.submit(lambda: resolutions(answered))


@pytest.mark.parametrize(
    ("resolution", "way"),
    [
        (96, [24, 48, 96]),
        (48, [24, 48]),
        (50, [25, 50]),
        (94, [47, 94]),
        (24, [24]),
        (47, [47]),
        (8, [8]),
        (49, [24, 49]),
        (95, [24, 95]),
    ],
)
def test_stages_lead_from_a_first_look_to_what_is_asked(resolution: int, way: list[int]):
    assert stages(resolution) == way


def test_each_stage_takes_over_the_one_before(prober: Prober):
    assert resolutions(plane_stages(asked("x"), "visitor")) == [24, 48, 96]
    assert prober.computed == [(24, None), (48, 24), (96, 48)]


def test_a_finished_plane_comes_at_once_and_alone(prober: Prober):
    *_, last = plane_stages(asked("x"), "visitor")
    prober.computed.clear()
    assert list(plane_stages(asked("x"), "another")) == [last]
    assert plane_answer(asked("x")) is last
    assert prober.computed == []


def test_a_plane_asked_for_without_stages_starts_from_what_is_kept(prober: Prober):
    plane_answer(asked("x", 24))
    assert plane_answer(asked("x", 96)).resolution == 96
    assert prober.computed == [(24, None), (96, 24)]


def test_another_question_takes_nothing_over(prober: Prober):
    plane_answer(asked("x", 24))
    plane_answer(replace(asked("x", 48), labels=(0, 1, 3)))
    plane_answer(asked("y", 48))
    assert prober.computed == [(24, None), (48, None), (48, None)]


class TestNewerRequests:
    def test_of_the_same_visitor_end_the_older(self, prober: Prober, pool: ThreadPoolExecutor):
        prober.held = {96}
        older = started(pool, asked("x"), "visitor")
        assert prober.busy.wait(PATIENCE)
        newer = started(pool, asked("y", 48), "visitor")
        assert older.result(PATIENCE) == [24, 48]
        assert newer.result(PATIENCE) == [24, 48]

    def test_of_others_do_not(self, prober: Prober, pool: ThreadPoolExecutor):
        prober.held = {96}
        older = started(pool, asked("x"), "visitor")
        assert prober.busy.wait(PATIENCE)
        assert started(pool, asked("y", 48), "another").result(PATIENCE) == [24, 48]
        assert not older.done()
        prober.go.set()
        assert older.result(PATIENCE) == [24, 48, 96]

    def test_end_the_older_also_before_it_began_to_be_read(self, prober: Prober):
        older = plane_stages(asked("x"), "visitor")
        plane_stages(asked("y"), "visitor")
        assert list(older) == []
        assert prober.computed == []

    def test_end_the_older_also_where_its_answer_is_kept(self):
        plane_answer(asked("x"))
        older = plane_stages(asked("x"), "visitor")
        plane_stages(asked("y"), "visitor")
        assert list(older) == []

    def test_of_the_same_question_compute_on(self, prober: Prober, pool: ThreadPoolExecutor):
        prober.held = {48}
        older = started(pool, asked("x"), "visitor")
        assert prober.busy.wait(PATIENCE)
        newer = started(pool, asked("x"), "visitor")
        assert older.result(PATIENCE) == [24]
        prober.go.set()
        assert newer.result(PATIENCE) == [24, 48, 96]

    def test_stop_ends_without_a_newer_one(self, prober: Prober, pool: ThreadPoolExecutor):
        prober.held = {48}
        older = started(pool, asked("x"), "visitor")
        assert prober.busy.wait(PATIENCE)
        boundary.stop("another")
        boundary.stop("visitor")
        assert older.result(PATIENCE) == [24]


class TestSharing:
    def test_identical_questions_in_flight_are_computed_once(
        self, prober: Prober, pool: ThreadPoolExecutor
    ):
        prober.held = {24}
        both = [started(pool, asked("x"), visitor) for visitor in ("first", "second")]
        assert prober.busy.wait(PATIENCE)
        prober.go.set()
        assert [one.result(PATIENCE) for one in both] == [[24, 48, 96]] * 2
        assert [resolution for resolution, _ in prober.computed] == [24, 48, 96]

    @pytest.mark.parametrize("stages_too", [True, False])
    def test_who_waits_takes_over_from_who_was_stopped(
        self, prober: Prober, pool: ThreadPoolExecutor, stages_too: bool
    ):
        prober.held = {24}
        first = started(pool, asked("x", 24), "first")
        assert prober.busy.wait(PATIENCE)
        if stages_too:
            second = started(pool, asked("x", 24), "second")
        else:
            second = pool.submit(lambda: resolutions([plane_answer(asked("x", 24))]))
        boundary.stop("first")
        assert first.result(PATIENCE) == []
        prober.go.set()
        assert second.result(PATIENCE) == [24]


class TestNewest:
    def test_only_so_many_visitors_are_remembered(self):
        newest = Newest(2)
        signs = [newest.begin(visitor) for visitor in ("first", "second", "third")]
        for visitor in ("first", "second", "third"):
            newest.end(visitor)
        assert [sign.is_set() for sign in signs] == [False, True, True]

    def test_a_later_request_counts_as_new(self):
        newest = Newest(2)
        for visitor in ("first", "second", "first", "third"):
            sign = newest.begin(visitor)
            if visitor == "first":
                kept = sign
        newest.end("first")
        assert kept.is_set()

    def test_ending_one_who_does_not_wait_is_no_error(self):
        Newest(1).end("nobody")
