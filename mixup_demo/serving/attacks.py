"""Attacks with every budget, computed once for all who ask."""

from mixup_demo.models import cost
from mixup_demo.models.devices import choose_device
from mixup_demo.probes.attack_methods import STEPS
from mixup_demo.probes.attacks import EPSILONS, attack_sweep
from mixup_demo.results import Attack
from mixup_demo.serving.questions import AttackQuestion
from mixup_demo.serving.services import Services

CACHE, CACHED = "attacks", 256


def attack(services: Services, asked: AttackQuestion) -> Attack:
    """Return the attack with every budget, computed once for identical questions.

    Raises:
        InputError: "error.cost", it is too much for this machine.
    """
    found: Attack = services.cache(CACHE, CACHED).get(asked.key, lambda: _compute(services, asked))
    return found


def _compute(services: Services, asked: AttackQuestion) -> Attack:
    passes = len(EPSILONS) * (1 + STEPS[asked.method] * (1 + cost.GRADIENT))
    cost.check(passes * asked.comparison.gflop, choose_device(asked.device))
    source = services.source(asked.source, asked.device) if asked.source else None
    engine = services.engine(asked.comparison, asked.device)
    return attack_sweep(engine, source, asked.picture.input, asked.label, asked.method)
