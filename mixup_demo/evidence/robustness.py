"""What becomes of the claims about robustness: to attacks, and to common corruptions."""

from mixup_demo.evidence import corruptions_says, pgd_transfer
from mixup_demo.evidence.attack_says import pgd_verdicts
from mixup_demo.evidence.attack_seeds import of_seeds, seeds_verdicts
from mixup_demo.evidence.claims import Claim, agreeing
from mixup_demo.evidence.panel import Says, Values, number, points, ratio, short, signed, whole
from mixup_demo.evidence.rules import BETTER, majority, telling, verdict
from mixup_demo.evidence.seed_groups import PAGE, by_test, ends_of, in_points
from mixup_demo.evidence.trace import length
from mixup_demo.evidence.transfer import black_verdicts


def white(pgd: Values, attacks: Values) -> Claim:
    """Follow PGD at the budgets that tell, over images and over seeds; print the largest of each.

    All must say the same.
    """
    values = pgd["values"]
    entry, groups = telling(values["attacks"])[-1], by_test(values["seeds"])
    tests = {
        "images": majority(pgd_verdicts(values)),
        **{test: majority(seeds_verdicts(group)) for test, group in groups.items()},
    }
    found = entry["difference"]
    low, high = found["interval"]
    filled = {
        "budget": short(entry["budget"]),
        "difference": signed(100 * -found["mean"]),
        **points([-high, -low]),
        "n": whole(pgd["n"]),
        **_gain_over_seeds(of_seeds(groups["seeds"])[-1]),
        "page": _gain_of_page(of_seeds(groups[PAGE])[-1]) if PAGE in groups else "",
    }
    masked = tests["images"] != BETTER and one_step_gains(attacks["values"])
    says = Says(f"evidence.summary.white{'' if masked else '.plain'}", filled)
    return agreeing("white", says, tests, found["mean"])


def _gain_over_seeds(entry: Values) -> dict[str, str]:
    """Return the gain in accuracy of pairs of several seeds, by placeholder."""
    low, high = ends_of(entry["difference"])
    return {
        "seeds": whole(length(entry["erm"]["errors"])),
        "seeds_budget": short(entry["budget"]),
        "seeds_difference": signed(100 * -entry["difference"]["mean"]),
        **points([-high, -low], "seeds_low", "seeds_high"),
    }


def _gain_of_page(entry: Values) -> str:
    mean, (low, high) = entry["difference"]["mean"], ends_of(entry["difference"])
    seeds, at = length(entry["erm"]["errors"]), " (" + short(entry["budget"]) + "/255)"
    return in_points(100 * -mean, (100 * -high, 100 * -low), seeds, at)


def one_step_gains(values: Values) -> bool:
    """Return whether mixup is better under FGSM of its own gradient at most budgets."""
    return (
        majority(
            verdict(one["ratio"]["interval"], neutral=1, smaller_is_better=False)
            for one in values["attacks"]
            if (one["method"], one["source"]) == ("fgsm", "white") and one["ratio"]["interval"]
        )
        == BETTER
    )


def black(passed: Values, attacks: Values, paper: Values) -> Claim:
    """Follow PGD of other networks, over images and over seeds; print FGSM at the paper's budget.

    Args:
        passed: the results file "pgd_transfer".
        attacks: the results file "adversarial".
        paper: the paper's numbers.
    """
    budget, found = paper["adversarial"]["budget"], black_verdicts(attacks["values"], "fgsm")
    entry = next(one for one, _ in found if one["budget"] == budget)
    low, high = entry["ratio"]["interval"]
    filled = {
        **pgd_transfer.counted(passed),
        "budget": whole(entry["budget"]),
        "ratio": ratio(entry["ratio"]["value"]),
        **{"low": number(low), "high": number(high), "attacked": whole(attacks["n"])},
    }
    tests, says = pgd_transfer.judged(passed["values"]), Says("evidence.summary.black", filled)
    return agreeing("black", says, tests, entry["ratio"]["value"])


def corruptions(file: Values) -> Claim:
    """Follow most kinds of corruptions, of which all tests must say the same; print the means."""
    values = file["values"]
    groups = corruptions_says.by_name(values)
    over_seeds = groups[corruptions_says.SEEDS]["all"]
    found = groups[corruptions_says.IMAGES]["all"]["difference"]
    filled = {
        "total": whole(corruptions_says.corruptions(groups[corruptions_says.IMAGES])),
        "difference": signed(100 * found["mean"]),
        **points(found["interval"]),
        "n": whole(file["n"]),
        "seeds": whole(length(over_seeds["erm"]["errors"])),
        "seeds_difference": signed(100 * over_seeds["difference"]["mean"]),
        **points(ends_of(over_seeds["difference"]), "seeds_low", "seeds_high"),
        **corruptions_says.counted(values),
        "page": _errors_of_page(groups[PAGE]["all"]) if PAGE in groups else "",
        "curves": "[[evidence.summary.corruptions.curves]]" if values["curves"] else "",
    }
    ruling = majority(corruptions_says.kind_verdicts(values))
    return Claim("corruptions", Says("evidence.summary.corruptions", filled, ruling), found["mean"])


def _errors_of_page(entry: Values) -> str:
    found = entry["difference"]
    ends = [100 * end for end in ends_of(found)]
    return in_points(100 * found["mean"], ends, length(entry["erm"]["errors"]))
