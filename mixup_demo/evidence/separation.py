"""Where two models' intervals lie apart: counts, and verdicts on AUROC."""

from collections.abc import Iterable, Sequence

from mixup_demo.evidence.panel import Values
from mixup_demo.evidence.rules import BETTER, OPEN, WORSE
from mixup_demo.evidence.trace import count, count_below


def apart(rows: Iterable[Values], interval: str) -> dict[str, float]:
    """Count the rows on which one model's interval lies wholly below the other's.

    Args:
        rows: each with an interval of "erm" and of "mixup".
        interval: the interval's key.

    Returns:
        "lower" where mixup's is the lower one, "higher", and the "count" of all rows.
    """
    pairs = [(one["erm"][interval], one["mixup"][interval]) for one in rows]
    return {
        "lower": count_below((mixup[1], erm[0]) for erm, mixup in pairs),
        "higher": count_below((erm[1], mixup[0]) for erm, mixup in pairs),
        "count": count(erm for erm, _ in pairs),
    }


def auroc_verdicts(sets: Sequence[Values]) -> list[str]:
    """Return for each set of images whether mixup's confidence tells them apart better."""
    pairs = [(one["erm"]["auroc_interval"], one["mixup"]["auroc_interval"]) for one in sets]
    return [
        BETTER if erm[1] < mixup[0] else WORSE if mixup[1] < erm[0] else OPEN
        for erm, mixup in pairs
    ]
