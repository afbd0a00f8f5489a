"""What several seeds say of ERM beside mixup: paired differences with a t interval."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from scipy.stats import ttest_1samp

from mixup_demo.results import Floats

#: with fewer, an interval is so wide that it says nothing
LEAST = 3
CONFIDENCE = 0.95
#: differences that are nearer to each other are the same: accuracies are recorded as float32
ALIKE = 1e-6


def compare(scores: Mapping[str, Floats]) -> dict[str, Any] | None:
    """Return what is known over seeds; None with fewer than `LEAST`.

    Args:
        scores: measure -> (seeds, 2), of ERM and of mixup at the end, in pairs of one seed.

    Returns:
        n, the number of seeds; and measures: name -> erm and mixup (means), difference (mixup's
        less ERM's, mean) and its 95 % interval [low, high] over seeds, None where all differ by
        as much, as they do where both models are perfect.
    """
    n = len(next(iter(scores.values())))
    if n < LEAST:
        return None
    return {"n": n, "measures": {name: _measure(values) for name, values in scores.items()}}


def _measure(values: Floats) -> dict[str, Any]:
    erm, mixup = values.T
    apart = mixup - erm
    ends = None
    if np.ptp(apart) > ALIKE:
        found = ttest_1samp(apart, 0.0).confidence_interval(CONFIDENCE)
        ends = [float(found.low), float(found.high)]
    means = {"erm": erm.mean(), "mixup": mixup.mean(), "difference": apart.mean()}
    return {**{name: float(mean) for name, mean in means.items()}, "interval": ends}
