"""Verdicts, counted: of many comparisons in how many mixup is better, worse, or undecided."""

from collections.abc import Iterable, Sequence

from mixup_demo.evidence.panel import whole
from mixup_demo.evidence.rules import BETTER, OPEN, WORSE
from mixup_demo.evidence.trace import count

DECIDED, ALL = (BETTER, WORSE), (BETTER, WORSE, OPEN)


def tallied(
    values: Iterable[float], verdicts: Iterable[str | None], wanted: Sequence[str] = DECIDED
) -> dict[str, float]:
    """Return in how many comparisons mixup has each verdict, and the "total" that has one.

    Args:
        values: what each compares, traced, so that the counts are.
        verdicts: of each; None where it decides nothing.
        wanted: the verdicts that are counted.
    """
    pairs = list(zip(values, verdicts, strict=True))
    of = {one: count(value for value, found in pairs if found == one) for one in wanted}
    return {**of, "total": count(value for value, found in pairs if found)}


def tally(
    values: Iterable[float], verdicts: Iterable[str | None], wanted: Sequence[str] = DECIDED
) -> dict[str, str]:
    """Return what `tallied` does as text, by placeholder."""
    counts = tallied(values, verdicts, wanted)
    return {name: whole(number) for name, number in counts.items()}
