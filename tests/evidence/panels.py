"""All panels, of the real results and of made-up ones."""

from collections.abc import Callable
from functools import cache
from typing import Any

from mixup_demo.evidence import files, population
from mixup_demo.evidence.panel import Panel
from mixup_demo.evidence.panels import gathered
from tests.evidence import kit

NEEDED = (
    *("generalisation", "studies", "corrupted", "adversarial", "pgd", "pgd_transfer"),
    *(
        "corruptions",
        "calibration",
        "out_of_distribution",
        "confidence_seeds",
        "between",
        "equal_calibration",
        "jacobian",
        "smoothness_seeds",
        "gan",
        "gan_20000",
    ),
)


#: the panels in the order in which `panels` gives them, for tests that are named by them: making
#: panels takes seconds, which every process that collects the tests would take
NAMES = (
    *("generalisation", "corrupted", "adversarial", "corruptions", "calibration", "between", "gan"),
    *("population", "limits"),
)


def panels(read: Callable[[str], dict[str, Any]]) -> list[Panel]:
    """All panels, the limits last, from the results files that `read` gives by name."""
    found = gathered({name: read(name) for name in NEEDED})
    return [
        *found.panels,
        population.panel(read("population"), read("agreement"), read("equal_calibration")),
        found.limits,
    ]


@cache
def real_panels() -> list[Panel]:
    return panels(files.read)


@cache
def kit_panels() -> list[Panel]:
    return panels(lambda name: getattr(kit, name)())


def real_panel(name: str) -> Panel:
    return real_panels()[NAMES.index(name)]
