"""Work that takes long comes coarse to fine: sweeps in stages, what is taken over, what is kept."""

import json
import time
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest

from mixup_demo.models import cost
from mixup_demo.models.devices import choose_device
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.chunks import StoppedError
from mixup_demo.serving import sweeps
from mixup_demo.serving.line import Place
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import Stage
from mixup_demo.views.boundary import requests as boundary
from mixup_demo.views.mix import requests as mix
from tests.kit import answered
from tests.models.kit import LARGE, THOUSAND, dummy

SPEED = cost.SHARE * cost.speed(choose_device("auto"))
WHOLE_PASSES = 101 * (1 + cost.GRADIENT)
PHOTOS: dict[str, Any] = {
    **{"a": {"photo": "cat-1"}, "label_a": "thing 1"},
    **{"b": {"photo": "dog-1"}, "label_b": "thing 2"},
}


def services(seconds: float) -> Services:
    """A pair of 1,000 classes whose whole sweep is said to take so long."""
    of = partial(dummy, classes=THOUSAND, size=LARGE, gflop=seconds * SPEED / WHOLE_PASSES / 2)
    models = [of("plain", seed=1, scale=60.0), of("mixed", seed=2, scale=30.0)]
    return Services(Zoo(None, models, {"pair": {"erm": "plain", "mixup": "mixed"}}, {}))


def stages(seconds: float) -> tuple[Stage, ...]:
    found = services(seconds)
    return sweeps.stages(mix.question(found, PHOTOS))


def test_what_comes_soon_comes_at_once():
    assert stages(0.9 * cost.SOON_SECONDS) == (sweeps.WHOLE,)


def test_what_takes_long_comes_at_11_points_then_at_all_gradients_last():
    assert stages(10) == (Stage(11, False), Stage(101, False), sweeps.WHOLE)


def test_on_a_slow_machine_21_points_come_between():
    middle = [stage.points for stage in stages(60)]
    assert middle == [11, 21, 101, 101]


def test_what_takes_too_long_is_left_out_but_for_a_first_look():
    assert stages(2 * cost.LIMIT_SECONDS)[-1] == Stage(101, False)
    assert stages(100 * cost.LIMIT_SECONDS) == (Stage(11, False),)


@pytest.fixture(scope="module")
def told() -> list[dict[str, Any]]:
    """What the page is told, stage after stage."""
    found, payloads = services(10), []
    number: int | None = 0
    while number is not None:
        asked = {**PHOTOS, "visitor": "v", "turn": number + 1, "stage": number}
        payloads.append(json.loads(json.dumps(answered(mix.ask, found, asked), allow_nan=False)))
        number = payloads[-1]["stage"]["number"]
    return payloads


class TestTheAnswers:
    def test_come_at_more_and_more_points(self, told: list[dict[str, Any]]):
        assert [len(one["lam"]) for one in told] == [11, 101, 101]
        assert told[0]["stage"]["next"] == {"points": 101, "gradients": False}
        assert told[-1]["stage"]["next"] is None
        done = [one["stage"]["done"] for one in told]
        assert done == sorted(done)
        assert [one["stage"]["then"] for one in told[:-1]] == done[1:]

    def test_say_nothing_that_only_all_points_can_tell(self, told: list[dict[str, Any]]):
        assert [one["table"] is None for one in told] == [True, False, False]
        assert [one["verdicts"] is None for one in told] == [True, False, False]
        assert ["gradient" in one["figures"] for one in told] == [False, False, True]
        steepest = [len(one["figures"]["path"]["layout"].get("annotations", [])) for one in told]
        assert steepest == [0, 2, 2]

    def test_stay_where_they_were(self, told: list[dict[str, Any]]):
        first, second, third = (np.array(one["bars"][0]["erm"]) for one in told)
        assert np.array_equal(first, second[::10])
        assert np.array_equal(second, third)

    def test_name_a_b_and_the_five_likeliest_others(self, told: list[dict[str, Any]]):
        for one in told:
            assert [bar["kind"] for bar in one["bars"]] == ["a", "b", "other"]
            for model, leading in one["leading"].items():
                own = np.sum([bar[model] for bar in one["bars"][:2]], axis=0)
                shares = np.array(leading["shares"])
                assert np.shape(leading["classes"]) == shares.shape == (len(one["lam"]), 5)
                assert (np.diff(shares, axis=1) <= 1e-9).all()
                assert not np.isin(leading["classes"], one["labels"]).any()
                total = own + shares.sum(axis=1) + leading["rest"]
                assert total == pytest.approx(np.ones(len(total)), abs=2e-3)
                assert leading["count"] == 1000 - 2 - 5

    def test_are_light(self, told: list[dict[str, Any]]):
        """Two pictures of 224 x 224 pixels, and no list of 1,000 shares a point."""
        pictures = [one.pop("inputs") for one in told]
        assert [len(one) if one else 0 for one in pictures] == [2, 0, 0]
        assert sum(map(len, pictures[0].values())) == pytest.approx(4 / 3 * 6 * 224**2, rel=0.001)
        for one in told:
            assert len(json.dumps(one)) < 90_000  # of which brotli leaves a quarter


def test_the_finest_that_is_known_is_answered_at_once():
    found = services(10)
    asked = mix.question(found, PHOTOS)
    whole = sweeps.sweep(found, asked)
    assert sweeps.at_hand(found, asked) == (sweeps.WHOLE, whole)
    assert answered(mix.ask, found, {**PHOTOS, "stage": 0})["stage"]["number"] is None


def test_a_coarse_stage_that_others_have_overtaken_is_the_whole():
    """So asks who waited for the coarse stage while others finished the whole."""
    found = services(10)
    asked = mix.question(found, PHOTOS)
    whole = sweeps.sweep(found, asked)
    assert sweeps.sweep(found, asked, Stage(11, False)) is whole
    assert sweeps.at_hand(found, asked) == (sweeps.WHOLE, whole)


@pytest.mark.parametrize(
    ("ask", "sides"), [(mix.ask, "ab"), (boundary.plane, "abc")], ids=["sweep", "plane"]
)
def test_what_is_at_hand_is_looked_up_without_networks(
    monkeypatch: pytest.MonkeyPatch, ask: Any, sides: str
):
    """Photos whose class the models do not know would be proposed one by them."""
    found = services(10)
    monkeypatch.setattr(found, "engine", lambda *_: pytest.fail("a network was asked"))
    monkeypatch.setattr(found.jobs, "answer", lambda *_: Place(3, None))
    photos = ("cat-1", "dog-1", "frog-1")
    pictures = {side: {"photo": photo} for side, photo in zip(sides, photos, strict=False)}
    assert ask(found, {**pictures, "stage": 0, "visitor": "v"})["waits"]["before"] == 3


def test_who_has_stopped_gets_nothing_and_others_take_over():
    found = services(10)
    asked = mix.question(found, PHOTOS)
    with pytest.raises(StoppedError):
        sweeps.sweep(found, asked, Stage(11, False), lambda: True)
    late = {**PHOTOS, "visitor": "v", "turn": 1, "stage": 0}
    mix.stop_sweep(found, {"visitor": "v", "turn": 2})
    assert mix.ask(found, late) == {"ended": True}
    assert len(sweeps.sweep(found, asked, Stage(11, False)).lam) == 11


def test_engines_that_nobody_asks_are_let_go_but_for_the_opening_ones():
    models = [dummy(f"m{number}", seed=number) for number in range(4)]
    pairs = {"first": {"erm": "m0", "mixup": "m1"}, "second": {"erm": "m2", "mixup": "m3"}}
    found = Services(Zoo(None, models, pairs, {}))

    def engines() -> list[object]:
        return [
            found.engine(found.zoo.comparison(name), "auto")
            for name in ("first", "second", "m0:m3")
        ]

    before = engines()
    assert all(one is other for one, other in zip(before, engines(), strict=True))
    found.let_go(3600)
    assert engines() == before
    time.sleep(0.3)
    found.let_go(0.2)
    opening, *others = engines()
    assert opening is before[0]
    assert not {id(one) for one in others} & {id(one) for one in before}


def test_what_is_kept_of_sweeps_is_bounded_in_bytes():
    found = services(1)
    swept = sweeps.sweep(found, mix.question(found, PHOTOS))
    rows = 2 * 101 * 1000 * 4
    assert swept.nbytes == pytest.approx(rows + 101 * 1000 * 4, rel=0.01)
    assert replace(swept, answers={}).nbytes < swept.nbytes - rows
