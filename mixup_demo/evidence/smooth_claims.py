"""What becomes of the claims on what lies between two images: over images, and over seeds."""

from collections.abc import Sequence

from mixup_demo.evidence import smooth_seeds
from mixup_demo.evidence.between import counted, smoothness_verdicts
from mixup_demo.evidence.claims import Claim, agreeing
from mixup_demo.evidence.panel import Says, Values, points, signed, whole
from mixup_demo.evidence.population_file import OF_PLANES
from mixup_demo.evidence.population_file import measures as population_measures
from mixup_demo.evidence.rules import BETTER, WORSE, majority, verdict
from mixup_demo.evidence.seed_groups import PAGE, by_test, ends_of, in_counts, in_points
from mixup_demo.evidence.trace import count, length


def between(file: Values, equal: Values, seeds: Values) -> Claim:
    """Both of the paper's measures must hold, the gradient's of equally calibrated models.

    They must over image pairs of one pair of networks, and over seeds of others; else it is open.
    """
    miss = file["values"]["measures"]["miss_rate"]
    norm = equal["values"]["measures"]["mean_gradient_norm"]
    asked = (("trained", "miss_rate"), ("calibrated", "mean_gradient_norm"))
    groups = by_test(seeds["values"]["groups"])
    of_group = {
        test: [of[s][name]["difference"] for s, name in asked] for test, of in groups.items()
    }
    seeds_miss, seeds_norm = of_group["seeds"]
    filled = {
        "difference": signed(100 * miss["difference"]),
        **points(miss["interval"]),
        "gradient": signed(norm["difference"]),
        **_ends(norm["interval"], "gradient"),
        **{"n": whole(file["n"]), "pairs": whole(equal["n"])},
        "seeds": whole(length(seeds_miss["by_seed"])),
        "seeds_difference": signed(100 * seeds_miss["mean"]),
        **points(ends_of(seeds_miss), "seeds_low", "seeds_high"),
        "seeds_gradient": signed(seeds_norm["mean"]),
        **_ends(ends_of(seeds_norm), "seeds_gradient"),
        "page": _misses_of_page(*of_group[PAGE]) if PAGE in groups else "",
    }
    tests = {
        "images": majority(verdict(one["interval"]) for one in (miss, norm)),
        **{
            test: majority(smooth_seeds.verdicts(of, stage)[name] for stage, name in asked)
            for test, of in groups.items()
        },
    }
    says = Says("evidence.summary.between", filled)
    return agreeing("between", says, tests, miss["difference"])


def _misses_of_page(miss: Values, norm: Values) -> str:
    """Return the page's network's miss rate in points, then its gradient's norm."""
    ends = [100 * end for end in ends_of(miss)]
    told = in_points(100 * miss["mean"], ends, length(miss["by_seed"]))
    low, high = map(signed, ends_of(norm))
    return (
        told
        + " [[evidence.summary.page.gradient]] "
        + (signed(norm["mean"]) + " [" + low + ", " + high + "].")
    )


def smooth(equal: Values, population: Values, jacobian: Values, seeds: Values) -> Claim:
    """Follow most measures of equally calibrated models, corrected for their number.

    How much all probabilities react to the pixels is one of them. Those of planes are of the
    population as trained: which class is ahead does not depend on the temperature. Over the seeds
    of each group, most of the measures that need no planes must say the same; else it is open.
    """
    planes = {
        name: one for name, one in population_measures(population).items() if name in OF_PLANES
    }
    calibrated = equal["values"]["measures"]
    reacts = {smooth_seeds.REACTS: jacobian["values"]["calibrated"]}
    compared = {**{name: calibrated[name] for name in calibrated}, **planes, **reacts}
    verdicts = smoothness_verdicts(compared)
    slope, groups = calibrated["steepest_slope"], by_test(seeds["values"]["groups"])
    told = counted(compared, verdicts)
    of_group = {test: smooth_seeds.counted(of, "calibrated") for test, of in groups.items()}
    over, page = of_group["seeds"], of_group.get(PAGE)
    filled = {
        **{name: told[name] for name in (BETTER, WORSE, "total")},
        "n": whole(equal["n"]),
        "planes": _planes(population["values"]["planes"]),
        "difference": signed(slope["difference"]),
        **_ends(slope["interval"]),
        "seeds": over["seeds"],
        **{f"seeds_{name}": over[name] for name in (BETTER, WORSE, "total")},
        "page": in_counts(page, page["seeds"]) if page else "",
    }
    tests = {
        "images": majority(verdicts.values()),
        **{
            test: majority(smooth_seeds.verdicts(of, "calibrated").values())
            for test, of in groups.items()
        },
    }
    says = Says("evidence.summary.smooth", filled)
    return agreeing("smooth", says, tests, slope["difference"])


def _planes(planes: Values | None) -> str:
    """Return how many planes there are; data of two classes has none."""
    return whole(planes["n"] if planes else count(()))


def _ends(interval: Sequence[float], name: str = "") -> dict[str, str]:
    """Return the ends of an interval by placeholder, "low" and "high" after the name."""
    start = f"{name}_" if name else ""
    ends = (f"{start}low", f"{start}high")
    return dict(zip(ends, map(signed, interval), strict=True))
