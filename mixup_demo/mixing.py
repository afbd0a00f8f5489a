"""The operators of mixup and CutMix, and the draws that feed them.

Drawing (λ, a pairing, a box) and applying are separate functions, so that a draw can be repeated,
shown or taken from another library. Draws take a `numpy.random.Generator`. The operators act alike
on NumPy arrays and torch tensors and keep gradients; nothing here imports torch.

λ is always the weight of A: 1 gives A, 0 gives B.

Sources: mixup, Zhang et al., ICLR 2018, arXiv 1710.09412; CutMix, Yun et al., ICCV 2019,
arXiv 1905.04899.
"""

import math
from typing import Any, Literal, NamedTuple, Protocol, TypeVar, overload

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

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


class Box(NamedTuple):
    """A rectangle of pixels: rows `top` to `bottom` - 1, columns `left` to `right` - 1."""

    top: int
    bottom: int
    left: int
    right: int


@overload
def draw_lambda(alpha: float, rng: Generator, size: None = None) -> float: ...


@overload
def draw_lambda(
    alpha: float, rng: Generator, size: int | tuple[int, ...]
) -> NDArray[np.float64]: ...


def draw_lambda(
    alpha: float, rng: Generator, size: int | tuple[int, ...] | None = None
) -> float | NDArray[np.float64]:
    """Draw λ ~ Beta(α, α) (mixup paper, section 2).

    Args:
        alpha: strength of mixing, finite and at least 0. 0 is ERM: every λ is 1.
        rng: source of randomness.
        size: None for one number, otherwise the shape of an array of independent draws.

    Raises:
        InputError: "error.alpha", α is negative or not finite.
    """
    _check_alpha(alpha)
    if alpha == 0:
        return 1.0 if size is None else np.ones(size)
    return rng.beta(alpha, alpha, size)


def beta_density(x: ArrayLike, alpha: float) -> NDArray[np.float64]:
    """Return the density of Beta(α, α), (x (1 − x))^(α − 1) · Γ(2α) / Γ(α)², at each x.

    It is infinite at 0 and 1 where α < 1, and 0 outside [0, 1].

    Raises:
        InputError: "error.alpha" as in `draw_lambda`; "error.alpha.density" for α = 0, where λ has
            no density.
    """
    _check_alpha(alpha)
    if alpha == 0:
        raise InputError("error.alpha.density", value=alpha)
    x = np.asarray(x, dtype=np.float64)
    if alpha == 1:
        density = np.ones_like(x)
    else:
        # In logarithms: both factors leave the range of a float long before their product does.
        log_scale = math.lgamma(2 * alpha) - 2 * math.lgamma(alpha)
        inside = np.clip(x, 0.0, 1.0)
        with np.errstate(divide="ignore"):
            log_product = np.log(inside) + np.log1p(-inside)
        density = np.exp(log_scale + (alpha - 1) * log_product)
    return np.where((x >= 0) & (x <= 1), density, 0.0)


def pair_by_permutation(n: int, rng: Generator) -> NDArray[np.intp]:
    """Return each sample's partner by a random permutation, as the mixup authors' code does."""
    return rng.permutation(n)


def pair_by_flip(n: int) -> NDArray[np.intp]:
    """Return each sample's partner by reversing the batch, as `timm.data.Mixup` does."""
    return np.arange(n - 1, -1, -1)


def pair_by_roll(n: int) -> NDArray[np.intp]:
    """Return the sample before as partner, as `torchvision.transforms.v2.MixUp` does."""
    return np.roll(np.arange(n), 1)


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


def draw_centre(height: int, width: int, rng: Generator) -> tuple[int, int]:
    """Draw the centre of a CutMix box uniformly from all pixels; return (row, column)."""
    return int(rng.integers(height)), int(rng.integers(width))


def cutmix_box(
    lam: float,
    height: int,
    width: int,
    centre: tuple[int, int],
    rounding: Literal["timm", "torchvision"] = "timm",
) -> Box:
    """Return the box of CutMix: sides √(1 − λ) of the image's, clipped at the border.

    Both conventions round a side down to whole pixels. timm keeps odd sides; torchvision, like the
    CutMix authors' code, takes half a side each way from the centre and so loses the odd pixel.

    Args:
        lam: share of A that is asked for, from 0 to 1; `box_lambda` tells the share that results.
        height: of the image, in pixels.
        width: of the image, in pixels.
        centre: (row, column) of the box's centre, as `draw_centre` gives it.
        rounding: whose convention to follow.

    Raises:
        InputError: "error.lambda", λ is not from 0 to 1.
    """
    if not 0 <= lam <= 1:
        raise InputError("error.lambda", value=lam)
    side = np.sqrt(1.0 - lam)
    top, bottom = _interval(centre[0], int(height * side), height, rounding)
    left, right = _interval(centre[1], int(width * side), width, rounding)
    return Box(top, bottom, left, right)


def inner_box(lam: float, height: int, width: int, centre: tuple[int, int]) -> Box:
    """Return a box of the sides of `cutmix_box`, moved into the image where that one is clipped.

    Its area is 1 − λ of the image's wherever the centre lies, but for whole pixels: λ = 0 is all
    B. So λ can be dragged from one image to the other; drawn boxes are clipped, as CutMix says.

    Args and Raises: as in `cutmix_box`.
    """
    middle = cutmix_box(lam, height, width, (height // 2, width // 2))
    rows, columns = middle.bottom - middle.top, middle.right - middle.left
    top = min(max(centre[0] - rows // 2, 0), height - rows)
    left = min(max(centre[1] - columns // 2, 0), width - columns)
    return Box(top, top + rows, left, left + columns)


def minmax_box(minmax: tuple[float, float], height: int, width: int, rng: Generator) -> Box:
    """Draw a box whose sides lie between two shares of the image's, as timm's `cutmix_minmax`.

    The sides are uniform over the whole pixels from the lower share (included) to the upper one
    (excluded), the position is uniform over all places within the image.

    Raises:
        InputError: "error.minmax", the shares are not 0 ≤ lower < upper ≤ 1 or so close that no
            whole number of pixels lies between them.
    """
    lower, upper = minmax
    extents = (height, width)
    if not 0 <= lower < upper <= 1 or any(int(n * lower) == int(n * upper) for n in extents):
        raise InputError("error.minmax", lower=lower, upper=upper)
    box_height, box_width = (
        int(rng.integers(int(extent * lower), int(extent * upper))) for extent in extents
    )
    top = int(rng.integers(height - box_height + 1))
    left = int(rng.integers(width - box_width + 1))
    return Box(top, top + box_height, left, left + box_width)


def box_lambda(box: Box, height: int, width: int) -> float:
    """Return the corrected λ: the share of the image's area outside `box`, which is really A's."""
    area = (box.bottom - box.top) * (box.right - box.left)
    return 1.0 - area / (height * width)


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


def _check_alpha(alpha: float) -> None:
    if not (math.isfinite(alpha) and alpha >= 0):
        raise InputError("error.alpha", value=alpha)


def _copy(array: Any) -> Any:
    """Copy by torch's method (which keeps gradients) or by NumPy's."""
    return array.clone() if hasattr(array, "clone") else array.copy()


def _interval(centre: int, length: int, extent: int, rounding: str) -> tuple[int, int]:
    """Return start and end of `length` pixels about `centre`, clipped to 0..`extent`."""
    before = length // 2
    after = before if rounding == "torchvision" else length - before
    return max(centre - before, 0), min(centre + after, extent)
