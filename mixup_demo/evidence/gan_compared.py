"""GANs with mixup against plain ones: every loss, target and measure, as one family of tests."""

from collections.abc import Iterator
from typing import NamedTuple

from mixup_demo.evidence import gan
from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import Values, whole
from mixup_demo.evidence.rules import corrected, student_p
from mixup_demo.texts.paper import numbers

PAPERS = numbers()["gan"]
#: of mixup, as the paper names it
ALPHA: float = PAPERS["alpha"]
#: results file of the GANs that are trained for as long as the paper's
LONG = f"gan_{PAPERS['iterations']}"


def settings(results: Values, *long: Values) -> Iterator[tuple[str, Values]]:
    """Yield the name of each loss and target, in [[text keys]], and its values.

    Args:
        results: the results file "gan".
        long: the results file `LONG`, whose names tell the length too.
    """
    yield from _settings(results)
    for one in long:
        steps = whole(one["values"]["recipe"]["iterations"]) + " [[evidence.gan.steps]]"
        for where, values in _settings(one):
            yield join(", ", (where, steps)), values


def _settings(results: Values) -> Iterator[tuple[str, Values]]:
    for loss, targets in results["values"]["losses"].items():
        for target, values in targets.items():
            yield f"[[evidence.gan.data.{target}]], [[evidence.gan.loss.{loss}]]", values


def row_of(values: Values, alpha: float) -> Values:
    """Return the row of one α."""
    rows: list[Values] = values["alphas"]
    return next(row for row in rows if row["alpha"] == alpha)


class Compared(NamedTuple):
    """One comparison with the plain GAN: where it is, of what, and its verdict.

    The verdict is corrected by Holm for the number of all comparisons that have enough seeds; None
    where there are too few seeds for one.
    """

    where: str
    values: Values
    what: str
    verdict: str | None

    @property
    def row(self) -> Values:
        """The row of `ALPHA`."""
        return row_of(self.values, ALPHA)

    @property
    def difference(self) -> Values:
        """Mixup less plain."""
        found: Values = self.row[self.what]["difference"]
        return found


def compared(*files: Values) -> list[Compared]:
    """Return every comparison of `ALPHA` with the plain GAN: all losses, targets and measures.

    Args:
        files: as in `settings`.
    """
    alone = [
        Compared(where, values, what, gan.judged(values, row_of(values, ALPHA), what))
        for where, values in settings(*files)
        for what in gan.FORMS
    ]
    decidable = [one for one in alone if one.verdict]
    chances = [_chance(one) for one in decidable]
    left = iter(corrected([str(one.verdict) for one in decidable], chances))
    return [one._replace(verdict=next(left)) if one.verdict else one for one in alone]


def _chance(one: Compared) -> float:
    """Return the p of no difference, by Student over seeds."""
    found = one.difference
    return student_p(found["mean"], found["interval"], len(one.values["seeds"]))
