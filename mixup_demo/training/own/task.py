"""What is trained, and what comes of it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import nn

from mixup_demo.training.own.photos import Photos
from mixup_demo.training.own.recipe import OwnRecipe
from mixup_demo.training.own.split import Split


@dataclass(frozen=True)
class Learned:
    """A finished training.

    Attributes:
        network: the part that is stored, evaluation mode, on the CPU.
        log: an entry an epoch: epoch (from 1), loss (nat, of the mixed training images), test_loss
            and test_accuracy (clean), images_per_second, waiting (share of the time in which the
            network waited for images), seconds (all parts added up).
        confusion: (K, K), test images by class (rows) and answer.
    """

    network: nn.Module
    log: list[dict[str, float]]
    confusion: NDArray[np.int64]


@dataclass(frozen=True)
class Task:
    """What is trained, and where.

    Attributes:
        name: for lines and bars.
        recipe, photos, split: of the training.
        folder: where its state is kept.
        workers: processes that decode and augment.
    """

    name: str
    recipe: OwnRecipe
    photos: Photos
    split: Split
    folder: Path
    workers: int
