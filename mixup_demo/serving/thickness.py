"""Adversarial thickness of one line, computed once for all who ask."""

from collections.abc import Mapping

from mixup_demo.models import cost
from mixup_demo.probes.sweep import LAMBDAS
from mixup_demo.probes.thickness import STEPS, adversarial_thickness
from mixup_demo.serving.questions import SweepQuestion
from mixup_demo.serving.services import Services

CACHE, CACHED = "thicknesses", 1024

#: how often it takes an image through the models
PASSES = STEPS * (1 + cost.GRADIENT) + len(LAMBDAS)

#: by model
Thickness = Mapping[str, float]


def thickness(services: Services, asked: SweepQuestion) -> Thickness:
    """Return the adversarial thickness from A towards B's class, by model."""
    found: Thickness = services.cache(CACHE, CACHED).get(
        asked.key, lambda: _compute(services, asked)
    )
    return found


def remember(services: Services, asked: SweepQuestion, answered: Thickness) -> None:
    """Put what was computed earlier into the cache."""
    services.cache(CACHE, CACHED).get(asked.key, lambda: answered)


def _compute(services: Services, asked: SweepQuestion) -> Thickness:
    engine, (label_a, label_b) = services.engine(asked.comparison, asked.device), asked.labels
    found = adversarial_thickness(engine, asked.pictures[0].input[None], [label_a], [label_b])
    return {model: float(values[0]) for model, values in found.items()}
