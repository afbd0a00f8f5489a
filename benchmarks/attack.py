"""Live attacks, all budgets of one image on both models, against the ordinary way.

python -m benchmarks.attack
"""

import argparse
from collections.abc import Iterator
from functools import partial

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from benchmarks.photos import smooth_jpeg
from benchmarks.sweep import ORDINARY_REPEATS, Row, machine
from benchmarks.timing import median_ms
from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import read_image
from mixup_demo.models.devices import choose_device
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import Comparison
from mixup_demo.models.zoo import Zoo
from mixup_demo.probes.attack_methods import STEPS
from mixup_demo.probes.attacks import EPSILONS, LEVEL, attack_sweep
from mixup_demo.serving.services import Services

LABEL = 0


def ordinary_attack(
    pair: Comparison, source: nn.Module | None, image: np.ndarray, method: str
) -> None:
    """Attack as one would write it first: one budget and one model at a time, in fp32."""
    clean, label = torch.from_numpy(image)[None], torch.tensor([LABEL])
    networks = [model.load() for model in pair.models.values()]
    for budget in (EPSILONS * LEVEL).tolist():
        for taken, asked in [(source, networks)] if source else [(n, [n]) for n in networks]:
            shown = climbed(taken, clean, label, budget, STEPS[method]) if budget else clean
            for network in asked:
                with torch.no_grad():
                    network(shown).softmax(dim=1).numpy()


def climbed(
    network: nn.Module, clean: torch.Tensor, label: torch.Tensor, budget: float, steps: int
) -> torch.Tensor:
    """Return the adversarial image of one budget."""
    shown = clean
    for _ in range(steps):
        shown = shown.detach().requires_grad_()
        (gradient,) = torch.autograd.grad(cross_entropy(network(shown), label), shown)
        shown = shown.detach() + budget / steps * gradient.sign()
        shown = shown.clamp(clean - budget, clean + budget).clamp(0, 1)
    return shown


def attack_rows(pair: Comparison, engine: Engine, repeats: int) -> Iterator[Row]:
    """Yield times of attacks with all budgets, and their ratios to the ordinary way."""
    image = to_input(read_image(smooth_jpeg(0)), (32, 32))
    services = Services()
    third = services.zoo.black_box(pair)
    black_box = (services.source(third, "cpu"), third.load())
    for method in STEPS:
        for box, (source, network) in (("white", (None, None)), ("black", black_box)):
            ours = partial(attack_sweep, engine, source, image, LABEL, method)
            ordinary = partial(ordinary_attack, pair, network, image, method)
            time_ms, ordinary_ms = median_ms(ours, repeats), median_ms(ordinary, ORDINARY_REPEATS)
            yield Row(f"{method}, {box} box, {len(EPSILONS)} budgets", time_ms, "ms")
            yield Row(f"the ordinary way, {method}, {box} box", ordinary_ms, "ms")
            yield Row(f"ratio, {method}, {box} box", ordinary_ms / time_ms, "times")


def main() -> None:
    """Print the table: figure and unit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=15, help="of which the median is taken")
    repeats = parser.parse_args().repeats
    print(machine())
    pair = Zoo().comparison("cifar10")
    for row in attack_rows(pair, Engine(pair, choose_device("cpu")), repeats):
        print(row, flush=True)


if __name__ == "__main__":
    main()
