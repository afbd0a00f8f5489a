"""When a claim counts as supported: every rule by which the Evidence view judges, in one place.

A comparison is "better" or "worse" of mixup where the whole 95 % interval of the difference, over
the unit that is stated beside it, says so, and "open" elsewhere. From comparisons follows what
becomes of a claim:

- Several comparisons of one claim: the claim follows more than half of them, else it is open.
- The strongest attack decides about robustness, at the budgets that leave one of the models at
  least `LEFT` of its answers. With another network's gradient, each of its sources and budgets is a
  comparison, corrected for their number (Holm).
- Robustness, to attacks and to common corruptions, is tested on one pair of networks, over images,
  and over seeds of its network and of a smaller one: where these do not say the same, it is open.
- Each kind of corruption is a comparison of its own; of each test, the kinds' intervals are
  corrected for their number (Holm). A further test is the learning curves' network, over images:
  of a kind, most numbers of training images decide, corrected for these and the kinds (Holm).
- Where smoothness is meant, both models are equally calibrated first, and intervals are corrected
  for the number of measures (Holm). It is tested like robustness: on one pair, over images, and
  over seeds of both networks.
- Calibration, and whether unfamiliar images are told apart, depend on how sure ERM is of itself:
  asked are one pair over images, both networks over seeds, and the learning curves' network over
  images at each number of images. Of each, the differences are corrected for the number of kinds
  of images and numbers of images (Holm). Where these do not say the same, it is open.
- Each comparison of GANs, of losses, targets and measures, is corrected for their number (Holm).
- Whether the test error falls is judged over seeds, by every number of images of the learning
  curves' network, by the page's network on all images, and by a small CNN's pairs of few images,
  each of at least `SEEDS` trainings of both; intervals are corrected for the number of these
  comparisons (Holm). Where the three networks do not say the same, it is open.
- Corrupted labels are judged over seeds by the error at the end, by that at each method's best
  epoch, as if both were stopped in time, and against ERM with dropout: each corrected for the
  number of shares and networks (Holm). Where the three do not say the same, it is open.
- Fewer than `SEEDS` trainings decide nothing about trainings. An interval that reaches beyond what
  is possible ends there.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scipy.special import stdtr, stdtrit

BETTER, WORSE, OPEN = "better", "worse", "open"

#: share of right answers without which a budget tells nothing about two models
LEFT = 0.05
#: trainings without which nothing is said about trainings
SEEDS = 3
#: the level of all tests, and how many standard errors its interval reaches to each side
LEVEL, REACH = 0.05, 1.959964


def verdict(interval: Sequence[float], neutral: float = 0, smaller_is_better: bool = True) -> str:
    """Return "better" or "worse" of mixup if the whole interval says so, else "open"."""
    low, high = interval
    below, above = high < neutral, low > neutral
    better, worse = (below, above) if smaller_is_better else (above, below)
    return BETTER if better else WORSE if worse else OPEN


def majority(verdicts: Iterable[str]) -> str:
    """Return what more than half of the comparisons say, "open" where there is no such half."""
    found = tuple(verdicts)
    for one in (BETTER, WORSE):
        if 2 * found.count(one) > len(found):
            return one
    return OPEN


def agreed(*said: str) -> str:
    """Return what all tests of one claim say, "open" where they do not say the same."""
    return said[0] if len(set(said)) == 1 else OPEN


def telling(attacks: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the attacks, in their order, that leave ERM or mixup `LEFT` of its answers right.

    Args:
        attacks: each with the models' "error", a share, under "erm" and "mixup".
    """
    return [one for one in attacks if min(one[m]["error"] for m in ("erm", "mixup")) <= 1 - LEFT]


def p_value(difference: float, interval: Sequence[float]) -> float:
    """Return the two-sided p of a mean difference whose 95 % interval is near that of a normal."""
    low, high = interval
    error = (high - low) / (2 * REACH)
    if not error:
        return 0.0 if difference else 1.0
    return math.erfc(abs(difference) / error / math.sqrt(2))


def student_p(difference: float, interval: Sequence[float], seeds: float) -> float:
    """Return the two-sided p of a mean difference from Student's 95 % interval of it over seeds."""
    low, high = interval
    error = (high - low) / 2 / stdtrit(seeds - 1, 1 - LEVEL / 2)
    if not error:
        return 0.0 if difference else 1.0
    return float(2 * stdtr(seeds - 1, -abs(difference) / error))


def holm(p_values: Sequence[float]) -> list[bool]:
    """Return which hypotheses fall at `LEVEL` altogether, by Holm's step-down method.

    Source: Holm, Scandinavian Journal of Statistics 6, 1979: the k-th smallest p of m is compared
    with level / (m − k + 1), until one is not below.
    """
    order = sorted(range(len(p_values)), key=lambda k: p_values[k])
    falls = [False] * len(p_values)
    for rank, k in enumerate(order):
        if p_values[k] > LEVEL / (len(p_values) - rank):
            break
        falls[k] = True
    return falls


def corrected(verdicts: Sequence[str], p_values: Sequence[float]) -> list[str]:
    """Return verdicts of which those that do not survive Holm's correction are "open"."""
    falls = holm(p_values)
    return [one if fall else OPEN for one, fall in zip(verdicts, falls, strict=True)]


def within(interval: Sequence[float], most: float) -> tuple[float, float]:
    """Return the part of a difference's interval that is possible, −most to most."""
    low, high = interval
    return max(low, -most), min(high, most)


def of_trainings(interval: Sequence[float] | None, seeds: float) -> str:
    """Return the verdict of errors over seeds: "open" where there are fewer than `SEEDS`.

    So it is without an interval, where all seeds are alike.
    """
    return OPEN if interval is None or seeds < SEEDS else verdict(interval)


def over_seeds(
    interval: Sequence[float] | None, seeds: float, smaller_is_better: bool = False
) -> str | None:
    """Return the verdict of trainings, of which more is better; None where they decide nothing.

    Args:
        interval: of the mean difference mixup − plain; None where there is none.
        seeds: how many trainings of each kind.
        smaller_is_better: as with errors.
    """
    if interval is None or seeds < SEEDS:
        return None
    return verdict(interval, smaller_is_better=smaller_is_better)
