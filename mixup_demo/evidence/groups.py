"""Pairs of networks that differ in mixup alone: what is said of them, and of all comparisons.

The pairs of several seeds are judged together with the learning curves, for they ask the same:
whether mixup lowers the test error.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import (
    MODELS,
    Says,
    Values,
    compare,
    percent,
    points,
    short,
    signed,
    whole,
    word,
)
from mixup_demo.evidence.rules import OPEN
from mixup_demo.evidence.seeds import Compared, judge, tally
from mixup_demo.evidence.studies import compared as study_compared
from mixup_demo.evidence.studies import distinct
from mixup_demo.evidence.trace import apply, length


def compared(groups: Sequence[Values], studies: Values | None) -> list[Compared]:
    """Return every comparison of test errors: of the groups, then of the learning curves.

    Args:
        groups: of the results file "generalisation".
        studies: values of the results file "studies".
    """
    resnet = "[[evidence.studies.network.resnet]], "
    curves = study_compared("curves", studies) if studies else []
    return [
        *(_of_group(group) for group in groups),
        *(replace(one, where=resnet + one.where) for one in curves),
    ]


def _of_group(group: Values) -> Compared:
    found = group["difference"]
    return Compared(
        f"[[evidence.pair.{group['group']}]]",
        found["mean"],
        found.get("over_seeds"),
        length(group["erm"]["errors"]),
    )


def says(groups: Sequence[Values], studies: Values | None, n: float) -> list[Says]:
    """Return a sentence for each group, whose verdict over seeds is corrected with all others'.

    Args:
        groups: of the results file "generalisation".
        studies: values of the results file "studies".
        n: test images.
    """
    verdicts = judge(compared(groups, studies))
    return [
        _says(group, found, n) for group, found in zip(groups, verdicts[: len(groups)], strict=True)
    ]


def together(groups: Sequence[Values], studies: Values) -> list[Says]:
    """Return how many of all comparisons last if they are corrected together; [] of too few seeds.

    And which of those that decide about the claim, which are corrected among themselves, do not.

    Args:
        groups: of the results file "generalisation".
        studies: values of the results file "studies".
    """
    every = [*(_of_group(group) for group in groups), *distinct(studies)]
    verdicts = judge(every)
    filled = {
        "alpha": short(studies["mixup_alpha"]),
        "lost": _lost(compared(groups, studies), verdicts),
        **tally(every, verdicts),
    }
    return [Says("evidence.studies.says.together", filled)] if any(verdicts) else []


def _lost(claimed: Sequence[Compared], verdicts: Sequence[str | None]) -> str:
    """Return which comparisons a wider correction leaves open that were decided, as text.

    Args:
        claimed: those of the claim.
        verdicts: of all comparisons, with which `claimed` begin, corrected together.
    """
    pairs = zip(claimed, judge(claimed), verdicts, strict=False)
    found = [one.where for one, alone, wider in pairs if alone != wider]
    return join("; ", found) if found else "–"


def medians(groups: Sequence[Values]) -> Says:
    """Return the errors by the authors' measure, the median of a training's last ten epochs.

    Of the groups whose trainings were measured after each of these.

    Args:
        groups: of the results file "generalisation".
    """
    measured = (group for group in groups if group["erm"]["medians"] and group["mixup"]["medians"])
    return Says(
        "evidence.generalisation.says.medians", {"list": join("; ", map(_medians, measured))}
    )


def _medians(group: Values) -> str:
    """Return ERM's median and mixup's, each the mean over seeds."""
    ends = [percent(apply("mean", fmean, group[model]["medians"])) for model in MODELS]
    return f"[[evidence.pair.{group['group']}]]: " + join(" → ", ends)


def _says(group: Values, found: str | None, n: float) -> Says:
    """Compare over seeds where there are several, else over images."""
    difference, where = group["difference"], f"evidence.group.{group['group']}"
    shares = {model: group[model]["mean"] for model in MODELS}
    ends = difference.get("over_seeds")
    if ends is None:
        return compare(where, "evidence.measure.test-error", shares, difference, n)
    found = found or OPEN
    return Says(
        "evidence.generalisation.says.seeds",
        {
            "where": f"[[{where}]]",
            **{model: percent(share) for model, share in shares.items()},
            "difference": signed(100 * difference["mean"]),
            **points(ends, "seeds_low", "seeds_high"),
            **points(difference["over_both"], "both_low", "both_high"),
            "n": whole(length(group["erm"]["errors"])),
            "verdict": word(found),
        },
        found,
    )
