"""The bundled models' accuracy, recomputed from their weights where CIFAR-10 is at hand."""

import os
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.models.zoo import Zoo
from mixup_demo.serving.services import Services
from mixup_demo.training.data import Dataset, load_dataset

DATA = Path(os.environ.get("MIXUP_CIFAR10", "../shared/data/cifar10"))


@pytest.fixture(scope="module")
def cifar10() -> Dataset:
    if not (DATA / "test").is_dir():
        pytest.skip(f"{DATA} holds no CIFAR-10; MIXUP_CIFAR10 can name another folder")
    return load_dataset(DATA)


@pytest.mark.slow
def test_the_cards_errors_are_those_of_the_weights(cifar10: Dataset):
    images = cifar10.test_images.numpy().astype(np.float32) / 255
    labels = cifar10.test_labels.numpy()
    services = Services()
    comparison = services.zoo.comparison("cifar10")
    answers = services.engine(comparison, "auto").probabilities(images)
    for role, model in comparison.models.items():
        error = float((answers[role].argmax(axis=1) != labels).mean())
        # the engine computes in bf16 where that is faster; the card's error is fp32's
        assert error == pytest.approx(model.provenance["test_error"], abs=0.002)


def test_the_models_are_trained_on_the_classes_in_this_order(cifar10: Dataset):
    assert Zoo().comparison("cifar10").classes.names == cifar10.classes
