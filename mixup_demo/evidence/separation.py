"""Kinds of images of no class on which mixup's confidence, or its AUROC, differs from ERM's."""

from collections.abc import Sequence

from mixup_demo.evidence.panel import Values
from mixup_demo.evidence.rules import BETTER, WORSE, corrected, p_value, verdict
from mixup_demo.evidence.tallies import tallied


def auroc_verdicts(sets: Sequence[Values]) -> list[str]:
    """Return for each set of images whether mixup's confidence tells them apart better.

    Corrected by Holm for the number of sets.

    Args:
        sets: each with the "difference" of the two models.
    """
    return _larger(sets, "auroc")


def differing(sets: Sequence[Values], measure: str) -> dict[str, float]:
    """Count the sets on which mixup differs from ERM, judged as in `auroc_verdicts`.

    Args:
        sets: as there.
        measure: "confidence" or "auroc".

    Returns:
        "lower" where mixup's is the lower one, "higher", and the "count" of all sets.
    """
    values = [one["difference"][measure]["value"] for one in sets]
    found = tallied(values, _larger(sets, measure))
    return {"lower": found[WORSE], "higher": found[BETTER], "count": found["total"]}


def _larger(sets: Sequence[Values], measure: str) -> list[str]:
    """Return verdicts on a measure as if more of it were better."""
    found = [one["difference"][measure] for one in sets]
    single = [verdict(one["interval"], smaller_is_better=False) for one in found]
    return corrected(single, [p_value(one["value"], one["interval"]) for one in found])
