"""Perceptrons of one shape, stacked: A networks are one batched computation.

A network has three hidden layers with ReLU, as in the mixup paper's GANs. The A networks of a stack
start with the same weights and never meet: each slice of a batched product has its own numbers, so
that one network's overflow stays its own.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

import torch
import torch.nn.functional as F
from numpy.random import Generator
from torch import Tensor
from torch.optim.adam import adam

HIDDEN_LAYERS = 3


class Stack:
    """A networks with the same initial weights.

    Args:
        count: A.
        sizes: numbers of units from the input to the output.
        rng: source of the weights, uniform in ±1/√(units below), as `torch.nn.Linear` has them.
        dtype: in which layers between hidden units are multiplied. The layers that read or write
            points of the plane, or logits, are always fp32: bf16 has steps of 1/128 at 1, about
            half the spread of the modes. Weights and their updates are fp32 too.

    Attributes:
        parameters: weights (A, below, above) and biases (A, 1, above), by turns, bottom up.
    """

    def __init__(
        self, count: int, sizes: tuple[int, ...], rng: Generator, dtype: torch.dtype
    ) -> None:
        self._dtype = dtype
        self.parameters: list[Tensor] = []
        for below, above in pairwise(sizes):
            bound = 1 / math.sqrt(below)
            for shape in ((below, above), (1, above)):
                drawn = torch.from_numpy(rng.uniform(-bound, bound, shape)).float()
                self.parameters.append(drawn.repeat(count, 1, 1).requires_grad_())

    def __call__(self, inputs: Tensor, frozen: bool = False, exact: bool = False) -> Tensor:
        """Return the outputs (A, N, last) of inputs (A, N, first).

        Args:
            inputs: float32.
            frozen: let no gradient reach the weights.
            exact: multiply everything in fp32.
        """
        dtype = torch.float32 if exact else self._dtype
        layers = list(zip(self.parameters[::2], self.parameters[1::2], strict=True))
        hidden = inputs
        for number, (weight, bias) in enumerate(layers):
            if frozen:
                weight, bias = weight.detach(), bias.detach()
            # the plane has two coordinates, a logit is one
            narrow = min(weight.shape[1:]) <= 2
            own = torch.float32 if narrow else dtype
            hidden = torch.baddbmm(bias.to(own), hidden.to(own), weight.to(own))
            if number < len(layers) - 1:
                hidden = F.relu_(hidden.to(dtype))
        return hidden


class Adam:
    """Adam (Kingma and Ba 2015), as torch has it but for the class around it.

    Making the first `torch.optim.Adam` of a process loads torch's compiler, which takes two seconds
    and would be the first thing that a visitor waits for.

    Args:
        parameters: what is optimised, in place.
        rate: learning rate.
        betas: of the means of the gradient and of its square.
    """

    def __init__(self, parameters: list[Tensor], rate: float, betas: tuple[float, float]) -> None:
        self._parameters, self._rate, self._betas = parameters, rate, betas
        self._means = [torch.zeros_like(one) for one in parameters]
        self._squares = [torch.zeros_like(one) for one in parameters]
        self._steps = [torch.zeros(()) for _ in parameters]

    @torch.no_grad()
    def step(self, gradients: Sequence[Tensor]) -> None:
        """Move the parameters.

        Args:
            gradients: of each parameter, in their order.
        """
        adam(
            self._parameters,
            list(gradients),
            self._means,
            self._squares,
            max_exp_avg_sqs=[],
            state_steps=self._steps,
            fused=True,
            amsgrad=False,
            beta1=self._betas[0],
            beta2=self._betas[1],
            lr=self._rate,
            weight_decay=0.0,
            eps=1e-8,
            maximize=False,
        )

    @property
    def state(self) -> list[Tensor]:
        """What changes from step to step, as it is now."""
        return [*self._means, *self._squares, *self._steps]


def sizes(first: int, width: int, last: int) -> tuple[int, ...]:
    """Return a network's numbers of units."""
    return (first, *(width,) * HIDDEN_LAYERS, last)
