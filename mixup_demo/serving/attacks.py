"""Attacks with every budget, computed once for all who ask.

A newer request of the same visitor ends the older one; others who wait for the same attack take its
computation over.
"""

from mixup_demo.models import cost
from mixup_demo.models.devices import choose_device
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.attacks import EPSILONS, attack_sweep, passes
from mixup_demo.probes.chunks import Stop, never
from mixup_demo.results import Attack
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.questions import AttackQuestion
from mixup_demo.serving.services import Services
from mixup_demo.serving.stopping import unless_stopped

CACHE, CACHED = "attacks", 256


def attack(services: Services, asked: AttackQuestion, stop: Stop = never) -> Attack:
    """Return the attack with every budget, computed once for identical questions.

    Args:
        services: what requests share.
        asked: the question.
        stop: whether this caller shall stop.

    Raises:
        InputError: "error.cost", it is too much for this machine.
        StoppedError: `stop` said so.
    """
    kept: SingleFlight[Attack] = services.cache(CACHE, CACHED)
    return unless_stopped(kept, asked.key, lambda: _compute(services, asked, stop), stop)


def at_hand(services: Services, asked: AttackQuestion) -> bool:
    """Return whether the attack is known."""
    return services.cache(CACHE, CACHED).kept(asked.key) is not None


def gflop(comparison: Comparison, method: str) -> float:
    """Return the arithmetic of an attack with every budget, and of the answers."""
    return len(EPSILONS) * (1 + passes(method)) * comparison.gflop


def _compute(services: Services, asked: AttackQuestion, stop: Stop) -> Attack:
    cost.check(gflop(asked.comparison, asked.method), choose_device(asked.device))
    source = services.source(asked.source, asked.device) if asked.source else None
    engine = services.engine(asked.comparison, asked.device)
    image = asked.picture.input
    return attack_sweep(engine, source, image, asked.label, asked.method, stop)
