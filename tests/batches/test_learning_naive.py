"""The small training is one that anybody would write: timm's class, torch's Adam and a cosine."""

from collections.abc import Iterator
from dataclasses import asdict, replace

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from timm.data import Mixup
from torch import Tensor, nn

from mixup_demo.batches import learning
from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.learning import BATCH, RATE, TRAIN_IMAGES, digits, learn, network
from mixup_demo.batches.seeding import seeded
from tests.training.kit import double_precision, with_rates

SEED, EPOCHS = 3, 2
EPOCH_STEPS = TRAIN_IMAGES // BATCH
STEPS = EPOCHS * EPOCH_STEPS
#: of losses and accuracies in fp64; in fp32 Adam makes whole steps of what rounding leaves of
#: gradients that are nothing, as those of biases before a norm are
TOLERANCE = 1e-8
#: how far mixing must move the loss on clean images, or its being left out would not show
MATTERS = 1e-3


@pytest.fixture(scope="module", autouse=True)
def precise() -> Iterator[None]:
    """fp64, and fewer test images, which cost as much as the training."""
    digits.cache_clear()
    with double_precision(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(learning, "TEST_IMAGES", 60)
        yield
    digits.cache_clear()


def cosine(step: int) -> float:
    return RATE * (1 + np.cos(np.pi * step / STEPS)) / 2


def measured(net: nn.Module, images: Tensor, labels: Tensor) -> tuple[float, float]:
    net.eval()
    logits = net(images)
    return F.cross_entropy(logits, labels).item(), (logits.argmax(1) == labels).double().mean()


def naive(arguments: MixupArguments, mixes: bool) -> Iterator[tuple[dict, dict]]:
    """Yield loss and accuracy after each epoch of one network."""
    data, smoothing = digits(), arguments.label_smoothing
    with seeded(SEED):
        net = network()
    adam = torch.optim.Adam(net.parameters())
    mixup = Mixup(**{**asdict(arguments), "num_classes": 10})
    for epoch in range(EPOCHS):
        order = np.random.default_rng([SEED, epoch]).permutation(TRAIN_IMAGES)
        drawn = np.random.default_rng([SEED, epoch, 1]).integers(2**32, size=EPOCH_STEPS)
        losses = []
        net.train()
        for step, batch in enumerate(np.split(order, EPOCH_STEPS)):
            images, labels = data.train[batch].clone(), data.labels[batch]
            if mixes:
                with seeded(int(drawn[step])):
                    images, targets = mixup(images, labels)
                loss = -(targets * net(images).log_softmax(1)).sum(1).mean()
            else:
                loss = F.cross_entropy(net(images), labels, label_smoothing=smoothing)
            adam.param_groups[0]["lr"] = cosine(epoch * EPOCH_STEPS + step)
            adam.zero_grad()
            loss.backward()
            adam.step()
            losses.append(loss.item())
        clean, right = measured(net, data.train, data.labels)
        test, test_right = measured(net, data.test, data.test_labels)
        yield (
            {"learned": np.mean(losses), "clean": clean, "test": test},
            {"clean": float(right), "test": float(test_right)},
        )


@pytest.mark.parametrize(
    "arguments",
    [
        MixupArguments(label_smoothing=0.0, mode="elem"),
        MixupArguments(0.4, label_smoothing=0.2),
        MixupArguments(0.0, 1.0),
    ],
    ids=["mixup, λ per image", "mixup, smoothed", "CutMix"],
)
def test_both_curves_are_those_of_a_naive_loop(arguments: MixupArguments):
    epochs = list(learn(arguments, SEED, EPOCHS))
    for model, mixes in (("erm", False), ("mixup", True)):
        for epoch, (loss, accuracy) in zip(epochs, naive(arguments, mixes), strict=True):
            assert epoch.loss[model] == pytest.approx(loss, abs=TOLERANCE)
            for place, share in accuracy.items():
                assert epoch.accuracy[model][place] == pytest.approx(share, abs=1e-6)  # in fp32
    last = epochs[-1].loss
    assert abs(last["erm"]["clean"] - last["mixup"]["clean"]) > MATTERS


def test_the_rate_falls_to_0_by_a_cosine():
    arguments = replace(MixupArguments(), mode="pair")
    _, steps = with_rates(lambda: list(learn(arguments, SEED, EPOCHS)))
    # within each epoch the one network goes first, then the other
    expected = [
        cosine(step)
        for first in range(0, STEPS, EPOCH_STEPS)
        for _ in ("erm", "mixup")
        for step in range(first, first + EPOCH_STEPS)
    ]
    assert [step.rate for step in steps] == pytest.approx(expected)
    optimisers = {id(step.optimiser): step.optimiser for step in steps}
    assert len(optimisers) == 2
    for optimiser in optimisers.values():
        assert optimiser.param_groups[0]["lr"] == pytest.approx(0, abs=1e-12)
