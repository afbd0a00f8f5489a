"""What becomes of each claim about classifiers: the number that decides, and the ruling."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mixup_demo.evidence import confidence_seeds
from mixup_demo.evidence.groups import compared as groups_compared
from mixup_demo.evidence.panel import (
    MODELS,
    Says,
    Values,
    percent,
    points,
    signed,
    whole,
)
from mixup_demo.evidence.rules import OPEN, SEEDS, agreed, majority, verdict
from mixup_demo.evidence.seed_groups import TESTS
from mixup_demo.evidence.seeds import Compared, judge
from mixup_demo.evidence.seeds import ruling as seeds_ruling
from mixup_demo.evidence.seeds import tally as seeds_tally
from mixup_demo.evidence.separation import auroc_verdicts, differing
from mixup_demo.evidence.studies import change_of as study_changes
from mixup_demo.evidence.trace import declared, length

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
        tests: of a claim that several tests must agree on: what each says, by name;
            "evidence.test.<name>" is its text key.
    """

    name: str
    says: Says
    decides: float
    tests: Mapping[str, str] = field(default_factory=dict)

    @property
    def panel(self) -> str:
        """The panel that holds its numbers."""
        return PANELS[self.name]

    def as_dict(self) -> dict[str, Any]:
        """Return the claim as plain JSON, without origins."""
        said = [{"name": name, "verdict": verdict} for name, verdict in self.tests.items()]
        return {
            "name": self.name,
            "panel": self.panel,
            "says": self.says.as_dict(),
            "tests": said,
        }


def agreeing(name: str, says: Says, tests: Mapping[str, str], decides: float) -> Claim:
    """Return a claim that is decided where all its tests say the same, and open elsewhere.

    Args:
        name, decides, tests: as in `Claim`.
        says: its sentence, without a verdict.
    """
    return Claim(name, replace(says, verdict=agreed(*tests.values())), decides, tests)


def generalisation(file: Values, studies: Values | None = None) -> Claim:
    """Ask the learning curves' network, the page's on all images, and a small CNN on few.

    Each follows most of its comparisons, all of them corrected for their number together; the
    smallest is printed. How the gain changes with the images, and what the page's pair says of all
    of them, stands beside it.
    """
    groups = file["values"]["groups"]
    compared = groups_compared(groups, studies["values"] if studies else None)
    verdicts = judge(compared)
    found = smallest(compared, verdicts)
    if found is None:
        least = whole(declared("rules.SEEDS", SEEDS))
        says = Says("evidence.summary.generalisation.none", {"least": least}, OPEN)
        return Claim("generalisation", says, compared[0].mean)
    filled, decides = found
    changes = study_changes("curves", studies["values"]) if studies else ""
    beside = {"change": changes, "all": _of_all_images(groups, file["n"])}
    says = Says("evidence.summary.generalisation", {**filled, **beside, **scouted(studies)})
    kinds = {"curves": verdicts[len(groups) :]} | {
        TESTS.get(name := str(group["group"]), name): [found]
        for group, found in zip(groups, verdicts[: len(groups)], strict=True)
    }
    return agreeing("generalisation", says, rulings(kinds), decides)


def scouted(studies: Values | None) -> dict[str, str]:
    """Return that the studies' network was chosen by trainings, where studies are asked."""
    return {"scouted": " [[evidence.summary.scouted]]" if studies else ""}


def rulings(kinds: Mapping[str, Sequence[str | None]]) -> dict[str, str]:
    """Return what more than half of each test's comparisons say, of tests that decide something."""
    return {name: seeds_ruling(verdicts) for name, verdicts in kinds.items() if any(verdicts)}


def smallest(
    compared: Sequence[Compared], verdicts: Sequence[str | None]
) -> tuple[dict[str, str], float] | None:
    """Put comparisons over seeds in words.

    Returns:
        How many there are of each verdict and which effect is smallest, as text; and the smallest
        effect of those with an interval. None where no comparison has one.
    """
    decided = [
        (one, one.interval)  # seeds that are all alike have none
        for one, found in zip(compared, verdicts, strict=True)
        if found and one.interval
    ]
    if not decided:
        return None
    least, interval = min(decided, key=lambda pair: abs(float(pair[0].mean)))
    filled = {
        **seeds_tally(compared, verdicts),
        "where": least.where,
        "difference": signed(100 * least.mean),
        **points(interval, "seeds_low", "seeds_high"),
        "n": whole(least.seeds),
    }
    return filled, least.mean


def _of_all_images(groups: Iterable[Values], n: float) -> str:
    """Return what the page's pair says, which learned from all images; "" without it.

    Over seeds where there are several, else of one pair over test images.
    """
    by_name = {str(group["group"]): group for group in groups}
    if page := by_name.get("page"):
        return _in_points("page", page["difference"], "over_seeds", length(page["erm"]["errors"]))
    if pair := by_name.get("bundled"):
        return _in_points("bundled", pair["difference"], "interval", n)
    return ""


def _in_points(group: str, found: Values, over: str, n: float) -> str:
    """Return what ends the claim's sentence: a difference, its interval, and of how many."""
    low, high = points(found[over]).values()
    text = f" [[evidence.summary.all-images.{group}]] " + signed(100 * found["mean"])
    return text + (" [" + low + ", " + high + "], n = " + whole(n) + ".")


def calibration(file: Values, seeds: Values) -> Claim:
    """Judge the models as trained, which is what is claimed, on three kinds of networks.

    One pair over images, pairs of several seeds over these, and the learning curves' network, which
    learns its images by heart, must say the same; else it is open.
    """
    before, after = (file["values"]["difference"][stage] for stage in ("before", "after"))
    filled = {
        "difference": signed(100 * before["value"]),
        **points(before["interval"]),
        "n": whole(file["n"]),
        "after": signed(100 * after["value"]),
        **points(after["interval"], "after_low", "after_high"),
        **confidence_seeds.summed_up(seeds["values"]),
    }
    others = confidence_seeds.ece_verdicts(seeds["values"])
    tests = {"images": verdict(before["interval"]), **others}
    says = Says("evidence.summary.calibration", filled)
    return agreeing("calibration", says, tests, before["value"])


def outside(file: Values, seeds: Values) -> Claim:
    """Follow AUROC on most kinds of images, of the same three networks.

    Printed is the kind on which the one pair differs most.
    """
    sets = file["values"]["sets"]
    furthest = max(sets, key=lambda one: abs(float(one["difference"]["auroc"]["value"])))
    counted_sets = differing(sets, "auroc")
    filled = {
        "better": whole(counted_sets["higher"]),
        "worse": whole(counted_sets["lower"]),
        "total": whole(counted_sets["count"]),
        "set": f"[[evidence.set.{furthest['set']}]]",
        **{model: percent(furthest[model]["auroc"]) for model in MODELS},
        "n": whole(furthest["n"]),
        **confidence_seeds.separated(seeds["values"]),
    }
    others = confidence_seeds.outside_verdicts(seeds["values"])
    tests = {"images": majority(auroc_verdicts(sets)), **others}
    says = Says("evidence.summary.outside", filled)
    return agreeing("outside", says, tests, furthest["mixup"]["auroc"])
