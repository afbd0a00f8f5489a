"""What does not work, tried: the libraries' own words where a call of theirs fails."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from timm.data.mixup import Mixup
from torchvision.transforms import v2

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.playing import play
from mixup_demo.batches.seeding import seeded

#: of an error's words
SHOWN = 120


def said(call: Callable[[], object]) -> str:
    """Return the error that a call raises, as Python prints it, on one line; "" for none."""
    try:
        with seeded(0):
            call()
    except (AssertionError, RuntimeError, TypeError, ValueError) as error:
        words = f"{type(error).__name__}: {' '.join(str(error).split())}"
        return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    return ""


def odd(arguments: MixupArguments, size: int) -> str:
    """Return what timm's class says of a batch of `size` images."""
    return said(lambda: Mixup(num_classes=arguments.num_classes)(*_batch(size)))


def bytes_into(transform: type[v2.MixUp | v2.CutMix] | type[Mixup]) -> str:
    """Return what a transform says of images that are bytes, 0 to 255."""
    images, labels = _batch(4)
    keyword = "mixup_alpha" if transform is Mixup else "alpha"
    made = transform(**{keyword: 1.0, "num_classes": 10})
    return said(lambda: made((255 * images).byte(), labels))


def no_alpha(transform: type[v2.MixUp | v2.CutMix] | type[Mixup]) -> str:
    """Return what a transform says of α = 0."""
    keyword = "mixup_alpha" if transform is Mixup else "alpha"
    return said(lambda: transform(**{keyword: 0.0, "num_classes": 10})(*_batch(4)))


def broadcast(labels: Sequence[int]) -> tuple[int, ...]:
    """Return the shape of integer labels (N,) after Keras' rule, λ (N, 1) y + (1 − λ) (N, 1) y."""
    lam = np.full((len(labels), 1), 0.5)
    one = np.asarray(labels)
    return np.shape(lam * one + (1 - lam) * one[::-1])


def ranks(
    arguments: MixupArguments, images: NDArray[np.float32], labels: NDArray[np.intp], count: int
) -> NDArray[np.float64]:
    """Return the λ of the first image on each of `count` processes, seeded 0, 1 and so on."""
    shared = replace(arguments, prob=1.0)
    return np.array([play(shared, images, labels, rank).lam[0] for rank in range(count)])


def _batch(size: int) -> tuple[torch.Tensor, torch.Tensor]:
    return torch.full((size, 3, 4, 4), 0.5), torch.arange(size) % 10
