"""What attacks say over several seeds: PGD's verdict, and what it leaves of FGSM's ratio."""

from collections.abc import Sequence

from mixup_demo.evidence.attack_says import kept
from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import Says, Values, number, short, signed, span, whole, word
from mixup_demo.evidence.rules import of_trainings, telling
from mixup_demo.evidence.seed_groups import where
from mixup_demo.evidence.trace import length


def seeds_says(strongest: Values) -> list[Says]:
    """Return what PGD says of each group of seeds.

    Args:
        strongest: the results file "pgd", traced.
    """
    return [
        _seeds(group, one)
        for group in strongest["values"]["seeds"]
        for one in of_seeds(group)
        if one["difference"]["over_seeds"]
    ]


def left_says(strongest: Values, budget: float) -> list[Says]:
    """Return what PGD leaves of FGSM's ratio, of each group of seeds.

    Args:
        strongest: the results file "pgd", traced.
        budget: the paper's, whose ratio is said, too.
    """
    return [one for group in strongest["values"]["seeds"] for one in _left(group, budget)]


def of_seeds(group: Values, method: str = "pgd") -> list[Values]:
    """Return an attack on the pairs of one group at the budgets at which PGD tells."""
    attacks = group["attacks"]
    budgets = [one["budget"] for one in telling(a for a in attacks if a["method"] == "pgd")]
    return [one for one in attacks if one["method"] == method and one["budget"] in budgets]


def seeds_verdicts(group: Values) -> list[str]:
    """Return the verdicts over seeds at these budgets."""
    return [_over_seeds(one) for one in of_seeds(group)]


def _over_seeds(entry: Values) -> str:
    ends = entry["difference"]["over_seeds"]
    return of_trainings(ends, length(entry["erm"]["errors"]))


def _seeds(group: Values, entry: Values) -> Says:
    difference, found = entry["difference"], _over_seeds(entry)
    low, high = difference["over_seeds"]
    gained = {"difference": -difference["mean"], "seeds_low": -high, "seeds_high": -low}
    return Says(
        "evidence.adversarial.says.seeds",
        {
            "where": where(group),
            "attack": "[[evidence.attack.pgd.white]]",
            "budget": short(entry["budget"]),
            **kept(entry),
            **{name: signed(100 * value) for name, value in gained.items()},
            "n": whole(length(entry["erm"]["errors"])),
            "verdict": word(found),
        },
        found,
    )


def _left(group: Values, budget: float) -> list[Says]:
    """Say what PGD leaves of FGSM's ratio, at the largest budget at which PGD tells and at another.

    Nothing where the ratio of some seed is none.
    """
    both = of_seeds(group, "fgsm"), of_seeds(group)
    if not all(both):
        return []
    one_step, many = (attacks[-1] for attacks in both)
    paper = {one["method"]: one for one in group["attacks"] if one["budget"] == budget}
    ratios = [one["ratio"] for one in (one_step, many, paper["fgsm"])]
    if any(one["mean"] is None for one in ratios):
        return []
    filled = {
        "where": where(group),
        "budget": short(many["budget"]),
        "larger": short(paper["fgsm"]["budget"]),
        **{
            name: number(one["mean"])
            for name, one in zip(("one_step", "many", "beyond"), ratios, strict=True)
        },
        **_ends(
            ("one_step", one_step["ratio"]),
            ("many", many["ratio"]),
            ("beyond", paper["fgsm"]["ratio"]),
        ),
        "one_step_seeds": _listed(one_step["ratio"]["values"]),
        "many_seeds": _listed(many["ratio"]["values"]),
        **kept(paper["pgd"]),
    }
    return [Says("evidence.adversarial.says.left", filled)]


def _ends(*ratios: tuple[str, Values]) -> dict[str, str]:
    """Return Student's interval of each ratio over seeds."""
    return {f"{name}_interval": span(one["over_seeds"], share=False) for name, one in ratios}


def _listed(values: Sequence[float]) -> str:
    return join(", ", [number(value) for value in values])
