"""Labelled points in the plane: scikit-learn's generators where they exist, and a few others.

A shape without noise fills [-1, 1] in x and y, or nearly so; noise is Gaussian and has the same
unit for all. Where noise carries training points out of the frame, all points shrink towards 0
until the outermost training point is back within it.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from sklearn import datasets
from sklearn.model_selection import train_test_split

from mixup_demo.toy import drawing
from mixup_demo.toy.question import ToyQuestion
from mixup_demo.toy.results import FRAME, Points

#: points drawn anew to test with
TESTED = 1000
#: of Iris's 150 flowers at most these are trained on; all others test
MOST_FLOWERS = 100
#: petal length and petal width in Iris
PETALS = [2, 3]
#: the outermost training point is at most here, so that its mark is whole
_REACH = FRAME - 0.05

Labelled = tuple[NDArray[np.float64], NDArray[np.int64]]


class Shape(NamedTuple):
    """K classes and what draws (n, 2) points without noise, and their classes (n,)."""

    classes: int
    draw: Callable[[int, Generator], Labelled]


def points(asked: ToyQuestion) -> Points:
    """Return the points that a question asks for, all drawn from its seed."""
    rng = np.random.default_rng((asked.seed, 0))
    (train, true), (test, test_labels), classes = _SOURCES.get(asked.dataset, _generated)(
        asked, rng
    )
    shrink = min(1.0, _REACH / np.abs(train).max())
    return Points(
        train=(shrink * train).astype(np.float32),
        labels=flipped(true, asked.flip, classes, rng),
        true=true,
        test=(shrink * test).astype(np.float32),
        test_labels=test_labels,
        classes=classes,
    )


def flipped(
    labels: NDArray[np.int64], share: float, classes: int, rng: Generator
) -> NDArray[np.int64]:
    """Return labels of which a share, rounded to whole points, is replaced by another class.

    Which points, and which of the other classes each gets, is drawn uniformly.
    """
    chosen = rng.permutation(len(labels))[: round(share * len(labels))]
    wrong = labels.copy()
    wrong[chosen] = (labels[chosen] + rng.integers(1, classes, len(chosen))) % classes
    return wrong


def _generated(asked: ToyQuestion, rng: Generator) -> tuple[Labelled, Labelled, int]:
    """Draw training and test points from the same distribution."""
    shape = SHAPES[asked.dataset]
    train, test = (_noisy(shape.draw(n, rng), asked.noise, rng) for n in (asked.n, TESTED))
    return train, test, shape.classes


def _noisy(drawn: Labelled, noise: float, rng: Generator) -> Labelled:
    places, labels = drawn
    return places + rng.normal(0, noise, places.shape), labels


def _drawn(asked: ToyQuestion, rng: Generator) -> tuple[Labelled, Labelled, int]:
    """Return a visitor's points as they are; too few to keep any back, they also test."""
    places, labels = drawing.decode(asked.points)
    return (places, labels), (places, labels), int(labels.max()) + 1


def _iris(asked: ToyQuestion, rng: Generator) -> tuple[Labelled, Labelled, int]:
    """Split Iris, each class in the same proportion; noise moves the flowers trained on."""
    flowers, kinds = datasets.load_iris(return_X_y=True)
    petals = flowers[:, PETALS]
    low, high = petals.min(axis=0), petals.max(axis=0)
    train, test, train_kinds, test_kinds = train_test_split(
        2 * (petals - low) / (high - low) - 1,
        kinds.astype(np.int64),
        train_size=min(asked.n, MOST_FLOWERS),
        stratify=kinds,
        random_state=_state(rng),
    )
    return _noisy((train, train_kinds), asked.noise, rng), (test, test_kinds), 3


_SOURCES = {"drawn": _drawn, "iris": _iris}


def _polar(radius: NDArray[np.float64], angle: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def _state(rng: Generator) -> int:
    """Return a seed for scikit-learn, which takes no `Generator`."""
    return int(rng.integers(2**31))


def _toy(n: int, rng: Generator) -> Labelled:
    """Draw a disc within a ring, both evenly filled.

    Our reading of the paper's figure 1 (b), which names no generator: an inner class that the other
    surrounds, with little between them. The disc has radius 0.5; the ring reaches from 0.65 to 1.
    """
    inner = np.arange(n) % 2
    low, high = np.where(inner, 0.0, 0.65), np.where(inner, 0.5, 1.0)
    radius = np.sqrt(rng.uniform(low**2, high**2))  # evenly by area
    angle = rng.uniform(0, 2 * np.pi, n)
    return _polar(radius, angle), inner


def _moons(n: int, rng: Generator) -> Labelled:
    """Draw two moons, which scikit-learn draws from -1 to 2 in x and -0.5 to 1 in y."""
    places, labels = datasets.make_moons(n, random_state=_state(rng))
    return (places - [0.5, 0.25]) / 1.5, labels


def _circles(n: int, rng: Generator) -> Labelled:
    return datasets.make_circles(n, factor=0.5, random_state=_state(rng))  # type: ignore[no-any-return]


def _spirals(arms: int) -> Shape:
    """Return arms that start at the centre and wind outwards by three quarters of a turn."""

    def draw(n: int, rng: Generator) -> Labelled:
        arm = np.arange(n) % arms
        radius = np.sqrt(rng.uniform(0.01, 1, n))  # as dense outside as inside
        return _polar(radius, 2 * np.pi * (0.75 * radius + arm / arms)), arm

    return Shape(arms, draw)


def _blobs(count: int) -> Shape:
    """Return Gaussians of standard deviation 0.12 with centres evenly spaced on a circle."""
    angles = np.pi * (0.5 + 2 * np.arange(count) / count)
    centres = _polar(np.full(count, 0.65), angles)

    def draw(n: int, rng: Generator) -> Labelled:
        return datasets.make_blobs(  # type: ignore[no-any-return]
            n, centers=centres, cluster_std=0.12, random_state=_state(rng)
        )

    return Shape(count, draw)


def _cells(side: int) -> Shape:
    """Return a board of side x side cells, evenly filled, of two classes in turn."""

    def draw(n: int, rng: Generator) -> Labelled:
        row, column = np.divmod(np.arange(n) % side**2, side)
        corner = np.stack([column, row], axis=1)
        return 2 * (corner + rng.uniform(0, 1, (n, 2))) / side - 1, (row + column) % 2

    return Shape(2, draw)


SHAPES = {
    "toy": Shape(2, _toy),
    "moons": Shape(2, _moons),
    "circles": Shape(2, _circles),
    "spirals2": _spirals(2),
    "spirals3": _spirals(3),
    "blobs2": _blobs(2),
    "blobs3": _blobs(3),
    "blobs4": _blobs(4),
    "xor": _cells(2),
    "checkerboard": _cells(4),
}
