"""Planes as they are asked and answered: visitors, stages, the cache."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import numpy as np
import pytest

from mixup_demo.models.engine import Engine, Images, Running, Step
from mixup_demo.models.spec import Comparison
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.chunks import never
from mixup_demo.results import Plane
from mixup_demo.serving import planes
from mixup_demo.serving.newest import Newest, Visitor
from mixup_demo.serving.pictures import Picture
from mixup_demo.serving.planes import plane_stages, stages
from mixup_demo.serving.questions import PlaneQuestion
from mixup_demo.serving.services import Services
from tests.probes.kit import CPU, MeanColour, spec

PATIENCE = 60  # seconds until a test that hangs fails
VISITOR = Visitor("visitor")
SIZE = 4

#: points that are computed for a plane, by its resolution and that of the plane it takes over
POINTS = {
    (resolution, known): resolution**2 - known**2
    for resolution, known in ((24, 0), (48, 24), (96, 48), (96, 24), (48, 0))
}


class Watched(Services):
    """Counts the points of each plane that is computed, and holds some until let go.

    Attributes:
        computed: points of each plane, in the order in which they were begun.
        held: numbers in `computed` of planes that wait before each batch of points.
        busy: set when one of these waits.
        go: lets them go.
    """

    def __init__(self) -> None:
        models = [
            spec(name, MeanColour(scale), 3, SIZE) for name, scale in (("l", 9.0), ("r", -9.0))
        ]
        super().__init__(Zoo(None, models, {"colours": {"erm": "l", "mixup": "r"}}, {}))
        self.computed: list[int] = []
        self.held: set[int] = set()
        self.busy, self.go = Event(), Event()

    def engine(self, comparison: Comparison, device: str) -> Engine:
        self.computed.append(0)
        return Watching(comparison, self, len(self.computed) - 1)


class Watching(Engine):
    """Answers for one plane."""

    def __init__(self, comparison: Comparison, watched: Watched, number: int) -> None:
        super().__init__(comparison, CPU)
        self._watched, self._number = watched, number

    def start(self, step: Step, images: Images, *more: np.ndarray) -> Running:
        self._watched.computed[self._number] += len(more[0])
        if self._number in self._watched.held:
            self._watched.busy.set()
            assert self._watched.go.wait(PATIENCE)
        return super().start(step, images, *more)


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as threads:
        yield threads


def asked(services: Services, name: str, resolution: int = 96) -> PlaneQuestion:
    """Ask about three pictures of noise."""
    rng = np.random.default_rng([*name.encode()])
    pictures = tuple(
        Picture(
            np.zeros((512, 512, 3), np.uint8),
            rng.random((3, SIZE, SIZE), dtype=np.float32),
            name + side,
        )
        for side in "ABC"
    )
    return PlaneQuestion(pictures, (0, 1, 2), resolution, services.zoo.comparison("colours"), "cpu")


def points(*planes_: tuple[int, int]) -> list[int]:
    return [POINTS[one] for one in planes_]


def begun(services: Services, question: PlaneQuestion, visitor: Visitor) -> Iterator[Plane]:
    """Ask as the page's requests do: a visitor's newer question ends the older one."""
    stopped = services.newest(planes.CACHE).begin(visitor).is_set
    return plane_stages(services, question, stopped)


def resolutions(answered: Iterable[Plane]) -> list[int]:
    return [plane.resolution for plane in answered]


def started(
    pool: ThreadPoolExecutor, services: Services, question: PlaneQuestion, visitor: str
) -> Future[list[int]]:
    """Ask now, and read the answer in another thread."""
    answered = begun(services, question, Visitor(visitor))
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


def test_each_stage_takes_over_the_one_before(watched: Watched):
    assert resolutions(begun(watched, asked(watched, "x"), VISITOR)) == [
        24,
        48,
        96,
    ]
    assert watched.computed == points((24, 0), (48, 24), (96, 48))


def test_a_finished_plane_comes_at_once_and_alone(watched: Watched):
    *_, last = begun(watched, asked(watched, "x"), VISITOR)
    watched.computed.clear()
    assert list(begun(watched, asked(watched, "x"), Visitor("another"))) == [last]
    assert planes.plane(watched, asked(watched, "x")) is last
    assert watched.computed == []


def test_who_is_stopped_on_the_way_has_no_answer(watched: Watched):
    """Not the coarser plane that was reached: it would be asked for the finer one again."""
    reached = planes.finest(watched, asked(watched, "x", 48), lambda: len(watched.computed) > 1)
    assert watched.computed[:1] == points((24, 0))
    assert reached is None


def test_the_finest_that_is_at_hand_is_answered_whatever_is_asked(watched: Watched):
    first = planes.finest(watched, asked(watched, "x", 48), never)
    assert first
    assert first.resolution == 48
    finest = planes.plane(watched, asked(watched, "x"))
    assert planes.finest(watched, asked(watched, "x", 24), never) is finest


def test_what_was_computed_earlier_can_be_put_into_the_cache(watched: Watched):
    before = planes.plane(watched, asked(watched, "x", 24))
    other = Watched()
    planes.remember(other, asked(other, "x", 24), before)
    assert planes.plane(other, asked(other, "x", 24)) is before
    assert other.computed == []


def test_a_plane_asked_for_without_stages_starts_from_what_is_kept(watched: Watched):
    planes.plane(watched, asked(watched, "x", 24))
    assert planes.plane(watched, asked(watched, "x", 96)).resolution == 96
    assert watched.computed == points((24, 0), (96, 24))


def test_another_question_takes_nothing_over(watched: Watched):
    planes.plane(watched, asked(watched, "x", 24))
    planes.plane(watched, replace(asked(watched, "x", 48), labels=(0, 1, 1)))
    planes.plane(watched, asked(watched, "y", 48))
    assert watched.computed == points((24, 0), (48, 0), (48, 0))


class TestNewerRequests:
    def test_of_the_same_visitor_end_the_older(self, watched: Watched, pool: ThreadPoolExecutor):
        watched.held = {2}
        older = started(pool, watched, asked(watched, "x"), "visitor")
        assert watched.busy.wait(PATIENCE)
        newer = started(pool, watched, asked(watched, "y", 48), "visitor")
        assert newer.result(PATIENCE) == [24, 48]
        watched.go.set()
        assert older.result(PATIENCE) == [24, 48]
        assert watched.computed[2] < POINTS[96, 48] / 2  # it was given up between two batches

    def test_of_others_do_not(self, watched: Watched, pool: ThreadPoolExecutor):
        watched.held = {2}
        older = started(pool, watched, asked(watched, "x"), "visitor")
        assert watched.busy.wait(PATIENCE)
        newer = started(pool, watched, asked(watched, "y", 48), "another")
        assert newer.result(PATIENCE) == [24, 48]
        assert not older.done()
        watched.go.set()
        assert older.result(PATIENCE) == [24, 48, 96]

    def test_end_the_older_also_before_it_began_to_be_read(self, watched: Watched):
        older = begun(watched, asked(watched, "x"), VISITOR)
        begun(watched, asked(watched, "y"), VISITOR)
        assert list(older) == []
        assert watched.computed == []

    def test_end_the_older_also_where_its_answer_is_kept(self, watched: Watched):
        planes.plane(watched, asked(watched, "x"))
        older = begun(watched, asked(watched, "x"), VISITOR)
        begun(watched, asked(watched, "y"), VISITOR)
        assert list(older) == []

    def test_of_the_same_question_compute_on(self, watched: Watched, pool: ThreadPoolExecutor):
        watched.held = {1}
        older = started(pool, watched, asked(watched, "x"), "visitor")
        assert watched.busy.wait(PATIENCE)
        newer = started(pool, watched, asked(watched, "x"), "visitor")
        watched.go.set()
        assert older.result(PATIENCE) == [24]
        assert newer.result(PATIENCE) == [24, 48, 96]

    def test_stop_ends_without_a_newer_one(self, watched: Watched, pool: ThreadPoolExecutor):
        watched.held = {1}
        older = started(pool, watched, asked(watched, "x"), "visitor")
        assert watched.busy.wait(PATIENCE)
        watched.stop(planes.CACHE, Visitor("another"))
        watched.stop(planes.CACHE, VISITOR)
        watched.go.set()
        assert older.result(PATIENCE) == [24]

    def test_stopping_another_ends_nothing(self, watched: Watched, pool: ThreadPoolExecutor):
        watched.held = {1}
        older = started(pool, watched, asked(watched, "x"), "visitor")
        assert watched.busy.wait(PATIENCE)
        watched.stop(planes.CACHE, Visitor("another"))
        watched.go.set()
        assert older.result(PATIENCE) == [24, 48, 96]


class TestSharing:
    def test_identical_questions_in_flight_are_computed_once(
        self, watched: Watched, pool: ThreadPoolExecutor
    ):
        watched.held = {0}
        both = [started(pool, watched, asked(watched, "x"), who) for who in ("first", "second")]
        assert watched.busy.wait(PATIENCE)
        watched.go.set()
        assert [one.result(PATIENCE) for one in both] == [[24, 48, 96]] * 2
        assert watched.computed == points((24, 0), (48, 24), (96, 48))

    @pytest.mark.parametrize("stages_too", [True, False])
    def test_who_waits_takes_over_from_who_was_stopped(
        self, watched: Watched, pool: ThreadPoolExecutor, stages_too: bool
    ):
        watched.held = {0}
        first = started(pool, watched, asked(watched, "x", 24), "first")
        assert watched.busy.wait(PATIENCE)
        if stages_too:
            second = started(pool, watched, asked(watched, "x", 24), "second")
        else:
            whole = asked(watched, "x", 24)
            second = pool.submit(lambda: resolutions([planes.plane(watched, whole)]))
        watched.stop(planes.CACHE, Visitor("first"))
        watched.go.set()
        assert first.result(PATIENCE) == []
        assert second.result(PATIENCE) == [24]


FIRST, SECOND, THIRD = (Visitor(name) for name in ("first", "second", "third"))


class TestNewest:
    def test_only_so_many_visitors_are_remembered(self):
        newest = Newest(2)
        first, second, third = (newest.begin(visitor) for visitor in (FIRST, SECOND, THIRD))
        for visitor in (SECOND, THIRD, FIRST):
            newest.end(visitor)
        assert [sign.is_set() for sign in (first, second, third)] == [False, True, True]

    def test_a_later_request_counts_as_new(self):
        newest = Newest(2)
        for visitor in (FIRST, SECOND, FIRST, THIRD):
            sign = newest.begin(visitor)
            if visitor == FIRST:
                kept = sign
        newest.end(FIRST)
        assert kept.is_set()

    def test_ending_one_who_does_not_wait_is_no_error(self):
        Newest(1).end(FIRST)

    def test_an_older_request_that_arrives_late_is_ended_not_the_newer_one(self):
        newest = Newest()
        newer = newest.begin(Visitor("page", 2))
        assert newest.begin(Visitor("page", 1)).is_set()
        assert not newer.is_set()
        newest.begin(Visitor("page", 3))
        assert newer.is_set()

    def test_a_stop_that_arrives_late_ends_only_what_was_asked_before_it(self):
        newest = Newest()
        newer = newest.begin(Visitor("page", 3))
        newest.end(Visitor("page", 2))
        assert not newer.is_set()
        newest.end(Visitor("page", 4))
        assert newer.is_set()

    def test_what_was_asked_before_a_stop_and_arrives_after_it_is_ended(self):
        newest = Newest()
        newest.end(Visitor("page", 2))
        assert newest.begin(Visitor("page", 1)).is_set()
        assert not newest.begin(Visitor("page", 3)).is_set()

    def test_a_request_that_is_sent_again_ends_nothing_until_a_newer_one_comes(self):
        newest = Newest()
        first = newest.begin(Visitor("page", 2))
        again = newest.begin(Visitor("page", 2))
        assert not first.is_set()
        newest.begin(Visitor("page", 3))
        assert first.is_set()
        assert again.is_set()

    def test_one_that_ended_since_begins_anew_when_it_is_sent_again(self):
        newest = Newest()
        newest.begin(Visitor("page", 2)).set()  # its sender had left
        assert not newest.begin(Visitor("page", 2)).is_set()

    def test_who_does_not_count_ends_the_older_one(self):
        newest = Newest()
        older = newest.begin(Visitor("api"))
        newest.begin(Visitor("api"))
        assert older.is_set()

    def test_kinds_of_answers_are_waited_for_side_by_side(self):
        newest = Newest()
        sign = newest.begin(FIRST)
        newest.begin(FIRST.waiting_for("place"))
        assert not sign.is_set()
