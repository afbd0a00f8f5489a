"""What common corruptions say: over images of one pair, over seeds of groups, and all together.

A further test are the learning curves' networks, over images at each number of training images.
"""

from collections.abc import Mapping, Sequence

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import (
    MODELS,
    Says,
    Values,
    percent,
    points,
    signed,
    whole,
    word,
)
from mixup_demo.evidence.rules import (
    agreed,
    corrected,
    majority,
    of_trainings,
    p_value,
    student_p,
    verdict,
)
from mixup_demo.evidence.seed_groups import PAGE, TESTS, ends_of
from mixup_demo.evidence.tallies import tally
from mixup_demo.evidence.trace import count, length

#: one pair, compared over images, and smaller pairs of several seeds, compared over seeds
IMAGES, SEEDS = "bundled", "scarce"
#: another test
CURVES = "curves"


def by_name(values: Values) -> dict[str, Values]:
    """Return the groups of the values of the results file: `IMAGES`, those of `TESTS`."""
    found = {str(group["group"]): group for group in values["groups"]}
    return {name: found[name] for name in (IMAGES, *TESTS) if name in found}


def ends(entry: Values) -> Sequence[float] | None:
    """Return the interval that decides: over seeds where there are several, else over images.

    None where all seeds are alike.
    """
    difference: Values = entry["difference"]
    several = len(entry["erm"]["errors"]) > 1
    found: Sequence[float] | None = difference["over_seeds" if several else "interval"]
    return found


def verdicts(group: Values) -> list[str]:
    """Return the verdict of each kind, corrected by Holm for their number."""
    return _corrected(group["kinds"])


def curve_verdicts(curves: Sequence[Values]) -> list[list[str]]:
    """Return of each kind the verdict at each number of images, all corrected together by Holm.

    Args:
        curves: the pairs of the learning curves.
    """
    found = iter(_corrected([kind for curve in curves for kind in curve["kinds"]]))
    of_curves = [[next(found) for _ in curve["kinds"]] for curve in curves]
    return [list(kind) for kind in zip(*of_curves, strict=True)]


def _corrected(kinds: Sequence[Values]) -> list[str]:
    return corrected([_single(kind) for kind in kinds], [_chance(kind) for kind in kinds])


def _single(entry: Values) -> str:
    """Return an entry's own verdict: over seeds where there are several, else over images."""
    found, seeds = ends(entry), len(entry["erm"]["errors"])
    return verdict(found) if found and seeds == 1 else of_trainings(found, seeds)


def _chance(entry: Values) -> float:
    """Return the p of no difference: by Student over seeds, else over images."""
    mean, seeds, interval = entry["difference"]["mean"], len(entry["erm"]["errors"]), ends(entry)
    if interval is None:
        return 1.0
    return p_value(mean, interval) if seeds == 1 else student_p(mean, interval, seeds)


def kind_verdicts(values: Values) -> list[str]:
    """Return the verdict of each kind that all tests agree on.

    Args:
        values: of the results file.
    """
    return [agreed(*said.values()) for said in _by_kind(values)]


def _by_kind(values: Values) -> list[dict[str, str]]:
    """Return what each test says of each kind: over images, over seeds of groups, by the curves.

    Of the learning curves' networks, where they are known, it is what most of their numbers of
    images say.
    """
    tests = {name: verdicts(group) for name, group in by_name(values).items()}
    if values["curves"]:
        tests[CURVES] = [majority(kind) for kind in curve_verdicts(values["curves"])]
    return [dict(zip(tests, said, strict=True)) for said in zip(*tests.values(), strict=True)]


def counted(values: Values) -> dict[str, str]:
    """Return how many kinds there are, and of how many all tests say better or worse."""
    kinds = [kind["difference"]["mean"] for kind in by_name(values)[IMAGES]["kinds"]]
    counts = tally(kinds, kind_verdicts(values))
    return {"kinds": counts.pop("total"), **counts}


def named(kind: Values) -> str:
    """Return the text key of a kind's name."""
    return f"evidence.corruptions.kind.{kind['kind']}"


def _where(group: Values) -> str:
    return f"[[evidence.group.{group['group']}]]"


def corruptions(group: Values) -> float:
    """Return how many corruptions there are, kinds times strengths."""
    return count(one["strength"] for kind in group["kinds"] for one in kind["strengths"])


def _says_images(group: Values, n: float) -> Says:
    found = group["all"]["difference"]
    says = verdict(found["interval"])
    filled = {**_shared(group), **points(found["interval"]), "n": whole(n), "verdict": word(says)}
    return Says("evidence.corruptions.says.images", filled, says)


def _says_seeds(group: Values) -> Says:
    found, says = group["all"]["difference"], _single(group["all"])
    filled = {
        **_shared(group),
        **points(ends_of(found), "seeds_low", "seeds_high"),
        **points(found["over_both"], "both_low", "both_high"),
        "n": whole(length(group["all"]["erm"]["errors"])),
        "verdict": word(says),
    }
    return Says("evidence.corruptions.says.seeds", filled, says)


def _shared(group: Values) -> dict[str, str]:
    return {
        "where": _where(group),
        "total": whole(corruptions(group)),
        **{model: percent(group["all"][model]["mean"]) for model in MODELS},
        "difference": signed(100 * group["all"]["difference"]["mean"]),
    }


def all_says(groups: Mapping[str, Values], n: float) -> list[Says]:
    """Return what the numbers say of all corruptions together, by group.

    Args:
        groups: as `by_name` returns them.
        n: of test images.
    """
    over_seeds = [_says_seeds(groups[name]) for name in TESTS if name in groups]
    return [_says_images(groups[IMAGES], n), *over_seeds]


def kind_says(values: Values, n: float) -> list[Says]:
    """Return what the numbers say of each kind.

    Args:
        values: of the results file.
        n: of test images.
    """
    return [_kind(values, k, n, said) for k, said in enumerate(_by_kind(values))]


def _kind(values: Values, k: int, n: float, said: Mapping[str, str]) -> Says:
    """Say of the k-th kind what every test makes of it, `said`, and all together."""
    groups, found = by_name(values), agreed(*said.values())
    images, seeds = (groups[name]["kinds"][k] for name in (IMAGES, SEEDS))
    return Says(
        "evidence.corruptions.says.kind",
        {
            "where": f"[[{named(images)}]]",
            "difference": signed(100 * images["difference"]["mean"]),
            **points(images["difference"]["interval"]),
            "n": whole(n),
            "images": f"[[evidence.ruling.{said[IMAGES]}]]",
            "seeds": whole(length(seeds["erm"]["errors"])),
            "seeds_difference": signed(100 * seeds["difference"]["mean"]),
            **points(ends_of(seeds["difference"]), "seeds_low", "seeds_high"),
            "over_seeds": f"[[evidence.ruling.{said[SEEDS]}]]",
            "page": _of_page(groups[PAGE]["kinds"][k], said[PAGE]) if PAGE in groups else "",
            "curves": _of_curves(values["curves"], k, said[CURVES]) if CURVES in said else "",
            "verdict": word(found),
        },
        found,
    )


def _of_page(kind: Values, ruling: str) -> str:
    """Return a kind's difference over seeds of the page's network, and what it says."""
    found = kind["difference"]
    low, high = (signed(100 * end) for end in ends_of(found))
    told = signed(100 * found["mean"]) + " (" + low + ", " + high + ", n = "
    seeds = whole(length(kind["erm"]["errors"])) + ")"
    return " [[evidence.corruptions.page]] " + told + seeds + f", [[evidence.ruling.{ruling}]]."


def _of_curves(curves: Sequence[Values], k: int, ruling: str) -> str:
    """Return the k-th kind's differences by number of images, and what most of them say."""
    listed = [
        whole(one["images"]) + ": " + signed(100 * one["kinds"][k]["difference"]["mean"])
        for one in curves
    ]
    return (
        " [[evidence.corruptions.curves]] "
        + join(", ", listed)
        + f", [[evidence.ruling.{ruling}]]."
    )
