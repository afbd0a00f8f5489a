"""A training's two networks as a PyTorch file that holds their weights."""

import base64
from collections.abc import Sequence
from dataclasses import asdict
from string import Template
from textwrap import wrap

import numpy as np

from mixup_demo.toy.question import ToyQuestion
from mixup_demo.toy.results import MODELS, Points
from mixup_demo.toy.training import Layer

_ACTIVATIONS = {"relu": "ReLU", "tanh": "Tanh", "gelu": "GELU"}
_COLUMNS = 96

_FILE = Template('''\
"""Two networks of the mixup explorer's Toy view, with their weights, after step $step.

They were trained for this file with these settings:
$settings
On the places of the page's maps their probabilities differ by at most $apart from those of the
training that the page shows: processors add sums in orders of their own.

    python $name             # probabilities at a few places of the plane
"""

import base64

import torch
from torch import nn

SIZES = $sizes  # inputs, hidden units, classes
#: weights (inputs x outputs) and biases of each layer in turn, float32, little-endian
WEIGHTS = {
$weights
}


def network(name: str) -> nn.Sequential:
    """Return a network, "erm" or "mixup": places (N, 2) to logits (N, $classes)."""
    content = bytearray(base64.b64decode("".join(WEIGHTS[name])))
    numbers = torch.frombuffer(content, dtype=torch.float32)
    layers: list[nn.Module] = []
    for inputs, outputs in zip(SIZES, SIZES[1:]):
        linear = nn.Linear(inputs, outputs)
        own, numbers = numbers[: (inputs + 1) * outputs], numbers[(inputs + 1) * outputs :]
        weight, bias = own.view(inputs + 1, outputs).split([inputs, 1])
        linear.weight = nn.Parameter(weight.T.contiguous())
        linear.bias = nn.Parameter(bias[0].clone())
        layers += [linear, nn.$activation()]
    return nn.Sequential(*layers[:-1])


def probabilities(name: str, places: torch.Tensor) -> torch.Tensor:
    """Return the probability of each class at places (N, 2), as (N, $classes)."""
    with torch.no_grad():
        return network(name)(places).softmax(dim=1)


if __name__ == "__main__":
    places = torch.tensor([[0.0, 0.0], [0.5, 0.5], [-0.75, 0.25]])
    for model in WEIGHTS:
        print(model, probabilities(model, places).tolist())
''')


def file_name(asked: ToyQuestion) -> str:
    """Return what the file of a training is called."""
    return f"mixup_toy_{asked.dataset}.py"


def code(
    asked: ToyQuestion, points: Points, step: int, networks: Sequence[Sequence[Layer]], apart: float
) -> str:
    """Return the file.

    Args:
        asked: the settings.
        points: that were trained on.
        step: after which the networks are as they are.
        networks: the layers of ERM's network, and of mixup's.
        apart: by how much a probability differs at most from the training that the page shows.
    """
    known = {name: value for name, value in asdict(asked).items() if name != "points" or value}
    lines = [line for name, value in known.items() for line in wrap(f"{name}: {value}", _COLUMNS)]
    sizes = [len(networks[0][0].weight), *(len(layer.bias) for layer in networks[0])]
    return _FILE.substitute(
        step=step,
        settings="\n".join(f"  {line}" for line in lines),
        apart=f"{apart:.2g}",
        name=file_name(asked),
        sizes=sizes,
        classes=points.classes,
        activation=_ACTIVATIONS[asked.activation],
        weights="\n".join(
            _weights(name, layers) for name, layers in zip(MODELS, networks, strict=True)
        ),
    )


def _weights(name: str, layers: Sequence[Layer]) -> str:
    """Return a network's entry: base64 in lines that an editor can show."""
    numbers = np.concatenate([part.ravel() for layer in layers for part in layer]).astype("<f4")
    lines = wrap(base64.b64encode(numbers.tobytes()).decode(), _COLUMNS)
    return "\n".join([f'    "{name}": [', *(f'        "{line}",' for line in lines), "    ],"])
