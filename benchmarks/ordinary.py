"""A sweep as one would write it first: one λ and one model at a time, in fp32."""

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from mixup_demo.models.spec import Comparison
from mixup_demo.probes.sweep import LAMBDAS


def ordinary_sweep(
    pair: Comparison, image_a: np.ndarray, image_b: np.ndarray, gradients: bool
) -> None:
    """Compute a sweep's probabilities, and gradient norms if wanted, for labels 0 and 1."""
    a, b = torch.from_numpy(image_a)[None], torch.from_numpy(image_b)[None]
    target = torch.zeros(1, len(pair.classes))
    networks = [model.load() for model in pair.models.values()]
    for lam in LAMBDAS.tolist():
        target[0, 0], target[0, 1] = lam, 1 - lam
        for network in networks:
            answer = _gradient_norm if gradients else _probabilities
            answer(network, lam * a + (1 - lam) * b, target)


@torch.no_grad()
def _probabilities(network: nn.Module, image: torch.Tensor, target: torch.Tensor) -> object:
    return network(image).softmax(dim=1).numpy()


def _gradient_norm(network: nn.Module, image: torch.Tensor, target: torch.Tensor) -> float:
    image.requires_grad_()
    logits = network(image)
    logits.detach().softmax(dim=1).numpy()
    (gradient,) = torch.autograd.grad(cross_entropy(logits, target), image)
    return float(gradient.norm())
