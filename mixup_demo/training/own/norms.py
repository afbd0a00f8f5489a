"""Batch norms whose statistics are those of the joint batch, whatever the processes share it.

With each process's own statistics two processes would train another network than one does with
their joint batch. `torch.nn.SyncBatchNorm` sums them on GPUs only; this does on CPUs too.
"""

from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor, nn


class _Sum(torch.autograd.Function):
    """The sum over all processes; each one's gradient is the sum of all their gradients."""

    @staticmethod
    def forward(_: Any, values: Tensor) -> Tensor:
        summed = values.clone()
        dist.all_reduce(summed)
        return summed

    @staticmethod
    def backward(_: Any, gradient: Tensor) -> Tensor:
        summed = gradient.contiguous().clone()
        dist.all_reduce(summed)
        return summed


class JointBatchNorm2d(nn.BatchNorm2d):
    """A batch norm over the values of all processes, of as many images each.

    Variance is the mean square less the squared mean, in fp32.
    """

    def forward(self, values: Tensor) -> Tensor:
        """Return normalised values, shape (N, C, H, W) as given."""
        if not self.training or self.running_mean is None or self.running_var is None:
            return super().forward(values)
        plain = values.float()
        sums = torch.stack([plain.sum((0, 2, 3)), plain.square().sum((0, 2, 3))])
        count = plain.numel() // plain.shape[1] * dist.get_world_size()
        mean, square = _Sum.apply(sums) / count
        variance = (square - mean.square()).clamp_min(0)
        self._follow(mean.detach(), variance.detach() * count / max(count - 1, 1))
        shape = (1, -1, 1, 1)
        found = (plain - mean.view(shape)) * (variance.view(shape) + self.eps).rsqrt()
        if self.affine:
            found = found * self.weight.view(shape) + self.bias.view(shape)
        normalised: Tensor = found.to(values.dtype)
        return normalised

    @torch.no_grad()
    def _follow(self, mean: Tensor, variance: Tensor) -> None:
        """Move the running statistics, as `nn.BatchNorm2d` does."""
        if self.running_mean is None or self.running_var is None:
            return
        if self.num_batches_tracked is not None:
            self.num_batches_tracked.add_(1)
        step = self.momentum
        if step is None:
            step = 1 / float(self.num_batches_tracked or 1)
        self.running_mean.lerp_(mean, step)
        self.running_var.lerp_(variance, step)


def joint(network: nn.Module) -> nn.Module:
    """Return a network with each plain batch norm made a joint one, weights and all."""
    for name, layer in network.named_modules():
        if type(layer) is nn.BatchNorm2d:
            made = JointBatchNorm2d(layer.num_features, layer.eps, layer.momentum, layer.affine).to(
                next(layer.buffers()).device
            )
            made.load_state_dict(layer.state_dict())
            for parameter, given in zip(made.parameters(), layer.parameters(), strict=True):
                parameter.requires_grad = given.requires_grad
            network.set_submodule(name, made)
    return network


def apart(network: nn.Module) -> list[str]:
    """Return the kinds of batch norms that keep the statistics of their own process."""
    norms = (nn.modules.batchnorm._BatchNorm,)
    kinds = {type(layer) for layer in network.modules() if isinstance(layer, norms)}
    return sorted(kind.__name__ for kind in kinds - {JointBatchNorm2d, nn.SyncBatchNorm})
