"""Many who ask at once: places, a first look for everybody, the end of the line, who has left."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import numpy as np
import pytest
import torch

from mixup_demo.models.engine import Engine, Images, Running, Step
from mixup_demo.models.manifest import WeightsError
from mixup_demo.models.spec import Comparison, ModelSpec
from mixup_demo.models.workers import Workers
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.chunks import Stop, StoppedError
from mixup_demo.serving import background
from mixup_demo.serving.asking import in_turn
from mixup_demo.serving.jobs import Jobs, key_of
from mixup_demo.serving.leaving import has_left, watched
from mixup_demo.serving.line import WAITS, Line, Place, Work, made_once
from mixup_demo.serving.ready import Ready
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import Handler, answering
from mixup_demo.texts import LANGUAGES
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.boundary import requests as boundary
from mixup_demo.views.evidence import requests as evidence
from mixup_demo.views.mix import requests as mix
from tests.kit import answered
from tests.models.kit import dummy, dummy_zoo

CORES = torch.get_num_threads()
PATIENCE = 60  # seconds until a test that hangs fails
ASKED = {side: {"noise": number} for number, side in enumerate("abc")}


@pytest.fixture
def line() -> Iterator[Line]:
    """One core, on which three may wait."""
    with Workers(1) as workers:
        yield Line(workers, 3, "error.crowd", guess=1.0)


class Held:
    """Answers that are held until they are let go."""

    def __init__(self) -> None:
        self.begun, self.go, self.stopped = Event(), Event(), Event()

    def make(self, stop: Stop) -> tuple[Ready, float]:
        """Wait, and answer."""
        self.begun.set()
        while not self.go.wait(0.01):
            if stop():
                self.stopped.set()
                break
        return Ready(value=1), 1.0


@pytest.fixture
def held() -> Iterator[Held]:
    made = Held()
    yield made
    made.go.set()


def quick(value: int) -> Callable[[Stop], tuple[Ready, float]]:
    return lambda stop: (Ready(value=value), 1.0)


def test_what_makes_an_answer_knows_when_all_have_left(line: Line):
    """Where it waits for anything else than its turn, such as that a picture is decoded."""
    jobs, cancel, begun, seen = Jobs(lambda: line), Event(), Event(), Event()

    def make(stop: Stop) -> tuple[Ready, float]:
        assert not has_left()
        begun.set()
        while not has_left():
            assert not seen.wait(0.01)
        seen.set()
        raise StoppedError

    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(jobs.answer, "one", make, cancel, 1.0)
        assert begun.wait(PATIENCE)
        cancel.set()
        assert asked.result(PATIENCE) is None
    assert seen.wait(PATIENCE)


def test_an_answer_at_hand_is_not_tried_for_ever_for_who_has_left():
    services, tries = Services(dummy_zoo()), []

    def make(stop: Stop) -> tuple[Ready, float]:
        tries.append(stop())
        assert len(tries) < 3
        raise StoppedError

    with watched() as end:

        def leaves() -> bool:
            end()
            return True

        with pytest.raises(StoppedError):
            in_turn(services, "kind", {}, "key", make, 1.0, at_hand=leaves)
    assert not tries


def test_who_waits_is_told_the_place_and_answered_when_asking_again(line: Line, held: Held):
    jobs = Jobs(lambda: line)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(jobs.answer, "first", held.make, Event(), 2.0)
        assert held.begun.wait(PATIENCE)
        place = jobs.answer("second", quick(2), Event(), 3.0)
        assert isinstance(place, Place)
        assert place.before == 1
        assert 0 <= place.seconds <= 2.0
        later = jobs.answer("third", quick(3), Event(), 1.0)
        assert isinstance(later, Place)
        assert later.before == 2
        assert 3.0 <= later.seconds <= place.seconds + 3.0
        held.go.set()
        assert first.result(PATIENCE) == {"value": 1}
        assert jobs.answer("third", quick(3), Event(), 1.0) == {"value": 3}
        assert jobs.answer("second", quick(2), Event(), 1.0) == {"value": 2}


def test_beyond_its_end_the_line_refuses_in_one_sentence(line: Line, held: Held):
    jobs = Jobs(lambda: line)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(jobs.answer, "first", held.make, Event(), 1.0)
        assert held.begun.wait(PATIENCE)
        for number in range(3):
            assert isinstance(jobs.answer(number, quick(number), Event(), 1.0), Place)
        with pytest.raises(InputError) as refused:
            jobs.answer("one more", quick(9), Event(), 1.0)
        assert all("3" in refused.value.message(language) for language in LANGUAGES)
        held.go.set()
        assert first.result(PATIENCE) == {"value": 1}


def test_who_does_not_come_back_is_left_out(
    line: Line, held: Held, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(background, "ABSENT_SECONDS", 0.0)
    jobs, made = Jobs(lambda: line), []

    def note(stop: Stop) -> tuple[Ready, float]:
        made.append(1)
        return Ready(), 1.0

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(jobs.answer, "first", held.make, Event(), 1.0)
        assert held.begun.wait(PATIENCE)
        assert isinstance(jobs.answer("gone", note, Event(), 1.0), Place)
        held.go.set()
        assert first.result(PATIENCE)
        assert jobs.answer("last", quick(3), Event(), 1.0) == {"value": 3}
    assert not made


def test_who_leaves_takes_no_place_away_from_those_who_ask_the_same(line: Line, held: Held):
    jobs, leaving = Jobs(lambda: line), Event()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(jobs.answer, "first", held.make, Event(), 1.0)
        assert held.begun.wait(PATIENCE)
        shared = jobs.answer("shared", quick(2), Event(), 1.0)
        assert isinstance(shared, Place)
        assert shared.before == 1
        assert isinstance(jobs.answer("behind", quick(3), Event(), 1.0), Place)
        gone = pool.submit(jobs.answer, "shared", quick(2), leaving, 1.0)
        leaving.set()
        gone.result(PATIENCE)
        still = jobs.answer("shared", quick(2), Event(), 1.0)
        assert isinstance(still, Place)
        assert still.before == 1
        held.go.set()
        assert first.result(PATIENCE) == {"value": 1}


def test_several_who_come_first_find_one_line():
    made = []
    make = made_once(lambda: made.append(1) or object())
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: id(make()), range(64)))
    assert (len(found), len(made)) == (1, 1)


def test_an_error_is_told_and_not_kept(line: Line):
    jobs, broken = Jobs(lambda: line), [True]

    def make(stop: Stop) -> tuple[Ready, float]:
        if broken.pop() if broken else False:
            raise ArithmeticError
        return Ready(value=1), 1.0

    with pytest.raises(ArithmeticError):
        jobs.answer("one", make, Event(), 1.0)
    assert jobs.answer("one", make, Event(), 1.0) == {"value": 1}


class Watched(Services):
    """Services of two small models, whose engine can be made to wait or to fail.

    Attributes:
        points: that were asked about, call by call.
        fail: whether the next call of a network raises.
    """

    def __init__(self, **more: Any) -> None:
        models = [dummy(name, seed=number) for number, name in enumerate(("plain", "mixed"))]
        super().__init__(Zoo(None, models, {"two": {"erm": "plain", "mixup": "mixed"}}, {}), **more)
        self.points: list[int] = []
        self.fail = False
        self.looks: Callable[[], None] = lambda: None

    def engine(self, comparison: Comparison, device: str) -> Engine:
        """Return one that is watched."""
        engine = super().engine(comparison, device)
        start = type(engine).start

        def watched(step: Step, images: Images, *more: np.ndarray) -> Running:
            self.points.append(max(len(one) for one in (images, *more)))
            self.looks()
            failing, self.fail = self.fail, False
            return start(engine, _raises if failing else step, images, *more)

        engine.start = watched  # type: ignore[method-assign]
        return engine


def _raises(*_: torch.Tensor) -> tuple[torch.Tensor, ...]:
    raise RuntimeError("a worker fell")


def ask(services: Services, number: int, stage: int = 0) -> dict[str, Any]:
    pictures = {"a": {"noise": 2 * number}, "b": {"noise": 2 * number + 1}}
    request = {**pictures, "stage": stage, "visitor": f"{number}", "turn": stage}
    while "waits" in (answer := mix.ask(services, request)):
        Event().wait(0.02)
    return answer


def test_a_crowd_gets_a_first_look_before_anybody_gets_all():
    """Once many wait, nobody is asked about at 101 points before all were at 11."""
    services, count = Watched(), 16
    ask(services, 999)  # the engine is there
    services.points.clear()
    with ThreadPoolExecutor(2 * count) as pool:
        answers = [pool.submit(both, services, number) for number in range(count)]
        found = [answer.result(PATIENCE) for answer in answers]
    sweeps = [points for points in services.points if points > 2]  # the others propose classes
    alone = sweeps.index(11)  # of those who came before there was a crowd
    crowd = sweeps[alone:]
    last = len(crowd) - 1 - crowd[::-1].index(11)
    # the first and the last of them have nobody beside them, and get all at once
    assert alone <= CORES
    assert crowd.count(11) >= count - 3 * CORES
    assert crowd[: last - CORES].count(101) == 0
    assert all(len(one["lam"]) == 101 and one["stage"]["next"] is None for one in found)
    assert not services.jobs.crowded


def both(services: Services, number: int) -> dict[str, Any]:
    """Ask as the page does, until all is there."""
    first = ask(services, number)
    return ask(services, number, 1) if first["stage"]["next"] else first


@pytest.mark.parametrize(
    ("ask_for", "more", "extra"),
    [
        (mix.ask, {"stage": 0}, False),
        (mix.ask, {"stage": 1}, True),
        (boundary.plane, {"resolution": 24}, False),
        (boundary.plane, {"resolution": 96}, True),
        (evidence.attack, {"image": {"noise": 1}}, True),
    ],
    ids=["sweep", "its gradients", "plane", "a finer one", "attack"],
)
def test_first_looks_come_before_all_that_takes_longer(
    ask_for: Handler, more: dict[str, Any], extra: bool, monkeypatch: pytest.MonkeyPatch
):
    joined: list[Work] = []
    monkeypatch.setattr(Line, "join", lambda line, work: joined.append(work))
    answer = ask_for(Watched(), {**ASKED, "label_a": "circle", "label_b": "square", **more})
    assert WAITS in answer
    assert [work.extra for work in joined] == [extra]


def test_a_worker_that_raises_costs_one_answer():
    services = Watched()
    asked = {"a": {"noise": 1}, "b": {"noise": 2}, "stage": 0, "label_a": "circle"}
    asked |= {"label_b": "square"}
    services.fail = True
    with pytest.raises(RuntimeError, match="a worker fell"):
        answered(as_the_page_asks, services, asked)
    assert len(answered(as_the_page_asks, services, asked)["lam"]) == 101


def as_the_page_asks(services: Services, request: dict[str, Any]) -> dict[str, Any]:
    return answering(mix.ask, services)(request)


def test_a_plane_stops_when_its_visitor_has_left():
    services = Watched()
    visitor = {"visitor": "leaves", "turn": 1}
    services.looks = lambda: (
        (boundary.stop(services, {**visitor, "turn": 2}) if len(services.points) > 2 else None)
        and None
    )
    answer = answered(boundary.plane, services, {**ASKED, **visitor, "resolution": 96})
    assert answer == {"ended": True}
    assert sum(services.points) < 96**2 / 4


def test_damaged_weights_are_said_and_others_answer():
    def damaged() -> torch.nn.Module:
        raise WeightsError("/srv/models/x.safetensors is damaged. Fetch it again.")

    broken = ModelSpec("broken", dummy("a").classes, dummy("a").input_size, 0.0, "0" * 64, damaged)
    whole = [dummy("plain"), dummy("mixed", seed=1)]
    pairs = {"two": {"erm": "plain", "mixup": "mixed"}, "bad": {"erm": "plain", "mixup": "broken"}}
    services = Services(Zoo(None, [*whole, broken], pairs, {}))
    asked = {"a": {"noise": 1}, "b": {"noise": 2}, "stage": 0}
    for _ in range(2):
        told = answering(mix.ask, services)({**asked, "pair": "bad"})["error"]
        assert set(told) == set(LANGUAGES)
        assert not any("/srv" in sentence for sentence in told.values())
    assert "lam" in answering(mix.ask, services)({**asked, "pair": "two"})


@pytest.mark.parametrize("odd", [{1: 2, "x": 3}, 10**5000, object()], ids=["mixed", "huge", "odd"])
def test_what_cannot_be_written_is_like_nothing_else(odd: object):
    assert key_of({"a": odd}, "a") != key_of({"a": odd}, "a")
    assert key_of({"a": 1, "b": odd}, "a") == key_of({"a": 1}, "a")


def test_an_answer_that_nobody_fetches_lies_in_its_cache_alone(line: Line, held: Held):
    """Four hundred films of 9 MB would else stay, beyond the bound of any cache."""
    services = Services(dummy_zoo())
    services.jobs = Jobs(lambda: line)
    given = ("kind", {"visitor": "gone", "turn": 1}, "key", held.make, 1.0)
    assert WAITS in in_turn(services, *given)
    assert len(services.jobs) == 1
    held.go.set()
    done = Event()
    line.join(Work(lambda: float(done.set() or 0), lambda: True))
    assert done.wait(PATIENCE)
    assert (len(services.jobs), len(services.answers)) == (0, 1)
    assert in_turn(services, *given) == {"value": 1}


def test_housekeeping_forgets_what_all_have_left(
    line: Line, held: Held, monkeypatch: pytest.MonkeyPatch
):
    services = Services(dummy_zoo())
    services.jobs = Jobs(lambda: line)
    assert isinstance(services.jobs.answer("a", held.make, Event(), 1.0), Place)
    services.let_go()
    assert len(services.jobs) == 1  # its asker may come back
    monkeypatch.setattr(background, "ABSENT_SECONDS", 0.0)
    services.let_go()
    assert len(services.jobs) == 0
