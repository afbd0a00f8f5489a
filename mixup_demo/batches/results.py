"""What batches are after mixing."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mixup_demo.results import Record

#: what was done to an image; an index into this is its `Batch.operation`
OPERATIONS = ("none", "mixup", "cutmix")


@dataclass(frozen=True, eq=False)
class Batch(Record):
    """A batch of N images of H × W pixels, mixed.

    Attributes:
        images: the mixed images, float32, (N, 3, H, W) in [0, 1].
        targets: their soft labels, float32, (N, K).
        partner: index of each image's partner, (N,).
        asked: λ of each image as it was drawn, float64, (N,): its own weight.
        lam: λ of each image that its target has, float64, (N,).
        operation: index into `OPERATIONS`, (N,).
        boxes: top, bottom, left, right of the partner's part, (N, 4); zeros where there is none.
    """

    images: NDArray[np.float32]
    targets: NDArray[np.float32]
    partner: NDArray[np.intp]
    asked: NDArray[np.float64]
    lam: NDArray[np.float64]
    operation: NDArray[np.intp]
    boxes: NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Draws(Record):
    """The λ of all images of many batches, in one row.

    Attributes:
        asked, lam, operation: as in `Batch`, (M,).
        batches: how many batches they are of.
    """

    asked: NDArray[np.float64]
    lam: NDArray[np.float64]
    operation: NDArray[np.intp]
    batches: int


@dataclass(frozen=True, eq=False)
class Rule(Record):
    """The same images as another library mixes them.

    Attributes:
        name: of the library's rule.
        images: (N, 3, H, W) as in `Batch`.
        partner, lam: as in `Batch`.
    """

    name: str
    images: NDArray[np.float32]
    partner: NDArray[np.intp]
    lam: NDArray[np.float64]
