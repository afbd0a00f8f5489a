"""What attacks say: the strongest decides, one step alone never does (gradient masking)."""

from collections.abc import Sequence
from dataclasses import replace

from mixup_demo.evidence.panel import (
    MODELS,
    Says,
    Values,
    number,
    percent,
    ratio,
    reported,
    short,
    signed,
    whole,
    word,
)
from mixup_demo.evidence.rules import BETTER, LEFT, majority, telling, verdict


def paper_row(theirs: Values, method: str, source: str, top: int = 1) -> Values:
    """Return the paper's row of one attack."""
    wanted = (method, source, top)
    rows: list[Values] = theirs["rows"]
    return next(row for row in rows if (row["method"], row["source"], row["top"]) == wanted)


def paper_ratio(row: Values) -> float | None:
    """Return mixup's accuracy over ERM's, from the paper's errors in per cent.

    None where both keep less than `rules.LEFT`: 0.4 % over 0.1 % is no factor of four.
    """
    erm, mixup = 100 - row["erm"], 100 - row["mixup"]
    if max(erm, mixup) < 100 * LEFT:
        return None
    found: float = mixup / erm
    return found


def attacks_of(values: Values, method: str, source: str) -> list[Values]:
    """Return one attack at all its budgets, of the values of the results file "adversarial"."""
    attacks: list[Values] = values["attacks"]
    return [a for a in attacks if (a["method"], a["source"]) == (method, source)]


def pgd_says(strongest: Values) -> list[Says]:
    """Return what PGD says at each budget that leaves enough right answers to compare.

    Args:
        strongest: the results file "pgd", traced.
    """
    return [_pgd(one, strongest["n"]) for one in telling(strongest["values"]["attacks"])]


def pgd_verdicts(pgd: Values) -> list[str]:
    """Return the verdicts at these budgets, of the values of the results file."""
    return [verdict(one["difference"]["interval"]) for one in telling(pgd["attacks"])]


def _pgd(entry: Values, n: float) -> Says:
    difference = entry["difference"]
    found = verdict(difference["interval"])
    low, high = difference["interval"]
    gained = {"difference": -difference["mean"], "low": -high, "high": -low}
    return Says(
        "evidence.adversarial.says.pgd",
        {
            "attack": "[[evidence.attack.pgd.white]]",
            "budget": short(entry["budget"]),
            **kept(entry),
            **{name: signed(100 * value) for name, value in gained.items()},
            "n": whole(n),
            "verdict": word(found),
        },
        found,
    )


def kept(entry: Values) -> dict[str, str]:
    """Return what an attack leaves of each model's accuracy, by placeholder."""
    return {f"{model}_kept": percent(1 - entry[model]["error"]) for model in MODELS}


def white_says(results: Values, theirs: Values, pgd: Values) -> list[Says]:
    """Compare one step at the paper's budget, and ten at the largest budget that tells."""
    values, n = results["values"], results["n"]
    one_step = _at(attacks_of(values, "fgsm", "white"), theirs["budget"])
    said = [_one_step(one_step, theirs, pgd, n)] if one_step["ratio"]["interval"] else []
    many = attacks_of(values, "ifgsm", "white")
    entry = _at(many, theirs["budget"])
    if entry not in telling(many):
        said.append(_nothing_left(entry, theirs))
    bounded = [one for one in telling(many) if one["ratio"]["interval"]]
    return [
        *said,
        *(_compared("evidence.adversarial.says.ours", one, {}, n) for one in bounded[-1:]),
    ]


def _at(attacks: Sequence[Values], budget: float) -> Values:
    return next(one for one in attacks if one["budget"] == budget)


def _one_step(entry: Values, theirs: Values, pgd: Values, n: float) -> Says:
    """Say FGSM's ratio, and where the strongest attack does not confirm its gain, say that."""
    row = paper_row(theirs, "fgsm", "white")
    filled = {"paper": ratio(paper_ratio(row)) + reported(row), "network": theirs["network"]}
    gains = verdict(entry["ratio"]["interval"], 1, smaller_is_better=False)
    strong = majority(pgd_verdicts(pgd))
    if gains != BETTER or strong == BETTER:
        return _compared("evidence.adversarial.says.ratio", entry, filled, n)
    hardest = telling(pgd["attacks"])[-1]
    filled |= {"strong": short(hardest["budget"]), **kept(hardest)}
    says = _compared("evidence.adversarial.says.masked", entry, filled, n)
    return replace(says, verdict=strong)


def _nothing_left(entry: Values, theirs: Values) -> Says:
    row = paper_row(theirs, "ifgsm", "white")
    left = {model: percent(1 - entry[model]["error"]) for model in MODELS}
    of_paper = {f"paper_{model}": number(100 - row[model], 1) for model in MODELS}
    network = {"network": theirs["network"], "reported": reported(row)}
    return Says(
        "evidence.adversarial.says.nothing-left", {**_named(entry), **left, **of_paper, **network}
    )


def _named(entry: Values) -> dict[str, str]:
    attack = f"[[evidence.attack.{entry['method']}.{entry['source']}]]"
    return {"attack": attack, "budget": whole(entry["budget"])}


def _compared(key: str, entry: Values, more: dict[str, str], n: float) -> Says:
    low, high = entry["ratio"]["interval"]
    found = verdict(entry["ratio"]["interval"], neutral=1, smaller_is_better=False)
    ends = {"low": number(low), "high": number(high)}
    filled = {
        "ratio": ratio(entry["ratio"]["value"]),
        **ends,
        "n": whole(n),
        "verdict": word(found),
    }
    return Says(key, {**_named(entry), **more, **filled}, found)
