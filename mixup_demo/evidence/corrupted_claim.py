"""What becomes of the claim about corrupted labels: three tests that must say the same."""

from dataclasses import replace

from mixup_demo.evidence.claims import Claim, agreeing, rulings, scouted, smallest
from mixup_demo.evidence.corrupted_seeds import STUDIES, compared
from mixup_demo.evidence.panel import Says, Values, percent, points, signed, whole
from mixup_demo.evidence.rules import OPEN, SEEDS
from mixup_demo.evidence.seeds import Compared, judge, tally
from mixup_demo.evidence.trace import count, declared


def judged(file: Values, studies: Values | None = None) -> Claim:
    """Ask for the error at the end, at each method's best epoch, and against ERM with dropout.

    Each test follows most shares of corrupted labels of the studies, corrected for their number;
    the smallest effect at the end is printed. Without such, that of a pair, which decides nothing.
    """
    at_end = _compared(studies, "erm", "last")
    verdicts = judge(at_end)
    found = smallest(at_end, verdicts)
    if found:
        filled, decides = found
        tests = {"last": verdicts}
        for name, some in (
            ("best", _compared(studies, "erm", "best")),
            ("dropout", _compared(studies, "erm-dropout", "last")),
        ):
            tests[name] = judge(some)
            told = tally(some, tests[name])
            filled |= {f"{name}_{word}": told[word] for word in ("better", "worse", "total")}
        filled["best_networks"] = _deciding(studies, "erm", "best")
        says = Says("evidence.summary.corrupted", {**filled, **scouted(studies)})
        return agreeing("corrupted", says, rulings(tests), decides)
    return _one_corrupted_pair(file)


def _compared(studies: Values | None, other: str, end: str) -> list[Compared]:
    """Return mixup's comparisons with a method at all shares of both studies."""
    return [
        replace(one, where=f"[[{network}]], " + one.where)
        for study, network in STUDIES.items()
        for one in (compared(studies["values"], study, other, end) if studies else ())
    ]


def _deciding(studies: Values | None, other: str, end: str) -> str:
    """Return the networks of which some comparison has enough seeds, in [[text keys]]."""
    values = studies["values"] if studies else None
    named = (
        f"[[{network}]]"
        for study, network in STUDIES.items()
        if values and any(judge(compared(values, study, other, end)))
    )
    return ", ".join(named) or "–"


def _one_corrupted_pair(file: Values) -> Claim:
    """Return the smallest effect of the pairs of one seed, which decides nothing."""
    shares = [share for share in file["values"]["shares"] if share["difference"]]
    least = min(shares, key=lambda share: abs(float(share["difference"]["mean"])))
    one_pair = least["difference"]
    filled = {
        "share": percent(least["share"], 0),
        "total": whole(count(share["share"] for share in shares)),
        "difference": signed(100 * one_pair["mean"]),
        **points(one_pair["interval"]),
        "n": whole(file["n"]),
        "least": whole(declared("rules.SEEDS", SEEDS)),
    }
    says = Says("evidence.summary.corrupted.none", filled, OPEN)
    return Claim("corrupted", says, one_pair["mean"])
