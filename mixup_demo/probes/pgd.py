"""Projected gradient descent (PGD) from random starts: an attack that a bent gradient cannot stop.

Source: Madry et al., ICLR 2018, arXiv 1706.06083, section 2.1, L∞. Both of its usual losses are
climbed in turn, because each stalls where the other does not: the cross-entropy, and the margin of
Carlini and Wagner, arXiv 1608.04644. Steps are 2.5 · ε / steps, as in the authors' later code.
"""

import math
from collections.abc import Callable
from functools import partial

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import Tensor, nn

from mixup_demo import mixing
from mixup_demo.models.engine import Engine, Singles
from mixup_demo.probes.attacks import odds

STEPS = 20
#: of the way to the ball's edge and back that all steps together could go
REACH = 2.5
LOSSES = ("cross-entropy", "margin")

#: from logits (N, K) and one-hot labels to what is climbed, (N,)
Objective = Callable[[Tensor, Tensor], Tensor]


def pgd(
    engine: Engine,
    images: Singles,
    labels: ArrayLike,
    epsilon: float,
    starts: Singles,
    loss: str = LOSSES[0],
) -> dict[str, Singles]:
    """Return by model, of each image, the one on the way that leads furthest from its label.

    Args:
        engine: the models, each attacked with its own gradient.
        images: (N, 3, H, W) in [0, 1].
        labels: indices of the images' classes, as many as images.
        epsilon: how far each value may move, in units of the images.
        starts: where in the ball the way begins, (N, 3, H, W) from -1 to 1; 0 is the image.
        loss: one of `LOSSES`.

    Raises:
        InputError: "error.label.index", no such class.
    """
    targets = mixing.one_hot(labels, len(engine.classes))
    step = partial(_wander, epsilon=epsilon, objective=_OBJECTIVES[loss])
    columns = engine.run(step, images, targets, np.asarray(starts, np.float32))
    return {name: found for name, (found,) in columns.items()}


def margins(logits: Tensor, targets: Tensor) -> Tensor:
    """Return by how much the best other class is ahead of the label's, (N,): above 0 is wrong.

    Args:
        logits: (N, K).
        targets: one-hot labels, (N, K) or (1, K).
    """
    others = logits.masked_fill(targets.bool(), -math.inf).amax(dim=1)
    return others - (targets * logits).sum(dim=1)


_OBJECTIVES: dict[str, Objective] = {"cross-entropy": odds, "margin": margins}


@torch.enable_grad()
def _looked(
    network: nn.Module, images: Tensor, targets: Tensor, objective: Objective
) -> tuple[Tensor, Tensor]:
    """Return the objective's gradient (N, 3, H, W) and the margins (N,), from one pass."""
    images = images.detach().requires_grad_()
    logits = network(images).float()
    (gradient,) = torch.autograd.grad(objective(logits, targets).sum(), images)
    return gradient, margins(logits.detach(), targets)


def _wander(
    network: nn.Module,
    images: Tensor,
    targets: Tensor,
    starts: Tensor,
    epsilon: float,
    objective: Objective,
) -> tuple[Tensor, ...]:
    """Climb within the ball and keep the point of the largest margin, (N, 3, H, W)."""
    low, high = (images - epsilon).clamp(min=0), (images + epsilon).clamp(max=1)
    here = best = (images + epsilon * starts).clamp(low, high)
    furthest = torch.full((len(images),), -math.inf, device=images.device)
    for _ in range(STEPS):
        uphill, ahead = _looked(network, here, targets, objective)
        best, furthest = _further(here, ahead, best, furthest)
        here = (here + REACH * epsilon / STEPS * uphill.sign()).clamp(low, high)
    best, _ = _further(here, margins(network(here).float(), targets), best, furthest)
    return (best.cpu(),)


def _further(here: Tensor, ahead: Tensor, best: Tensor, furthest: Tensor) -> tuple[Tensor, Tensor]:
    """Return of each image the point of the larger margin, and that margin."""
    better = (ahead > furthest)[:, None, None, None]
    return torch.where(better, here, best), torch.maximum(ahead, furthest)
