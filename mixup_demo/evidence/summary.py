"""The summary: of each claim whether our numbers support it, contradict it or leave it open."""

from collections.abc import Callable, Mapping, Sequence

from mixup_demo.evidence import claims as of
from mixup_demo.evidence import corrupted_claim, gan, gan_compared, robustness, smooth_claims
from mixup_demo.evidence.claims import Claim
from mixup_demo.evidence.origins import Source
from mixup_demo.evidence.panel import Says, Values, short, signed, whole
from mixup_demo.evidence.rules import BETTER, OPEN, SEEDS, WORSE, majority, within
from mixup_demo.evidence.trace import count, declared, file_values, length, trace


def claims(files: Mapping[str, Values], paper: Values) -> list[Claim]:
    """Return every claim whose results files are there, judged by the rules of `rules`.

    Args:
        files: results files by name.
        paper: the paper's numbers.
    """
    traced = {name: file_values(content) for name, content in files.items()}
    paper = trace(paper, Source("paper"))
    long_gans = [traced[gan_compared.LONG]] if gan_compared.LONG in traced else []
    judges: tuple[tuple[Callable[..., Claim], tuple[str, ...]], ...] = (
        (lambda file: of.generalisation(file, traced.get("studies")), ("generalisation",)),
        (lambda file: corrupted_claim.judged(file, traced.get("studies")), ("corrupted",)),
        (robustness.white, ("pgd", "adversarial")),
        (
            lambda passed, attacks: robustness.black(passed, attacks, paper),
            ("pgd_transfer", "adversarial"),
        ),
        (robustness.corruptions, ("corruptions",)),
        (of.calibration, ("calibration", "confidence_seeds")),
        (of.outside, ("out_of_distribution", "confidence_seeds")),
        (smooth_claims.between, ("between", "equal_calibration", "smoothness_seeds")),
        (smooth_claims.smooth, ("equal_calibration", "population", "jacobian", "smoothness_seeds")),
        (lambda file: _gan(file, *long_gans), ("gan",)),
    )
    return [
        judge(*(traced[name] for name in needed))
        for judge, needed in judges
        if set(needed) <= set(traced)
    ]


def counts(found: Sequence[Claim]) -> Says:
    """Return how many claims our numbers support, contradict and leave open."""
    counted = {
        wanted: whole(count(one.decides for one in found if one.says.verdict == wanted))
        for wanted in (BETTER, WORSE, OPEN)
    }
    total = whole(count(one.decides for one in found))
    return Says("evidence.summary.counts", {**counted, "total": total})


def _gan(*files: Values) -> Claim:
    """Follow most comparisons of enough seeds, corrected for their number; print the worst.

    That is the one with the least gain, or the largest loss, by what is possible.
    """
    every = gan_compared.compared(*files)
    judged = [one for one in every if one.verdict]
    found = {
        wanted: whole(count(one.difference["mean"] for one in judged if one.verdict == wanted))
        for wanted in (BETTER, WORSE)
    }
    alpha = every[0].row["alpha"]
    shared = {"alpha": short(alpha), "least": whole(declared("rules.SEEDS", SEEDS))}
    if not judged:
        return Claim("gan", Says("evidence.summary.gan.none", shared, OPEN), alpha)
    worst = min(judged, key=_gain)
    scale, decimals = gan.FORMS[worst.what]
    ends = within(worst.difference["interval"], gan.most(worst.values, worst.what))
    low, high = (signed(scale * end, decimals) for end in ends)
    filled = {
        **shared,
        **found,
        "total": whole(count(one.difference["mean"] for one in judged)),
        "data": worst.where,
        "difference": signed(scale * worst.difference["mean"], decimals),
        **{"low": low, "high": high},
        "n": whole(length(worst.values["seeds"])),
    }
    ruling = majority(str(one.verdict) for one in judged)
    key = f"evidence.summary.gan.{worst.what}"
    return Claim("gan", Says(key, filled, ruling), worst.difference["mean"])


def _gain(one: gan_compared.Compared) -> float:
    return float(one.difference["mean"]) / float(gan.most(one.values, one.what))
