"""Networks behind their normalisation, so that all take images in [0, 1]."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from mixup_demo.models.spec import ModelSpec


class Normalise(nn.Module):
    """Subtract the mean and divide by the standard deviation of each channel."""

    mean: Tensor
    std: Tensor

    def __init__(self, mean: Sequence[float], std: Sequence[float]) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean).view(1, -1, 1, 1))
        self.register_buffer("std", torch.tensor(std).view(1, -1, 1, 1))

    def forward(self, images: Tensor) -> Tensor:
        """Return the normalised images, shape (N, C, H, W) as given."""
        return (images - self.mean) / self.std


def behind(
    network: nn.Module, mean: Sequence[float] | None, std: Sequence[float] | None
) -> nn.Module:
    """Return a network behind its normalisation; without a mean it normalises by itself."""
    if mean is None or std is None:
        return network
    return nn.Sequential(Normalise(mean, std), network)


def normalised(model: ModelSpec) -> nn.Module:
    """Return a model's network, behind the normalisation that the model states, if any."""
    given = model.preprocessing
    return behind(model.load(), given.mean, given.std).eval().requires_grad_(False)
