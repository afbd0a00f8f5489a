"""Pairs of several seeds, by network: which test of a claim each group is, and how it is told."""

from collections.abc import Iterable, Mapping, Sequence

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import Values, signed, whole

#: the page's network of every seed
PAGE = "page"
#: group of a results file -> the test that it is; "evidence.test.<test>" is its text key
TESTS = {PAGE: "page", "scarce": "seeds"}


def by_test(groups: Iterable[Values]) -> dict[str, Values]:
    """Return the groups that are compared over seeds, by the test that each is."""
    found = {TESTS[str(group["group"])]: group for group in groups}
    return {test: found[test] for test in TESTS.values() if test in found}


def where(group: Values) -> str:
    """Return the text key of a group's name."""
    return f"[[evidence.group.{group['group']}]]"


def ends_of(difference: Values) -> Sequence[float]:
    """Return Student's interval over seeds, or the difference itself where all seeds are alike."""
    found: Sequence[float] = difference["over_seeds"] or (difference["mean"],) * 2
    return found


def in_points(mean: float, ends: Sequence[float], seeds: float, at: str = "") -> str:
    """Return what ends a claim's sentence where the page's network was asked over seeds, too.

    Args:
        mean, ends: the difference in points, and its interval.
        seeds: how many.
        at: what was asked, behind the number.
    """
    low, high = map(signed, ends)
    told = signed(mean) + at + " [" + low + ", " + high + "], n = " + whole(seeds) + "."
    return " [[evidence.summary.page.points]] " + told


def in_counts(counted: Mapping[str, str], seeds: str) -> str:
    """Return the same where comparisons were counted.

    Args:
        counted: how many are "better" and "worse", and the "total".
        seeds: how many.
    """
    names = ("better", "worse", "total")
    told = [f"[[evidence.summary.page.{name}]] " + counted[name] for name in names]
    return " " + join(", ", told) + " (n = " + seeds + ")."
