"""What every evaluation works with: the trained models, the data, and the models' answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mixup_demo.evaluation.intervals import Bootstrap
from mixup_demo.models.comparisons import COMPARISONS
from mixup_demo.models.engine import Engine, Singles
from mixup_demo.models.manifest import MANIFEST, WeightsError
from mixup_demo.models.spec import Comparison
from mixup_demo.models.zoo import Zoo
from mixup_demo.results import Floats
from mixup_demo.training.data import Dataset
from mixup_demo.training.recipe import Recipe

#: images that are asked about at once: bounds the memory that they take as floats
CHUNK = 1000

#: the two models that differ in mixup and in nothing else, by role
PAIR = next(iter(COMPARISONS.values()))

Bools = NDArray[np.bool_]
Value = TypeVar("Value")


@dataclass(frozen=True)
class Sizes:
    """Sample sizes of the evaluations; tests use smaller ones.

    Attributes:
        attacked: test images that are attacked.
        strongly: test images that are attacked from several starts.
        corrupted: test images that are corrupted.
        pairs: test pairs on whose path models answer.
        calibrated: of these, pairs that equally calibrated models answer, too.
        costly: of `calibrated`, those on which networks of several seeds are attacked and have
            their Jacobians taken, which costs most.
        thickness: of `pairs`, those whose A an attack moves towards B's class.
        planes: triples of test images whose plane is looked at.
        resolution: points a side of a plane.
        learned: training images whose error is measured.
        outside: images of each set that is out of distribution.
        resamples: of the bootstrap.
        repeats: cross-validations of each table.
        lengths: epochs after which networks on tables are tested, rising.
    """

    attacked: int = 2000
    strongly: int = 500
    corrupted: int = 2000
    pairs: int = 1000
    calibrated: int = 150
    costly: int = 50
    thickness: int = 500
    planes: int = 200
    resolution: int = 50
    learned: int = 10_000
    outside: int = 1000
    resamples: int = 2000
    repeats: int = 10
    lengths: tuple[int, ...] = (10, 100)


class Material:
    """Models, data, seed and sizes of one run; answers to the test images are computed once.

    Args:
        data: labelled images.
        zoo: the models.
        device: what computes.
        sizes: how much is looked at.
        seed: of all draws.
        pair: the two models that are compared, by role; without it the bundled ones.

    Raises:
        WeightsError: there is no readable manifest.
    """

    def __init__(
        self,
        data: Dataset,
        zoo: Zoo,
        device: torch.device,
        sizes: Sizes | None = None,
        seed: int = 0,
        pair: Mapping[str, str] = PAIR,
    ) -> None:
        self.pair = pair
        self.data, self.zoo, self.device = data, zoo, device
        self.sizes, self.seed = sizes or Sizes(), seed
        self.manifest = zoo.manifest
        self.labels = data.test_labels.numpy()
        self.bootstrap = self.bootstrap_for("bootstrap")
        self._engines: dict[tuple[tuple[str, str], ...], Engine] = {}
        self._kept: dict[str, Any] = {}

    @property
    def folder(self) -> Path:
        """The folder of the models and of what is known of their training."""
        return self.zoo.folder or Path()

    @property
    def precision(self) -> str:
        """Number format of the inner layers of what was asked, "bf16" where any used it."""
        return min(engine.precision for engine in self._engines.values())

    def bootstrap_for(self, purpose: str) -> Bootstrap:
        """Return the bootstrap that draws anew for a purpose, independent of all others."""
        return Bootstrap((self.seed, *purpose.encode()), self.sizes.resamples)

    def rng(self, purpose: str) -> np.random.Generator:
        """Return the generator of one purpose: what else is evaluated changes nothing in it."""
        return np.random.default_rng((self.seed, *purpose.encode()))

    def once(self, name: str, compute: Callable[[], Value]) -> Value:
        """Return `compute()`, cached by name for all evaluations."""
        if name not in self._kept:
            self._kept[name] = compute()
        kept: Value = self._kept[name]
        return kept

    def present(self, names: Iterable[str]) -> list[str]:
        """Return those of the models that are trained, in the order given."""
        return [name for name in names if name in self.manifest]

    def recipe(self, name: str) -> Recipe:
        """Return what a model was trained with."""
        return Recipe(**self.manifest[name]["recipe"])

    def epochs(self, name: str) -> int | None:
        """Return how long a model was trained, None where that is not known."""
        return self.recipe(name).epochs if name in self.manifest else None

    def engine(self, names: Mapping[str, str]) -> Engine:
        """Return the models of the names, each under its role; a second call loads nothing.

        Raises:
            WeightsError: weights are missing or damaged.
            ValueError: a model was trained on other classes than the data's.
        """
        key = tuple(names.items())
        if key not in self._engines:
            for name in names.values():
                self._check_classes(name)
            models = {role: self.zoo.model(name) for role, name in names.items()}
            comparison = Comparison(" and ".join(names.values()), models)
            self._engines[key] = Engine(comparison, self.device)
        return self._engines[key]

    def _check_classes(self, name: str) -> None:
        classes = self.zoo.model(name).classes.names
        if classes != self.data.classes:
            raise ValueError(
                f"{name} was trained on the classes {classes}, but the data has "
                f"{self.data.classes}: name the model's own data with --data."
            )

    def ask(self, name: str, images: Tensor | Singles) -> Singles:
        """Return a model's log-probabilities (N, K).

        Args:
            name: of the model.
            images: (N, 3, S, S), uint8 tensor or float32 in [0, 1].
        """
        engine = self.engine({name: name})
        starts = range(0, len(images), CHUNK)
        parts = (as_input(images[start : start + CHUNK]) for start in starts)
        return np.concatenate([engine.respond(part)[name].log_probabilities for part in parts])

    def answers(self, name: str) -> Singles:
        """Return a model's log-probabilities of the test images, (N, K)."""
        return self.once(f"answers of {name}", lambda: self.ask(name, self.data.test_images))

    def wrong(self, name: str) -> Bools:
        """Return which test images a model answers wrongly, (N,)."""
        return wrong(self.answers(name), self.labels)

    def draw(self, purpose: str, n: int, wanted: int) -> NDArray[np.intp]:
        """Return the numbers of `wanted` of n images, rising; all n where there are no more."""
        return np.sort(self.rng(purpose).permutation(n)[:wanted])


def as_input(images: Tensor | Singles) -> Singles:
    """Return images as networks take them: float32 in [0, 1], from uint8 where they are tensors."""
    return images.float().div(255).numpy() if isinstance(images, Tensor) else images


def wrong(answers: Floats, labels: NDArray[Any]) -> Bools:
    """Return which answers (N, K) are not the label, (N,)."""
    differing: Bools = answers.argmax(axis=1) != labels
    return differing


def method_of(recipe: Recipe) -> tuple[str, float]:
    """Return a recipe's method, as results name it, and its α: 0 where there is none."""
    if recipe.cutmix_alpha:
        method, alpha = "cutmix", recipe.cutmix_alpha
    elif recipe.alpha:
        method, alpha = "mixup", recipe.alpha
    else:
        method, alpha = "smoothing" if recipe.label_smoothing else "erm", 0.0
    return f"{method}-dropout" if recipe.dropout else method, alpha


def lacking(material: Material, names: Iterable[str]) -> WeightsError:
    """Return the error to raise when an evaluation has no trained model."""
    listed = ", ".join(names)
    return WeightsError(
        f"{material.folder / MANIFEST} has too few of the models {listed}. "
        "Train them with: python -m mixup_demo.train --all"
    )
