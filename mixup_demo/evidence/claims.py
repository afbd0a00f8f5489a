"""What becomes of each claim about classifiers: the number that decides, and the ruling."""

from dataclasses import dataclass
from typing import Any

from mixup_demo.evidence.between import counted, smoothness_verdicts
from mixup_demo.evidence.calibration import apart, auroc_verdicts
from mixup_demo.evidence.panel import (
    MODELS,
    Says,
    Values,
    number,
    percent,
    points,
    signed,
    whole,
)
from mixup_demo.evidence.population_file import OF_PLANES
from mixup_demo.evidence.population_file import measures as population_measures
from mixup_demo.evidence.rules import BETTER, OPEN, WORSE, majority, verdict
from mixup_demo.evidence.seeds import Compared, judge
from mixup_demo.evidence.seeds import ruling as seeds_ruling
from mixup_demo.evidence.seeds import tally as seeds_tally
from mixup_demo.evidence.studies import compared as study_compared
from mixup_demo.evidence.trace import count, length

#: which panel a claim opens, in the order in which they are shown
PANELS = {
    "generalisation": "generalisation",
    "corrupted": "corrupted",
    "white": "adversarial",
    "black": "adversarial",
    "corruptions": "corruptions",
    "calibration": "calibration",
    "outside": "calibration",
    "between": "between",
    "smooth": "between",
    "gan": "gan",
}


@dataclass(frozen=True)
class Claim:
    """A claim and what our numbers make of it.

    Attributes:
        name: "evidence.claim.<name>" is its text key, which the page puts together.
        says: the deciding number; its verdict is "better" where the claim is supported, "worse"
            where it is contradicted, and "open".
        decides: the number behind it, with its origin.
    """

    name: str
    says: Says
    decides: float

    @property
    def panel(self) -> str:
        """The panel that holds its numbers."""
        return PANELS[self.name]

    def as_dict(self) -> dict[str, Any]:
        """Return the claim as plain JSON, without origins."""
        return {"name": self.name, "panel": self.panel, "says": self.says.as_dict()}


def generalisation(file: Values, studies: Values | None = None) -> Claim:
    """Follow most comparisons of enough seeds, corrected for their number; print the smallest.

    They are all numbers of images of the learning curves, and the groups of several seeds.
    """
    curves = study_compared("curves", studies["values"]) if studies else []
    compared = [*curves, *map(_group, file["values"]["groups"])]
    verdicts = judge(compared)
    decided = [one for one, found in zip(compared, verdicts, strict=True) if found]
    counted_ones = seeds_tally(compared, verdicts)
    if not decided:
        says = Says("evidence.summary.generalisation.none", {"least": counted_ones["least"]}, OPEN)
        return Claim("generalisation", says, compared[0].mean)
    smallest = min(decided, key=lambda one: abs(float(one.mean)))
    filled = {
        **counted_ones,
        "where": smallest.where,
        "difference": signed(100 * smallest.mean),
        **points(smallest.interval or (), "seeds_low", "seeds_high"),
        "n": whole(smallest.seeds),
    }
    says = Says("evidence.summary.generalisation", filled, seeds_ruling(verdicts))
    return Claim("generalisation", says, smallest.mean)


def _group(group: Values) -> Compared:
    found = group["difference"]
    return Compared(
        f"[[evidence.group.{group['group']}]]",
        found["mean"],
        found.get("over_seeds"),
        length(group["erm"]["errors"]),
    )


def corrupted(file: Values) -> Claim:
    """Follow most shares of corrupted labels; print the one of the smallest effect."""
    shares = file["values"]["shares"]
    smallest = min(shares, key=lambda share: abs(float(share["difference"]["mean"])))
    found = smallest["difference"]
    filled = {
        "share": percent(smallest["share"], 0),
        "total": whole(count(share["share"] for share in shares)),
        "difference": signed(100 * found["mean"]),
        **points(found["interval"]),
        "n": whole(file["n"]),
    }
    ruling = majority(verdict(share["difference"]["interval"]) for share in shares)
    return Claim("corrupted", Says("evidence.summary.corrupted", filled, ruling), found["mean"])


def calibration(file: Values) -> Claim:
    """Judge the models as trained, which is what is claimed."""
    before, after = (file["values"]["difference"][stage] for stage in ("before", "after"))
    filled = {
        "difference": signed(100 * before["value"]),
        **points(before["interval"]),
        "n": whole(file["n"]),
        "after": signed(100 * after["value"]),
    }
    says = Says("evidence.summary.calibration", filled, verdict(before["interval"]))
    return Claim("calibration", says, before["value"])


def outside(file: Values) -> Claim:
    """Follow AUROC on most kinds of images; print the one on which the models differ most."""
    sets = file["values"]["sets"]
    furthest = max(
        sets, key=lambda one: abs(float(one["mixup"]["auroc"]) - float(one["erm"]["auroc"]))
    )
    counted_sets = apart(sets, "auroc_interval")
    filled = {
        "better": whole(counted_sets["higher"]),
        "worse": whole(counted_sets["lower"]),
        "total": whole(counted_sets["count"]),
        "set": f"[[evidence.set.{furthest['set']}]]",
        **{model: number(furthest[model]["auroc"]) for model in MODELS},
        "n": whole(furthest["n"]),
    }
    says = Says("evidence.summary.outside", filled, majority(auroc_verdicts(sets)))
    return Claim("outside", says, furthest["mixup"]["auroc"])


def between(file: Values, equal: Values) -> Claim:
    """Both of the paper's measures must hold, the gradient's of equally calibrated models."""
    miss = file["values"]["measures"]["miss_rate"]
    norm = equal["values"]["measures"]["mean_gradient_norm"]
    low, high = norm["interval"]
    filled = {
        "difference": signed(100 * miss["difference"]),
        **points(miss["interval"]),
        "gradient": signed(norm["difference"]),
        **{"gradient_low": signed(low), "gradient_high": signed(high)},
        **{"n": whole(file["n"]), "pairs": whole(equal["n"])},
    }
    ruling = majority(verdict(one["interval"]) for one in (miss, norm))
    return Claim("between", Says("evidence.summary.between", filled, ruling), miss["difference"])


def smooth(equal: Values, population: Values, jacobian: Values) -> Claim:
    """Follow most measures of equally calibrated models, corrected for their number.

    How much all probabilities react to the pixels is one of them. Those of planes are of the
    population as trained: which class is ahead does not depend on the temperature.
    """
    planes = {
        name: one for name, one in population_measures(population).items() if name in OF_PLANES
    }
    calibrated = equal["values"]["measures"]
    reacts = {"input_jacobian": jacobian["values"]["calibrated"]}
    compared = {**{name: calibrated[name] for name in calibrated}, **planes, **reacts}
    verdicts = smoothness_verdicts(compared)
    slope = calibrated["steepest_slope"]
    low, high = slope["interval"]
    counts = counted(compared, verdicts)
    filled = {
        **{name: counts[name] for name in (BETTER, WORSE, "total")},
        "n": whole(equal["n"]),
        "difference": signed(slope["difference"]),
        **{"low": signed(low), "high": signed(high)},
    }
    ruling = majority(verdicts.values())
    return Claim("smooth", Says("evidence.summary.smooth", filled, ruling), slope["difference"])
