"""Which images are learned from and which are tested on: stratified, seeded, copies together.

Files of the same content count as one image and always stay on one side; a content that stands in
several classes counts to that of its first file.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mixup_demo.training.own.photos import Photos

Indices = NDArray[np.intp]


class Split(NamedTuple):
    """Indices of files, rising: those learned from, and those tested on."""

    train: Indices
    test: Indices


def holdout(photos: Photos, share: float, seed: int) -> Split:
    """Return the source's own split, or a share of each class held out, at least one image.

    Of a source that comes split, training leaves out what its held-out part has too.

    Raises:
        ValueError: a class has too few images, or one of the source's sides lacks a class.
    """
    if photos.held_out is not None:
        return _given(photos, photos.held_out)
    if not 0 < share < 1:
        raise ValueError(
            f"--test must be a share of the images between 0 and 1, but is {share:g}. Take "
            "for example 0.2."
        )
    _need(photos, 2, "to train on one and test on another. Add images of it")
    chosen = []
    for members in _by_class(photos, seed):
        count = min(max(round(share * len(members)), 1), len(members) - 1)
        chosen += members[:count]
    return _split(photos, chosen)


def folds(photos: Photos, count: int, seed: int) -> list[Split]:
    """Return `count` splits in which each image is tested on exactly once.

    The classes' images are dealt in turn, so that the sizes of folds differ by one image at most,
    of each class too.

    Raises:
        ValueError: there would be an empty fold of some class, or the source comes split already.
    """
    if count < 2:
        raise ValueError(f"--folds must be at least 2, but is {count}. Take for example 5.")
    if photos.held_out is not None:
        raise ValueError(
            f"--folds splits by itself, but {photos.name} comes with a held-out part. Name its "
            "train folder, or leave --folds out."
        )
    _need(photos, count, f"for {count} folds, or one would be empty. Add images, or lower --folds")
    dealt = [group for members in _by_class(photos, seed) for group in members]
    return [_split(photos, dealt[start::count]) for start in range(count)]


def _by_class(photos: Photos, seed: int) -> Iterator[list[int]]:
    """Yield the groups of each class in a random order that the seed decides."""
    first = dict(reversed([*zip(photos.groups.tolist(), photos.labels.tolist(), strict=True)]))
    for label in range(len(photos.classes)):
        members = np.array(sorted(group for group, its in first.items() if its == label), np.intp)
        yield np.random.default_rng([seed, label]).permutation(members).tolist()


def _need(photos: Photos, count: int, why: str) -> None:
    for name, members in zip(photos.classes, _by_class(photos, 0), strict=True):
        if len(members) < count:
            raise ValueError(
                f"Each class needs at least {count} different images {why.partition('. ')[0]}, "
                f"but {name} has {len(members)}. {why.partition('. ')[2]}."
            )


def _split(photos: Photos, tested: list[int]) -> Split:
    out = np.isin(photos.groups, tested)
    return Split(np.flatnonzero(~out), np.flatnonzero(out))


def _given(photos: Photos, out: NDArray[np.bool_]) -> Split:
    leaked = ~out & np.isin(photos.groups, photos.groups[out])
    split = Split(np.flatnonzero(~out & ~leaked), np.flatnonzero(out))
    for side, indices in zip(("training", "held-out"), split, strict=True):
        lacking = set(range(len(photos.classes))) - set(photos.labels[indices].tolist())
        if lacking:
            raise ValueError(
                f"Each class needs images on both sides, but the {side} side has none of "
                f"{photos.classes[min(lacking)]} (copies across the sides are left out of "
                "training). Add some, or give one folder of classes, which is then split here."
            )
    return split
