"""What attacks say that are made with another network's gradient (black box)."""

from collections.abc import Sequence

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import Says, Values, number, percent, ratio, whole, word
from mixup_demo.evidence.rules import majority, verdict
from mixup_demo.evidence.tallies import ALL, tally
from mixup_demo.evidence.trace import count


def black_verdicts(values: Values, method: str | None = None) -> list[tuple[Values, str]]:
    """Return each black-box attack that has an interval, with its verdict.

    Args:
        values: of the results file "adversarial".
        method: one of them; None for all.
    """
    return [
        (one, verdict(one["ratio"]["interval"], neutral=1, smaller_is_better=False))
        for one in values["attacks"]
        if one["source"] == "black" and method in (None, one["method"]) and one["ratio"]["interval"]
    ]


def sources_of(values: Values) -> list[Values]:
    """Return the sources, each with its attacks: the one that the page attacks with, then others.

    Args:
        values: of the results file "adversarial".
    """
    return [values, *values["further"]]


def transfer_verdicts(values: Values) -> list[tuple[Values, str]]:
    """Return the attacks of all sources that have an interval, with their verdicts."""
    return [found for source in sources_of(values) for found in black_verdicts(source)]


def black_says(results: Values, method: str) -> Says:
    """Say the ratios of one black-box attack at all budgets."""
    found = black_verdicts(results["values"], method)
    entries, verdicts = [one for one, _ in found], [word for _, word in found]
    says = majority(verdicts)
    return Says(
        "evidence.adversarial.says.budgets",
        {
            "attack": f"[[evidence.attack.{method}.black]]",
            "ratios": join(", ", [number(one["ratio"]["value"]) for one in entries]),
            "budgets": join(", ", [whole(one["budget"]) for one in entries]),
            **_counts(found),
            "n": whole(results["n"]),
            "verdict": word(says),
        },
        says,
    )


def _counts(found: Sequence[tuple[Values, str]]) -> dict[str, str]:
    ratios = (one["ratio"]["value"] for one, _ in found)
    return tally(ratios, (is_ for _, is_ in found), ALL)


def transfer_says(results: Values) -> list[Says]:
    """Say the ratios of each further source at all budgets, and on how many who is better."""
    values = results["values"]
    found = transfer_verdicts(values)
    says = majority(word for _, word in found)
    filled = {
        "count": whole(count(source["source_epochs"] for source in sources_of(values))),
        **_counts(found),
        "n": whole(results["n"]),
        "verdict": word(says),
    }
    of_each = [_further(source) for source in values["further"]]
    return [*of_each, Says("evidence.adversarial.says.transfer", filled, says)]


def _further(source: Values) -> Says:
    attacks = {
        method: [one for one in source["attacks"] if one["method"] == method]
        for method in ("fgsm", "ifgsm")
    }
    filled = {
        "where": f"[[evidence.source.{source['source_model']}]]",
        "epochs": whole(source["source_epochs"]),
        "error": percent(source["source_error"]),
        "budgets": join(", ", [whole(one["budget"]) for one in attacks["fgsm"]]),
        **{
            method: join(", ", [ratio(one["ratio"]["value"]) for one in of])
            for method, of in attacks.items()
        },
    }
    return Says("evidence.adversarial.says.further", filled)


def source_says(values: Values) -> list[Says]:
    """Say how long the model of the black box was trained, where there is one."""
    if not values["source_epochs"]:
        return []
    filled = {"source": whole(values["source_epochs"]), "epochs": whole(values["epochs"])}
    return [Says("evidence.adversarial.says.source", filled)]
