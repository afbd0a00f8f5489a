"""The loop does what its recipe says: it gives the weights that a naive loop gives.

The naive one goes from image to image, and crops and mixes in NumPy. It has from the package the
network and the streams of random numbers, and nothing else.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from mixup_demo.models.networks import WhitenedConvNet, build
from mixup_demo.training.batches import stream
from mixup_demo.training.loop import train
from mixup_demo.training.recipe import Recipe
from tests.training.kit import coloured_noise, double_precision, moved, plain_sgd, with_rates

CPU = torch.device("cpu")
N, CLASSES, SIDE = 16, 2, 32
DATA = coloured_noise(N, 4)
#: of weights in fp64, of which the largest are near 1, after four steps: λ is in fp32, so 3e-8 off
TOLERANCE = 1e-6
#: how far each change of the recipe must move some weight, or its being ignored would not show
MATTERS = 1e-2

PLAIN = Recipe(
    "plain",
    architecture="preact-resnet18-16",
    epochs=2,
    batch_size=8,
    learning_rate=0.05,
    weight_decay=0.02,
    seed=3,
)

#: what differs from `PLAIN`
CHANGES = {
    "mixup": {"alpha": 1.0},
    "mixup, λ per sample": {"alpha": 0.5, "lambda_per_sample": True},
    "mixup of the inputs alone": {"alpha": 1.0, "mix_labels": False},
    "CutMix": {"cutmix_alpha": 1.0},
    "mixup or CutMix": {"alpha": 0.4, "cutmix_alpha": 2.0},
    "smoothing": {"label_smoothing": 0.2},
    "smoothing and mixup": {"label_smoothing": 0.2, "alpha": 1.0},
    "corruption": {"corruption": 0.5},
    "dropout": {"dropout": 0.5},
    "less momentum": {"momentum": 0.5},
    "no decay": {"weight_decay": 0.0},
    "no crop": {"crop_padding": 0},
    "no flip": {"flip": False},
    "the paper's schedule": {"schedule": "steps"},
    "cosine": {"schedule": "cosine"},
    "another seed": {"seed": 4},
    "the bundled network": {"architecture": "whitened-cnn-small", "alpha": 1.0, "dropout": 0.1},
}

#: schedule -> shares of the peak in four steps
RATES = {
    "triangle": np.interp([0, 0.25, 0.5, 0.75], [0, 0.2, 1], [0.2, 1, 0]),
    "steps": [1, 1, 0.1, 0.01],
    "cosine": (1 + np.cos(np.pi * np.arange(4) / 4)) / 2,
}

Batch = tuple[NDArray[np.float64], NDArray[np.float64]]


@pytest.fixture(scope="module", autouse=True)
def precise() -> Iterator[None]:
    with double_precision():
        yield


def taught(recipe: Recipe) -> NDArray[np.int64]:
    """Labels, some of them drawn anew."""
    labels, rng = DATA.train_labels.numpy().copy(), stream(recipe, "corruption")
    some = rng.permutation(N)[: round(recipe.corruption * N)]
    labels[some] = rng.integers(0, CLASSES, len(some))
    return labels


def batches(recipe: Recipe, epoch: int) -> Iterator[Batch]:
    order = stream(recipe, "order", epoch).permutation(N)
    turned = (stream(recipe, "flip").random(N) < 0.5) != (epoch % 2 == 1)
    crop, mixing = stream(recipe, "crop", epoch), stream(recipe, "mixing", epoch)
    one_hot = np.eye(CLASSES)[taught(recipe)]
    smooth = one_hot * (1 - recipe.label_smoothing) + recipe.label_smoothing / CLASSES
    pad = recipe.crop_padding
    for some in order.reshape(-1, recipe.batch_size):
        places = crop.integers(0, 2 * pad + 1, (2, len(some))).T
        shown = []
        for index, (top, left) in zip(some, places, strict=True):
            image = DATA.train_images[index].numpy() / 255
            image = image[:, :, ::-1] if recipe.flip and turned[index] else image
            image = np.pad(image, ((0, 0), (pad, pad), (pad, pad)), mode="reflect")
            shown.append(image[:, top : top + SIDE, left : left + SIDE])
        yield mixed(recipe, np.stack(shown), smooth[some], mixing)


def mixed(
    recipe: Recipe,
    images: NDArray[np.float64],
    targets: NDArray[np.float64],
    rng: np.random.Generator,
) -> Batch:
    alphas = {"mixup": recipe.alpha, "cutmix": recipe.cutmix_alpha}
    used = [method for method, alpha in alphas.items() if alpha]
    if not used:
        return images, targets
    method = used[rng.integers(len(used))]
    partner, alpha = rng.permutation(len(images)), alphas[method]
    if method == "mixup":
        lam = rng.beta(alpha, alpha, len(images) if recipe.lambda_per_sample else 1)
        lam = np.broadcast_to(lam, len(images))
        weight = lam[:, None, None, None]
        inputs = weight * images + (1 - weight) * images[partner]
    else:
        side = int(SIDE * np.sqrt(1 - rng.beta(alpha, alpha)))
        row, column = rng.integers(SIDE), rng.integers(SIDE)
        inside = np.zeros((SIDE, SIDE), bool)
        top, left = row - side // 2, column - side // 2
        inside[max(top, 0) : max(top + side, 0), max(left, 0) : max(left + side, 0)] = True
        inputs = np.where(inside, images[partner], images)
        lam = np.full(len(images), 1 - inside.mean())
    share = (lam if recipe.mix_labels else (lam >= 0.5).astype(float))[:, None]
    return inputs, share * targets + (1 - share) * targets[partner]


@cache
def naive(recipe: Recipe) -> dict[str, torch.Tensor]:
    """Return the weights of a loop as one writes it down."""
    torch.manual_seed(recipe.seed)
    network = build(recipe.architecture, CLASSES)
    if isinstance(network, WhitenedConvNet):
        order = stream(recipe, "order").permutation(N)
        network.fit_whitening(DATA.train_images[torch.from_numpy(order)] / 255)
    network.dropout = nn.Dropout(recipe.dropout)
    peak = recipe.learning_rate
    optimiser = plain_sgd(network, peak, recipe.momentum, recipe.weight_decay)
    shares = iter(RATES[recipe.schedule])
    for epoch in range(recipe.epochs):
        torch.manual_seed(recipe.seed * 100_003 + epoch)
        for inputs, targets in batches(recipe, epoch):
            rate = peak * next(shares)
            for group in optimiser.param_groups:
                group["lr"] = rate
            logs = network(torch.from_numpy(inputs)).log_softmax(1)
            optimiser.zero_grad()
            (-torch.from_numpy(targets) * logs).sum(1).mean().backward()
            optimiser.step()
    return network.state_dict()


@pytest.mark.parametrize("change", [{}, *CHANGES.values()], ids=["ERM", *CHANGES])
def test_the_weights_are_those_of_a_naive_loop(change: dict[str, object], tmp_path: Path):
    recipe = replace(PLAIN, **change)
    network, steps = with_rates(lambda: train(recipe, DATA, tmp_path, CPU).network)
    assert [step.rate for step in steps] == pytest.approx(
        recipe.learning_rate * np.array(RATES[recipe.schedule])
    )
    expected = naive(recipe)
    assert network.state_dict().keys() == expected.keys()
    assert moved(network.state_dict(), expected) < TOLERANCE
    assert network.dropout.p == recipe.dropout
    if change and recipe.architecture == PLAIN.architecture:
        assert moved(expected, naive(PLAIN)) > MATTERS
