"""Models as values: classes, comparisons, and what they cost."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from mixup_demo.models import cost
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import (
    NAMED,
    ClassList,
    Comparison,
    ModelSpec,
    Preprocessing,
    comparable,
    listed,
)
from mixup_demo.texts.input_error import InputError
from tests.models.kit import COMPARISONS, LARGE, THOUSAND, THREE, WIDE, dummy, dummy_zoo
from tests.probes.kit import CPU

ONE, OTHER = dummy("one", seed=1, gflop=0.25), dummy("other", seed=2, gflop=0.5)
PAIR = Comparison("pair", {"left": ONE, "right": OTHER})


class TestClassList:
    def test_a_class_has_the_index_of_its_label(self):
        assert len(THOUSAND) == 1000
        assert THOUSAND.index("thing 999") == 999
        assert THREE.index("square") == 1

    def test_few_classes_are_named_whole(self):
        with pytest.raises(InputError, match="one of circle, square, triangle, but is ball") as no:
            THREE.index("ball")
        assert no.value.key == "error.label"
        assert "…" not in str(no.value)

    def test_of_many_some_are_named_and_how_many_more_there_are(self):
        with pytest.raises(InputError, match=r"thing 11, … \(\+988\), but is ball") as no:
            THOUSAND.index("ball")
        assert "thing 12" not in str(no.value)
        assert len(str(no.value)) < 400
        assert "… (+988)" in no.value.message("ko")

    @pytest.mark.parametrize(("count", "more"), [(NAMED, ""), (NAMED + 1, ", … (+1)"), (0, "")])
    def test_the_limit_of_names(self, count: int, more: str):
        names = tuple(f"n{k}" for k in range(count))
        assert listed(names) == ", ".join(names[:NAMED]) + more


class TestModelSpec:
    def test_equal_values_are_equal_models_whatever_loads_them(self):
        again = replace(ONE, load=lambda: torch.nn.Identity(), provenance={"seed": 1})
        assert again == ONE
        assert replace(ONE, digest="others") != ONE

    def test_its_values_cannot_be_changed(self):
        with pytest.raises(AttributeError):
            ONE.gflop = 1.0  # type: ignore[misc]


class TestComparison:
    def test_the_first_model_speaks_for_all(self):
        assert PAIR.first is ONE
        assert (PAIR.classes, PAIR.input_size) == (THREE, WIDE)
        assert PAIR.gflop == 0.75

    def test_its_digest_changes_with_weights_keys_and_order(self):
        others = (
            {"left": OTHER, "right": ONE},
            {"right": OTHER, "left": ONE},
            {"one": ONE, "right": OTHER},
            {"left": ONE, "right": replace(OTHER, digest="changed")},
            {"left": ONE},
        )
        digests = {Comparison("pair", models).digest for models in (PAIR.models, *others)}
        assert len(digests) == 1 + len(others)
        assert Comparison("another name", PAIR.models).digest == PAIR.digest

    def test_more_than_two_models_are_compared(self):
        three = {f"seed {seed}": dummy(f"seed {seed}", seed=seed) for seed in range(3)}
        answers = Engine(Comparison("three", three), CPU).probabilities(images(4, WIDE))
        assert list(answers) == list(three)
        assert all(rows.shape == (4, 3) for rows in answers.values())

    @pytest.mark.parametrize(
        "change",
        [
            {"classes": ClassList("shapes", ("circle", "square", "star"))},
            {"classes": ClassList("forms", THREE.names)},
            {"input_size": (64, 48)},
            {"preprocessing": Preprocessing(crop=0.9)},
            {"preprocessing": Preprocessing(mean=(0, 0, 0), std=(1, 1, 1))},
        ],
    )
    def test_models_that_cannot_be_asked_the_same(self, change: dict[str, object]):
        assert comparable(ONE, OTHER)
        assert not comparable(ONE, replace(OTHER, **change))


def images(count: int, size: tuple[int, int]) -> np.ndarray:
    return np.random.default_rng(0).random((count, 3, *size), dtype=np.float32)


@pytest.mark.parametrize("name", COMPARISONS)
def test_networks_are_asked_behind_their_normalisation(name: str):
    comparison = dummy_zoo().comparison(name)
    shown = images(5, comparison.input_size)
    answers = Engine(comparison, CPU).probabilities(shown)
    given = comparison.first.preprocessing
    mean, std = (
        np.reshape(values or default, (3, 1, 1)).astype(np.float32)
        for values, default in ((given.mean, (0, 0, 0)), (given.std, (1, 1, 1)))
    )
    for key, model in comparison.models.items():
        expected = model.load()(torch.from_numpy((shown - mean) / std)).softmax(dim=1).numpy()
        # the inner layers compute in bf16 where that is faster
        assert 0.5 * np.abs(answers[key] - expected).sum(axis=1).mean() < 0.02


def test_an_engine_says_what_it_takes_and_answers():
    engine = Engine(dummy_zoo().comparison("thousand"), CPU)
    assert (engine.input_size, engine.classes) == (LARGE, THOUSAND.names)
    assert engine.gflop == pytest.approx(4e-3)
    with pytest.raises(ValueError, match=r"\(N, \(3, 224, 224\)\), but have \(1, 3, 48, 64\)"):
        engine.probabilities(images(1, WIDE))


class Counting(torch.nn.Module):
    """Notes how many images it is asked about at once."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = torch.nn.Parameter(torch.ones(3))
        self.seen: list[int] = []

    def __deepcopy__(self, memo: object) -> "Counting":
        return self

    def forward(self, shown: torch.Tensor) -> torch.Tensor:
        self.seen.append(int(shown.shape[0]))
        return shown.mean(dim=(2, 3)) * self.weight


def test_costlier_networks_are_asked_about_fewer_images_at_once():
    counting = {gflop: Counting() for gflop in (0.001, 2.0, 50.0)}
    for gflop, network in counting.items():
        model = ModelSpec("m", THREE, (4, 4), gflop, "d", lambda network=network: network)
        engine = Engine(Comparison("c", {"m": model}), CPU)
        engine.probabilities(images(1, (4, 4)))
        network.seen.clear()  # of its preparation, which asks it too
        engine.probabilities(images(100, (4, 4)))
    most = [max(network.seen) for network in counting.values()]
    assert most[0] > most[1] > most[2] == 1
    assert all(sum(network.seen) == 100 for network in counting.values())


class TestCost:
    def test_seconds_grow_with_the_arithmetic(self):
        assert cost.speed(CPU) > 0
        assert cost.seconds(20, CPU) == pytest.approx(2 * cost.seconds(10, CPU))
        assert cost.seconds(0, CPU) == 0

    def test_what_takes_too_long_is_refused_with_estimate_limit_and_remedy(self):
        most = cost.LIMIT_SECONDS * cost.SHARE * cost.speed(CPU)
        cost.check(0.99 * most, CPU)
        with pytest.raises(
            InputError, match=rf"{cost.LIMIT_SECONDS} s .*{2 * cost.LIMIT_SECONDS} s"
        ) as no:
            cost.check(2 * most, CPU)
        assert no.value.key == "error.cost"
        assert str(cost.LIMIT_SECONDS) in no.value.message("ko")
