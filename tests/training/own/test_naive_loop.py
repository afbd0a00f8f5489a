"""A training on one's own images does what its recipe says: a naive loop gives the same weights.

The naive one has the pictures from the package, which other tests look at, and the network; it
takes timm's class as timm's own script does, and torch's optimiser.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from timm.data import Mixup

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.seeding import seeded
from mixup_demo.models.networks import build
from mixup_demo.models.spec import Preprocessing
from mixup_demo.training.own.loaders import Images, Steps, augmentation, loader, number
from mixup_demo.training.own.parts import WARM_UP, rate
from mixup_demo.training.own.photos import Photos, read_photos
from mixup_demo.training.own.ranks import Ranks
from mixup_demo.training.own.recipe import OwnRecipe
from mixup_demo.training.own.split import holdout
from mixup_demo.training.own.task import Task
from mixup_demo.training.own.training import MIXING, NOISE, train
from tests.training.kit import double_precision, moved, plain_sgd, with_rates
from tests.training.own.kit import TINY, write_photos

CLASSES, STEPS = 3, 4
ALONE = Ranks(0, 1, torch.device("cpu"))
#: of weights in fp64 after four steps
TOLERANCE = 1e-8
#: how far each change of the recipe must move some weight, or its being ignored would not show
MATTERS = 1e-3

ERM = MixupArguments(0.0, 0.0, label_smoothing=0.0)
PLAIN = replace(TINY, mixup=ERM, label_noise=0.0, epochs=2, weight_decay=0.02, learning_rate=0.03)

#: what differs from `PLAIN`
CHANGES = {
    "mixup": {"mixup": replace(ERM, mixup_alpha=0.5)},
    "mixup, λ per image": {"mixup": replace(ERM, mixup_alpha=1.0, mode="elem")},
    "CutMix": {"mixup": replace(ERM, cutmix_alpha=1.0)},
    "mixup or CutMix, smoothed": {"mixup": replace(TINY.mixup, label_smoothing=0.2)},
    "half of the batches": {"mixup": replace(ERM, mixup_alpha=1.0, prob=0.5)},
    "smoothing": {"mixup": replace(ERM, label_smoothing=0.2)},
    "noise": {"label_noise": 0.5},
    "noise and mixup": {"label_noise": 0.5, "mixup": replace(ERM, mixup_alpha=1.0)},
    "less momentum": {"momentum": 0.5},
    "no decay": {"weight_decay": 0.0},
    "no augmentation": {"augmentation": "none"},
    "another seed": {"seed": 4},
}

#: a steep rise, which four steps leave after the first, then a cosine
RATES = [1 / 11, *(0.5 + 0.5 * np.cos(np.pi * (np.array([0.25, 0.5, 0.75]) - 0.05) / 0.95))]


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Photos:
    return read_photos(write_photos(tmp_path_factory.mktemp("own") / "garden"))


@pytest.fixture(scope="module", autouse=True)
def precise() -> Iterator[None]:
    with double_precision():
        yield


def taught(photos: Photos, recipe: OwnRecipe) -> torch.Tensor:
    """Labels by image, some of the training images' drawn anew."""
    labels, rng = photos.labels.copy(), np.random.default_rng([recipe.seed, NOISE])
    trained = holdout(photos, 0.3, 0).train
    some = trained[rng.permutation(len(trained))[: round(recipe.label_noise * len(trained))]]
    labels[some] = rng.integers(0, CLASSES, len(some))
    return torch.from_numpy(labels)


def batches(photos: Photos, recipe: OwnRecipe) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Yield images and their numbers."""
    every, drawn = np.arange(len(photos.labels)), augmentation(recipe)
    numbered = Images(photos.files, every, recipe.size, Preprocessing(), drawn, recipe.seed)
    yield from loader(numbered, Steps(holdout(photos, 0.3, 0).train, recipe, 0, 0, 1), 0, False)


def naive(photos: Photos, recipe: OwnRecipe) -> dict[str, torch.Tensor]:
    """Return the weights of a loop as one writes it down."""
    torch.manual_seed(recipe.seed)
    network = build(recipe.architecture, CLASSES)
    optimiser = plain_sgd(network, 1.0, recipe.momentum, recipe.weight_decay)
    told, labels = recipe.mixup, taught(photos, recipe)
    mixup = Mixup(
        mixup_alpha=told.mixup_alpha,
        cutmix_alpha=told.cutmix_alpha,
        prob=told.prob,
        mode=told.mode,
        label_smoothing=told.label_smoothing,
        num_classes=CLASSES,
    )
    for step, (images, numbers) in enumerate(batches(photos, recipe)):
        for group in optimiser.param_groups:
            group["lr"] = recipe.learning_rate * RATES[step]
        inputs, own = images / 255, labels[numbers]
        if told.mixup_alpha or told.cutmix_alpha:
            with seeded(number(recipe.seed, MIXING, step)):
                inputs, targets = mixup(inputs, own)
            loss = -(targets * network(inputs).log_softmax(1)).sum(1).mean()
        else:
            loss = F.cross_entropy(network(inputs), own, label_smoothing=told.label_smoothing)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return network.state_dict()


@pytest.fixture(scope="module")
def plain(photos: Photos) -> dict[str, torch.Tensor]:
    return naive(photos, PLAIN)


@pytest.mark.parametrize("change", [{}, *CHANGES.values()], ids=["ERM", *CHANGES])
def test_the_weights_are_those_of_a_naive_loop(
    photos: Photos, plain: dict[str, torch.Tensor], change: dict[str, object], tmp_path: Path
):
    recipe = replace(PLAIN, **change)
    task = Task("tiny", recipe, photos, holdout(photos, 0.3, 0), tmp_path, workers=0)
    network, steps = with_rates(lambda: train(task, ALONE).network)
    assert [step.rate for step in steps] == pytest.approx(recipe.learning_rate * np.array(RATES))
    expected = naive(photos, recipe)
    assert network.state_dict().keys() == expected.keys()
    assert moved(network.state_dict(), expected) < TOLERANCE
    if change:
        assert moved(expected, plain) > MATTERS


def test_the_rate_rises_and_then_follows_a_cosine_to_0():
    assert rate(0) == pytest.approx(1 / 11)
    assert rate(WARM_UP / 2) == pytest.approx((1 / 11 + 1) / 2)
    assert rate(WARM_UP) == pytest.approx(1)
    assert rate(WARM_UP - 1e-9) == pytest.approx(1)  # no jump where the rise ends
    assert rate((1 + WARM_UP) / 2) == pytest.approx(0.5)
    assert rate(1) == pytest.approx(0, abs=1e-12)
