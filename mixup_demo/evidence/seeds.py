"""Comparisons over seeds: how they are judged together, and put in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mixup_demo.evidence import tallies
from mixup_demo.evidence.panel import Values, signed, whole
from mixup_demo.evidence.rules import (
    OPEN,
    SEEDS,
    corrected,
    majority,
    over_seeds,
    student_p,
)
from mixup_demo.evidence.trace import declared, length


@dataclass(frozen=True)
class Compared:
    """Mixup's test error, or another measure of which less is better, less ERM's, over seeds.

    Attributes:
        where: what was compared, as text.
        mean: over seeds, paired.
        interval: Student's of it over seeds; None where there is none.
        seeds: how many both have.
    """

    where: str
    mean: float
    interval: Sequence[float] | None
    seeds: float


def of_difference(where: str, found: Values) -> Compared:
    """Return a comparison from a difference of the results file "studies"."""
    return Compared(where, found["mean"], found["over_seeds"], length(found["by_seed"]))


def judge(compared: Sequence[Compared]) -> list[str | None]:
    """Return each verdict, corrected by Holm; None where there are too few seeds for one.

    What decides nothing is not counted among the comparisons that are corrected for.
    """
    single = [_single(one) for one in compared]
    deciding = [(one, found) for one, found in zip(compared, single, strict=True) if found]
    chances = [_chance(one) for one, _ in deciding]
    left = iter(corrected([found for _, found in deciding], chances))
    return [next(left) if found else None for found in single]


def _single(one: Compared) -> str | None:
    """Return one verdict, uncorrected; enough seeds that are all alike leave it open."""
    if one.interval is None and one.seeds >= SEEDS:
        return OPEN
    return over_seeds(one.interval, one.seeds, smaller_is_better=True)


def _chance(one: Compared) -> float:
    return student_p(one.mean, one.interval, one.seeds) if one.interval else 1.0


def ruling(verdicts: Iterable[str | None]) -> str:
    """Return what more than half of the comparisons that decide something say."""
    return majority(found for found in verdicts if found)


def tally(compared: Sequence[Compared], verdicts: Sequence[str | None]) -> dict[str, str]:
    """Return how many comparisons decide something, in how many mixup is better or worse."""
    counts = tallies.tally([one.mean for one in compared], verdicts)
    return {"least": whole(declared("rules.SEEDS", SEEDS)), **counts}


def phrase(one: Compared, says: str | None) -> str:
    """Return a comparison in points, its interval where it decides something, and its seeds."""
    ends = ""
    if says and one.interval:
        low, high = (signed(100 * end) for end in one.interval)
        ends = " [" + low + ", " + high + "]"
    return one.where + ": " + signed(100 * one.mean) + ends + " (n = " + whole(one.seeds) + ")"
