"""Claim: mixup steadies the training of GANs (paper, section 3.7): what our seeds show of it."""

from collections.abc import Iterator

from mixup_demo.evidence.origins import Source, join
from mixup_demo.evidence.panel import (
    Says,
    Table,
    Values,
    number,
    percent,
    short,
    signed,
    verdict,
    whole,
)
from mixup_demo.evidence.trace import declared, length, trace

#: measure -> by what its values are multiplied for a sentence, and decimals
FORMS: dict[str, tuple[float, int]] = {"modes": (1, 1), "quality": (100, 1)}
#: a generator that has at the end fewer high-quality samples than this share has failed
FAILED = 0.01


def says(values: Values, alpha: float) -> list[Says]:
    """Return what all seeds say of one α against the plain GAN, at the end.

    Args:
        values: of one data set, from the results file "gan".
        alpha: nothing is compared where it is 0, or none of the bundled ones.
    """
    values = _traced(values)
    rows = {row["alpha"]: row for row in values["alphas"]}
    known = alpha and alpha in rows
    compared = [_compare(values, rows[0.0], rows[alpha], what) for what in FORMS] if known else []
    return [*compared, *_failures(values)]


def _compare(values: Values, plain: Values, mixup: Values, what: str) -> Says:
    scale, decimals = FORMS[what]
    difference = mixup[what]["difference"]
    ends = difference["interval"]
    found = verdict(ends, smaller_is_better=False) if ends else "open"
    key = f"gan.says.{what}" if ends else f"gan.says.{what}.alone"
    texts = {
        "n": whole(length(values["seeds"])),
        "modes": whole(values["modes"]),
        "alpha": short(mixup["alpha"]),
        "plain": number(scale * plain[what]["end"]["mean"], decimals),
        "mixup": number(scale * mixup[what]["end"]["mean"], decimals),
        "difference": signed(scale * difference["mean"], decimals),
    }
    if ends:
        low, high = (signed(scale * end, decimals) for end in ends)
        texts |= {"low": low, "high": high, "verdict": f"[[evidence.verdict.{found}]]"}
    return Says(key, texts, found if ends else None)


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
            _spread(row, "modes") + " / " + whole(values["modes"]),
            _spread(row, "quality"),
            whole(length(values["seeds"])),
        ]
        for row in values["alphas"]
    ]
    return Table([f"[[gan.column.{name}]]" for name in columns], rows)


def _traced(values: Values) -> Values:
    """Return the values with their origins: under "gan", unless they have been traced before."""
    traced: Values = trace(values, Source("gan"))
    return traced


def _spread(row: Values, what: str) -> str:
    scale, decimals = FORMS[what]
    end = row[what]["end"]
    mean = number(scale * end["mean"], decimals)
    return mean if end["sd"] is None else mean + " ± " + number(scale * end["sd"], decimals)
