"""Networks on tables: compared with a naive loop, and the interval with its formula."""

import math
from collections.abc import Iterator, Sequence
from statistics import mean, stdev
from typing import Any

import numpy as np
import pytest
import torch
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from torch import nn

from mixup_demo.evaluation import tabular
from mixup_demo.evaluation.intervals import student
from mixup_demo.toy.networks import Stack
from mixup_demo.training.folds import corrected_interval
from tests.training.kit import double_precision

ROWS, LABELS = load_iris(return_X_y=True)
SEED = 5
#: of weights in fp64, after 21 steps of Adam
TOLERANCE = 1e-8
#: how far mixing must move some weight, or its being left out would not show
MATTERS = 1e-3


def test_every_row_is_tested_once_and_training_rows_alone_set_the_scale():
    folds = list(tabular.splits(ROWS, LABELS, 0))
    assert sum(len(fold.test) for fold in folds) == len(ROWS)
    for fold in folds:
        assert len(fold.train) + len(fold.test) == len(ROWS)
        np.testing.assert_allclose(fold.train.mean(axis=0), 0, atol=1e-5)
        assert np.abs(fold.test.mean(axis=0)).max() > 1e-3
        assert (np.bincount(fold.test_labels) == 10).all()  # stratified


@pytest.fixture
def stacks(monkeypatch: pytest.MonkeyPatch) -> list[Stack]:
    """The networks that have been trained."""
    made: list[Stack] = []

    class Kept(Stack):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            made.append(self)

    monkeypatch.setattr(tabular, "Stack", Kept)
    return made


def drawn(folds: Sequence[tabular.Split], epoch: int) -> Iterator[list[tuple[Any, Any, float]]]:
    """Yield for each fold the rows of a batch, their partners, and λ."""
    rng = np.random.default_rng((SEED, epoch))
    orders = [rng.permutation(len(fold.train)) for fold in folds]
    for first in range(0, len(folds[0].train) - tabular.BATCH + 1, tabular.BATCH):
        rows = [order[first : first + tabular.BATCH] for order in orders]
        partners = [own[rng.permutation(tabular.BATCH)] for own in rows]
        yield list(zip(rows, partners, [rng.beta(1, 1) for _ in folds], strict=True))


def alone(folds: Sequence[tabular.Split], which: int, mixes: bool, epochs: int) -> nn.Sequential:
    """Return the network of one fold, of PyTorch's own layers and Adam, in a plain loop."""
    start = Stack([4, *tabular.HIDDEN, 3], 1, "relu", torch.Generator().manual_seed(SEED))
    layers = [nn.Linear(a, b) for a, b in ((4, 128), (128, 128), (128, 3))]
    for layer, (weight, bias) in zip(layers, start.layers, strict=True):
        layer.weight.data, layer.bias.data = weight[0].T.clone(), bias[0, 0].clone()
    network = nn.Sequential(layers[0], nn.ReLU(), layers[1], nn.ReLU(), layers[2])
    optimiser = torch.optim.Adam(network.parameters(), tabular.RATE)
    x, y = torch.tensor(folds[which].train), torch.tensor(folds[which].labels)
    for epoch in range(1, epochs + 1):
        for batch in drawn(folds, epoch):
            rows, partners, weight = batch[which]
            lam = weight if mixes else 1.0
            scores = network(lam * x[rows] + (1 - lam) * x[partners])
            loss = lam * nn.functional.cross_entropy(scores, y[rows])
            loss = loss + (1 - lam) * nn.functional.cross_entropy(scores, y[partners])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return network


def test_networks_side_by_side_learn_what_each_would_alone(stacks: list[Stack]):
    """In fp64, for Adam makes a whole step of a gradient that rounding leaves of nothing."""
    with double_precision():
        folds = [
            fold._replace(train=fold.train.astype(float), test=fold.test.astype(float))
            for fold in list(tabular.splits(ROWS, LABELS, 0))[:2]
        ]
        (errors,) = tabular.fold_errors(folds, 3, (3,), SEED)
        (stack,) = stacks
        networks = [alone(folds, which, mixes, 3) for mixes in (False, True) for which in (0, 1)]
        for place, network in enumerate(networks):
            for (weight, bias), layer in zip(stack.layers, network[::2], strict=True):
                torch.testing.assert_close(weight[place].T, layer.weight, rtol=0, atol=TOLERANCE)
                torch.testing.assert_close(bias[place, 0], layer.bias, rtol=0, atol=TOLERANCE)
            fold = folds[place % 2]
            answers = network(torch.tensor(fold.test)).argmax(dim=1).numpy()
            wrong = (answers != fold.test_labels).mean()
            assert errors[place // 2, place % 2] == pytest.approx(wrong, abs=1e-12)
        erm, _, mixup, _ = (network[0].weight for network in networks)
        assert (erm - mixup).abs().max() > MATTERS


def test_after_a_few_epochs_both_know_iris_about_as_well_as_logistic_regression():
    folds = list(tabular.splits(ROWS, LABELS, 1))
    short, long = tabular.fold_errors(folds, 3, (1, 20), 1)
    assert (long.mean(axis=1) < 0.12).all()
    assert (short.mean(axis=1) > long.mean(axis=1)).all()
    fold = folds[0]
    linear = LogisticRegression().fit(fold.train, fold.labels)
    assert abs(long[0, 0] - (1 - linear.score(fold.test, fold.test_labels))) < 0.1


def test_the_interval_is_nadeau_and_bengio_s_and_wider_than_student_s():
    values = [0.02, -0.01, 0.03, 0.0, 0.01]
    found = corrected_interval(values, 0.25)
    plain = student(values)
    assert found
    assert plain
    error = math.sqrt((1 / 5 + 0.25) * stdev(values) ** 2)
    assert found[1] - mean(values) == pytest.approx(2.776445 * error, rel=1e-5)
    assert (found[1] - found[0]) / (plain[1] - plain[0]) == pytest.approx(math.sqrt(1 + 5 / 4))
    assert corrected_interval([0.5], 0.25) is None
    assert corrected_interval([0.5, 0.5], 0.25) is None
