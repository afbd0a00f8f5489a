"""What decides a GAN's training, as data, and the random streams that follow from it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.random import Generator

#: α of the bundled GANs
ALPHAS = (0.0, 0.1, 0.2, 0.5, 1.0)
#: what a generator may minimise, see `Recipe.loss`
LOSSES = ("minimax", "nonsaturating")

#: names of fields in older files -> their present names
RENAMED = {"critic": "discriminator_steps"}

STREAMS = ("weights", "real", "latent", "mixing", "samples")


@dataclass(frozen=True)
class Recipe:
    """Everything that decides a training besides the hardware.

    The paper has three hidden layers of 512 units, batches of 128, five discriminator steps before
    each generator step, and Adam. The rest was chosen by a pilot on the plain GAN alone, so that
    mixup is not favoured: one seed that is in no results, 1,000 iterations, and the best sum over
    ring and grid of the share of covered modes times quality. With the defaults below it was
    8/8 · 0.41 + 9/25 · 0.79; it was less with 32 or 256 latent numbers, with rates of 3e-4 or 1e-4,
    and with β₁ = 0.9. The minimax loss, under which the plain GAN hardly learns, is the paper's
    formula.

    Attributes:
        dataset: a key of `gan.targets.TARGETS`.
        alphas: α of each GAN, the A of all shapes; 0 is the plain GAN.
        seed: of the weights, the real points, the latent vectors and λ.
        iterations: generator steps.
        discriminator_steps: made before each generator step.
        latent: numbers in a latent vector, from the normal distribution.
        width: units of a hidden layer.
        batch: points a step; of those that a discriminator sees, half are mixed with λ and half
            with 1 − λ, of as many pairs.
        rate: Adam's learning rate, of both networks.
        beta1, beta2: Adam's, of both networks.
        loss: what the generator minimises: −log D(G(z)), "nonsaturating", which Goodfellow et al.
            2014 recommend, or log(1 − D(G(z))), "minimax".
    """

    dataset: str
    alphas: tuple[float, ...]
    seed: int
    iterations: int
    discriminator_steps: int = 5
    latent: int = 2
    width: int = 512
    batch: int = 128
    rate: float = 1e-3
    beta1: float = 0.5
    beta2: float = 0.999
    loss: str = "nonsaturating"

    def as_dict(self) -> dict[str, Any]:
        """Return the fields by name, for JSON."""
        return {**asdict(self), "alphas": list(self.alphas)}


def present_names(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return a stored recipe with its fields' present names, in the same order."""
    return {RENAMED.get(name, name): value for name, value in stored.items()}


def stream(recipe: Recipe, purpose: str, iteration: int = 0) -> Generator:
    """Return the generator of one purpose (an item of `STREAMS`) in one iteration."""
    return np.random.default_rng([recipe.seed, iteration, STREAMS.index(purpose)])


def recorded(iterations: int, spaced: int = 24, even: int = 16) -> tuple[int, ...]:
    """Return after which iterations snapshots are taken: denser early, the first being 0.

    Args:
        iterations: of the whole training, at least 1; it is the last that is recorded.
        spaced: how many are spaced as a geometric series; close ones fall together.
        even: how many are spaced evenly. Powers of ten come on top, as in the paper's figure 5.
    """
    series = np.geomspace(1, iterations, spaced).round().astype(int)
    ruler = np.linspace(0, iterations, even).round().astype(int)
    tens = [10**power for power in range(1, len(str(iterations)))]
    return tuple(int(i) for i in np.unique([*series, *ruler, *tens]))
