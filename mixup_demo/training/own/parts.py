"""Parts of a training: batches with their waiting, timm's mixing, rate, the test."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from timm.data.mixup import Mixup
from torch import nn

from mixup_demo.training.own.loaders import Batch
from mixup_demo.training.own.ranks import Ranks
from mixup_demo.training.own.recipe import OwnRecipe

#: share of the steps in which the learning rate rises
WARM_UP = 0.05


def timed(batches: Iterator[Batch]) -> Iterator[tuple[Batch, float]]:
    """Yield batches, each with the seconds that it was waited for.

    Raises:
        ValueError: a worker's, without the story of how it came here.
    """
    while True:
        started = time.perf_counter()
        try:
            batch = next(batches, None)
        except ValueError as error:
            raise ValueError(str(error).rpartition("ValueError: ")[2].strip()) from error
        if batch is None:
            return
        yield batch, time.perf_counter() - started


def mixing(recipe: OwnRecipe, classes: int) -> Mixup | None:
    """Return timm's class with a recipe's arguments; None for ERM."""
    if not recipe.mixup.active:
        return None
    return Mixup(**{**asdict(recipe.mixup), "num_classes": classes})


def rate(progress: float) -> float:
    """Return the learning rate as a share of its peak: a rise, then a cosine to 0."""
    if progress < WARM_UP:
        return (progress + 0.1 * WARM_UP) / (1.1 * WARM_UP)
    return float(0.5 * (1 + np.cos(np.pi * (progress - WARM_UP) / (1 - WARM_UP))))


@torch.no_grad()
def tested(
    network: nn.Module, batches: Iterable[Batch], classes: int, ranks: Ranks
) -> tuple[NDArray[np.int64], float]:
    """Return the confusion (K, K), by class and answer, and the mean loss in nat, in fp32.

    Args:
        network: from images in [0, 1] to logits.
        batches: this process's share of the test images.
        classes: K.
        ranks: whose shares are put together.
    """
    network.eval()
    counts = torch.zeros(classes, classes, device=ranks.device)
    loss = torch.zeros(1, device=ranks.device)
    for images, labels in batches:
        inputs = images.to(ranks.device).float() / 255
        logits = network(inputs.contiguous(memory_format=torch.channels_last)).float()
        right = labels.to(ranks.device)
        loss += F.cross_entropy(logits, right, reduction="sum")
        places = right * classes + logits.argmax(1)
        counts += places.bincount(minlength=classes**2).view_as(counts)
    confusion = ranks.total(counts).cpu().numpy().round().astype(np.int64)
    return confusion, float(ranks.total(loss)) / int(confusion.sum())
