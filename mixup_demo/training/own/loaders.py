"""Files to batches, decoded and augmented in worker processes.

All that is drawn for an image comes from (seed, epoch, its index), and the order from (seed,
epoch): workers, their number, other processes and a resumed run change nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, Sampler
from torchvision.transforms import v2

from mixup_demo.images.preparing import fit
from mixup_demo.images.reading import read_image
from mixup_demo.models.spec import Preprocessing
from mixup_demo.texts.input_error import InputError
from mixup_demo.training.own.recipe import OwnRecipe

#: images a batch that is tested on
TESTED = 128
#: of what numbers are drawn: the order of images, their augmentation
ORDER, AUGMENTATION = 0, 1

Key = tuple[int, int]
"""An epoch, and the index of an image."""
Batch = tuple[Tensor, Tensor]
"""uint8 images (N, 3, H, W) and labels (N,)."""


@dataclass(frozen=True)
class Images(Dataset[tuple[Tensor, int]]):
    """Files as they are shown to a network.

    Attributes:
        files: by index.
        labels: by index, as they are taught or tested.
        size: side in pixels.
        cut: how a picture is cut that is tested on: as the page cuts it.
        augment: from uint8 (3, H, W) to (3, size, size); None takes pictures as `cut` says.
        seed: of the augmentation.
    """

    files: Sequence[Path]
    labels: NDArray[np.int64]
    size: int
    cut: Preprocessing
    augment: Callable[[Tensor], Tensor] | None
    seed: int

    def __getitem__(self, key: Key) -> tuple[Tensor, int]:
        """Return an image, uint8 (3, size, size), and its label.

        Raises:
            ValueError: the file has become unreadable since it was looked at.
        """
        epoch, index = key
        try:
            pixels = read_image(self.files[index])
        except (InputError, OSError) as error:
            raise ValueError(
                f"{self.files[index]} could be read before, but not now: {error} Put it back and "
                "give the command again; the training goes on where it was."
            ) from error
        if self.augment is None:
            cut = fit(pixels, (self.size, self.size), self.cut.crop, self.cut.interpolation)
            return torch.from_numpy(cut.transpose(2, 0, 1).copy()), int(self.labels[index])
        with torch.random.fork_rng(devices=[]):
            torch.default_generator.manual_seed(number(self.seed, AUGMENTATION, epoch, index))
            shown = self.augment(torch.from_numpy(pixels).permute(2, 0, 1))
        return shown.contiguous(), int(self.labels[index])


def number(*key: int) -> int:
    """Return a 32-bit number that follows from a key, for generators that take a single one."""
    return int(np.random.SeedSequence(key).generate_state(1)[0])


def augmentation(recipe: OwnRecipe) -> Callable[[Tensor], Tensor] | None:
    """Return what is done to training images, by torchvision v2; None cuts them as in tests."""
    if recipe.augmentation == "none":
        return None
    side = (recipe.size, recipe.size)
    steps = [v2.RandomResizedCrop(side, scale=(0.25, 1), antialias=True), v2.RandomHorizontalFlip()]
    more = [v2.TrivialAugmentWide()] if recipe.augmentation == "trivial" else []
    drawn: Callable[[Tensor], Tensor] = v2.Compose([*steps, *more])
    return drawn


class Steps(Sampler[list[Key]]):
    """What one process sees of each step of a training, from a step on to the last.

    Of a joint batch b₀ … b₍ₙ₋₁₎ each process takes a run of the first half and the same run counted
    from the end: timm mixes a batch with its reverse, so every image meets the partner that it
    has in the joint batch.

    Args:
        chosen: indices of training images.
        recipe: batch size, epochs and seed.
        first: the step to begin with, counted over all epochs.
        rank, world: which share this process takes.
    """

    def __init__(
        self, chosen: NDArray[np.intp], recipe: OwnRecipe, first: int, rank: int, world: int
    ) -> None:
        self.chosen, self.recipe, self.first = chosen, recipe, first
        half = recipe.batch_size // 2 // world
        low, size = rank * half, recipe.batch_size
        self.places = np.r_[low : low + half, size - low - half : size - low]
        if world == 1:
            self.places = np.arange(size)

    def __len__(self) -> int:
        return self.recipe.epochs * self.epoch_steps - self.first

    @property
    def epoch_steps(self) -> int:
        """Full batches of an epoch."""
        return len(self.chosen) // self.recipe.batch_size

    def __iter__(self) -> Iterator[list[Key]]:
        size, begun = self.recipe.batch_size, self.first // self.epoch_steps
        for epoch in range(begun, self.recipe.epochs):
            drawn = np.random.default_rng([self.recipe.seed, ORDER, epoch])
            order = drawn.permutation(self.chosen)
            for step in range(self.first % self.epoch_steps * (epoch == begun), self.epoch_steps):
                joint = order[step * size : (step + 1) * size]
                yield [(epoch, int(index)) for index in joint[self.places]]


class Once(Sampler[list[Key]]):
    """A process's share of images, each seen once, in batches."""

    def __init__(self, chosen: NDArray[np.intp], rank: int = 0, world: int = 1) -> None:
        self.own = chosen[rank::world]

    def __len__(self) -> int:
        return -(-len(self.own) // TESTED)

    def __iter__(self) -> Iterator[list[Key]]:
        for start in range(0, len(self.own), TESTED):
            yield [(0, int(index)) for index in self.own[start : start + TESTED]]


def loader(images: Images, steps: Sampler[list[Key]], workers: int, gpu: bool) -> DataLoader[Any]:
    """Return batches, made ahead by worker processes; 0 makes them in this one."""
    ahead: dict[str, Any] = {"persistent_workers": True, "prefetch_factor": 4} if workers else {}
    own = torch.Generator()  # or it would draw from the global one, for workers that draw nothing
    return DataLoader(
        images, batch_sampler=steps, num_workers=workers, pin_memory=gpu, generator=own, **ahead
    )
