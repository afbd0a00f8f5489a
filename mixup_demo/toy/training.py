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
from numpy.typing import NDArray
from torch import Tensor

from mixup_demo.texts.input_error import InputError
from mixup_demo.toy.batches import Batch, batches
from mixup_demo.toy.networks import ACTIVATIONS, OPTIMISERS, Stack
from mixup_demo.toy.question import INPUTS, ToyQuestion
from mixup_demo.toy.recording import Observer, grid
from mixup_demo.toy.results import FRAMES, SIDE, Frame, Points

#: the n-th of N moments comes after this power of n / N of all steps: most happens early
DENSITY = 2.0


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
    observer: Observer | None = None
    for step, stack, batch, loss in _moments(replace(asked, alphas=distinct), points):
        observer = observer or Observer(stack, points, rows)
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
