"""Attacks as they are asked and answered, on the bundled pair."""

import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest

from mixup_demo.models.comparisons import COMPARISONS
from mixup_demo.models.workers import Workers
from mixup_demo.models.zoo import Zoo
from mixup_demo.serving.attacks import attack as answer_attack
from mixup_demo.serving.jobs import Jobs
from mixup_demo.serving.line import Line, Work
from mixup_demo.serving.questions import AttackQuestion
from mixup_demo.serving.services import Services
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.evidence.requests import attack, attack_pixels, attack_report, question
from mixup_demo.views.evidence.settings import EPSILON
from tests.kit import answered

Report = tuple[np.ndarray, np.ndarray, dict[str, Any]]


@pytest.fixture
def request_of_cat(photos: tuple[Path, Path]) -> dict[str, object]:
    return {"image": photos[0], "label": "cat"}


@pytest.fixture
def asked(services: Services, request_of_cat: dict[str, object]) -> AttackQuestion:
    return question(services, request_of_cat)


@pytest.fixture
def report(services: Services, request_of_cat: dict[str, object]) -> Callable[..., Report]:
    """Attack the cat with a budget, and whatever else of a request differs."""
    return lambda epsilon, **more: attack_report(
        services, {**request_of_cat, "epsilon": epsilon, **more}
    )


@pytest.fixture(params=["cifar10-erm", "cifar10-mixup"])
def stand_in(request: pytest.FixtureRequest) -> tuple[str, Services]:
    """Let a model whose own attacks are known lead those in the black box."""
    other = replace(Zoo().model(request.param), name="stand-in", digest="of a third model")
    return request.param, Services(Zoo(others=[other], black_box={"cifar10": other.name}))


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
def test_white_box_shows_each_models_own_image(
    asked: AttackQuestion, report: Callable[..., Report], epsilon: int
):
    adversarial, perturbation, said = report(epsilon)
    assert adversarial.shape == perturbation.shape == (512, 1024, 3)
    assert said["amplification"] == pytest.approx(127.5 / epsilon)
    erm, mixup = tiles(adversarial)
    assert not np.array_equal(erm, mixup)
    for tile, amplified in zip((erm, mixup), tiles(perturbation), strict=True):
        moved = tile - seen(asked)
        assert np.abs(moved).max() == epsilon
        expected = 127.5 + said["amplification"] * moved
        assert np.abs(amplified - expected).max() <= 0.51
        assert {0, 255} <= set(np.unique(amplified))


def test_report_says_what_was_asked_and_both_models_answers(
    asked: AttackQuestion, report: Callable[..., Report]
):
    _, _, told = report(8)
    said = {name: told[name] for name in ("label", "epsilon", "method", "source")}
    assert said == {"label": "cat", "epsilon": 8, "method": "fgsm", "source": "white"}
    assert told["device"] in ("cpu", "gpu")
    assert list(told["predictions"]) == ["erm", "mixup"]
    for answers in told["predictions"].values():
        assert list(answers) == ["before", "after"]
        for answer in answers.values():
            assert tuple(answer) == asked.comparison.classes.names
            assert sum(answer.values()) == pytest.approx(1, abs=1e-4)
        assert answers["after"]["cat"] < answers["before"]["cat"]


def test_answers_belong_to_the_images_that_are_shown(
    services: Services, asked: AttackQuestion, report: Callable[..., Report]
):
    adversarial, _, told = report(4)
    shown = np.stack(tiles(adversarial)).transpose(0, 3, 1, 2).astype(np.float32) / 255
    answers = services.engine(asked.comparison, "auto").probabilities(shown)
    for place, model in enumerate(("erm", "mixup")):
        after = list(told["predictions"][model]["after"].values())
        assert after == pytest.approx(answers[model][place], abs=0.02)  # bf16, other batches


def test_no_budget_shows_the_image_itself(asked: AttackQuestion, report: Callable[..., Report]):
    adversarial, perturbation, told = report(0)
    for tile in tiles(adversarial):
        assert np.array_equal(tile, seen(asked))
    assert set(np.unique(perturbation)) <= {127, 128}
    for answers in told["predictions"].values():
        assert answers["before"] == answers["after"]


def test_black_box_shows_one_image_by_the_source_s_gradient(
    request_of_cat: dict[str, object],
    report: Callable[..., Report],
    stand_in: tuple[str, Services],
):
    source, services = stand_in
    black = {**request_of_cat, "source": "black", "epsilon": 4}
    adversarial, perturbation, told = attack_report(services, black)
    assert adversarial.shape == perturbation.shape == (512, 512, 3)
    (tile,) = tiles(adversarial)
    own = dict(zip(COMPARISONS["cifar10"].values(), tiles(report(4)[0]), strict=True))
    equal = {model: (tile == image).mean() for model, image in own.items()}
    assert equal.pop(source) > 0.95  # bf16 in batches of another size
    assert max(equal.values()) < 0.9
    assert told["source"] == "black"


def test_all_budgets_come_from_one_computation(
    services: Services, asked: AttackQuestion, request_of_cat: dict[str, object]
):
    again = question(services, {**request_of_cat, "attack": "fgsm", "source": "white"})
    assert answer_attack(services, again) is answer_attack(services, asked)


def test_the_page_s_pixels_are_those_of_the_same_attack(services: Services):
    request = {"image": {"photo": "cat-1"}, "label": "cat"}
    whole = answered(attack, services, request)
    assert whole["input_size"] == [32, 32]
    assert [model["name"] for model in whole["models"]] == ["cifar10-erm", "cifar10-mixup"]
    for epsilon in (2, 5):
        pixels = answered(attack_pixels, services, {**request, "epsilon": epsilon})
        assert pixels["epsilon"] == epsilon
        for model, shown in pixels["pixels"].items():
            for name, one in shown.items():
                assert one == whole["pixels_all"][model][name][epsilon]


def test_it_is_made_in_turn_and_ended_by_the_visitor_s_next():
    go, services = Event(), Services()
    request = {"image": {"photo": "cat-1"}, "visitor": "me"}
    with Workers(1) as workers, ExitStack() as stack:
        stack.callback(go.set)
        line = Line(workers, guess=1.0)
        services.jobs = Jobs(lambda: line)
        line.join(Work(lambda: float(go.wait(60)), lambda: True))
        for asks in (attack, attack_pixels):
            assert "waits" in asks(services, {**request, "turn": 1})
        newer = {**request, "label": "dog", "turn": 2}
        assert attack(services, newer)["waits"]["before"] > 0
        assert attack(services, {**request, "turn": 1}) == {"ended": True}
        go.set()
        assert answered(attack, services, newer)["labels"] == [5]
        # that attack is known: of a photo of ours, the pixels need not wait
        again = {**newer, "epsilon": 2}
        assert attack_pixels(services, again)["epsilon"] == 2


def test_keys_differ_with_whatever_changes_the_answer(
    services: Services,
    asked: AttackQuestion,
    request_of_cat: dict[str, object],
    photos: tuple[Path, Path],
):
    black = [
        question(
            Services(Zoo(black_box={"cifar10": model})), {**request_of_cat, "source": "black"}
        ).key
        for model in ("cifar10-erm-seed1", "small-erm")
    ]
    others = {
        "picture": question(services, {"image": photos[1], "label": "cat"}).picture,
        "label": 0,
        "method": "ifgsm",
        "device": "cpu",
        "comparison": services.zoo.comparison("small-1"),
    }
    changed = [replace(asked, **{name: value}).key for name, value in others.items()]
    assert len({asked.key, *black, *changed}) == 8
    assert services.zoo.comparison("cifar10").digest in asked.key


def test_a_class_that_is_not_given_is_proposed(services: Services, photos: tuple[Path, Path]):
    asked = question(services, {"image": photos[0]})
    engine = services.engine(asked.comparison, "auto")
    assert asked.label == engine.propose(asked.picture.input[None])[0]


BAD = {
    "image": (None, "An image is needed here"),
    "label": ("unicorn", "class must be one of airplane, .* but is unicorn"),
    "attack": ("pgd", "attack must be one of fgsm, ifgsm, but is pgd"),
    "source": ("grey", "source of the gradient must be one of white, black, but is grey"),
    "pair": ("imagenet", "pair of models must be one of .* but is imagenet"),
    "device": ("tpu", "device must be one of auto, cpu, gpu, but is tpu"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_questions_are_refused(services: Services, photos: tuple[Path, Path], name: str):
    value, message = BAD[name]
    with pytest.raises(InputError, match=message):
        question(services, {"image": photos[0], name: value})


@pytest.mark.parametrize("epsilon", [-1, 17, 2.5, float("nan"), "much", None])
def test_bad_budgets_are_refused(
    services: Services, request_of_cat: dict[str, object], epsilon: object
):
    message = f"budget ε must be a whole number of levels from 0 to 16, but is {epsilon}"
    for asks in (attack, attack_pixels, attack_report):
        with pytest.raises(InputError, match=re.escape(message)):
            asks(services, {**request_of_cat, "epsilon": epsilon})


def test_budgets_of_the_control_are_those_that_are_computed(
    services: Services, asked: AttackQuestion
):
    epsilons = answer_attack(services, asked).epsilons
    budgets = np.arange(EPSILON.minimum, EPSILON.maximum + 1, EPSILON.step)
    assert epsilons.tolist() == list(budgets)
