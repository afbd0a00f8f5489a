"""The images and labels that a recipe trains on and is measured on, right or partly wrong."""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from mixup_demo.training.batches import stream
from mixup_demo.training.data import Dataset
from mixup_demo.training.recipe import Recipe


class TrainingSet(NamedTuple):
    """What a run learns from.

    Attributes:
        images: uint8, shape (N, 3, H, W).
        labels: int64, shape (N,), as they are trained on.
        true_labels: int64, shape (N,), as they were before any were corrupted.
    """

    images: Tensor
    labels: Tensor
    true_labels: Tensor


def training_set(recipe: Recipe, data: Dataset) -> TrainingSet:
    """Return the recipe's share of the training data, drawn and corrupted by its seed.

    Raises:
        ValueError: the recipe asks for more images than there are, or holds out too many.
    """
    order = _set_apart(recipe, data, stream(recipe, "held-out"))
    chosen = order[recipe.held_out :]
    wanted = recipe.train_images
    if wanted is not None:
        if not 0 < wanted <= len(chosen):
            raise ValueError(
                f"The recipe {recipe.name!r} asks for {wanted} training images, but there are "
                f"{len(chosen)}: change its train_images."
            )
        chosen = chosen[stream(recipe, "subset").permutation(len(chosen))[:wanted]]
    kept = torch.from_numpy(np.sort(chosen))
    images, labels = data.train_images[kept], data.train_labels[kept]
    rng = stream(recipe, "corruption")
    noisy = corrupt_labels(labels, recipe.corruption, len(data.classes), rng)
    return TrainingSet(images, noisy, labels)


def measured_set(recipe: Recipe, data: Dataset) -> tuple[Tensor, Tensor]:
    """Return what a recipe's errors are measured on: the test images, or those held out.

    Labels of the latter are corrupted as those that are trained on: who has such data has no others
    to choose by.

    Returns:
        images: uint8, shape (N, 3, H, W).
        labels: int64, shape (N,).
    """
    if not recipe.held_out:
        return data.test_images, data.test_labels
    rng = stream(recipe, "held-out")
    chosen = torch.from_numpy(_set_apart(recipe, data, rng)[: recipe.held_out])
    labels = data.train_labels[chosen]
    noisy = corrupt_labels(labels, recipe.corruption, len(data.classes), rng)
    return data.train_images[chosen], noisy


def _set_apart(recipe: Recipe, data: Dataset, rng: np.random.Generator) -> np.ndarray:
    """Return the indices of all training images, those that are held out first."""
    count = len(data.train_labels)
    if not recipe.held_out:
        return np.arange(count)
    if not 0 < recipe.held_out < count:
        raise ValueError(
            f"The recipe {recipe.name!r} holds out {recipe.held_out} training images, but there "
            f"are {count}: change its held_out."
        )
    return rng.permutation(count)


def corrupt_labels(
    labels: Tensor, share: float, n_classes: int, rng: np.random.Generator
) -> Tensor:
    """Replace a share of labels by uniformly drawn classes (paper, section 3.4).

    A replaced label may by chance be the right one, so about share · (1 - 1/K) of them are wrong.
    """
    corrupted = labels.clone()
    chosen = rng.permutation(len(labels))[: round(share * len(labels))]
    corrupted[torch.from_numpy(chosen)] = torch.from_numpy(rng.integers(0, n_classes, len(chosen)))
    return corrupted
