"""Models of other classes and input sizes than the bundled ones, instant and without files."""

from functools import cache, partial

import torch
from torch import Tensor, nn

from mixup_demo.models.spec import ClassList, ModelSpec, Preprocessing
from mixup_demo.models.zoo import Zoo

THOUSAND = ClassList("things", tuple(f"thing {index}" for index in range(1000)))
THREE = ClassList("shapes", ("circle", "square", "triangle"))

LARGE, WIDE = (224, 224), (48, 64)

IMAGENET = Preprocessing(0.875, "bicubic", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))

#: name -> key of an answer -> model
COMPARISONS = {
    "thousand": {"erm": "thousand-plain", "mixup": "thousand-mixed"},
    "three": {"erm": "three-plain", "mixup": "three-mixed"},
}


class Coarse(nn.Module):
    """Sees an image as 4 x 4 fields of colours, and answers by random weights.

    Args:
        classes: how many.
        scale: of the logits: the larger, the surer.
    """

    def __init__(self, classes: int, scale: float) -> None:
        super().__init__()
        self.scale = scale
        self.conv = nn.Conv2d(3, 6, 4, 4)
        self.norm = nn.BatchNorm2d(6, affine=False)
        self.pool = nn.AdaptiveAvgPool2d(4)
        self.head = nn.Linear(6 * 4 * 4, classes)

    def forward(self, images: Tensor) -> Tensor:
        """Return logits (N, classes)."""
        fields = self.pool(torch.relu(self.norm(self.conv(images))))
        return self.scale * self.head(fields.flatten(1))


@cache
def network(classes: int, scale: float, seed: int) -> nn.Module:
    """Return a network of random weights, the same for the same arguments."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return Coarse(classes, scale).eval().requires_grad_(False)


def dummy(
    name: str,
    classes: ClassList = THREE,
    size: tuple[int, int] = WIDE,
    seed: int = 0,
    scale: float = 20.0,
    gflop: float = 1e-4,
    preprocessing: Preprocessing = Preprocessing(),  # noqa: B008 - it is frozen
) -> ModelSpec:
    """Return a model of random weights; `gflop` is only claimed."""
    load = partial(network, len(classes), scale, seed)
    return ModelSpec(name, classes, size, gflop, f"weights {seed}", load, preprocessing)


def dummy_zoo() -> Zoo:
    """Return a pair with 1,000 classes at 224 x 224, and one with 3 at 48 x 64.

    The first has a third model for attacks in the black box, the second has none.
    """
    thousand = partial(dummy, classes=THOUSAND, size=LARGE, gflop=2e-3, preprocessing=IMAGENET)
    models = [
        thousand("thousand-plain", seed=1, scale=60.0),
        thousand("thousand-mixed", seed=2, scale=30.0),
        thousand("thousand-third", seed=3, scale=60.0),
        dummy("three-plain", seed=4, scale=40.0),
        dummy("three-mixed", seed=5, scale=15.0),
    ]
    return Zoo(None, models, COMPARISONS, {THOUSAND.id: "thousand-third"})
