"""What training on points of the plane returns: frozen records of NumPy arrays.

M is the number of models that train side by side, K that of classes, S the side of a map.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mixup_demo.results import Floats, Integers, Record

#: half the side of the square frame about 0 in which points lie and maps are drawn
FRAME = 1.25
#: points a side of a map, each in the middle of its cell
SIDE = 64
#: moments of a training that are recorded, at most
FRAMES = 60

#: the two models of the page, in the order of a question's α
MODELS = ("erm", "mixup")

#: what a frame's scores measure; definitions in `toy.measures`
SCORES = (
    *("loss", "train_accuracy", "test_accuracy"),
    *("confidence", "boundary_length", "gradient_norm"),
)


@dataclass(frozen=True, eq=False)
class Points(Record):
    """Labelled points, to train on and to test with.

    Attributes:
        train: float32, (N, 2): x and y.
        labels: int64, (N,): as trained on, some of them flipped.
        true: int64, (N,): before flipping.
        test: float32, (T, 2).
        test_labels: int64, (T,), none flipped.
        classes: K.
    """

    train: NDArray[np.float32]
    labels: Integers
    true: Integers
    test: NDArray[np.float32]
    test_labels: Integers
    classes: int


@dataclass(frozen=True, eq=False)
class Frame(Record):
    """One recorded moment of M trainings side by side.

    Attributes:
        step: how many steps of the optimiser came before.
        maps: float16, (M, K, S, S): probabilities; the row is y, rising, and the column x.
        first, second: int64, (B,): which training points the batch of this moment mixes.
        lam: float32, (M, B): the weight of the first point in each model's mixture.
        scores: measure -> float64, (M,); the names are `SCORES`.
    """

    step: int
    maps: Floats
    first: Integers
    second: Integers
    lam: Floats
    scores: dict[str, Floats]


def curves(frames: Sequence[Frame]) -> dict[str, dict[str, list[float]]]:
    """Return score -> model -> its values in the frames, to four significant digits."""
    return {
        name: {
            model: [float(f"{frame.scores[name][index]:.4g}") for frame in frames]
            for index, model in enumerate(MODELS)
        }
        for name in SCORES
    }
