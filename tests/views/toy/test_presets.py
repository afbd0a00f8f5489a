"""Presets are answered without training, by a file that holds what the code would train."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.serving import background
from mixup_demo.serving.newest import Visitor
from mixup_demo.serving.services import Services
from mixup_demo.toy.data import points
from mixup_demo.toy.files import LEVELS, pack, unpack
from mixup_demo.toy.question import STRIP_ALPHAS
from mixup_demo.toy.results import FRAMES, SCORES
from mixup_demo.toy.training import recorded_steps, train
from mixup_demo.views.toy import presets, requests, trainings
from mixup_demo.views.toy.questions import toy_question
from mixup_demo.views.toy.settings import DATASETS
from tests.toy.kit import SMALL, small

BUNDLED = [name for name in DATASETS if name != "drawn"]
#: frames that are trained again: far enough to see another code, and rounding has not grown yet
AGAIN = 12


@pytest.fixture
def without_training(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whatever would train fail."""

    def refused(self: object) -> None:
        raise AssertionError("this trains")

    monkeypatch.setattr(background.Shared, "_start", refused)


@pytest.mark.parametrize("name", BUNDLED)
def test_the_file_holds_what_the_code_trains(name: str):
    asked = toy_question({"dataset": name})
    known = presets.recorded(asked)
    assert known is not None
    assert [frame.step for frame in known] == recorded_steps(asked.steps)
    steps = zip(known, train(asked, points(asked)), range(AGAIN), strict=False)
    for bundled, trained, _ in steps:
        assert np.array_equal(bundled.first, trained.first)
        assert np.array_equal(bundled.second, trained.second)
        assert np.array_equal(bundled.lam, trained.lam)
        np.testing.assert_allclose(bundled.maps, trained.maps, rtol=0, atol=0.02)
        for score in ("test_accuracy", "confidence", "loss"):
            assert bundled.scores[score] == pytest.approx(trained.scores[score], abs=0.02)


@pytest.mark.parametrize("alpha", STRIP_ALPHAS)
def test_every_alpha_of_the_strip_is_there_at_once(alpha: float, without_training: None):
    request = {"dataset": "moons", "toy_alpha": alpha, "visitor": "page"}
    answer = requests.toy(Services(), request)
    assert answer["done"]
    assert len(answer["frames"]) == FRAMES
    assert answer["more_seeds"] == 0
    strip = requests.toy_strip(Services(), request)
    assert strip["done"]
    assert [tile["alpha"] for tile in strip["strip"]] == list(STRIP_ALPHAS)


def test_what_a_preset_says_is_of_all_its_seeds(without_training: None):
    said = requests.toy(Services(), {"visitor": "page"})["says"]
    assert said[0]["key"].startswith("toy.says.seeds.accuracy")
    assert said[0]["values"]["n"] == str(len(presets.SEEDS))


def test_another_seed_of_a_preset_has_the_same_verdict():
    first, other = toy_question({}), toy_question({"toy_seed": 1234})
    assert presets.recorded(other) is None
    for name in SCORES:
        assert np.array_equal(presets.seeds(first)[name], presets.seeds(other)[name])


@pytest.mark.parametrize("other", [{"toy_alpha": 0.3}, {"n": 310}, {"steps": 1000}, SMALL])
def test_other_settings_are_no_preset(other: dict):
    asked = toy_question(other)
    assert presets.recorded(asked) is None
    assert presets.seeds(asked) is None


def test_packing_loses_half_a_level_at_most():
    asked = replace(small(), alphas=STRIP_ALPHAS)
    frames = list(train(asked, points(asked)))
    for before, after in zip(frames, unpack(pack(frames)), strict=True):
        shown, trained = (one.maps.astype(float) for one in (after, before))
        np.testing.assert_allclose(shown, trained, rtol=0, atol=0.5 / LEVELS + 1e-3)
        np.testing.assert_allclose(shown.sum(axis=1), 1, rtol=0, atol=2e-3)
        assert (after.step, *after.scores) == (before.step, *before.scores)
        for name in ("first", "second", "lam"):
            assert np.array_equal(getattr(after, name), getattr(before, name))


@pytest.mark.parametrize("content", [None, b"", b"no archive"])
def test_a_missing_or_broken_file_is_said_and_trained_without(
    content: bytes | None, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    file = tmp_path / "toy.npz"
    if content is not None:
        file.write_bytes(content)
    assert presets.recorded(toy_question({}), file) is None
    assert "make examples writes it" in caplog.text


def test_a_file_of_other_records_is_not_read(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    file = tmp_path / "toy.npz"
    np.savez(file, schema=np.array("another"))
    assert presets.recorded(toy_question({}), file) is None
    assert "other records" in caplog.text


def test_many_who_ask_for_a_preset_share_one(without_training: None):
    services = Services()
    found = [trainings.training(services, toy_question({})) for _ in range(20)]
    assert len(set(map(id, found))) == 1


def test_a_whole_training_is_made_into_an_answer_once(without_training: None):
    services = Services()
    answers = [requests.toy(services, {"visitor": str(page)}) for page in range(20)]
    assert len(set(map(id, answers))) == 1
    narrow = requests.toy(services, {"visitor": "phone", "columns": 2})
    assert narrow["figure"]["layout"]["height"] > answers[0]["figure"]["layout"]["height"]


def test_twenty_who_ask_for_the_same_share_one_training():
    services, asked, begun = Services(), small(toy_seed=99), []

    def noted(*asked_for):
        begun.append(asked_for)
        return train(*asked_for)

    kept = services.cache(trainings.CACHE, trainings.CACHED)
    kept.get((asked, FRAMES), lambda: trainings.Training(asked, trainer=noted))

    def watch(page: int) -> int:
        start = 0
        while start < FRAMES:
            start = len((trainings.stage(services, asked, Visitor(page), start) or ((),))[0])
        return start

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(watch, range(20))) == [FRAMES] * 20
    assert len(begun) == 1
