"""Networks and images of known behaviour for the tests of the probes."""

from functools import cache

import numpy as np
import torch
from torch import Tensor, nn

from mixup_demo.models.engine import Engine
from mixup_demo.models.networks import build
from mixup_demo.models.spec import ClassList, Comparison, ModelSpec

CLASSES = tuple(f"class {index}" for index in range(10))
CPU = torch.device("cpu")


class TinyNet(nn.Module):
    """All kinds of layers in a network so small that every pixel can be nudged by itself."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(3, 8, 3, padding=1),
            nn.GELU(),
            nn.Conv2d(8, 8, 3, bias=False),
            nn.MaxPool2d(2),
            nn.BatchNorm2d(8),
            nn.GELU(),
            nn.Flatten(),
        )
        self.head = nn.Linear(8 * 4, classes)

    def forward(self, images: Tensor) -> Tensor:
        return self.head(self.body(images - 0.5))


class MeanColour(nn.Module):
    """Logits `scale` times the mean red, green and blue: what it sees can be read off."""

    def __init__(self, scale: float = 1.0) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.tensor(scale))

    def forward(self, images: Tensor) -> Tensor:
        return self.scale * images.mean(dim=(2, 3))


def settled(network: nn.Module, size: int, seed: int) -> nn.Module:
    """Give the batch norms statistics of random images, and gains that make answers unequal."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in network.named_parameters():
            if name == "head.weight":
                weight.mul_(20)
        network.train()
        for _ in range(10):
            network(torch.rand(32, 3, size, size, generator=generator))
    return network.eval().requires_grad_(False)


@cache
def tiny_net(seed: int, classes: int = 4) -> nn.Module:
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return settled(TinyNet(classes), 6, seed)


@cache
def convnet(seed: int) -> nn.Module:
    """The bundled architecture with random weights."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        network = build("whitened-cnn", 10)
        network.fit_whitening(torch.rand(64, 3, 32, 32))
        return settled(network, 32, seed)


def spec(name: str, network: nn.Module, classes: int, size: int | tuple[int, int]) -> ModelSpec:
    """A network as a model; `size` is a side, or height and width."""
    shape = (size, size) if isinstance(size, int) else size
    names = ClassList("test", tuple(f"class {index}" for index in range(classes)))
    return ModelSpec(name, names, shape, 0.0, f"digest of {name}", lambda: network)


def pair(erm: nn.Module, mixup: nn.Module, classes: int, size: int) -> Comparison:
    networks = {"erm": erm, "mixup": mixup}
    return Comparison(
        "test", {key: spec(key, network, classes, size) for key, network in networks.items()}
    )


def engine_of(erm: nn.Module, mixup: nn.Module, classes: int, size: int) -> Engine:
    return Engine(pair(erm, mixup, classes, size), CPU)


def random_images(count: int, size: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).random((count, 3, size, size), dtype=np.float32)


def random_answers(points: int, classes: int, seed: int, sharpness: float = 3.0) -> np.ndarray:
    """Probabilities (points, classes) that wander."""
    rng = np.random.default_rng(seed)
    logits = sharpness * rng.normal(size=(points, classes)).cumsum(axis=0) / 3
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)
