"""Small networks as one: the weights of M equal ones stacked, answers and gradients by hand.

One product of stacks replaces M small ones, and nothing is recorded to be differentiated later: at
these sizes that bookkeeping costs more than the arithmetic. The derivatives are checked against
PyTorch's own in the tests.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import torch
from torch import Generator, Tensor


class Activation(NamedTuple):
    """A nonlinearity, and the gradient of its input from that of its output, input and output."""

    apply: Callable[[Tensor], Tensor]
    backward: Callable[[Tensor, Tensor, Tensor], Tensor]


_ATEN = torch.ops.aten

ACTIVATIONS = {
    "relu": Activation(torch.relu, lambda grad, z, h: _ATEN.threshold_backward(grad, h, 0)),
    "tanh": Activation(torch.tanh, lambda grad, z, h: _ATEN.tanh_backward(grad, h)),
    "gelu": Activation(
        torch.nn.functional.gelu,
        lambda grad, z, h: _ATEN.gelu_backward(grad, z, approximate="none"),
    ),
}


class Trace(NamedTuple):
    """What a forward pass leaves for the way back.

    Attributes:
        inputs: of each layer, (M, N, its inputs).
        outputs: of each layer before the nonlinearity; the last are the logits, (M, N, K).
    """

    inputs: list[Tensor]
    outputs: list[Tensor]

    @property
    def logits(self) -> Tensor:
        """The last layer's outputs, (M, N, K)."""
        return self.outputs[-1]


class Stack:
    """M fully connected networks of one shape, which start from the same weights.

    Args:
        sizes: inputs, units of each hidden layer, classes.
        models: M.
        activation: a key of `ACTIVATIONS`.
        generator: draws one network's weights and biases, uniform within ± 1 / √inputs of the
            layer, as `torch.nn.Linear` does.

    Attributes:
        values: all weights and biases of all models, one row of numbers.
        gradient: the like, filled by `backward`.
        layers: weights (M, inputs, outputs) and biases (M, 1, outputs), views into `values`.
    """

    def __init__(
        self, sizes: list[int], models: int, activation: str, generator: Generator
    ) -> None:
        shapes = list(pairwise(sizes))
        self.values = torch.empty(sum(models * (a + 1) * b for a, b in shapes))
        self.gradient = torch.zeros_like(self.values)
        self.layers = list(_views(self.values, shapes, models))
        self._gradients = list(_views(self.gradient, shapes, models))
        self._activation = ACTIVATIONS[activation]
        for (inputs, _), layer in zip(shapes, self.layers, strict=True):
            for part in layer:
                bound = inputs**-0.5
                part.copy_(torch.empty(part.shape[1:]).uniform_(-bound, bound, generator=generator))

    def forward(self, x: Tensor) -> Trace:
        """Ask all models about their own points, (M, N, 2)."""
        trace = Trace([x], [])
        for weight, bias in self.layers[:-1]:
            trace.outputs.append(torch.baddbmm(bias, trace.inputs[-1], weight))
            trace.inputs.append(self._activation.apply(trace.outputs[-1]))
        weight, bias = self.layers[-1]
        trace.outputs.append(torch.baddbmm(bias, trace.inputs[-1], weight))
        return trace

    def backward(self, trace: Trace, grad: Tensor) -> None:
        """Fill `gradient`, given the gradient with respect to the logits, (M, N, K)."""
        for index in range(len(self.layers) - 1, -1, -1):
            weight, bias = self._gradients[index]
            torch.bmm(trace.inputs[index].mT, grad, out=weight)
            torch.sum(grad, 1, keepdim=True, out=bias)
            if index:
                grad = self._through(trace, grad, index)

    def input_gradient(self, trace: Trace, grad: Tensor) -> Tensor:
        """Return the gradient with respect to the points, (M, N, 2), given that of the logits."""
        for index in range(len(self.layers) - 1, 0, -1):
            grad = self._through(trace, grad, index)
        return torch.bmm(grad, self.layers[0][0].mT)

    def _through(self, trace: Trace, grad: Tensor, index: int) -> Tensor:
        """Lead the gradient from the outputs of a layer to those of the layer before."""
        below = torch.bmm(grad, self.layers[index][0].mT)
        return self._activation.backward(below, trace.outputs[index - 1], trace.inputs[index])


def _views(
    numbers: Tensor, shapes: list[tuple[int, int]], models: int
) -> "list[tuple[Tensor, Tensor]]":
    """Return each layer's weights and biases as views into one row of numbers."""
    lengths = [models * length for a, b in shapes for length in (a * b, b)]
    parts = numbers.split(lengths)
    return [
        (weight.view(models, a, b), bias.view(models, 1, b))
        for (a, b), weight, bias in zip(shapes, parts[::2], parts[1::2], strict=True)
    ]


class Adam:
    """Adam (Kingma and Ba 2015) with PyTorch's defaults, on one row of numbers in place.

    Args:
        values: what is optimised.
        rate: learning rate.
        decay: weight decay, as a gradient of decay / 2 · ‖values‖².
    """

    BETAS = (0.9, 0.999)
    EPSILON = 1e-8

    def __init__(self, values: Tensor, rate: float, decay: float) -> None:
        self._values, self._rate, self._decay = values, rate, decay
        self._mean, self._square = torch.zeros_like(values), torch.zeros_like(values)
        self._steps = 0

    def step(self, gradient: Tensor) -> None:
        """Move the values; changes the gradient where there is decay."""
        self._steps += 1
        if self._decay:
            gradient.add_(self._values, alpha=self._decay)
        first, second = self.BETAS
        self._mean.lerp_(gradient, 1 - first)
        self._square.mul_(second).addcmul_(gradient, gradient, value=1 - second)
        spread = self._square.sqrt().div_((1 - second**self._steps) ** 0.5).add_(self.EPSILON)
        self._values.addcdiv_(self._mean, spread, value=-self._rate / (1 - first**self._steps))


class Sgd:
    """Gradient descent with momentum 0.9, as the paper trains its networks; arguments as `Adam`."""

    MOMENTUM = 0.9

    def __init__(self, values: Tensor, rate: float, decay: float) -> None:
        self._values, self._rate, self._decay = values, rate, decay
        self._velocity = torch.zeros_like(values)

    def step(self, gradient: Tensor) -> None:
        """Move the values; changes the gradient where there is decay."""
        if self._decay:
            gradient.add_(self._values, alpha=self._decay)
        self._velocity.mul_(self.MOMENTUM).add_(gradient)
        self._values.add_(self._velocity, alpha=-self._rate)


OPTIMISERS: dict[str, Callable[[Tensor, float, float], Adam | Sgd]] = {"adam": Adam, "sgd": Sgd}
