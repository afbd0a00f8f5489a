"""Batches of points, mixed: what each step of each model learns from."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from mixup_demo.mixing import draw_lambda, mix, pair_by_permutation
from mixup_demo.toy.question import ToyQuestion
from mixup_demo.toy.results import Points

#: batches that are drawn and mixed at once, for it takes hardly longer than one
DRAWN = 50


class Batch(NamedTuple):
    """What one step learns from.

    Attributes:
        first, second: int64, (B,): numbers of the training points that are mixed.
        lam: float32, (M, B): the first one's weight, by model.
        inputs: (M, B, 2).
        targets: (M, B, K).
    """

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    lam: NDArray[np.float32]
    inputs: Tensor
    targets: Tensor


def batches(asked: ToyQuestion, points: Points) -> Iterator[Batch]:
    """Yield batches without end: shuffled passes through the points, cut into equal parts.

    A batch's partners are its own points, permuted; see `draw_lambda` for λ. All models that are
    trained with one α, in whatever company, draw the same λ.
    """
    x = torch.tensor(points.train)
    y = F.one_hot(torch.tensor(points.labels), points.classes).float()
    rng = np.random.default_rng((asked.seed, 1))
    sources = [np.random.default_rng((asked.seed, 2)) for _ in asked.alphas]
    passes = _passes(len(x), min(asked.batch, len(x)), rng)
    while True:
        first = np.stack(list(islice(passes, DRAWN)))
        second = np.stack([batch[pair_by_permutation(len(batch), rng)] for batch in first])
        drawn = zip(asked.alphas, sources, strict=True)
        lam = np.stack([_lambdas(asked, alpha, first.shape, source) for alpha, source in drawn])
        weight = torch.from_numpy(lam).unsqueeze(3)
        inputs, targets = (mix(values[first], values[second], weight) for values in (x, y))
        parts = (first, second, *(of_all.swapaxes(0, 1) for of_all in (lam, inputs, targets)))
        yield from map(Batch._make, zip(*parts, strict=True))


def _passes(n: int, size: int, rng: Generator) -> Iterator[NDArray[np.int64]]:
    waiting = np.empty(0, np.int64)
    while True:
        while len(waiting) < size:
            waiting = np.concatenate([waiting, rng.permutation(n)])
        batch, waiting = np.split(waiting, [size])
        yield batch


def _lambdas(
    asked: ToyQuestion, alpha: float, shape: tuple[int, ...], rng: Generator
) -> NDArray[np.float32]:
    """Draw λ for some batches, (DRAWN, B): one for all points of a batch, or one for each."""
    drawn = draw_lambda(alpha, rng, shape if asked.lambdas == "sample" else (shape[0], 1))
    return np.broadcast_to(drawn, shape).astype(np.float32)
