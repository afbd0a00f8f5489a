"""Adversarial boundary thickness: how gradual the boundary is where an attack crosses it.

From an image of class a, an attack moves to where the model answers b; the thickness is the length
of the straight line between the two on which 0 < f_a − f_b < 0.75, f the softmax.

Source: Yang et al., NeurIPS 2020, arXiv 2007.05086, section 2 and its experiments: targeted L2-PGD
of 20 steps within ε = 1, each of ε/5 along the normalised gradient. Theirs takes the class that the
model answers for a; here a is the image's label, as in the thickness between two images.
"""

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import Tensor, nn

from mixup_demo import mixing
from mixup_demo.models.engine import Engine, Singles
from mixup_demo.probes.attacks import odds_gradient
from mixup_demo.probes.smoothness import thickness
from mixup_demo.probes.sweep import LAMBDAS
from mixup_demo.results import Floats

#: how far the attack may go from the image, L2 distance of values in [0, 1]
RADIUS = 1.0

STEPS = 20
STEP = RADIUS / 5


def adversarial_thickness(
    engine: Engine, images: Singles, labels: ArrayLike, targets: ArrayLike
) -> dict[str, Floats]:
    """Return the thickness between each image and its adversarial end, (N,), by model.

    Each model has its own ends; the line to them is sampled at 101 points.

    Args:
        engine: the models.
        images: (N, 3, H, W) in [0, 1].
        labels: indices of the images' classes, as many as images.
        targets: indices of the classes that the attacks aim at.

    Raises:
        InputError: "error.label.index", no such class.
    """
    ends = adversarial_ends(engine, images, targets)
    own, other = (mixing.one_hot(index, len(engine.classes)) for index in (labels, targets))
    margins = engine.run(_margins, ends, images, own, other)
    return {
        name: thickness(margin, _distances(images, ends[name]))
        for name, (margin,) in margins.items()
    }


def adversarial_ends(engine: Engine, images: Singles, targets: ArrayLike) -> dict[str, Singles]:
    """Return what targeted L2-PGD makes of the images, (N, 3, H, W) in [0, 1], by model.

    x' = x − ε/5 · g/‖g‖₂, g = ∇ₓ loss(x, b), then back into the ε-ball about the image, clipped
    to [0, 1], 20 times over. Nothing is random.

    Args:
        engine: the models.
        images: (N, 3, H, W) in [0, 1].
        targets: indices of the classes b that the attacks aim at, as many as images.

    Raises:
        InputError: "error.label.index", no such class.
    """
    wanted = mixing.one_hot(targets, len(engine.classes))
    return {name: ends for name, (ends,) in engine.run(_descend, images, wanted).items()}


def _descend(network: nn.Module, images: Tensor, targets: Tensor) -> tuple[Tensor, ...]:
    moved = images
    for _ in range(STEPS):
        uphill = odds_gradient(network, moved, targets)  # along the loss's, and vanishing later
        change = moved - STEP * uphill / _norms(uphill) - images
        moved = (images + (RADIUS / _norms(change)).clamp(max=1) * change).clamp(0, 1)
    return (moved.cpu(),)


def _norms(rows: Tensor) -> Tensor:
    """Return L2 norms, (N, 1, 1, 1), the smallest positive number where they are 0."""
    norms: Tensor = rows.flatten(1).norm(dim=1)
    return norms.clamp(min=torch.finfo(rows.dtype).tiny)[:, None, None, None]


@torch.no_grad()
def _margins(
    network: nn.Module, ends: Tensor, images: Tensor, own: Tensor, other: Tensor
) -> tuple[Tensor, ...]:
    """Return f_a − f_b on the line from the ends to the images, (N, P)."""
    margins = []
    for weight in LAMBDAS.tolist():
        answers = network(mixing.mix(images, ends, weight)).float().softmax(dim=1)
        margins.append((answers * (own - other)).sum(dim=1))
    return (torch.stack(margins, dim=1).cpu(),)


def _distances(images: Singles, ends: Singles) -> Floats:
    distances: Floats = np.linalg.norm((images - ends).reshape(len(images), -1), axis=1)
    return distances
