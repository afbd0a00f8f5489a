"""What one training on points of the plane shows: ERM beside mixup, in sentences."""

from collections.abc import Mapping, Sequence

from mixup_demo.evidence.origins import Source
from mixup_demo.evidence.panel import Says, Values, number, percent
from mixup_demo.evidence.trace import trace
from mixup_demo.results import Floats

#: scores of ERM and of mixup
Scores = Mapping[str, Floats]

#: less than this is no difference: a share of test points, and a ratio
CLOSE_SHARE, CLOSE_RATIO = 0.005, 1.05
#: from here on mixed points among other classes are worth a word
INTRUDING = 0.1


def toy_says(scores: Scores, alpha: float, intrusion: float) -> list[Says]:
    """Return the sentences.

    Args:
        scores: measure -> (2,), of ERM and of mixup at the last step; definitions in
            `toy.measures`.
        alpha: mixup's.
        intrusion: share of mixed points, see `toy.intrusion`.
    """
    if alpha == 0:
        return [Says("toy.says.same", {})]
    known: Values = trace(scores, Source("scores"))
    intrusion = trace(intrusion, Source("intrusion"))
    said = [
        _accuracy(known["test_accuracy"]),
        _ratio("length", known["boundary_length"]),
        _ratio("gradient", known["gradient_norm"]),
        _confidence(known["confidence"]),
    ]
    if intrusion >= INTRUDING:
        said.append(Says("toy.says.intrusion", {"share": _share(intrusion, 0)}))
    return said


def _accuracy(shares: Sequence[float]) -> Says:
    erm, mixup = shares
    found = "open" if abs(mixup - erm) < CLOSE_SHARE else "better" if mixup > erm else "worse"
    return Says(f"toy.says.accuracy.{found}", _both(_share(erm), _share(mixup)), found)


def _ratio(name: str, values: Sequence[float]) -> Says:
    """Compare what is the smoother the smaller it is."""
    erm, mixup = values
    if max(erm, mixup) <= CLOSE_RATIO * min(erm, mixup):
        found = "open"
    else:
        found = "better" if mixup < erm else "worse"
    return Says(f"toy.says.{name}.{found}", _both(number(erm), number(mixup)), found)


def _confidence(shares: Sequence[float]) -> Says:
    erm, mixup = shares
    return Says("toy.says.confidence", _both(_share(erm), _share(mixup)))


def _share(value: float, decimals: int = 1) -> str:
    return percent(value, decimals) + "\N{NO-BREAK SPACE}%"


def _both(erm: str, mixup: str) -> dict[str, str]:
    return {"erm": erm, "mixup": mixup}
