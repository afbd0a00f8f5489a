"""Sweeps, computed once for all who ask."""

from typing import Any

from mixup_demo.models import cost
from mixup_demo.models.devices import choose_device
from mixup_demo.probes.sweep import LAMBDAS
from mixup_demo.probes.sweep import sweep as probe_sweep
from mixup_demo.results import Sweep
from mixup_demo.serving.questions import SweepQuestion
from mixup_demo.serving.services import Services

CACHE, CACHED = "sweeps", 512


def sweep(services: Services, asked: SweepQuestion) -> Sweep:
    """Return the sweep, computed once for identical questions, also for those in flight.

    Raises:
        InputError: "error.cost", it is too much for this machine.
    """
    found: Sweep = services.cache(CACHE, CACHED).get(asked.key, lambda: _compute(services, asked))
    return found


def remember(services: Services, asked: SweepQuestion, answered: Sweep) -> None:
    """Put a sweep that was computed earlier into the cache."""
    services.cache(CACHE, CACHED).get(asked.key, lambda: answered)


def _compute(services: Services, asked: SweepQuestion) -> Sweep:
    passes = len(LAMBDAS) * (1 + cost.GRADIENT)
    cost.check(passes * asked.comparison.gflop, choose_device(asked.device))
    a, b = (picture.input for picture in asked.pictures)
    engine = services.engine(asked.comparison, asked.device)
    label_a, label_b = asked.labels
    return probe_sweep(engine, a, b, label_a, label_b, asked.method, asked.seed)


def smoothness(swept: Sweep) -> dict[str, dict[str, Any]]:
    """Return the measures of the line by model and name."""
    return {model: vars(answers.smoothness).copy() for model, answers in swept.answers.items()}
