"""A small training to watch: ERM beside mixup on handwritten digits, the same in all but mixing.

Both networks begin with the same weights and see the same batches in the same order; timm's class
mixes those of one of them. The digits are scikit-learn's (8 × 8 pixels, ten classes), few of which
are trained with, so that a minute shows what long trainings do.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits
from torch import Tensor, nn

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.playing import NotedMixup, make
from mixup_demo.batches.seeding import seeded

MODELS = ("erm", "mixup")
CLASSES = 10
#: images that are trained with, the same number of each class, and those of the others that test
TRAIN_IMAGES, TEST_IMAGES = 200, 500
BATCH, EPOCHS = 40, 40
RATE = 2e-3

#: where a number was measured: on the batches that were learned from, on the same images unmixed,
#: and on test images
PLACES = ("learned", "clean", "test")


@dataclass(frozen=True)
class Epoch:
    """Where both models stand after an epoch.

    Attributes:
        accuracy: model -> place of `PLACES` -> 0 to 1; on mixed images an answer counts λ for the
            image's class and 1 − λ for its partner's.
        loss: the same of the cross-entropy, in nat; on clean images with their own labels.
        ceiling: the accuracy on this epoch's mixed images that no network can exceed.
    """

    accuracy: dict[str, dict[str, float]]
    loss: dict[str, dict[str, float]]
    ceiling: float


@dataclass(frozen=True, eq=False)
class Digits:
    """Images (N, 1, 8, 8) in [0, 1] and labels (N,), of training and test."""

    train: Tensor
    labels: Tensor
    test: Tensor
    test_labels: Tensor


@lru_cache
def digits() -> Digits:
    """Return the digits, split at random, the same for all."""
    found = load_digits()
    order = np.random.default_rng(0).permutation(len(found.target))
    labels = found.target[order]
    rank = np.array([(labels[:i] == label).sum() for i, label in enumerate(labels)])
    chosen = torch.from_numpy(rank < TRAIN_IMAGES // CLASSES)
    images = torch.from_numpy(found.images[order, None] / 16).float()
    targets = torch.from_numpy(labels).long()
    tests = torch.where(~chosen)[0][:TEST_IMAGES]
    return Digits(images[chosen], targets[chosen], images[tests], targets[tests])


def network() -> nn.Sequential:
    """Return three convolutions with BatchNorm, about 30,000 weights."""
    layers: list[nn.Module] = []
    for width, wider in ((1, 16), (16, 32), (32, 64)):
        layers += [nn.Conv2d(width, wider, 3, padding=1), nn.BatchNorm2d(wider), nn.ReLU()]
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(4 * 64, CLASSES))


class Learner:
    """One network that learns.

    Args:
        mixup: mixes its batches, or leaves them and smooths the labels alone.
        begun: the network, which stays as it is: a copy of it learns.
    """

    def __init__(self, mixup: NotedMixup, begun: nn.Module, steps: int) -> None:
        self.network = deepcopy(begun)
        self.mixup = mixup
        self.optimiser = torch.optim.Adam(self.network.parameters(), RATE)
        self._schedule = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimiser, steps)

    def step(self, images: Tensor, labels: Tensor, seed: int) -> tuple[float, float, float]:
        """Learn from a batch; return its loss, the answers' accuracy, and the best there could be.

        Args:
            images: (N, 1, 8, 8).
            labels: (N,).
            seed: of the mixing.
        """
        with seeded(seed):
            mixed, targets = self.mixup(images.clone(), labels)
        self.network.train()
        answers = self.network(mixed)
        loss = F.cross_entropy(answers, targets)
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        self._schedule.step()
        lam = torch.as_tensor(self.mixup.used, dtype=torch.float32).reshape(-1).expand(len(labels))
        right, best = _counted(answers.argmax(1), labels, lam)
        return float(loss.detach()), right, best

    @torch.no_grad()
    def measure(self, images: Tensor, labels: Tensor) -> tuple[float, float]:
        """Return loss and accuracy on clean images."""
        self.network.eval()
        answers = self.network(images)
        right = (answers.argmax(1) == labels).float().mean()
        return float(F.cross_entropy(answers, labels)), float(right)


def _counted(answers: Tensor, labels: Tensor, lam: Tensor) -> tuple[float, float]:
    partner = labels.flip(0)
    right = lam * (answers == labels) + (1 - lam) * (answers == partner)
    best = torch.where(labels == partner, torch.ones(()), torch.maximum(lam, 1 - lam))
    return float(right.mean()), float(best.mean())


def learn(arguments: MixupArguments, seed: int, epochs: int = EPOCHS) -> Iterator[Epoch]:
    """Train both networks; yield where they stand after each epoch.

    Args:
        arguments: of timm's class; the digits have ten classes, whatever `num_classes` says.
        seed: of weights, order and mixing.
        epochs: passes over the training images.
    """
    own = replace(arguments, num_classes=CLASSES)
    steps = epochs * TRAIN_IMAGES // BATCH
    plain = make(own)
    plain.mixup_enabled = False
    with seeded(seed):
        begun = network()
    learners = {"erm": Learner(plain, begun, steps), "mixup": Learner(make(own), begun, steps)}
    for epoch in range(epochs):
        order = np.random.default_rng([seed, epoch]).permutation(TRAIN_IMAGES)
        yield _epoch(learners, torch.from_numpy(order).split(BATCH), seed, epoch)


def _epoch(
    learners: dict[str, Learner], batches: tuple[Tensor, ...], seed: int, epoch: int
) -> Epoch:
    data = digits()
    accuracy: dict[str, dict[str, float]] = {}
    loss: dict[str, dict[str, float]] = {}
    ceiling = 1.0
    seeds = np.random.default_rng([seed, epoch, 1]).integers(2**32, size=len(batches)).tolist()
    for name, learner in learners.items():
        found = [
            learner.step(data.train[batch], data.labels[batch], drawn)
            for batch, drawn in zip(batches, seeds, strict=True)
        ]
        learned, right, ceiling = np.mean(found, axis=0).tolist()
        clean, test = (
            learner.measure(images, labels)
            for images, labels in ((data.train, data.labels), (data.test, data.test_labels))
        )
        loss[name] = dict(zip(PLACES, (learned, clean[0], test[0]), strict=True))
        accuracy[name] = dict(zip(PLACES, (right, clean[1], test[1]), strict=True))
    return Epoch(accuracy, loss, ceiling)
