"""The small training: both models alike in all but mixing, and counted as mixed images can be."""

import numpy as np
import pytest
import torch

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.learning import CLASSES, PLACES, TEST_IMAGES, TRAIN_IMAGES, digits, learn
from mixup_demo.views.train.curves import accuracy_figure, loss_figure

MIXED = MixupArguments(label_smoothing=0.0, mode="elem")


@pytest.fixture(scope="module")
def epochs():
    return list(learn(MIXED, 3, 2))


def test_as_many_digits_of_each_class_and_none_of_them_test():
    data = digits()
    counts = np.bincount(data.labels.numpy())
    assert counts.tolist() == [TRAIN_IMAGES // CLASSES] * CLASSES
    assert len(data.test) == len(data.test_labels) == TEST_IMAGES
    flat = data.train.flatten(1)
    assert torch.cdist(flat, data.test.flatten(1)).min() > 0
    assert 0 == data.train.min() < data.train.max() == 1


def test_without_mixing_both_models_are_one():
    (only,) = learn(MixupArguments(0.0, label_smoothing=0.1), 0, 1)
    assert only.accuracy["erm"] == only.accuracy["mixup"]
    assert only.loss["erm"] == only.loss["mixup"]
    assert only.ceiling == 1


def test_no_answer_to_mixed_images_exceeds_the_ceiling(epochs):
    assert 0.5 < epochs[0].ceiling < 0.95
    for epoch in epochs:
        assert epoch.accuracy["mixup"]["learned"] <= epoch.ceiling
        for model in ("erm", "mixup"):
            assert set(epoch.accuracy[model]) == set(epoch.loss[model]) == set(PLACES)
    first, last = epochs[0], epochs[-1]
    assert last.loss["erm"]["clean"] < first.loss["erm"]["clean"]


def test_a_seed_is_a_training(epochs):
    again = next(learn(MIXED, 3, 2))
    assert again.ceiling == epochs[0].ceiling
    assert again.loss["mixup"]["learned"] == pytest.approx(epochs[0].loss["mixup"]["learned"])
    assert next(learn(MIXED, 4, 2)).ceiling != again.ceiling


def test_curves_show_each_place_of_each_model(epochs):
    accuracy, loss = accuracy_figure(epochs), loss_figure(epochs)
    assert (len(accuracy.data), len(loss.data)) == (7, 6)
    assert [trace.line.dash for trace in loss.data] == ["dot", "dash", "solid"] * 2
    assert list(accuracy.data[3].y) == [round(e.accuracy["mixup"]["learned"], 4) for e in epochs]
    assert list(accuracy.data[6].y) == [round(e.ceiling, 4) for e in epochs]
    assert loss.data[0].line.color != loss.data[3].line.color
