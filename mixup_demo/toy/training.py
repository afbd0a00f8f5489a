"""ERM and mixup on points, side by side: one computation, of which moments are recorded.

All models share initial weights, batches and partners; they differ in λ alone, which is 1 for ERM.
Models of one α are therefore one model, and are trained once. Trained twice they would drift apart:
a processor may add a sum in another order where a model lies otherwise in memory, and thousands of
steps make a last digit a boundary that one sees.

Source: mixup, Zhang et al., ICLR 2018, arXiv 1710.09412, section 2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from mixup_demo.mixing import draw_lambda, mix, pair_by_permutation
from mixup_demo.texts.input_error import InputError
from mixup_demo.toy import measures
from mixup_demo.toy.networks import ACTIVATIONS, OPTIMISERS, Stack
from mixup_demo.toy.question import INPUTS, ToyQuestion
from mixup_demo.toy.results import FRAME, FRAMES, SIDE, Frame, Points

#: the n-th of N moments comes after this power of n / N of all steps: most happens early
DENSITY = 2.0
#: batches that are drawn and mixed at once, for it takes hardly longer than one
DRAWN = 50
#: places of a map that are asked about at once, few enough for what is between layers to stay in
#: the processor's cache: half the time of all at once
ASKED = 256


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


class Layer(NamedTuple):
    """One fully connected layer of one network: weights (inputs, outputs) and biases (outputs,)."""

    weight: NDArray[np.float32]
    bias: NDArray[np.float32]


def recorded_steps(steps: int, frames: int = FRAMES) -> list[int]:
    """Return the steps that are recorded: 0, the last, and between them ever fewer a time."""
    shares = np.linspace(0, 1, min(frames, steps + 1)) ** DENSITY
    # at least one step apart
    spread = np.maximum(np.rint(steps * shares), np.arange(len(shares)))
    return [int(step) for step in spread]


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


def networks(asked: ToyQuestion, classes: int) -> Stack:
    """Return the models before their first step."""
    sizes = [INPUTS, *[asked.width] * asked.depth, classes]
    generator = torch.Generator().manual_seed(asked.seed)
    return Stack(sizes, len(asked.alphas), asked.activation, generator)


def train(asked: ToyQuestion, points: Points, frames: int = FRAMES) -> Iterator[Frame]:
    """Yield the recorded moments as training reaches them; equal α have equal answers.

    To stop, ask for no more; what was yielded stays valid.

    Args:
        asked: the settings.
        points: as `data.points` gives them.
        frames: how many moments are recorded, at most.

    Raises:
        InputError: "error.toy.diverged", answers are no longer finite numbers.
    """
    distinct = tuple(dict.fromkeys(asked.alphas))
    rows = [distinct.index(alpha) for alpha in asked.alphas]
    recorded = set(recorded_steps(asked.steps, frames))
    observer: _Observer | None = None
    for step, stack, batch, loss in _moments(replace(asked, alphas=distinct), points):
        observer = observer or _Observer(stack, points, rows)
        observer.add(loss)
        if step in recorded:
            frame = observer.frame(step, batch)
            if not np.isfinite(frame.maps).all():
                raise InputError("error.toy.diverged", step=step, value=f"{asked.rate:g}")
            yield frame
        if step == asked.steps:
            return


def networks_at(asked: ToyQuestion, points: Points, at: int) -> list[list[Layer]]:
    """Return the layers of each model as they are after so many steps, trained anew.

    Args:
        asked, points: as for `train`.
        at: the steps.

    Raises:
        InputError: "error.toy.diverged", weights are no longer finite numbers.
    """
    distinct = tuple(dict.fromkeys(asked.alphas))
    moments = _moments(replace(asked, alphas=distinct), points)
    _, stack, _, _ = next(islice(moments, at, None))
    if not stack.values.isfinite().all():
        raise InputError("error.toy.diverged", step=at, value=f"{asked.rate:g}")
    return [
        [Layer(weight[row].numpy(), bias[row, 0].numpy()) for weight, bias in stack.layers]
        for row in map(distinct.index, asked.alphas)
    ]


def maps_of(networks: Sequence[Sequence[Layer]], activation: str) -> NDArray[np.float32]:
    """Return the maps of networks, probabilities (M, K, S, S), as a frame holds them."""
    apply = ACTIVATIONS[activation].apply
    maps = []
    for layers in networks:
        x = grid()
        for k, (weight, bias) in enumerate(layers):
            x = (apply(x) if k else x) @ torch.from_numpy(weight) + torch.from_numpy(bias)
        maps.append(x.softmax(dim=1).T.reshape(-1, SIDE, SIDE).numpy())
    return np.stack(maps)


def _moments(asked: ToyQuestion, points: Points) -> Iterator[tuple[int, Stack, Batch, Tensor]]:
    """Yield the step, the models before it, its batch, and each model's loss on that, (M,)."""
    stack = networks(asked, points.classes)
    optimiser = OPTIMISERS[asked.optimiser](stack.values, asked.rate, asked.decay)
    for step, batch in enumerate(batches(asked, points)):
        trace = stack.forward(batch.inputs)
        log_probabilities = trace.logits.log_softmax(dim=2)
        loss = -(batch.targets * log_probabilities).sum(dim=(1, 2)) / len(batch.first)
        yield step, stack, batch, loss
        stack.backward(trace, (log_probabilities.exp() - batch.targets) / len(batch.first))
        optimiser.step(stack.gradient)


class _Observer:
    """Makes the frames; knows nothing of how the models are trained.

    Args:
        stack: the models.
        points: that they are asked about.
        rows: which of them stands at each place of a frame.
    """

    def __init__(self, stack: Stack, points: Points, rows: list[int]) -> None:
        self._stack, self._rows = stack, rows
        models = len(stack.layers[0][0])
        self._train, self._test, whole = (
            x.repeat(models, 1, 1)
            for x in (torch.tensor(points.train), torch.tensor(points.test), grid())
        )
        self._grid = whole.split(ASKED, dim=1)
        self._labels = torch.tensor(points.labels)
        self._test_labels = torch.tensor(points.test_labels)
        self._losses: list[Tensor] = []

    def add(self, loss: Tensor) -> None:
        """Note the loss of one step, (M,)."""
        self._losses.append(loss)

    def frame(self, step: int, batch: Batch) -> Frame:
        """Record the models as they are; the loss is the mean of those noted since the last."""
        maps = self._maps()
        norm, on_train = measures.gradient_norm(self._stack, self._train, self._labels)
        on_test = self._stack.forward(self._test).logits.softmax(dim=2)
        scores = {
            "loss": torch.stack(self._losses).mean(dim=0),
            "train_accuracy": measures.accuracy(on_train, self._labels),
            "test_accuracy": measures.accuracy(on_test, self._test_labels),
            "confidence": measures.confidence(on_test),
            "boundary_length": measures.boundary_length(maps),
            "gradient_norm": norm,
        }
        self._losses = []
        return Frame(
            step=step,
            maps=maps.half().numpy()[self._rows],
            first=batch.first,
            second=batch.second,
            lam=batch.lam[self._rows],
            scores={name: values.double().numpy()[self._rows] for name, values in scores.items()},
        )

    def _maps(self) -> Tensor:
        """Return the probabilities at the middles of the cells, (M, K, S, S)."""
        logits = torch.cat([self._stack.forward(part).logits for part in self._grid], dim=1)
        models, _, classes = logits.shape
        return logits.softmax(dim=2).view(models, SIDE, SIDE, classes).permute(0, 3, 1, 2)


def grid() -> Tensor:
    """Return the middles of the map's cells, (S · S, 2), row by row from the bottom."""
    middles = FRAME * ((2 * torch.arange(SIDE) + 1) / SIDE - 1)
    y, x = torch.meshgrid(middles, middles, indexing="ij")
    return torch.stack([x, y], dim=2).flatten(0, 1)
