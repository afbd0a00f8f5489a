"""Networks on tables: compared with a naive loop, and the interval with its formula."""

import math
from statistics import mean, stdev

import numpy as np
import pytest
import torch
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from torch import nn

from mixup_demo.evaluation import tabular
from mixup_demo.evaluation.intervals import student
from mixup_demo.mixing import draw_lambda, pair_by_permutation
from mixup_demo.toy.networks import Stack
from mixup_demo.training.folds import corrected_interval

ROWS, LABELS = load_iris(return_X_y=True)


def test_every_row_is_tested_once_and_training_rows_alone_set_the_scale():
    folds = list(tabular.splits(ROWS, LABELS, 0))
    assert sum(len(fold.test) for fold in folds) == len(ROWS)
    for fold in folds:
        assert len(fold.train) + len(fold.test) == len(ROWS)
        np.testing.assert_allclose(fold.train.mean(axis=0), 0, atol=1e-5)
        assert np.abs(fold.test.mean(axis=0)).max() > 1e-3
        assert (np.bincount(fold.test_labels) == 10).all()  # stratified


def test_networks_side_by_side_learn_what_each_would_alone():
    """One fold by PyTorch's own layers and Adam, on the same batches."""
    folds = list(tabular.splits(ROWS, LABELS, 0))[:1]
    (errors,) = tabular.fold_errors(folds, 3, (3,), 5)
    start = Stack([4, *tabular.HIDDEN, 3], 1, "relu", torch.Generator().manual_seed(5))
    for row, alpha in enumerate((0.0, tabular.ALPHA)):
        layers = [nn.Linear(a, b) for a, b in ((4, 128), (128, 128), (128, 3))]
        for layer, (weight, bias) in zip(layers, start.layers, strict=True):
            layer.weight.data, layer.bias.data = weight[0].T.clone(), bias[0, 0].clone()
        network = nn.Sequential(layers[0], nn.ReLU(), layers[1], nn.ReLU(), layers[2])
        optimiser = torch.optim.Adam(network.parameters(), tabular.RATE)
        x, y = torch.tensor(folds[0].train), torch.tensor(folds[0].labels)
        for epoch in (1, 2, 3):
            rng = np.random.default_rng((5, epoch))
            order = rng.permutation(len(x))
            for start_of in range(0, len(x) - tabular.BATCH + 1, tabular.BATCH):
                batch = order[start_of : start_of + tabular.BATCH]
                other = batch[pair_by_permutation(tabular.BATCH, rng)]
                drawn = draw_lambda(tabular.ALPHA, rng)
                lam = drawn if alpha else 1.0
                scores = network(lam * x[batch] + (1 - lam) * x[other])
                loss = lam * nn.functional.cross_entropy(scores, y[batch])
                loss = loss + (1 - lam) * nn.functional.cross_entropy(scores, y[other])
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
        chosen = network(torch.tensor(folds[0].test)).argmax(dim=1).numpy()
        assert errors[row, 0] == pytest.approx((chosen != folds[0].test_labels).mean(), abs=0.04)


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
