"""Operators on NumPy arrays and torch tensors alike: images and labels are mixed."""

from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mixup_demo.mixing.boxes import Box
from mixup_demo.texts.input_error import InputError

#: how two pictures may be mixed
METHODS = ("mixup", "cutmix")


class Array(Protocol):
    """What the operators ask of an array; NumPy arrays and torch tensors both offer it."""

    def __mul__(self, other: Any, /) -> Any: ...

    def __rsub__(self, other: Any, /) -> Any: ...

    def __getitem__(self, key: Any, /) -> Any: ...

    def __setitem__(self, key: Any, value: Any, /) -> None: ...


ArrayT = TypeVar("ArrayT", bound=Array)


def mix(a: ArrayT, b: ArrayT, lam: float | Array) -> ArrayT:
    """Return λ a + (1 − λ) b, for images and label vectors alike (mixup paper, section 2).

    Args:
        a: floating array of any shape.
        b: the same, of the same shape.
        lam: one number, or an array of the same library that broadcasts against `a`: λ per sample
            has shape (N, 1, 1, 1) for images (N, C, H, W) and (N, 1) for labels (N, K). A Python
            float keeps the dtype of `a`. λ outside [0, 1] extends the line beyond A and B.
    """
    mixed: ArrayT = a * lam + b * (1.0 - lam)
    return mixed


def one_hot(labels: ArrayLike, n_classes: int, smoothing: float = 0.0) -> NDArray[np.float32]:
    """Return label vectors, smoothed in timm's convention.

    The class of the label gets 1 − ε + ε/K, every other class ε/K (ε: `smoothing`, K: `n_classes`).

    Args:
        labels: class indices from 0 to K − 1, any shape (...).
        n_classes: length K of a vector.
        smoothing: ε from 0 to 1.

    Returns:
        Array of shape (..., K).

    Raises:
        InputError: "error.label.index" or "error.smoothing", a value out of its range.
    """
    indices = np.asarray(labels)
    for wrong in indices[(indices < 0) | (indices >= n_classes)].flat:
        raise InputError("error.label.index", value=wrong, last=n_classes - 1)
    if not 0 <= smoothing <= 1:
        raise InputError("error.smoothing", value=smoothing)
    off = smoothing / n_classes
    vectors = np.where(indices[..., None] == np.arange(n_classes), 1.0 - smoothing + off, off)
    return vectors.astype(np.float32)


def cutmix(a: ArrayT, b: ArrayT, box: Box) -> ArrayT:
    """Return a copy of `a` with the pixels of `b` inside `box` (CutMix paper, eq. 1).

    The labels are mixed by `mix` with the λ of `box_lambda`.

    Args:
        a: array (..., H, W).
        b: the same, of the same shape.
        box: where B shows.
    """
    inside = (..., slice(box.top, box.bottom), slice(box.left, box.right))
    mixed: ArrayT = _copy(a)
    mixed[inside] = b[inside]
    return mixed


def _copy(array: Any) -> Any:
    """Copy by torch's method (which keeps gradients) or by NumPy's."""
    return array.clone() if hasattr(array, "clone") else array.copy()
