"""The images and labels that a recipe trains on: all or some of them, right or partly wrong."""

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
        ValueError: the recipe asks for more images than there are.
    """
    images, labels = data.train_images, data.train_labels
    wanted = recipe.train_images
    if wanted is not None:
        if not 0 < wanted <= len(labels):
            raise ValueError(
                f"The recipe {recipe.name!r} asks for {wanted} training images, but there are "
                f"{len(labels)}: change its train_images."
            )
        drawn = stream(recipe, "subset").permutation(len(labels))[:wanted]
        chosen = torch.from_numpy(np.sort(drawn))
        images, labels = images[chosen], labels[chosen]
    rng = stream(recipe, "corruption")
    noisy = corrupt_labels(labels, recipe.corruption, len(data.classes), rng)
    return TrainingSet(images, noisy, labels)


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
