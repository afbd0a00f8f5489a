"""A sweep with numbers that are easy to tell apart, the page's words, and services to watch."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from torch import nn

from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import ClassList, Comparison, ModelSpec
from mixup_demo.page.words import sentences, table
from mixup_demo.probes.smoothness import smoothness
from mixup_demo.results import Answers, Sweep
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.services import Services
from mixup_demo.views import VIEWS

CLASSES = ("ant", "bee", "cow", "dog")

#: all sentences of the page, key -> (English, Korean)
SENTENCES = sentences(VIEWS)


def words(language: str) -> dict[str, str]:
    """All sentences of one language."""
    return table(SENTENCES, language)


def comparison(keys: tuple[str, str] = ("erm", "mixup")) -> Comparison:
    """Two models that are only asked what they are."""
    size, classes = (32, 32), ClassList("animals", CLASSES)
    models = {
        key: ModelSpec(f"the {key}", classes, size, 0.0, f"digest of {key}", nn.Identity)
        for key in keys
    }
    return Comparison("animals", models)


class WithoutEngines(Services):
    """Services of which no model answers, so that every answer is one that is kept."""

    def engine(self, comparison: Comparison, device: str) -> Engine:
        """Fail."""
        raise AssertionError(f"{comparison.name} was asked")


class Counting(Services):
    """Services that note what is computed.

    Attributes:
        computed: the keys, each as often as it is.
    """

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.computed: list[Hashable] = []

    def cache(self, name: str, capacity: int) -> SingleFlight[Any]:
        """Return a cache that notes."""
        kept, computed = super().cache(name, capacity), self.computed

        class Noting(SingleFlight[Any]):
            def get(self, key: Hashable, compute: Callable[[], Any]) -> Any:
                return kept.get(key, lambda: (computed.append(key), compute())[1])

            def kept(self, key: Hashable) -> Any:
                return kept.kept(key)

        return Noting(capacity)


def sweep(labels: tuple[int, int] = (2, 1), gradients: bool = True) -> Sweep:
    """ERM jumps from B's class to A's at λ = 0.6; mixup follows the soft label, less 0.1."""
    lam = np.arange(101) / 100
    a, b = labels
    soft = lam[:, None] * np.eye(4)[a] + (1 - lam)[:, None] * np.eye(4)[b]
    jump = np.where(lam[:, None] >= 0.6, np.eye(4)[a], np.eye(4)[b])
    glide = 0.9 * soft + 0.1 * np.eye(4)[0]
    norms = {"erm": 3.0 + lam, "mixup": 1.0 + lam}
    return Sweep(
        lam=lam,
        applied=lam,
        soft_labels=soft,
        boxes=None,
        labels=labels,
        classes=CLASSES,
        method="mixup",
        seed=0,
        distance=10.0,
        answers={
            model: _answers(p, soft, lam, labels, norms[model] if gradients else None)
            for model, p in (("erm", jump), ("mixup", glide))
        },
        device="cpu",
        precision="fp32",
    )


def renamed(swept: Sweep, names: tuple[str, str]) -> Sweep:
    """The same answers, of models with other names."""
    return replace(swept, answers=dict(zip(names, swept.answers.values(), strict=True)))


def _answers(
    p: np.ndarray,
    soft: np.ndarray,
    lam: np.ndarray,
    labels: tuple[int, int],
    norm: np.ndarray | None,
) -> Answers:
    logs = np.log(np.maximum(p, 1e-9))
    return Answers(
        probabilities=p,
        gradient_norm=norm,
        confidence=p.max(axis=1),
        entropy=-(p * logs).sum(axis=1),
        loss=-(soft * logs).sum(axis=1),
        smoothness=smoothness(p, soft, lam, labels, 10.0, norm),
    )


def answered(ask: Callable[..., Any], services: Services, request: Mapping[str, Any]) -> Any:
    """What the page gets in the end: it asks again as long as its question waits for its turn."""
    while "waits" in (answer := ask(services, request)):
        pass
    return answer
