"""A data set that is quick to learn, and the recipe of a tiny run."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.optim.optimizer import register_optimizer_step_pre_hook

from mixup_demo.training import loop
from mixup_demo.training.data import Dataset
from mixup_demo.training.recipe import Recipe

Result = TypeVar("Result")

TINY = Recipe(
    "tiny",
    architecture="whitened-cnn-small",
    epochs=3,
    batch_size=16,
    alpha=1.0,
    dropout=0.1,
    learning_rate=0.1,
)


def coloured_noise(n_train: int = 48, n_test: int = 20) -> Dataset:
    """Noise images of two classes: one is redder, the other bluer."""
    rng = np.random.default_rng(0)

    def part(n: int) -> tuple[torch.Tensor, torch.Tensor]:
        labels = np.arange(n) % 2
        images = rng.integers(0, 150, (n, 3, 32, 32))
        images[np.arange(n), labels * 2] += 100
        return torch.from_numpy(images.astype(np.uint8)), torch.from_numpy(labels)

    return Dataset("noise", ("red", "blue"), *part(n_train), *part(n_test))


class Step(NamedTuple):
    """A step of a training: whose it is, and its learning rate."""

    optimiser: torch.optim.Optimizer
    rate: float


@contextmanager
def double_precision() -> Iterator[None]:
    """Let trainings compute in fp64, so that a loop written otherwise gives their weights.

    Sums in another order then differ by some 1e-16, which few steps do not multiply to much; in
    fp32 one that rounds to the other side of a ReLU's kink changes all that follows.
    """
    torch.set_default_dtype(torch.float64)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(loop, "fast_dtype", lambda device: torch.float32)
            patch.setattr(Tensor, "float", Tensor.double)
            yield
    finally:
        torch.set_default_dtype(torch.float32)


def with_rates(work: Callable[[], Result]) -> tuple[Result, list[Step]]:
    """Return what a training gives, and its steps in turn."""
    steps: list[Step] = []

    def note(optimiser: torch.optim.Optimizer, *_: object) -> None:
        (rate,) = {group["lr"] for group in optimiser.param_groups}
        steps.append(Step(optimiser, rate))

    noting = register_optimizer_step_pre_hook(note)
    try:
        return work(), steps
    finally:
        noting.remove()


def plain_sgd(
    network: nn.Module, rate: float, momentum: float, decay: float
) -> torch.optim.Optimizer:
    """Return SGD whose decay spares the norms and whatever is called a bias."""
    spared = {
        id(parameter)
        for layer in network.modules()
        for name, parameter in layer.named_parameters(recurse=False)
        if name == "bias" or isinstance(layer, nn.BatchNorm2d)
    }
    learning = [one for one in network.parameters() if one.requires_grad]
    groups = [
        {"params": [one for one in learning if id(one) not in spared], "weight_decay": decay},
        {"params": [one for one in learning if id(one) in spared]},
    ]
    return torch.optim.SGD(groups, rate, momentum=momentum, nesterov=True)


def moved(one: Mapping[str, Tensor], other: Mapping[str, Tensor]) -> float:
    """Return how far the weight that differs most is from what it is in another network."""
    return float(torch.stack([(one[name] - other[name]).abs().max() for name in one]).max())
