"""Confidence of further networks: over seeds of two, over images of one that learns by heart.

One pair of networks says little of calibration: it depends on how sure ERM is of itself, which
depends on network and schedule, and AUROC differs from seed to seed.
"""

from collections.abc import Sequence

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import (
    MODELS,
    Says,
    Values,
    number,
    percent,
    signed,
    whole,
    word,
)
from mixup_demo.evidence.rules import OPEN, corrected, majority, p_value, verdict
from mixup_demo.evidence.seed_groups import PAGE, by_test, ends_of, in_counts, in_points, where
from mixup_demo.evidence.seeds import Compared, judge
from mixup_demo.evidence.separation import auroc_verdicts
from mixup_demo.evidence.tallies import tally
from mixup_demo.evidence.trace import length

STAGES = ("before", "after")


def of_calibration(results: Values) -> list[Says]:
    """Return what the seeds say of calibration at each stage, and the learning curves' network.

    Args:
        results: the results file "confidence_seeds", traced.
    """
    groups, curves = results["values"]["groups"], results["values"]["curves"]
    over_seeds = [_ece_over_seeds(group, stage) for group in groups for stage in STAGES]
    of_curves = [_ece_of_curves(curves, stage, results["n"]) for stage in STAGES] if curves else []
    return [*over_seeds, *of_curves]


def of_outside(values: Values) -> list[Says]:
    """Return what the same say of unfamiliar images.

    Args:
        values: of the results file.
    """
    curves = values["curves"]
    over_seeds = map(_auroc_over_seeds, values["groups"])
    return [*over_seeds, *([_auroc_of_curves(curves)] if curves else ())]


def ece_verdicts(values: Values, stage: str = "before") -> dict[str, str]:
    """Return what each kind of network says of calibration: over seeds, and of the "curves".

    Args:
        values: of the results file.
        stage: of `STAGES`.
    """
    groups, curves = by_test(values["groups"]), values["curves"]
    over_seeds = {test: _ece_verdict(group, stage) for test, group in groups.items()}
    return over_seeds | ({"curves": majority(_of_curves(curves, stage))} if curves else {})


def outside_verdicts(values: Values) -> dict[str, str]:
    """Return what each kind of network says of unfamiliar images, as `ece_verdicts` does.

    Args:
        values: of the results file.
    """
    groups, curves = by_test(values["groups"]), values["curves"]
    over_seeds = {test: majority(_judged(_separations(group))) for test, group in groups.items()}
    return over_seeds | ({"curves": majority(_apart(curves))} if curves else {})


def _ece_verdict(group: Values, stage: str) -> str:
    """Return a group's verdict on calibration at a stage, corrected together with the other's."""
    return _judged([_error(group, one) for one in STAGES])[STAGES.index(stage)]


def _judged(some: Sequence[Compared]) -> list[str]:
    """Return verdicts over seeds, corrected by Holm; open, too, where there are too few seeds."""
    return [found or OPEN for found in judge(some)]


def _error(group: Values, stage: str) -> Compared:
    found = group["ece"][stage]["difference"]
    where = f"[[evidence.calibration.{stage}]]"
    return Compared(where, found["mean"], found["over_seeds"], length(found["by_seed"]))


def _separations(group: Values) -> list[Compared]:
    """Return the differences in AUROC of every kind of images, turned round: less is better."""
    return [_separation(one) for one in group["sets"]]


def _separation(one: Values) -> Compared:
    found, where = one["difference"], f"[[evidence.set.{one['set']}]]"
    ends = [-end for end in reversed(found["over_seeds"])] if found["over_seeds"] else None
    return Compared(where, -found["mean"], ends, length(found["by_seed"]))


def _of_curves(curves: Sequence[Values], stage: str) -> list[str]:
    """Return the verdict on calibration at each number of images, over images.

    They are corrected by Holm together with the other stage's.
    """
    found = [one["ece"][each]["difference"] for each in STAGES for one in curves]
    chances = [p_value(one["value"], one["interval"]) for one in found]
    verdicts = corrected([verdict(one["interval"]) for one in found], chances)
    first = STAGES.index(stage) * len(curves)
    return verdicts[first : first + len(curves)]


def _apart(curves: Sequence[Values]) -> list[str]:
    """Return the verdict on AUROC of each number of images and kind of images outside.

    They are corrected by Holm together.
    """
    return auroc_verdicts([one for curve in curves for one in curve["sets"]])


def _ece_over_seeds(group: Values, stage: str) -> Says:
    one, found = group["ece"][stage], _ece_verdict(group, stage)
    difference = one["difference"]
    low, high = ends_of(difference)
    filled = {
        "where": where(group),
        **{model: percent(one[model]["mean"]) for model in MODELS},
        "difference": signed(100 * difference["mean"]),
        "seeds_low": signed(100 * low),
        "seeds_high": signed(100 * high),
        "n": whole(length(difference["by_seed"])),
        "verdict": word(found),
    }
    return Says(f"evidence.calibration.says.seeds.{stage}", filled, found)


def _ece_of_curves(curves: Sequence[Values], stage: str, n: float) -> Says:
    found = _of_curves(curves, stage)
    held = majority(found)
    filled = {
        "images": join(", ", [whole(one["images"]) for one in curves]),
        **{
            model: join(", ", [percent(one["ece"][stage][model]) for one in curves])
            for model in MODELS
        },
        **tally([one["ece"][stage]["difference"]["value"] for one in curves], found),
        "n": whole(n),
        "verdict": word(held),
    }
    return Says(f"evidence.calibration.says.curves.{stage}", filled, held)


def _auroc_over_seeds(group: Values) -> Says:
    some = _separations(group)
    found = _judged(some)
    held = majority(found)
    filled = {
        "where": where(group),
        **_tally(some),
        "list": join("; ", [_by_seed(one) for one in group["sets"]]),
        "n": whole(some[0].seeds),
        "verdict": word(held),
    }
    return Says("evidence.outside.says.seeds", filled, held)


def _by_seed(one: Values) -> str:
    """Return every seed's AUROC on one kind of images, of ERM and of mixup."""
    ends = [join(", ", [number(value) for value in one[model]["values"]]) for model in MODELS]
    return f"[[evidence.set.{one['set']}]]: " + join(" → ", ends)


def _auroc_of_curves(curves: Sequence[Values]) -> Says:
    found = _apart(curves)
    held = majority(found)
    values = _differences(curves)
    filled = {
        "images": join(", ", [whole(one["images"]) for one in curves]),
        **tally(values, found),
        "n": whole(curves[0]["sets"][0]["n"]),
        "verdict": word(held),
    }
    return Says("evidence.outside.says.curves", filled, held)


def _differences(curves: Sequence[Values]) -> list[float]:
    return [one["difference"]["auroc"]["value"] for of in curves for one in of["sets"]]


def summed_up(values: Values) -> dict[str, str]:
    """Return by placeholder what the summary says of calibration as trained."""
    groups = by_test(values["groups"])
    found = groups["seeds"]["ece"]["before"]["difference"]
    low, high = ends_of(found)
    ends = {"difference": found["mean"], "low": low, "high": high}
    curves = [one["ece"]["before"]["difference"]["value"] for one in values["curves"]]
    return {
        **{f"seeds_{name}": signed(100 * value) for name, value in ends.items()},
        "seeds": whole(length(found["by_seed"])),
        "page": _ece_of_page(groups[PAGE]) if PAGE in groups else "",
        "curves": join(", ", [signed(100 * value) for value in curves]) or "–",
        "images": join(", ", [whole(one["images"]) for one in values["curves"]]) or "–",
    }


def _ece_of_page(group: Values) -> str:
    found = group["ece"]["before"]["difference"]
    ends = [100 * end for end in ends_of(found)]
    return in_points(100 * found["mean"], ends, length(found["by_seed"]))


def separated(values: Values) -> dict[str, str]:
    """Return by placeholder what the summary says of unfamiliar images, of the other networks."""
    groups, curves = by_test(values["groups"]), values["curves"]
    of_groups = {test: _separations(group) for test, group in groups.items()}
    counted = {test: _tally(some) for test, some in of_groups.items()}
    seeds = {test: whole(some[0].seeds) for test, some in of_groups.items()}
    of_curves = tally(_differences(curves), _apart(curves))
    return {
        **{f"seeds_{name}": text for name, text in counted["seeds"].items()},
        **{f"curves_{name}": text for name, text in of_curves.items()},
        "seeds": seeds["seeds"],
        "page": in_counts(counted[PAGE], seeds[PAGE]) if PAGE in groups else "",
    }


def _tally(some: Sequence[Compared]) -> dict[str, str]:
    return tally([one.mean for one in some], _judged(some))
