"""What tests of trainings share: one that takes hundredths of a second, and PyTorch's own way."""

from typing import Any

from torch import nn

from mixup_demo.toy.networks import Stack
from mixup_demo.toy.question import ToyQuestion
from mixup_demo.views.toy.questions import toy_question

MODULES = {"relu": nn.ReLU, "tanh": nn.Tanh, "gelu": nn.GELU}


#: settings of a short training of small networks
SMALL = {"n": 40, "width": 8, "depth": 2, "steps": 60, "batch": 16}


def small(**more: Any) -> ToyQuestion:
    """Ask for a short training of small networks."""
    return toy_question({**SMALL, **more})


def ordinary(stack: Stack, model: int, activation: str) -> nn.Sequential:
    """Return one model of a stack as one would write it with PyTorch's own layers."""
    layers: list[nn.Module] = []
    for weight, bias in stack.layers:
        linear = nn.Linear(*weight.shape[1:])
        linear.load_state_dict({"weight": weight[model].T, "bias": bias[model, 0]})
        layers += [linear, MODULES[activation]()]
    return nn.Sequential(*layers[:-1])
