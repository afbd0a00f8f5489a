"""When does mixup help? What the studies' trainings say: images, augmentation, length."""

from collections.abc import Iterator, Sequence

from mixup_demo.evidence.origins import join
from mixup_demo.evidence.panel import MODELS, Says, Values, number, percent, short, whole
from mixup_demo.evidence.rules import OPEN
from mixup_demo.evidence.seeds import Compared, judge, of_difference, phrase, ruling, tally
from mixup_demo.evidence.trace import count, declared

#: the studies in the order in which they are shown
ORDER = ("curves", "added", "length")
#: below this training error at the end, a network knows its images by heart
LEARNED = 0.01


def place(study: str, cell: Values) -> str:
    """Return what sets a cell apart from the others of its study, in words."""
    if study == "added":
        return f"[[evidence.studies.network.{cell['network']}]], " + _augmentation(cell)
    if study == "length":
        return whole(cell["epochs"]) + " [[evidence.epochs]]"
    return whole(cell["images"]) + " [[evidence.studies.images]]"


def _augmentation(cell: Values) -> str:
    return f"[[evidence.studies.augmentation.{cell['augmentation']}]]"


def _path(study: str, first: Values, last: Values) -> str:
    """Return from which cell to which, without repeating what they share."""
    if study == "added":
        return place(study, first) + " → " + _augmentation(last)
    axis = {"curves": "images", "length": "epochs"}[study]
    return whole(first[axis]) + " → " + place(study, last)


def arm(cell: Values, alpha: float) -> Values | None:
    """Return what a cell's models of one α found; None where none is finished."""
    found: list[Values] = [one for one in cell["alphas"] if one["alpha"] == alpha]
    return found[0] if found else None


def further(cells: Sequence[Values], alpha: float) -> list[float]:
    """Return the α above 0, other than this one, that several cells were trained with."""
    trained = [one["alpha"] for cell in cells for one in cell["alphas"]]
    return sorted({one for one in trained if one not in (0.0, alpha) and trained.count(one) > 1})


def compared(name: str, values: Values) -> list[Compared]:
    """Return of a study the comparison with ERM of every cell that has both.

    Args:
        name: of the study.
        values: of the results file "studies".
    """
    cells, alpha = values["studies"][name]["cells"], values["mixup_alpha"]
    arms = [(place(name, cell), arm(cell, alpha)) for cell in cells]
    return [
        of_difference(where, one["difference"]) for where, one in arms if one and one["difference"]
    ]


def distinct(values: Values) -> list[Compared]:
    """Return all studies' comparisons with ERM, each once, though some stand in several studies.

    Of those it is the learning curves' that counts, which have most seeds and come first.

    Args:
        values: of the results file "studies".
    """
    found: dict[tuple[object, ...], Compared] = {}
    for name in ORDER:
        for cell in values["studies"][name]["cells"]:
            one = arm(cell, values["mixup_alpha"])
            if one and one["difference"]:
                where = of_difference(place(name, cell), one["difference"])
                found.setdefault(_training(cell), where)
    return list(found.values())


def _training(cell: Values) -> tuple[object, ...]:
    """Return what tells a cell's trainings from others; unless it is said, they crop and flip."""
    augmentation = str(cell["augmentation"]) if "augmentation" in cell else "crop-flip"
    return str(cell["architecture"]), float(cell["epochs"]), float(cell["images"]), augmentation


def comparing(values: Values) -> list[str]:
    """Return the studies that compare several cells, in their order."""
    return [name for name in ORDER if len(compared(name, values)) > 1]


def says(name: str, values: Values) -> Says:
    """Return in how many of a study's cells mixup is better or worse, by how much, and the trend.

    Args:
        name: of a study that compares several cells.
        values: of the results file "studies".
    """
    some = compared(name, values)
    verdicts = judge(some)
    decided = any(verdicts)
    parts = [
        phrase(one, found) + (verdict_word(found) if decided else "")
        for one, found in zip(some, verdicts, strict=True)
    ]
    filled = {
        "alpha": short(values["mixup_alpha"]),
        "list": join("; ", parts),
        "change": change_of(name, values),
        **tally(some, verdicts),
    }
    key = f"evidence.studies.says.{name}{'' if decided else '.few'}"
    return Says(key, filled, ruling(verdicts) if decided else OPEN)


def verdict_word(found: str | None) -> str:
    """Return what ends a comparison in a list: its verdict, or that there are too few seeds."""
    return f", [[evidence.studies.verdict.{found or 'few'}]]"


def change_of(name: str, values: Values) -> str:
    """Return how the difference changes over a study's cells, and whether that is clear.

    Args:
        name: of the study.
        values: of the results file "studies".
    """
    some = [
        of_difference(_path(name, one["from"], one["to"]), one["difference"])
        for one in values["studies"][name]["changes"]
    ]
    if not some:
        return ""
    parts = [
        phrase(one, found) + _trend(found) for one, found in zip(some, judge(some), strict=True)
    ]
    return " [[evidence.studies.change]] " + join("; ", parts) + "."


def _trend(found: str | None) -> str:
    """Return what ends a change in a list: its direction, or that there are too few seeds."""
    return f", [[evidence.studies.trend.{found}]]" if found else verdict_word(None)


def network(values: Values, groups: Sequence[Values]) -> Iterator[Says]:
    """Yield why this network, and how far it is from the page's pair.

    Args:
        values: of the results file "studies".
        groups: of the results file "generalisation".
    """
    cells = values["studies"]["curves"]["cells"]
    plain = [one for cell in cells if (one := arm(cell, 0.0))]
    if plain:
        yield _heart(plain)
    yield from _behind(cells, groups)


def trainings(values: Values) -> list[Says]:
    """Return how one of them is trained again, and what all have taken.

    Args:
        values: of the results file "studies".
    """
    return [_again(values["queue"]["again"]), _queue(values)]


def _heart(plain: Sequence[Values]) -> Says:
    errors = [max(one["train_errors"]) for one in plain]
    filled = {
        "learned": whole(count(error for error in errors if error < LEARNED)),
        "total": whole(count(errors)),
        "limit": percent(declared("studies.LEARNED", LEARNED), 0),
        "most": percent(max(errors)),
    }
    return Says("evidence.studies.says.heart", filled)


def _behind(cells: Sequence[Values], groups: Sequence[Values]) -> Iterator[Says]:
    """Yield how far the best mean is from the page's pair, where it is behind."""
    pair = next((group for group in groups if group["group"] == "bundled"), None)
    means = [(one["mean"], cell) for cell in cells for one in cell["alphas"]]
    if not means:
        return
    best, cell = min(means, key=lambda one: float(one[0]))
    if pair and best > max(pair[model]["mean"] for model in MODELS):
        errors = {model: percent(pair[model]["mean"]) for model in MODELS}
        filled = {"best": percent(best), "images": whole(cell["images"]), **errors}
        yield Says("evidence.studies.says.behind", filled)


def _again(again: Values) -> Says:
    filled = {
        "recipe": again["recipe"],
        "minutes": whole(again["minutes"]),
        "n": whole(again["n"]),
        "machine": join("; ", again["hardware"]),
    }
    return Says("evidence.studies.says.again", filled)


def _queue(values: Values) -> Says:
    queue = values["queue"]
    hours = [
        number(one["hours"], 1) + " [[evidence.studies.hours]] (" + one["hardware"] + ")"
        for one in queue["hardware"]
    ]
    filled = {name: whole(queue[name]) for name in ("finished", "total")}
    done = [
        f"[[evidence.studies.of.{one['study']}]] "
        + (whole(one["finished"]) + " / " + whole(one["total"]))
        for one in queue["studies"]
    ]
    lists = {"studies": join(", ", done), "hours": join("; ", hours)}
    return Says("evidence.studies.says.queue", {**filled, **lists})
