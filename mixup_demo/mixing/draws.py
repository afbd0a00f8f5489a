"""Draws: λ, and who is mixed with whom."""

import math
from typing import overload

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

from mixup_demo.texts.input_error import InputError


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


def _check_alpha(alpha: float) -> None:
    if not (math.isfinite(alpha) and alpha >= 0):
        raise InputError("error.alpha", value=alpha)
