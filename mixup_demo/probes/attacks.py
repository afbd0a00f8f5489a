"""Adversarial attacks: small changes of an image that make a model's answer wrong.

Budgets ε bound how far each value may move (L∞), images have values in [0, 1], and the loss is the
cross-entropy with the image's label.

Sources: FGSM, Goodfellow et al., ICLR 2015, arXiv 1412.6572; I-FGSM, Kurakin et al., ICLR 2017
workshop, arXiv 1607.02533; both as in the mixup paper, section 3.5, arXiv 1710.09412.
"""

import math
from functools import partial

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray
from torch import Tensor, nn

from mixup_demo import mixing
from mixup_demo.models.cost import GRADIENT
from mixup_demo.models.engine import Engine, Running, Singles, joined
from mixup_demo.probes.attack_methods import MOST, STEPS
from mixup_demo.probes.chunks import Columns, Stop, in_chunks, never
from mixup_demo.results import Attack
from mixup_demo.texts.input_error import InputError

#: the unit of a budget in [0, 1]: one level of an 8-bit image
LEVEL = 1 / 255

#: the budgets of a sweep, in levels; 0 is the image itself
EPSILONS = np.arange(MOST + 1)


def attack(
    engine: Engine,
    images: Singles,
    labels: ArrayLike,
    epsilon: float | NDArray[np.floating],
    method: str,
) -> dict[str, Singles]:
    """Return adversarial images, by model: those made with that model's own gradient.

    FGSM goes one step, x' = x + ε · sign(∇ₓ loss(x, y)), clipped to [0, 1]. I-FGSM goes 10 steps of
    ε/10, clipped after each to the ε-ball and to [0, 1]. Nothing is random, and nothing is rounded
    to 8 bits. The gradient is the engine's: with inner layers in bf16 its sign differs from fp32's
    where the gradient nearly vanishes, some 2 % of the values of CIFAR-10's test images, and
    the adversarial images mislead the bundled models as often.

    Args:
        engine: the models.
        images: (N, 3, H, W) in [0, 1], or one image for N budgets.
        labels: indices of the images' classes, as many as images.
        epsilon: the budget in units of the images (k/255 for k levels), (N,) or one for all.
        method: "fgsm" or "ifgsm".

    Returns:
        By model (N, 3, H, W) in [0, 1].

    Raises:
        InputError: "error.attack", no such method; "error.label.index", no such class.
    """
    columns = joined(_start(engine, images, labels, epsilon, method))
    return {name: adversarial for name, (adversarial,) in columns.items()}


def _start(
    engine: Engine,
    images: Singles,
    labels: ArrayLike,
    epsilon: float | NDArray[np.floating],
    method: str,
) -> Running:
    """Start what `attack` does and return immediately; arguments and errors as there."""
    if method not in STEPS:
        raise InputError("error.attack", value=method, names=", ".join(STEPS))
    step = partial(_climb, steps=STEPS[method])
    targets = mixing.one_hot(labels, len(engine.classes))
    budgets, _ = np.broadcast_arrays(np.asarray(epsilon, np.float32), labels)
    return engine.start(step, images, targets, budgets)


def passes(method: str) -> int:
    """Return how often an image is taken through a network, there and back, to be attacked."""
    return STEPS[method] * (1 + GRADIENT)


def attack_sweep(
    engine: Engine,
    source: Engine | None,
    image: Singles,
    label: int,
    method: str,
    stop: Stop = never,
) -> Attack:
    """Attack one image with each budget of `EPSILONS`, and ask both models.

    Args:
        engine: the models that are asked.
        source: black box: an engine of one other model, whose gradient makes the images that both
            are shown. White box: None, each model is attacked with its own gradient.
        image: (3, H, W) float32 in [0, 1], of the engine's input size.
        label: index of the image's class.
        method: "fgsm" or "ifgsm".
        stop: asked between chunks of budgets whether to give up.

    Raises:
        InputError: "error.attack", no such method; "error.label.index", no such class.
        StoppedError: `stop` said so.
    """
    made = _with_each_budget(source or engine, image, label, method, stop)
    shown = {name: np.concatenate([image[None], rows]) for name, (rows,) in made.items()}
    if source:
        shown = dict.fromkeys(engine.models, *shown.values())
    return Attack(
        epsilons=EPSILONS.copy(),
        images=shown,
        probabilities=engine.probabilities(shown),
        label=label,
        classes=engine.classes,
        method=method,
        source="black" if source else "white",
        device=engine.device,
        precision=engine.precision,
    )


def _with_each_budget(
    engine: Engine, image: Singles, label: int, method: str, stop: Stop
) -> Columns:
    """Return one image attacked with each of `EPSILONS` but 0, with which it stays as it is.

    As few budgets at once as take the passes of a chunk of images: others ask meanwhile.
    """
    budgets = EPSILONS[1:] * LEVEL
    most = max(1, engine.chunk // passes(method)) if method in STEPS else len(budgets)
    starts = (
        partial(_start, engine, image[None], [label], chunk, method)
        for chunk in np.array_split(budgets, math.ceil(len(budgets) / most))
    )
    return in_chunks(starts, stop)


def _climb(
    network: nn.Module, images: Tensor, targets: Tensor, budgets: Tensor, steps: int
) -> tuple[Tensor, ...]:
    """Follow the gradient's sign within the budgets (N,), from N images or from one."""
    budgets = budgets[:, None, None, None]
    low, high = (images - budgets).clamp(min=0), (images + budgets).clamp(max=1)
    adversarial = images
    for _ in range(steps):
        uphill = odds_gradient(network, adversarial, targets).sign()
        adversarial = (adversarial + budgets / steps * uphill).clamp(low, high)
    return (adversarial.cpu(),)


def odds(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the log odds m against the label, (N,): the cross-entropy is log(1 + exp(m)).

    Args:
        logits: (N, K).
        targets: one-hot labels, (N, K) or (1, K).
    """
    others = logits.masked_fill(targets.bool(), -math.inf).logsumexp(dim=1)
    return others - (targets * logits).sum(dim=1)


@torch.enable_grad()
def odds_gradient(network: nn.Module, images: Tensor, targets: Tensor) -> Tensor:
    """Return the gradient of the log odds against the label, which has the loss's sign.

    For the loss rises with the odds. The loss's own gradient goes astray where the label's
    probability rounds to 1, and vanishes where the others' round to 0; that of the odds does not.

    Args:
        network: to logits (N, K).
        images: (N, 3, H, W).
        targets: one-hot labels, (N, K) or (1, K).
    """
    images = images.detach().requires_grad_()
    against = odds(network(images).float(), targets)
    (gradient,) = torch.autograd.grad(against.sum(), images)
    return gradient
