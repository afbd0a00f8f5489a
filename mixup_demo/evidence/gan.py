"""Claim: mixup steadies the training of GANs (paper, section 3.7): what our seeds show of it."""

from collections.abc import Iterator

from mixup_demo.evidence.origins import Source, join
from mixup_demo.evidence.panel import (
    Says,
    Table,
    Values,
    mean_sd,
    number,
    percent,
    short,
    signed,
    whole,
    word,
)
from mixup_demo.evidence.rules import OPEN, over_seeds, within
from mixup_demo.evidence.trace import declared, length, trace

#: measure -> by what its values are multiplied for a sentence, and decimals
FORMS: dict[str, tuple[float, int]] = {"modes": (1, 1), "quality": (100, 1)}
#: a generator that has at the end fewer high-quality samples than this share has failed
FAILED = 0.01
#: the largest share there is
ALL = 1.0


def says(values: Values, alpha: float) -> list[Says]:
    """Return what all seeds say of one α against the plain GAN, at the end.

    Args:
        values: of one data set, from the results file "gan".
        alpha: nothing is compared where it is 0, or none of the bundled ones.
    """
    values = _traced(values)
    return [*_compared(values, alpha), *_failures(values)]


def longer(values: Values, alpha: float) -> list[Says]:
    """Return what longer trainings of the same say at their end, introduced by their length.

    Args:
        values: of one data set, from the results file of that length.
        alpha: as in `says`.
    """
    values = _traced(values)
    compared = _compared(values, alpha)
    steps = {"steps": whole(values["iterations"][-1])}
    return [Says("gan.says.longer", steps), *compared] if compared else []


def _compared(values: Values, alpha: float) -> list[Says]:
    rows = {row["alpha"]: row for row in values["alphas"]}
    known = alpha and alpha in rows
    return [compare(values, rows[0.0], rows[alpha], what) for what in FORMS] if known else []


def compare(
    values: Values, plain: Values, mixup: Values, what: str, found: str | None = None
) -> Says:
    """Compare the ends of all seeds; an interval ends where no difference is possible beyond.

    Args:
        values: of one data set.
        plain, mixup: its rows of α = 0 and of another one.
        what: the measure.
        found: the verdict; None for that of this comparison alone.
    """
    scale, decimals = FORMS[what]
    difference, found = mixup[what]["difference"], found or judged(values, mixup, what)
    decidable = found is not None
    texts = {
        "n": whole(length(values["seeds"])),
        "modes": whole(values["modes"]),
        "alpha": short(mixup["alpha"]),
        "plain": number(scale * plain[what]["end"]["mean"], decimals),
        "mixup": number(scale * mixup[what]["end"]["mean"], decimals),
    }
    if decidable:
        ends = within(difference["interval"], most(values, what))
        low, high = (signed(scale * end, decimals) for end in ends)
        texts |= {"difference": signed(scale * difference["mean"], decimals)}
        texts |= {"low": low, "high": high, "verdict": word(str(found))}
    return Says(f"gan.says.{what}" if decidable else f"gan.says.{what}.alone", texts, found or OPEN)


def judged(values: Values, mixup: Values, what: str) -> str | None:
    """Return the verdict over seeds; None where they are too few.

    Args:
        values: of one data set.
        mixup: its row of one α.
        what: the measure.
    """
    return over_seeds(mixup[what]["difference"]["interval"], len(values["seeds"]))


def most(values: Values, what: str) -> float:
    """Return the largest value, and so the largest difference, that a measure can have."""
    largest: float = values["modes"] if what == "modes" else declared("gan.ALL", ALL)
    return largest


def _failures(values: Values) -> Iterator[Says]:
    """Yield which runs ended with hardly a sample near the data, or that none did."""
    failed = [
        "α = " + short(row["alpha"]) + " ([[gan.seed]] " + whole(seed) + ")"
        for row in values["alphas"]
        for seed, curve in zip(values["seeds"], row["quality"]["values"], strict=True)
        if curve[-1] < FAILED
    ]
    limit = percent(declared("gan.FAILED", FAILED), 0)
    if failed:
        yield Says("gan.says.failed", {"runs": join(", ", failed), "limit": limit})
    else:
        yield Says("gan.says.none-failed", {"limit": limit})


def note(values: Values) -> Says:
    """Return what lines and bands of the chart are."""
    n = length(_traced(values)["seeds"])
    return Says("gan.band", {"n": whole(n)}) if n > 1 else Says("gan.band.alone", {})


def table(values: Values) -> Table:
    """Return coverage and quality at the end, a row for each α: mean ± standard deviation, n.

    Args:
        values: as in `says`.
    """
    values = _traced(values)
    columns = ("alpha", "modes", "quality", "n")
    rows = [
        [
            short(row["alpha"]),
            spread(row, "modes") + " / " + whole(values["modes"]),
            spread(row, "quality"),
            whole(length(values["seeds"])),
        ]
        for row in values["alphas"]
    ]
    return Table([f"[[gan.column.{name}]]" for name in columns], rows)


def _traced(values: Values) -> Values:
    """Return the values with their origins: under "gan", unless they have been traced before."""
    traced: Values = trace(values, Source("gan"))
    return traced


def spread(row: Values, what: str) -> str:
    """Return a measure's mean at the end ± its standard deviation over seeds."""
    scale, decimals = FORMS[what]
    return mean_sd(row[what]["end"], lambda value: number(scale * value, decimals))
