"""Corrupted labels over seeds: mixup beside ERM, and both beside dropout."""

from collections.abc import Iterator

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import Says, Values, percent, short, whole
from mixup_demo.evidence.relatives import listed
from mixup_demo.evidence.rules import OPEN
from mixup_demo.evidence.seeds import Compared, judge, of_difference, ruling, tally
from mixup_demo.evidence.trace import count

#: the studies of corrupted labels, and the text key of the network that each trains
STUDIES = {
    "corrupted": "evidence.studies.network.cnn",
    "noisy": "evidence.studies.network.resnet",
}
#: what mixup is compared with
OTHERS = ("erm", "erm-dropout", "mixup-dropout")


def over_seeds(values: Values) -> Iterator[Says]:
    """Yield how mixup compares with each of `OTHERS` over seeds, in each study.

    Beside mixup with dropout there is no verdict: that compares mixup with mixup.

    Args:
        values: of the results file "studies".
    """
    for study, network in STUDIES.items():
        for other in OTHERS:
            some = compared(values, study, other)
            if not some:
                continue
            verdicts = judge(some)
            filled = {
                "network": f"[[{network}]]",
                "images": whole(values["methods"][study][0]["images"]),
                "other": f"[[evidence.legend.{other}]]",
                "list": listed(some, verdicts),
                **tally(some, verdicts),
            }
            decided = any(verdicts)
            key = f"evidence.corrupted.says.seeds{'' if decided else '.few'}"
            found = ruling(verdicts) if decided else OPEN
            yield Says(key, filled, None if other.startswith("mixup") else found)


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
    parts = [
        settings(method["chosen"], method["method"])
        + ": "
        + percent(method["chosen"]["error"])
        + " %"
        for method in share["methods"]
    ]
    return f"[[{where(share)}]]: " + join(", ", parts)


def settings(entry: Values, method: str) -> str:
    """Return a method by name, with its α and dropout where it has them."""
    parts = ["α = " + short(entry["alpha"])] if entry["alpha"] else []
    parts += ["p = " + short(entry["dropout"])] if entry["dropout"] else []
    found = " (" + join(", ", parts) + ")" if parts else ""
    return f"[[evidence.legend.{method}]]" + found


def compared(values: Values, study: str, other: str = "erm") -> list[Compared]:
    """Return mixup's comparison with another method at every share that has both.

    Args:
        values: of the results file "studies".
        study: a key of `STUDIES`.
        other: a method of the study.
    """
    found = [
        (where(group), one["difference_of_mixup"])
        for group in values["methods"][study]
        for one in group["methods"]
        if one["method"] == other
    ]
    return [of_difference(f"[[{key}]]", difference) for key, difference in found if difference]


def where(share: Values) -> str:
    """Return the text key of a share of corrupted labels."""
    return f"evidence.corrupted.share.{100 * share['share']:.0f}"
