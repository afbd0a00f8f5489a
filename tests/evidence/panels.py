"""All panels, of the real results and of made-up ones."""

from collections.abc import Callable
from typing import Any

from mixup_demo.evidence import (
    adversarial,
    between,
    calibration,
    corrupted,
    corruptions,
    files,
    gan_panel,
    generalisation,
    limits,
    population,
)
from mixup_demo.evidence.panel import Panel, paper
from tests.evidence import kit


def panels(read: Callable[[str], dict[str, Any]]) -> list[Panel]:
    """All panels, the limits last, from the results files that `read` gives by name."""
    claims = [
        generalisation.panel(read("generalisation"), paper(), read("studies")),
        corrupted.panel(read("corrupted"), paper(), read("studies")),
        adversarial.panel(read("adversarial"), paper(), read("pgd")),
        corruptions.panel(read("corruptions")),
        calibration.panel(read("calibration"), read("out_of_distribution")),
        between.panel(read("between"), read("equal_calibration"), read("jacobian")),
        gan_panel.panel(read("gan")),
    ]
    return [*claims, population.panel(read("population")), limits.panel(claims, paper())]


def real_panels() -> list[Panel]:
    return panels(files.read)


def kit_panels() -> list[Panel]:
    return panels(lambda name: getattr(kit, name)())
