"""`timm.data.Mixup` at work on one batch, and what it did to each image.

The class itself runs. Its parameters are noted where its own methods return them; where a CutMix
box lay is read off a second run with the same seed, on images that are numbers.
"""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from timm.data.mixup import Mixup

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.results import OPERATIONS, Batch, Draws
from mixup_demo.batches.seeding import seeded

NONE, MIXUP, CUTMIX = range(len(OPERATIONS))


class NotedMixup(Mixup):
    """timm's Mixup, which notes what its own methods return.

    Attributes:
        drawn: λ and whether CutMix, as they were drawn, before λ is corrected for the box.
        used: λ of the targets.
    """

    drawn: tuple[Any, Any] = (1.0, False)
    used: Any = 1.0

    if not TYPE_CHECKING:  # timm's methods have no types

        def _params_per_batch(self):
            self.drawn = super()._params_per_batch()
            return self.drawn

        def _params_per_elem(self, batch_size):
            lam, use_cutmix = super()._params_per_elem(batch_size)
            self.drawn = (lam.copy(), use_cutmix.copy())  # timm writes the corrected λ into its own
            return lam, use_cutmix

        def _mix_batch(self, x):
            self.used = super()._mix_batch(x)
            return self.used

        def _mix_pair(self, x):
            self.used = super()._mix_pair(x)
            return self.used

        def _mix_elem(self, x):
            self.used = super()._mix_elem(x)
            return self.used


def make(arguments: MixupArguments) -> NotedMixup:
    """Return timm's class with the arguments; off where neither mixup nor CutMix is on."""
    made = NotedMixup(**asdict(arguments))  # type: ignore[no-untyped-call]
    made.mixup_enabled = arguments.active
    return made


def play(
    arguments: MixupArguments, images: NDArray[np.float32], labels: NDArray[np.intp], seed: int
) -> Batch:
    """Mix a batch.

    Args:
        arguments: of timm's class.
        images: float32 in [0, 1], (N, 3, H, W).
        labels: indices of their classes, (N,).
        seed: of all draws.

    Raises:
        AssertionError: N is odd.
        RuntimeError: a label is no index of `num_classes`.
    """
    mixup = make(arguments)
    with seeded(seed):
        mixed, targets = mixup(torch.from_numpy(images.copy()), torch.from_numpy(labels))
    asked, operation = _operations(mixup, len(images))
    partner = _partners(arguments, len(images), images.shape[2:], seed)
    return Batch(
        mixed.numpy(),
        targets.numpy(),
        np.arange(len(images))[::-1].copy(),
        asked,
        _each(mixup.used, len(images)),
        operation,
        _boxes(partner, operation),
    )


def many(arguments: MixupArguments, size: int, side: int, batches: int, seed: int) -> Draws:
    """Return the λ of many batches, one after the other from one seed.

    Args:
        size: images a batch; they have no channels, so that there is nothing to mix but λ.
        side: of the images, in pixels: CutMix's λ is a whole number of them.
        batches: how many.
    """
    mixup, labels = make(arguments), torch.zeros(size, dtype=torch.long)
    found = []
    with seeded(seed):
        for _ in range(batches):
            mixup(torch.zeros(size, 0, side, side), labels)
            found.append((*_operations(mixup, size), _each(mixup.used, size)))
    asked, operation, used = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Draws(asked, used, operation, batches)


def _operations(mixup: NotedMixup, size: int) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Return each image's λ as it was drawn, and what was done to it.

    timm's λ is 1 where it does not mix; where `prob` lets it mix always, a λ of 1 is one that Beta
    rounded to 1, as a small α makes it do often. With a lower `prob` such a λ counts as none.
    """
    lam, use_cutmix = mixup.drawn
    if mixup.mode == "pair":
        lam, use_cutmix = (np.concatenate([part, part[::-1]]) for part in (lam, use_cutmix))
    asked = _each(lam, size)
    mixed = np.where(np.broadcast_to(use_cutmix, size), CUTMIX, MIXUP)
    always = mixup.mixup_enabled and mixup.mix_prob == 1
    return asked, mixed if always else np.where(asked == 1, NONE, mixed)


def _each(lam: Any, size: int) -> NDArray[np.float64]:
    """Return one λ an image of what may be one for all, in a Python float or in a tensor."""
    values = np.asarray(lam, np.float64).reshape(-1)
    return np.broadcast_to(values, size).copy()


def _partners(
    arguments: MixupArguments, size: int, shape: tuple[int, ...], seed: int
) -> NDArray[np.bool_]:
    """Return which pixels are no longer the image's own, (N, H, W): image i is i everywhere."""
    numbers = torch.arange(size, dtype=torch.float32)[:, None, None, None]
    probe = numbers.expand(size, 1, *shape).clone()
    with seeded(seed):
        mixed, _ = make(arguments)(probe, torch.zeros(size, dtype=torch.long))
    found: NDArray[np.bool_] = (mixed != numbers).numpy()[:, 0]
    return found


def _boxes(partner: NDArray[np.bool_], operation: NDArray[np.intp]) -> NDArray[np.intp]:
    boxes = np.zeros((len(partner), 4), np.intp)
    for i in np.flatnonzero((operation == CUTMIX) & partner.any((1, 2))):
        rows, columns = (np.flatnonzero(partner[i].any(axis)) for axis in (1, 0))
        boxes[i] = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    return boxes
