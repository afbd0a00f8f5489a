"""A data set that is quick to learn, and the recipe of a tiny run."""

import numpy as np
import torch

from mixup_demo.training.data import Dataset
from mixup_demo.training.recipe import Recipe

TINY = Recipe(
    "tiny",
    architecture="whitened-cnn-small",
    epochs=3,
    batch_size=16,
    alpha=1.0,
    dropout=0.1,
    learning_rate=0.1,
)


def coloured_noise(n_train: int = 48, n_test: int = 20) -> Dataset:
    """Noise images of two classes: one is redder, the other bluer."""
    rng = np.random.default_rng(0)

    def part(n: int) -> tuple[torch.Tensor, torch.Tensor]:
        labels = np.arange(n) % 2
        images = rng.integers(0, 150, (n, 3, 32, 32))
        images[np.arange(n), labels * 2] += 100
        return torch.from_numpy(images.astype(np.uint8)), torch.from_numpy(labels)

    return Dataset("noise", ("red", "blue"), *part(n_train), *part(n_test))
