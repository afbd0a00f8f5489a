"""Attacks as they are asked and answered, on the bundled pair."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.models import zoo
from mixup_demo.serving import questions, settings
from mixup_demo.serving import sweeps as handlers
from mixup_demo.serving.questions import AttackQuestion, attack_question
from mixup_demo.texts.input_error import InputError


@pytest.fixture
def asked(photos: tuple[Path, Path]) -> AttackQuestion:
    return attack_question(photos[0], "cat")


@pytest.fixture(params=["cifar10-erm", "cifar10-mixup"])
def stand_in(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let a model whose own attacks are known lead those in the black box."""
    questions._black_box_engine.cache_clear()
    monkeypatch.setattr(zoo, "BLACK_BOX", request.param)
    yield request.param
    questions._black_box_engine.cache_clear()


def tiles(image: np.ndarray) -> list[np.ndarray]:
    """Return the tiles as 32 x 32 pixels, after a look that each pixel is a square."""
    assert image.dtype == np.uint8
    small = image[::16, ::16]
    assert np.array_equal(small.repeat(16, axis=0).repeat(16, axis=1), image)
    return list(small.astype(int).reshape(32, -1, 32, 3).swapaxes(0, 1))


def seen(asked: AttackQuestion) -> np.ndarray:
    """Return what the networks see of the clean image, (32, 32, 3) levels."""
    return np.rint(255 * asked.picture.input.transpose(1, 2, 0)).astype(int)


@pytest.mark.parametrize("epsilon", [1, 4, 16])
def test_white_box_shows_each_models_own_image(asked: AttackQuestion, epsilon: int):
    adversarial, perturbation, report = handlers.attack(asked, epsilon)
    assert adversarial.shape == perturbation.shape == (512, 1024, 3)
    assert report["amplification"] == pytest.approx(127.5 / epsilon)
    erm, mixup = tiles(adversarial)
    assert not np.array_equal(erm, mixup)
    for tile, amplified in zip((erm, mixup), tiles(perturbation), strict=True):
        moved = tile - seen(asked)
        assert np.abs(moved).max() == epsilon
        expected = 127.5 + report["amplification"] * moved
        assert np.abs(amplified - expected).max() <= 0.51
        assert {0, 255} <= set(np.unique(amplified))


def test_report_says_what_was_asked_and_both_models_answers(asked: AttackQuestion):
    _, _, report = handlers.attack(asked, 8)
    said = {name: report[name] for name in ("label", "epsilon", "method", "source")}
    assert said == {"label": "cat", "epsilon": 8, "method": "fgsm", "source": "white"}
    assert report["device"] in ("cpu", "gpu")
    assert list(report["predictions"]) == ["erm", "mixup"]
    for answers in report["predictions"].values():
        assert list(answers) == ["before", "after"]
        for answer in answers.values():
            assert tuple(answer) == zoo.pair_classes("cifar10")
            assert sum(answer.values()) == pytest.approx(1, abs=1e-4)
        assert answers["after"]["cat"] < answers["before"]["cat"]


def test_answers_belong_to_the_images_that_are_shown(asked: AttackQuestion):
    adversarial, _, report = handlers.attack(asked, 4)
    shown = np.stack(tiles(adversarial)).transpose(0, 3, 1, 2).astype(np.float32) / 255
    answers = questions.engine("cifar10", "auto").probabilities(shown)
    for place, model in enumerate(("erm", "mixup")):
        after = list(report["predictions"][model]["after"].values())
        assert after == pytest.approx(answers[model][place], abs=0.02)  # bf16, other batches


def test_no_budget_shows_the_image_itself(asked: AttackQuestion):
    adversarial, perturbation, report = handlers.attack(asked, 0)
    for tile in tiles(adversarial):
        assert np.array_equal(tile, seen(asked))
    assert set(np.unique(perturbation)) <= {127, 128}
    for answers in report["predictions"].values():
        assert answers["before"] == answers["after"]


def test_black_box_shows_one_image_led_by_the_source(asked: AttackQuestion, stand_in: str):
    adversarial, perturbation, report = handlers.attack(replace(asked, source="black"), 4)
    assert adversarial.shape == perturbation.shape == (512, 512, 3)
    (tile,) = tiles(adversarial)
    own = dict(zip(zoo.PAIRS["cifar10"].values(), tiles(handlers.attack(asked, 4)[0]), strict=True))
    equal = {model: (tile == image).mean() for model, image in own.items()}
    assert equal.pop(stand_in) > 0.95  # bf16 in batches of another size
    assert max(equal.values()) < 0.9
    assert report["source"] == "black"


def test_all_budgets_come_from_one_computation(asked: AttackQuestion, photos: tuple[Path, Path]):
    again = attack_question(photos[0], "cat", "fgsm", "white")
    assert handlers.attack_answer(again) is handlers.attack_answer(asked)


def test_keys_differ_with_whatever_changes_the_answer(
    asked: AttackQuestion, photos: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    black = replace(asked, source="black")
    keys = []
    for model in ("cifar10-erm", "cifar10-mixup"):
        monkeypatch.setattr(zoo, "BLACK_BOX", model)
        keys.append(black.key)
    others = {
        "picture": attack_question(photos[1], "cat").picture,
        "label": 0,
        "method": "ifgsm",
        "device": "cpu",
    }
    changed = [replace(asked, **{name: value}).key for name, value in others.items()]
    assert len({asked.key, *keys, *changed}) == 7
    assert zoo.pair_digest("cifar10") in asked.key


def test_a_class_that_is_not_given_is_proposed(photos: tuple[Path, Path]):
    asked = attack_question(photos[0])
    proposed = questions.engine("cifar10", "auto").propose(asked.picture.input[None])
    assert asked.label == proposed[0]


BAD = {
    "image": (None, "An image is needed here"),
    "label": ("unicorn", "class must be one of airplane, .* but is unicorn"),
    "method": ("pgd", "attack must be one of fgsm, ifgsm, but is pgd"),
    "source": ("grey", "source of the gradient must be one of white, black, but is grey"),
    "pair": ("imagenet", "pair of models must be one of .* but is imagenet"),
    "device": ("tpu", "device must be one of auto, cpu, gpu, but is tpu"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_questions_are_refused(photos: tuple[Path, Path], name: str):
    value, message = BAD[name]
    with pytest.raises(InputError, match=message):
        attack_question(**{"image": photos[0], name: value})


@pytest.mark.parametrize("epsilon", [-1, 17, 2.5, float("nan"), "much", None])
def test_bad_budgets_are_refused(asked: AttackQuestion, epsilon: object):
    message = f"budget ε must be a whole number of levels from 0 to 16, but is {epsilon}"
    with pytest.raises(InputError, match=re.escape(message)):
        handlers.attack(asked, epsilon)


def test_budgets_of_the_control_are_those_that_are_computed(asked: AttackQuestion):
    epsilons = handlers.attack_answer(asked).epsilons
    control = settings.EPSILON
    assert epsilons.tolist() == list(np.arange(control.minimum, control.maximum + 1, control.step))
