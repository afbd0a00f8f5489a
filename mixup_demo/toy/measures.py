"""What the curves show: each model's answers reduced to one number.

Probabilities are of K classes, (M, N, K); every measure has one value a model, (M,).

- loss: mean soft-label cross-entropy of a model's own training batches, in nat: ERM's on points,
  mixup's on mixtures. Their least values differ, so the two lines are not to be compared in height.
- train_accuracy: share of training points whose label, as trained on, is the likeliest class.
- test_accuracy: the same on test points, whose labels are true.
- confidence: mean of the largest probability on test points.
- boundary_length: edges between cells of the map of different likeliest class, divided by the
  cells a side (after Somepalli et al. 2022, arXiv 2203.08124).
- gradient_norm: mean L2 norm of the gradient of the loss with respect to a training point, its
  label as trained on, in nat per unit of the frame (as in the mixup paper's figure 2).
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from mixup_demo.toy.networks import Stack


def accuracy(probabilities: Tensor, labels: Tensor) -> Tensor:
    """Return the share of points whose likeliest class is their label."""
    return (probabilities.argmax(dim=2) == labels).float().mean(dim=1)


def confidence(probabilities: Tensor) -> Tensor:
    """Return the mean of the largest probability."""
    return probabilities.amax(dim=2).mean(dim=1)


def boundary_length(maps: Tensor) -> Tensor:
    """Return the length of the boundaries of maps (M, K, S, S), in sides of the frame."""
    classes = maps.argmax(dim=1)
    edges = sum((classes.diff(dim=dim) != 0).sum(dim=(1, 2)) for dim in (1, 2))
    return torch.as_tensor(edges) / maps.shape[-1]


def gradient_norm(networks: Stack, points: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """Return the mean gradient norm, (M,), and the probabilities that it took, (M, N, K).

    Args:
        networks: the models.
        points: (M, N, 2).
        labels: (N,).
    """
    trace = networks.forward(points)
    probabilities = trace.logits.softmax(dim=2)
    # each point's own loss: its gradient with respect to the logits is p - y
    gradient = probabilities - F.one_hot(labels, probabilities.shape[2])
    norms = networks.input_gradient(trace, gradient).norm(dim=2)
    return norms.mean(dim=1), probabilities
