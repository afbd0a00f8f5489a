"""On how much of a plane networks agree that differ in their seed alone, or in mixup alone.

It is the yardstick for how far ERM and mixup agree: two trainings of one kind disagree, too.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.evaluation.answers import Material, as_input
from mixup_demo.evaluation.pairs import SEVERAL, several
from mixup_demo.evaluation.population import draw_triples
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.evidence.population_file import SEEDS
from mixup_demo.probes.plane import plane
from mixup_demo.probes.plane_measures import agreement

#: of the measures' points a side, which many planes need less than one
COARSER = 2

#: names of two networks that are compared
Two = tuple[str, str]


def evaluate(material: Material) -> Findings:
    """Compare the networks of several seeds on the planes of the population.

    Raises:
        WeightsError: fewer than two seeds of the group are trained.
    """
    names, triples = several(material), draw_triples(material)
    kinds = _kinds(names)
    resolution = material.sizes.resolution // COARSER
    seen = [
        _plane(material, kinds, triple, resolution) for triple in progress(list(triples), SEEDS)
    ]
    return Findings(
        n=len(triples),
        models=[name for of in names.values() for name in of],
        values={
            **{"group": SEVERAL, "seeds": len(names["erm"]), "resolution": resolution},
            "kinds": {
                kind: _summary(material, np.array([one[kind] for one in seen])) for kind in kinds
            },
        },
    )


def _kinds(names: Mapping[str, Sequence[str]]) -> dict[str, list[Two]]:
    """Return which networks are compared: of each role with each other, and of each seed."""
    erm, mixup = names["erm"], names["mixup"]
    return {
        "erm": list(combinations(erm, 2)),
        "mixup": list(combinations(mixup, 2)),
        "methods": list(zip(erm, mixup, strict=True)),
    }


def _plane(
    material: Material, kinds: Mapping[str, list[Two]], triple: NDArray[np.intp], resolution: int
) -> dict[str, list[float]]:
    """Return by kind on how much of a plane the networks of each comparison agree."""
    a, b, c = material.labels[triple].tolist()
    names = {name: name for of in kinds.values() for two in of for name in two}
    images = as_input(material.data.test_images[triple])
    answers = plane(material.engine(names), images, (a, b, c), resolution).answers
    return {
        kind: [agreement([answers[name].classes for name in two]) for two in of]
        for kind, of in kinds.items()
    }


def _summary(material: Material, shares: NDArray[np.float64]) -> dict[str, Any]:
    """Return the mean over planes and comparisons of (planes, comparisons), and its interval.

    The interval is over planes: it holds for these networks.
    """
    return {
        "by_comparison": shares.mean(axis=0),
        "mean": shares.mean(),
        "interval": material.bootstrap.of_mean(shares.mean(axis=1)),
    }
