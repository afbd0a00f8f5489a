"""What the learning curves say of another α than the one that is compared with ERM."""

from collections.abc import Sequence

from mixup_demo.evidence.panel import Says, Values, short
from mixup_demo.evidence.relatives import listed
from mixup_demo.evidence.seeds import Compared, judge, of_difference, tally
from mixup_demo.evidence.studies import arm, further, place

STUDY = "curves"


def says(values: Values) -> list[Says]:
    """Return a sentence for each further α that several numbers of images were trained with.

    It has no verdict: it compares mixup with mixup.

    Args:
        values: of the results file "studies".
    """
    cells, alpha = values["studies"][STUDY]["cells"], values["mixup_alpha"]
    arms = [[(cell, arm(cell, other)) for cell in cells] for other in further(cells, alpha)]
    return [_says(alpha, [(cell, one) for cell, one in some if one]) for some in arms]


def _says(alpha: float, some: Sequence[tuple[Values, Values]]) -> Says:
    of_mixup, own = (_compared(some, key) for key in ("difference_of_mixup", "difference"))
    verdicts = judge(of_mixup)
    filled = {
        "alpha": short(alpha),
        "other": short(some[0][1]["alpha"]),
        "list": listed(of_mixup, verdicts),
        "own": listed(own, judge(own)),
        **tally(of_mixup, verdicts),
    }
    key = f"evidence.studies.says.alphas{'' if any(verdicts) else '.few'}"
    return Says(key, filled)


def _compared(some: Sequence[tuple[Values, Values]], key: str) -> list[Compared]:
    return [of_difference(place(STUDY, cell), one[key]) for cell, one in some if one[key]]
