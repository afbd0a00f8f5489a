"""Corrupted labels over seeds: mixup beside ERM, and both beside dropout."""

from collections.abc import Iterator

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import Says, Values, mean_sd, percent, short, whole
from mixup_demo.evidence.relatives import listed
from mixup_demo.evidence.rules import OPEN
from mixup_demo.evidence.seeds import Compared, judge, of_difference, ruling, tally
from mixup_demo.evidence.trace import count, length

#: the studies of corrupted labels, and the text key of the network that each trains
STUDIES = {
    "corrupted": "evidence.studies.network.cnn",
    "noisy": "evidence.studies.network.resnet",
}
#: what mixup is compared with
OTHERS = ("erm", "erm-dropout", "mixup-dropout")
#: errors that are compared -> the key of mixup's difference: at the end, and at each method's best
#: epoch, which is that of stopping in time
DIFFERENCES = {"last": "difference_of_mixup", "best": "best_difference_of_mixup"}


def over_seeds(values: Values, study: str) -> Iterator[Says]:
    """Yield how mixup compares with each of `OTHERS` over seeds.

    Args:
        values: of the results file "studies".
        study: a key of `STUDIES`.
    """
    for other in OTHERS:
        for end in DIFFERENCES if other.startswith("erm") else ("last",):
            some = compared(values, study, other, end)
            if some:
                images = values["methods"][study][0]["images"]
                yield _says(study, other, end, some, images)


def _says(study: str, other: str, end: str, some: list[Compared], images: float) -> Says:
    """Say how mixup compares with one method; with mixup and dropout there is no verdict."""
    verdicts = judge(some)
    filled = {
        "network": f"[[{STUDIES[study]}]]",
        "images": whole(images),
        "other": f"[[evidence.legend.{other}]]",
        "list": listed(some, verdicts),
        **tally(some, verdicts),
    }
    decided = any(verdicts)
    key = f"evidence.corrupted.says.seeds.{end}{'' if decided else '.few'}"
    found = ruling(verdicts) if decided else OPEN
    return Says(key, filled, found if other.startswith("erm") else None)


def pilot(values: Values) -> Iterator[Says]:
    """Yield how α and dropout of the study "noisy" were chosen, and what was; nothing before.

    Args:
        values: of the results file "studies".
    """
    shares = values["pilot"]
    if not shares:
        return
    tried = [one for share in shares for method in share["methods"] for one in method["candidates"]]
    yield Says(
        "evidence.corrupted.says.pilot",
        {
            "network": f"[[{STUDIES['noisy']}]]",
            "n": whole(count(one["error"] for one in tried)),
            "held": whole(shares[0]["held_out"]),
            "list": join("; ", map(_chosen, shares)),
        },
    )


def _chosen(share: Values) -> str:
    """Return what was chosen for a share, each with its error on what was held out."""
    return f"[[{where(share)}]]: " + join(", ", map(_candidates, share["methods"]))


def _candidates(method: Values) -> str:
    """Return a method as it was chosen, with its error, and in brackets what was tried beside."""
    chosen = method["chosen"]
    others = [
        _values(one) + ": " + percent(one["error"])
        for one in method["candidates"]
        if (one["alpha"], one["dropout"]) != (chosen["alpha"], chosen["dropout"])
    ]
    best = settings(chosen, method["method"]) + ": " + percent(chosen["error"])
    return best + " % [" + join("; ", others) + "]"


def settings(entry: Values, method: str) -> str:
    """Return a method by name, with its α and dropout where it has them."""
    found = _values(entry)
    return f"[[evidence.legend.{method}]]" + (" (" + found + ")" if found else "")


def _values(entry: Values) -> str:
    parts = ["α = " + short(entry["alpha"])] if entry["alpha"] else []
    parts += ["p = " + short(entry["dropout"])] if entry["dropout"] else []
    return join(", ", parts)


def rows(values: Values) -> Iterator[list[str]]:
    """Yield the table's rows over seeds: mean ± SD of the best errors, where known, and the last.

    Args:
        values: of the results file "studies".
    """
    for study, network in STUDIES.items():
        for share in values["methods"][study]:
            for one in share["methods"]:
                first = f"[[{where(share)}]], [[{network}]]: " + settings(one, one["method"])
                n = "[[evidence.ours]], n = " + whole(length(one["errors"]))
                yield [first, _best(one), mean_sd(one, percent), "", "", "", n]


def _best(one: Values) -> str:
    """Return mean and spread of a method's best errors; of how many seeds, where some have none."""
    found = one["best"]
    if not found:
        return "–"
    shown, seeds = mean_sd(found, percent), length(found["errors"])
    return shown if seeds == length(one["errors"]) else shown + " (n = " + whole(seeds) + ")"


def compared(values: Values, study: str, other: str = "erm", end: str = "last") -> list[Compared]:
    """Return mixup's comparison with another method at every share that has both.

    Args:
        values: of the results file "studies".
        study: a key of `STUDIES`.
        other: a method of the study.
        end: a key of `DIFFERENCES`.
    """
    found = [
        (where(group), one[DIFFERENCES[end]])
        for group in values["methods"][study]
        for one in group["methods"]
        if one["method"] == other
    ]
    return [of_difference(f"[[{key}]]", difference) for key, difference in found if difference]


def where(share: Values) -> str:
    """Return the text key of a share of corrupted labels."""
    return f"evidence.corrupted.share.{100 * share['share']:.0f}"
