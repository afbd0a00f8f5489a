"""How typical one line or plane is: where its difference between two models lies among many."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from mixup_demo.evidence.population_file import measures, percentile, significant
from mixup_demo.results import PlaneMeasures, Smoothness

#: the percentile rank of the median
MIDDLE = 50.0


def distance_from_typical(
    erm: Smoothness | PlaneMeasures, mixup: Smoothness | PlaneMeasures, results: Mapping[str, Any]
) -> float:
    """Return the mean distance of the differences mixup − ERM from their medians, in ranks.

    For each measure: how far the difference's percentile rank among those of the population is
    from 50. 0 is typical in every measure, 50 the most unusual in each. Measures that the
    population does not have, or that have no value here, do not count.

    Args:
        erm, mixup: measures of one line, or of one plane.
        results: the file "population".

    Raises:
        ValueError: no measure is in the population.
    """
    found = measures(results)
    ranks = []
    for name, value in vars(erm).items():
        other = getattr(mixup, name)
        if name not in found or value is None or other is None:
            continue
        column = [np.asarray(found[name][model], float) for model in ("mixup", "erm")]
        differences = [significant(one) for one in (column[0] - column[1]).tolist()]
        ranks.append(percentile(differences, other - value))
    if not ranks:
        raise ValueError("None of these measures is in the population: measure it anew.")
    return float(np.mean(np.abs(np.array(ranks) - MIDDLE)))
