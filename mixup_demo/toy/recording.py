"""Frames: what is recorded of models on points, however these are trained."""

import torch
from torch import Tensor

from mixup_demo.toy import measures
from mixup_demo.toy.batches import Batch
from mixup_demo.toy.networks import Stack
from mixup_demo.toy.results import FRAME, SIDE, Frame, Points

#: places of a map that are asked about at once, few enough for what is between layers to stay in
#: the processor's cache: half the time of all at once
ASKED = 256


class Observer:
    """Makes the frames.

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
