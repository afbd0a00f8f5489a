"""Whether a number stands where it belongs: ERM's beside "ERM", a group's in the group's row.

A number may be in the file and yet be another one's. What a place says of itself, by its
placeholder, its column, its row's first cell or its trace's name, is compared with the labels that
lie on the number's path: keys, and the names and settings beside it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mixup_demo.evidence.origins import Origin, Source, parts_of
from mixup_demo.evidence.panel import Chart, Panel, Says, Table
from tests.evidence.recompute import Files, sources

#: placeholders of numbers -> the model that they speak of
MODELS = {
    **dict.fromkeys(("erm", "erm_train", "erm_rank", "plain", "erm_kept", "paper_erm"), "erm"),
    **{"erm_after": "erm", "mixup_after": "mixup"},
    **dict.fromkeys(("mixup", "mixup_rank", "test", "train", "mixup_kept"), "mixup"),
    "paper_mixup": "mixup",
}
#: placeholders -> what the path must end with
ENDS: dict[str, tuple[str | int, ...]] = {
    **{"low": ("interval", 0), "high": ("interval", 1), "temperature": ("temperature",)},
    **{"confidence": ("confidence",), "accuracy": ("accuracy",)},
    **{"seeds_low": ("over_seeds", 0), "seeds_high": ("over_seeds", 1)},
    **{"both_low": ("over_both", 0), "both_high": ("over_both", 1)},
    **{"gradient_low": ("interval", 0), "gradient_high": ("interval", 1)},
    **{"after_low": ("interval", 0), "after_high": ("interval", 1)},
    "seeds_gradient_low": ("over_seeds", 0),
    "seeds_gradient_high": ("over_seeds", 1),
}
#: sentences of a gain in accuracy, whose ends are those of the error's, turned round
TURNED = {
    *("evidence.adversarial.says.pgd", "evidence.adversarial.says.seeds"),
    *("evidence.summary.white", "evidence.summary.white.plain"),
}
OTHER_END = {
    **{"low": "high", "high": "low"},
    **{"seeds_low": "seeds_high", "seeds_high": "seeds_low"},
}
#: placeholders of what holds for a whole file, or counts over all of its parts
FREE = (
    "network",
    "pairs",
    "budget",
    "budgets",
    "n",
    "lower",
    "higher",
    "count",
    "better",
    "worse",
    "total",
)
#: sentence -> placeholders that speak of something else than the sentence's subject
ELSEWHERE: dict[str, tuple[str, ...]] = {
    "evidence.adversarial.says.masked": ("strong", "erm_kept", "mixup_kept"),
    "evidence.summary.gan.modes": ("alpha", "least", "data"),
    "evidence.summary.gan.quality": ("alpha", "least", "data"),
    # which may name the length of the trainings
    "evidence.gan.says.modes": ("where",),
    "evidence.gan.says.quality": ("where",),
    "evidence.summary.generalisation": ("least", "change", "all"),
    "evidence.summary.outside": (
        *("seeds", "seeds_better", "seeds_worse", "seeds_total", "page"),
        *("curves_better", "curves_worse", "curves_total"),
    ),
    "evidence.summary.corrupted": (
        "least",
        *(
            f"{test}_{name}"
            for test in ("best", "dropout")
            for name in ("better", "worse", "total")
        ),
    ),
    "evidence.gan.says.inconclusive": ("least",),
    "evidence.corruptions.says.kind": ("curves", "page"),
    "evidence.outside.says": ("erm", "mixup"),
    "evidence.outside.says.scaled": ("auroc_lower", "auroc_higher"),
}
#: what a sentence compares -> the keys of its values
MEASURES = {
    **{"test-error": {"mean"}, "last-error": {"error"}, "ece": {"ece"}},
    "miss-rate": {"miss_rate"},
}
#: columns -> key of their values, ours and the paper's
COLUMNS = {
    **{"best": {"best"}, "last": {"last", "mean", "sd"}, "ratio": {"ratio", "mixup", "erm"}},
    **{"train-true": {"train_error_true", "train_true"}, "difference": {"difference"}},
    "train-corrupted": {"train_error_corrupted", "train_corrupted"},
}
ALPHA: dict[str, str | int] = {
    **{"error": "test_error", "test": "test_error", "erm": "test_error"},
    **{"train": "train_error", "erm_train": "train_error", "largest": "alpha"},
}
RATIO: dict[str, str | int] = {
    **{"ratio": "ratio", "low": "ratio", "high": "ratio", "budget": "budget"},
}
KEPT: dict[str, str | int] = {"erm_kept": "error", "mixup_kept": "error", "budget": "budget"}
WHITE: dict[str, str | int] = {
    **{"budget": "budget", "seeds_budget": "budget"},
    **dict.fromkeys(("seeds_difference", "seeds_low", "seeds_high", "seeds_budget"), "scarce"),
    "page": "page",
}
PASSED: dict[str, str | int] = {
    **dict.fromkeys(("better", "worse", "open", "total"), "difference"),
    **dict.fromkeys(("seeds_better", "seeds_worse", "seeds_open", "seeds_total"), "scarce"),
    **{"count": "source_epochs", "restarts": "restarts", "seeds": "scarce", "page": "page"},
}
NORM = dict.fromkeys(("erm", "mixup", "difference", "low", "high"), "mean_gradient_norm")
ENDS_OF = ("", "_low", "_high")
#: sentence -> placeholder -> a key on the path
SENTENCES: dict[str, dict[str, str | int]] = {
    "evidence.between.says.gradient": NORM,
    "evidence.between.says.equal": NORM,
    **{
        f"evidence.between.says.jacobian.{stage}": dict.fromkeys(NORM, stage)
        for stage in ("trained", "calibrated")
    },
    "evidence.alpha.says.underfits": ALPHA,
    "evidence.alpha.says.holds": ALPHA,
    "evidence.corrupted.says.memorised": dict.fromkeys(("erm", "mixup"), "train_error_corrupted"),
    "evidence.corrupted.says.ends": dict.fromkeys(("erm", "mixup"), "models"),
    "evidence.corrupted.says.missed": dict.fromkeys(("erm", "mixup"), "train_error_true"),
    **{
        f"evidence.corrupted.says.seeds.{end}": dict.fromkeys(
            ("better", "worse", "total", "list"), of
        )
        for end, of in (("last", "difference_of_mixup"), ("best", "best_difference_of_mixup"))
    },
    "evidence.corrupted.says.dropout": {"erm": "erm-dropout"},
    "evidence.adversarial.says.pgd": {**KEPT, "difference": "difference"},
    "evidence.adversarial.says.masked": {**RATIO, **KEPT, "strong": "budget"},
    "evidence.adversarial.says.seeds": {**KEPT, "difference": "seeds", "n": "seeds"},
    "evidence.adversarial.says.left": {
        **{"one_step": "fgsm", "one_step_seeds": "fgsm", "beyond": "fgsm"},
        **dict.fromkeys(("many", "many_seeds", "erm_kept", "mixup_kept"), "pgd"),
        **dict.fromkeys(("one_step_interval", "beyond_interval"), "fgsm"),
        **{"many_interval": "pgd", "budget": "budget", "larger": "budget"},
    },
    "evidence.adversarial.says.further": {
        **{"fgsm": "fgsm", "ifgsm": "ifgsm", "epochs": "source_epochs"},
        **{"error": "source_error", "budgets": "budget"},
    },
    "evidence.adversarial.says.pgd-source": {
        **{"erm": "error", "mixup": "error", "epochs": "source_epochs"},
        **{"error": "source_error", "budgets": "budget"},
    },
    "evidence.adversarial.says.pgd-transfer": PASSED,
    "evidence.adversarial.says.transfer": dict.fromkeys(("better", "worse", "open"), "ratio"),
    "evidence.corruptions.says.images": dict.fromkeys(("erm", "mixup", "difference"), "all"),
    "evidence.corruptions.says.seeds": {
        **dict.fromkeys(("erm", "mixup", "difference"), "all"),
        **{"n": "errors", "total": "strength"},
    },
    "evidence.corruptions.says.kind": {
        **{"difference": "bundled", "low": "bundled", "seeds": "scarce"},
        **dict.fromkeys(("seeds_difference", "seeds_low", "seeds_high"), "scarce"),
        **{"curves": "curves", "page": "page"},
    },
    "evidence.adversarial.says.source": {"source": "source_epochs", "epochs": "epochs"},
    "evidence.adversarial.says.budgets": {"ratios": "ratio", "budgets": "budget"},
    "evidence.outside.says.auroc": dict.fromkeys(("lower", "higher"), "auroc"),
    **{
        f"evidence.calibration.says.seeds.{stage}": dict.fromkeys(
            ("erm", "mixup", "difference", "seeds_low", "seeds_high", "n"), stage
        )
        for stage in ("before", "after")
    },
    **{
        f"evidence.calibration.says.curves.{stage}": {
            **dict.fromkeys(("erm", "mixup", "better", "worse", "total"), stage),
            "images": "images",
        }
        for stage in ("before", "after")
    },
    "evidence.outside.says.seeds": dict.fromkeys(("better", "worse", "total", "list"), "sets"),
    "evidence.outside.says.curves": {
        **dict.fromkeys(("better", "worse", "total"), "auroc"),
        "images": "curves",
    },
    "evidence.outside.says.scaled": {
        **dict.fromkeys(("lower", "higher", "erm", "mixup"), "scaled"),
        **dict.fromkeys(("auroc_lower", "auroc_higher"), "auroc"),
    },
    "evidence.gan.says.modes": dict.fromkeys(("plain", "mixup", "difference"), "modes"),
    "evidence.gan.says.quality": dict.fromkeys(("plain", "mixup", "difference"), "quality"),
    "evidence.summary.generalisation": {"difference": "difference"},
    "evidence.summary.corrupted": {
        **{f"best_{name}": "best_difference_of_mixup" for name in ("better", "worse", "total")},
        **{f"dropout_{name}": "erm-dropout" for name in ("better", "worse", "total")},
    },
    "evidence.summary.corrupted.none": {"share": "share"},
    **dict.fromkeys(("evidence.summary.white", "evidence.summary.white.plain"), WHITE),
    "evidence.summary.corruptions": {
        **dict.fromkeys(("difference", "low", "high"), "bundled"),
        **dict.fromkeys(("seeds", "seeds_difference", "seeds_low", "seeds_high"), "scarce"),
        **{"total": "strength", "page": "page"},
    },
    "evidence.summary.black": {**PASSED, **RATIO, "attacked": "n"},
    "evidence.summary.calibration": {
        **{"difference": "before", "after": "after", "low": "before", "curves": "before"},
        **{"after_low": "after", "after_high": "after"},
        **dict.fromkeys(("seeds_difference", "seeds_low", "seeds_high"), "before"),
        **{"seeds": "scarce", "images": "images", "page": "page"},
    },
    "evidence.summary.outside": {
        **{**dict.fromkeys(("erm", "mixup"), "auroc"), "n": "n", "seeds": "scarce"},
        **{f"seeds_{name}": "scarce" for name in ("better", "worse", "total")},
        **{f"curves_{name}": "curves" for name in ("better", "worse", "total")},
    },
    "evidence.summary.between": {
        **dict.fromkeys(("difference", "low", "high"), "miss_rate"),
        **dict.fromkeys(("gradient", "gradient_low", "gradient_high"), "mean_gradient_norm"),
        **dict.fromkeys(("seeds", "seeds_difference", "seeds_low", "seeds_high"), "miss_rate"),
        **{f"seeds_gradient{end}": "mean_gradient_norm" for end in ENDS_OF},
        "page": "page",
    },
    "evidence.summary.smooth": {
        **dict.fromkeys(("difference", "low", "high"), "steepest_slope"),
        **{"n": "results/equal_calibration", "planes": "planes", "seeds": "scarce"},
        "page": "page",
        **{f"seeds_{name}": "scarce" for name in ("better", "worse", "total")},
    },
    **{
        f"evidence.smoothness.says.{stage}": {
            **dict.fromkeys(("better", "worse", "open", "total"), stage),
            "seeds": "by_seed",
        }
        for stage in ("trained", "calibrated")
    },
    "evidence.summary.gan.modes": {"difference": "modes", "n": "seeds"},
    "evidence.summary.gan.quality": {"difference": "quality", "n": "seeds"},
    "evidence.adversarial.says.ratio": RATIO,
    "evidence.adversarial.says.ours": RATIO,
    "evidence.adversarial.says.nothing-left": {"erm": "error", "mixup": "error"},
    "evidence.limits.top5": {"erm": 5, "mixup": 5},
    "evidence.limits.decay": {
        f"{model}_{name}": name for model in ("erm", "mixup") for name in ("small", "large")
    },
    "evidence.limits.speech": {"erm": "error", "mixup": "error", "alpha": "alpha"},
    "population.says.sizes": {"pairs": "pairs", "attacked": "attack", "planes": "planes"},
    "population.says.seeds": {
        **{f"{kind}{end}": kind for kind in ("erm", "mixup", "methods") for end in ENDS_OF},
        "seeds": "seeds",
    },
    "population.says.agreement": {"share": "agreement", "low": "agreement", "high": "agreement"},
    "population.says.corrected": {"count": "difference", "total": "difference"},
    "gan.says.modes": dict.fromkeys(("plain", "mixup", "difference"), "modes"),
    "gan.says.quality": dict.fromkeys(("plain", "mixup", "difference"), "quality"),
}
#: chart or trace -> a key on the paths of its values
DRAWN = {
    **{
        "[[evidence.axis.train-error]]": "train_error",
        "[[evidence.axis.test-error]]": "test_error",
    },
    **{"[[evidence.best]]": "best", "[[evidence.last]]": "last"},
    **{"evidence.outside.confidence": "confidence", "evidence.outside.auroc": "auroc"},
    "evidence.between.miss": "miss_",
    "evidence.between.gradient": "gradient_norm",
    "population.chart.own": "own",
    "population.chart.gradient_norm": "gradient_norm",
    "population.chart.confidence": "confidence",
}
NAMED = re.compile(r"\[\[(?:model|evidence\.(?:column|legend))\.(erm|mixup)(?:-dropout)?\]\]")
#: text keys that say which part of a file numbers are of
SUBJECT = re.compile(
    r"(?:evidence\.(?:group|set|attack|source|calibration|corrupted\.(?:share|chart)|"
    r"corruptions\.(?:kind|pair|difference)|gan\.(?:data|loss)|"
    r"studies\.(?:network|augmentation|study|method)|smoothness)|measure|plane)"
    r"\.([\w.-]+)|evidence\.(between\.(?:trained|calibrated))"
)

#: words of text keys -> how the files call it
OTHERWISE = {
    "none": "clean",
    "none-pgd": "results/pgd",
    "between.trained": "results/between",
    "between.calibrated": "results/equal_calibration",
}
#: what a file of one measure leaves unsaid, by part: the measure, and the file of all others
UNSAID = {
    "results/jacobian": {
        "trained": {"input_jacobian", "results/between"},
        "calibrated": {"input_jacobian", "results/equal_calibration"},
    }
}
#: architectures of the files -> word of text keys
NETWORKS = {"whitened-cnn-small": "cnn", "preact-resnet18-16": "resnet"}


def labels(source: Source, files: Files) -> set[Any]:
    """Return the keys on the way to a source, and the names and settings beside them."""
    unsaid = UNSAID.get(source.file, {})
    found: set[Any] = set()
    for key, value in files.steps(source):
        found |= {key} | unsaid.get(key, set())
        if isinstance(value, dict):
            found |= {one for one in value.values() if isinstance(one, str | int | float)}
            found |= {NETWORKS.get(value.get("architecture"))} - {None}
    return found


def model(source: Source, files: Files) -> str | None:
    """Return "erm" or "mixup", or another method, whose value this is; None for neither."""
    found = None
    for key, value in files.steps(source):
        if isinstance(value, Mapping) and "alpha" in value:
            found = value.get("method", "mixup" if value["alpha"] else "erm").partition("-")[0]
        found = str(key) if key in ("erm", "mixup") else found
    return found


def subjects(text: str) -> set[Any]:
    """Return the labels that a text key names: {"fgsm", "white"}, {0.2}, {"miss_rate"}."""
    found: set[Any] = set()
    for key, whole in SUBJECT.findall(text):
        for word in key.split(".") if key else [whole]:
            if word not in ("chart", "unit", "ends", "sources"):
                found.add(int(word) / 100 if word.isdigit() else OTHERWISE.get(word, word))
    return found


def numbers(text: str) -> list[Source]:
    return [one for part in parts_of(text) for one in sources(part.origin)]


def says_problems(says: Says, files: Files) -> Iterator[str]:
    named = " ".join(says.values.get(name, "") for name in ("where", "attack", "set", "data"))
    free = {*FREE, *ELSEWHERE.get(says.key, ())}
    measure = says.values.get("measure", "").rpartition(".")[2].rstrip("]")
    for name, text in says.values.items():
        if name == "list" and not all(len(cells) <= 1 for cells in _listed(text)):
            yield f"{says.key}: an item of {text} has values of several cells"
        for source in _placed(says, name, text):
            of = f"{says.key}: {name} is {source}"
            if model(source, files) != MODELS.get(name, model(source, files)):
                yield of
            end = ENDS.get(OTHER_END[name] if _turned(says, name) else name)
            if end and source.path[-len(end) :] != end:
                yield of
            if name in ("difference", "seeds_difference") and not any(
                "difference" in str(k) for k in source.path
            ):
                yield of
            if name not in free and subjects(named) - labels(source, files):
                yield of
            if not {SENTENCES.get(says.key, {}).get(name)} - {None} <= labels(source, files):
                yield of
            of_measure = name in ("erm", "mixup") and measure in MEASURES
            if of_measure and not MEASURES[measure] & set(source.path):
                yield of


def _listed(text: str) -> Iterator[set[tuple[Any, ...]]]:
    """Yield of each item of a list which cells of a study its numbers are of."""
    cells: set[tuple[Any, ...]] = set()
    for part in parts_of(text):
        if part.origin is None and part.text == "; ":
            yield cells
            cells = set()
        cells |= {one.path[:5] for one in sources(part.origin) if "cells" in one.path}
    yield cells


def _placed(says: Says, name: str, text: str) -> list[Source]:
    """Return a number's sources, but for all modes or samples, at which a GAN's interval ends."""
    ends = "gan." in says.key and name in ("low", "high")
    return [one for one in numbers(text) if not (ends and one.path[-1] in ("modes", "gan.ALL"))]


def _turned(says: Says, name: str) -> bool:
    return says.key in TURNED and name in OTHER_END


def table_problems(table: Table, files: Files) -> Iterator[str]:
    for row in table.rows:
        before = ""
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            ends = "interval" in column
            before = before if ends else column
            for source in numbers(cell):
                if _misplaced(source, before, row[0], files):
                    yield f"{row[0]}, {column}: {source}"
            if ends and " – " in cell and [s.path[-1] for s in numbers(cell)] != [0, 1]:
                yield f"{row[0]}, {column}: {cell} is no interval"


def _misplaced(source: Source, column: str, row: str, files: Files) -> bool:
    named = NAMED.search(column)
    key = column.rpartition(".")[2].rstrip("]")
    wrong_model = named and (model(source, files) == "erm") != (named[1] == "erm")
    wrong_key = not ends_of(source) and not COLUMNS.get(key, {*source.path}) & set(source.path)
    wrong_key |= key == "last" and "best" in source.path
    wrong_place = any(not _within(source, one) for one in numbers(row))
    return bool(wrong_model or wrong_key or wrong_place or subjects(row) - labels(source, files))


def _within(source: Source, named: Source) -> bool:
    """Return whether a value lies where what its row names lies, such as a number of images.

    What the recipe of a whole file says holds for all of its values.
    """
    place = () if "recipe" in named.path else named.path[:-1]
    elsewhere = not named.file.startswith("results/") or source.file != named.file
    return elsewhere or source.path[: len(place)] == place


def ends_of(source: Source) -> bool:
    """Return whether this is an end of an interval."""
    return any("interval" in str(key) for key in source.path)


def chart_problems(chart: Chart, files: Files) -> Iterator[str]:
    for k, trace in enumerate(chart.figure.to_dict()["data"]):
        named = NAMED.search(trace.get("name") or "")
        found = [
            source
            for where, origin in chart.origins.items()
            if where[:2] == ("data", k) and where[2] in ("x", "y")
            for source in _numbers(origin, where)
        ]
        models = {model(source, files) for source in found} - {None}
        if named and named[1] not in models:
            yield f"{chart.title}: {trace['name']} is of {models}"
        if named and len(models) > 1 and trace["type"] != "bar":
            yield f"{chart.title}: {trace['name']} is of {models}"
        for part, key in DRAWN.items():
            paths = ["/".join(map(str, source.path)) for source in found]
            named_so = part in f"{chart.title} {trace.get('name')}"
            if named_so and paths and not any(key in path for path in paths):
                yield f"{chart.title}: {trace.get('name')} is of no {key}"
        if named and (points := _apart(chart, k)):
            yield f"{chart.title}: {trace['name']} has values of other cells at {points}"
        for source in found:
            shared = source.file == "paper" or "clean" in source.path
            if not shared and subjects(chart.title) - labels(source, files):
                yield f"{chart.title}: {source}"
            if not shared and subjects(trace.get("name") or "") - labels(source, files):
                yield f"{chart.title}: {trace['name']} is {source}"


def _apart(chart: Chart, k: int) -> list[int]:
    """Return the points of a study's trace whose x and y are of different cells."""
    cells: dict[int, set[tuple[Any, ...]]] = {}
    for where, origin in chart.origins.items():
        if where[:2] == ("data", k) and where[2] in ("x", "y") and len(where) == 4:
            of = {one.path[:5] for one in _numbers(origin, where) if "cells" in one.path}
            cells.setdefault(where[3], set()).update(of)
    return [point for point, of in cells.items() if len(of) > 1]


def _numbers(origin: Any, where: tuple[Any, ...]) -> list[Source]:
    """Return the values behind a place; of histograms those of its own values alone."""
    if isinstance(origin, tuple):
        return []
    found: Origin = origin
    if getattr(found, "operation", "").startswith("bin"):
        return list(sources(found.operands[0])) if where[2] == "y" else []  # type: ignore[union-attr]
    return list(sources(found))


def panel_problems(panel: Panel, files: Files) -> list[str]:
    return [
        *(one for says in panel.says for one in says_problems(says, files)),
        *(one for chart in panel.charts for one in chart_problems(chart, files)),
        *table_problems(panel.table, files),
    ]
