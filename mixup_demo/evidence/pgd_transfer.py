"""What PGD says in the black box, where its images were made with other networks."""

from collections.abc import Iterator

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import MODELS, Says, Values, percent, whole, word
from mixup_demo.evidence.rules import (
    agreed,
    corrected,
    majority,
    of_trainings,
    p_value,
    student_p,
    telling,
    verdict,
)
from mixup_demo.evidence.seed_groups import PAGE, by_test, in_counts
from mixup_demo.evidence.tallies import ALL, tally
from mixup_demo.evidence.trace import count, length

#: a comparison, and its verdict
Judged = tuple[Values, str]


def says(results: Values) -> list[Says]:
    """Return what each source's images say, and who is ahead in how many comparisons.

    Args:
        results: the results file "pgd_transfer", traced.
    """
    ruling = agreed(*judged(results["values"]).values())
    filled = {**counted(results), "verdict": word(ruling)}
    of_each = [_source(one) for one in results["values"]["sources"]]
    return [*of_each, Says("evidence.adversarial.says.pgd-transfer", filled, ruling)]


def judged(values: Values) -> dict[str, str]:
    """Return what most comparisons over "images" say, and what most over seeds of each group say.

    Args:
        values: of the results file.
    """
    tests = {"images": over_images(values), **over_seeds(values)}
    return {test: majority(one for _, one in found) for test, found in tests.items()}


def over_images(values: Values) -> list[Judged]:
    """Return the bundled pair's comparisons: every source, every budget that tells.

    Corrected by Holm for their number, as those over seeds are.
    """
    found = list(_telling(values))
    single = [verdict(one["difference"]["interval"]) for one in found]
    chances = [p_value(of["mean"], of["interval"]) for of in (one["difference"] for one in found)]
    return list(zip(found, corrected(single, chances), strict=True))


def over_seeds(values: Values) -> dict[str, list[Judged]]:
    """Return the comparisons of each group of seeds, by test; open where all seeds are alike."""
    attacks = [[by_test(one["seeds"]) for one in of["attacks"]] for of in values["sources"]]
    return {
        test: _judged([one for of in attacks for one in telling(of_test[test] for of_test in of)])
        for test in attacks[0][0]
    }


def _judged(found: list[Values]) -> list[Judged]:
    single, chances = [_of_seeds(one) for one in found], [_chance(one) for one in found]
    return list(zip(found, corrected(single, chances), strict=True))


def counted(results: Values) -> dict[str, str]:
    """Return by placeholder how many comparisons there are, and how many have each verdict."""
    values = results["values"]
    groups = over_seeds(values)
    return {
        "count": whole(count(one["source_epochs"] for one in values["sources"])),
        "restarts": whole(values["restarts"]),
        "n": whole(results["n"]),
        **_counts(over_images(values)),
        "seeds": _seeds(groups["seeds"]),
        **{f"seeds_{name}": number for name, number in _counts(groups["seeds"]).items()},
        "page": in_counts(_counts(page), _seeds(page)) if (page := groups.get(PAGE)) else "",
    }


def _seeds(found: list[Judged]) -> str:
    return whole(length(found[0][0]["erm"]["errors"]))


def _telling(values: Values) -> Iterator[Values]:
    for source in values["sources"]:
        yield from telling(source["attacks"])


def _of_seeds(one: Values) -> str:
    return of_trainings(one["difference"]["over_seeds"], length(one["erm"]["errors"]))


def _chance(one: Values) -> float:
    """Return the p of no difference, by Student over seeds."""
    ends = one["difference"]["over_seeds"]
    return student_p(one["difference"]["mean"], ends, len(one["erm"]["errors"])) if ends else 1.0


def _counts(found: list[Judged]) -> dict[str, str]:
    differences = (one["difference"]["mean"] for one, _ in found)
    return tally(differences, (is_ for _, is_ in found), ALL)


def _source(source: Values) -> Says:
    attacks = source["attacks"]
    filled = {
        "where": f"[[evidence.source.{source['source_model']}]]",
        "epochs": whole(source["source_epochs"]),
        "error": percent(source["source_error"]),
        "budgets": join(", ", [whole(one["budget"]) for one in attacks]),
        **{
            model: join(", ", [percent(1 - one[model]["error"]) for one in attacks])
            for model in MODELS
        },
    }
    return Says("evidence.adversarial.says.pgd-source", filled)
