"""What one network answers to one batch of images, without and with gradients."""

from collections.abc import Callable

import torch
from torch import Tensor

Network = Callable[[Tensor], Tensor]
"""From images (N, 3, H, W) in [0, 1] to logits (N, K)."""


@torch.no_grad()
def respond(network: Network, images: Tensor) -> tuple[Tensor, ...]:
    """Return the log-softmax of one batch, (N, K), on the CPU."""
    return (network(images).float().log_softmax(dim=1).cpu(),)


@torch.enable_grad()
def respond_with_gradient(
    network: Network, images: Tensor, soft_labels: Tensor
) -> tuple[Tensor, ...]:
    """Run one batch forward and backward; the gradient of the summed losses is each image's own.

    Args:
        network: that is asked.
        images: (N, 3, H, W), on the network's device.
        soft_labels: (N, K), rows sum to 1, on the network's device.

    Returns:
        The log-softmax (N, K), and the L2 norm of the soft-label cross-entropy's gradient with
        respect to each image, (N,), both on the CPU.
    """
    images = images.detach().requires_grad_()
    log_probabilities = network(images).float().log_softmax(dim=1)
    loss = -(soft_labels * log_probabilities).sum()
    (gradient,) = torch.autograd.grad(loss, images)
    return log_probabilities.detach().cpu(), gradient.flatten(1).norm(dim=1).cpu()
