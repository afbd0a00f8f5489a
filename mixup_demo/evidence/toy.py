"""What trainings on points of the plane show: ERM beside mixup, in sentences.

One training proves nothing: another seed often turns the order round. What is better is said only
of several seeds, by the interval of their differences.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from mixup_demo.evidence.origins import Source
from mixup_demo.evidence.panel import Says, Values, number, percent, signed, whole
from mixup_demo.evidence.rules import verdict
from mixup_demo.evidence.trace import trace
from mixup_demo.results import Floats

#: scores of ERM and of mixup
Scores = Mapping[str, Floats]

#: what is compared over seeds -> its name in text keys, by what it is multiplied, decimals, and
#: whether less of it is better
COMPARED: dict[str, tuple[str, int, int, bool]] = {
    "test_accuracy": ("accuracy", 100, 1, False),
    "boundary_length": ("length", 1, 2, True),
    "gradient_norm": ("gradient", 1, 3, True),
}
#: from here on mixed points among other classes are worth a word
INTRUDING = 0.1


def toy_says(
    scores: Scores, alpha: float, intrusion: float, seeds: Mapping[str, Any] | None = None
) -> list[Says]:
    """Return the sentences.

    Args:
        scores: measure -> (2,), of ERM and of mixup at the last step; definitions in
            `toy.measures`.
        alpha: mixup's.
        intrusion: share of mixed points, see `toy.intrusion`.
        seeds: what `toy.seeds.compare` knows of several; without it nothing is called better.
    """
    if alpha == 0:
        return [Says("toy.says.same", {})]
    said = _of_seeds(trace(seeds, Source("seeds"))) if seeds else _of_one(scores)
    return [*said, *_intrusion(trace(intrusion, Source("intrusion")))]


def _of_one(scores: Scores) -> Iterator[Says]:
    """Yield what one training shows, and that it is one."""
    known: Values = trace(scores, Source("scores"))
    yield Says("toy.says.one", {})
    for measure, (name, scale, decimals, _) in COMPARED.items():
        erm, mixup = (number(scale * value, decimals) for value in known[measure])
        yield Says(f"toy.says.one.{name}", _both(erm, mixup))
    yield Says("toy.says.confidence", _both(*(_share(one) for one in known["confidence"])))


def _of_seeds(seeds: Values) -> Iterator[Says]:
    """Yield which is better by each measure, as far as the interval over the seeds tells."""
    measures, n = seeds["measures"], whole(seeds["n"])
    for measure in COMPARED:
        yield _compare(measure, measures[measure], n)
    known = measures["confidence"]
    yield Says(
        "toy.says.seeds.confidence", {"n": n, **_both(_share(known["erm"]), _share(known["mixup"]))}
    )


def _compare(measure: str, known: Values, n: str) -> Says:
    name, scale, decimals, smaller = COMPARED[measure]
    erm, mixup = (number(scale * known[model], decimals) for model in ("erm", "mixup"))
    difference = signed(scale * known["difference"], decimals)
    values = {"n": n, "difference": difference, **_both(erm, mixup)}
    ends = known["interval"]
    if ends is None:
        return Says(f"toy.says.seeds.{name}.alike", values, "open")
    found = verdict(ends, smaller_is_better=smaller)
    low, high = (signed(scale * end, decimals) for end in ends)
    values |= {"low": low, "high": high, "verdict": f"[[toy.verdict.{name}.{found}]]"}
    return Says(f"toy.says.seeds.{name}", values, found)


def _intrusion(share: float) -> Iterator[Says]:
    if share >= INTRUDING:
        yield Says("toy.says.intrusion", {"share": _share(share, 0)})


def _share(value: float, decimals: int = 1) -> str:
    return percent(value, decimals) + "\N{NO-BREAK SPACE}%"


def _both(erm: str, mixup: str) -> dict[str, str]:
    return {"erm": erm, "mixup": mixup}
