"""Networks that answer what they are told, and the material of an evaluation around them."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from scipy import stats
from torch import Tensor, nn

from mixup_demo.evaluation.answers import Material, Sizes
from mixup_demo.evaluation.intervals import Bootstrap
from mixup_demo.models.manifest import MANIFEST
from mixup_demo.models.spec import ClassList, ModelSpec
from mixup_demo.models.zoo import Zoo
from mixup_demo.training.data import Dataset
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.recipes import RECIPES
from mixup_demo.training.studies import by_worth

CPU = torch.device("cpu")
FEW = Sizes(
    attacked=30,
    strongly=30,
    corrupted=30,
    pairs=12,
    calibrated=12,
    costly=5,
    thickness=5,
    planes=4,
    resolution=10,
    learned=20,
    outside=10,
    resamples=200,
)


class Memory(nn.Module):
    """Answers an image with the logits of the known image that is nearest to it."""

    def __init__(self, images: Tensor, logits: Tensor) -> None:
        super().__init__()
        self.known = nn.Parameter(images.float().flatten(1) / 255)
        self.logits = nn.Parameter(logits.float())

    def forward(self, images: Tensor) -> Tensor:
        return self.logits[torch.cdist(images.flatten(1), self.known).argmin(1)]


class Sharper(nn.Module):
    """The same answers, three times as sure."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, images: Tensor) -> Tensor:
        return 3 * self.network(images)


def memory(images: Tensor, labels: Tensor, n_classes: int = 3) -> nn.Module:
    """Return a network that answers images with labels, for sure."""
    return Memory(images, 10 * torch.eye(n_classes)[labels])


def noise(n_train: int = 60, n_test: int = 40, n_classes: int = 3) -> Dataset:
    """Images of which no two are alike; their labels take turns."""
    generator = torch.Generator().manual_seed(0)
    images = torch.randint(0, 256, (n_train + n_test, 3, 32, 32), generator=generator).byte()
    labels = torch.arange(n_train + n_test) % n_classes
    classes = tuple(f"class {k}" for k in range(n_classes))
    return Dataset(
        *("noise", classes), images[:n_train], labels[:n_train], images[n_train:], labels[n_train:]
    )


def knowing(
    data: Dataset, wrong_tests: Collection[int], wrong_trains: Collection[int] = ()
) -> nn.Module:
    """Return a network that answers all images rightly but those whose numbers are given."""
    shift = [int(k in wrong_trains) for k in range(len(data.train_labels))]
    shift += [int(k in wrong_tests) for k in range(len(data.test_labels))]
    n_classes = len(data.classes)
    labels = torch.cat([data.train_labels, data.test_labels])
    images = torch.cat([data.train_images, data.test_images])
    return memory(images, (labels + torch.tensor(shift)) % n_classes, n_classes)


def material(
    models: Path,
    data: Dataset,
    networks: Mapping[str, nn.Module],
    sizes: Sizes = FEW,
    **changes: object,
) -> Material:
    """Return the material of an evaluation of `networks`, by names of the project's recipes.

    Args:
        models: an empty folder, for the manifest.
        changes: fields of all recipes that differ from the project's.
    """
    recipes = by_worth() | RECIPES
    entries = {name: _entry(replace(recipes[name], **changes), data) for name in networks}
    (models / MANIFEST).write_text(json.dumps(entries))
    others = [_model(name, network, data) for name, network in networks.items()]
    return Material(data, Zoo(models, others), CPU, sizes)


def _model(name: str, network: nn.Module, data: Dataset) -> ModelSpec:
    size = tuple(data.test_images.shape[-2:])
    classes = ClassList(data.name, data.classes)
    return ModelSpec(name, classes, size, 0.0, name, lambda: network.eval())


def _entry(recipe: Recipe, data: Dataset) -> dict[str, object]:
    return {
        "data": data.name,
        "input_size": data.test_images.shape[-1],
        "sha256": f"{recipe.name:_<64}",
        "classes": list(data.classes),
        "train_images": recipe.train_images or len(data.train_labels),
        "test_error_median": 0.25,
        "recipe": recipe.as_dict(),
    }


def alike(one: object, other: object) -> None:
    """Assert that two computations of the same hold the same.

    Numbers but for rounding, for another processor or another place in memory may make a sum be
    added in another order; everything else to the letter.
    """
    ours, theirs = _flat(one), _flat(other)
    assert ours.keys() == theirs.keys()
    for place, value in theirs.items():
        if isinstance(value, float | np.floating):
            assert ours[place] == pytest.approx(value, rel=1e-4, abs=1e-5, nan_ok=True), place
        else:
            assert ours[place] == value, place


def _flat(values: object, place: str = "") -> dict[str, object]:
    """Return what dictionaries and sequences hold at any depth, by its place in them."""
    if isinstance(values, Mapping):
        parts = values.items()
    elif isinstance(values, list | tuple | np.ndarray):
        parts = enumerate(values)
    else:
        return {place: values}
    return {key: one for name, part in parts for key, one in _flat(part, f"{place}/{name}").items()}


def of_scipy(
    bootstrap: Bootstrap, columns: tuple[np.ndarray, ...], statistic: Callable[..., object]
) -> list[float]:
    """Return the interval of a statistic of columns that are drawn together, with the same draws.

    Of scipy's percentile bootstrap, which draws from a generator of the same seed.
    """
    found = stats.bootstrap(
        columns,
        statistic,
        paired=True,
        vectorized=False,
        n_resamples=bootstrap.resamples,
        method="percentile",
        rng=np.random.default_rng(bootstrap.seed),
    )
    return list(found.confidence_interval)


def softmax(logits: np.ndarray) -> np.ndarray:
    exponentials = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
