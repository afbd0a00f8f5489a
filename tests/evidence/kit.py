"""Results files as evaluations write them, with made-up numbers that are all different."""

import itertools
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import numpy as np
from scipy import stats

from mixup_demo.results import PlaneMeasures, Smoothness


def shares() -> Iterator[float]:
    """Different numbers from 0 to 1, of six decimals."""
    for k in itertools.count(1):
        yield round((k * 0.618033988) % 1, 6)


def file(name: str, values: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "command": f"python -m mixup_demo.evaluate --only {name}",
        "data": "cifar10",
        "n": 1234,
        "seeds": [0, 1],
        "hardware": "a machine",
        "precision": "bf16",
        "date": "2026-01-02",
        "models": {f"{name}-model": "0123456789abcdef"},
        "values": values,
    }


def around(value: float, by: float = 0.011111) -> list[float]:
    return [round(value - by, 6), round(value + by, 6)]


def generalisation(erm: float = 0.061, mixup: float = 0.0524, by: float = 0.004) -> dict[str, Any]:
    difference = round(mixup - erm, 6)

    def group(name: str, sd: float | None, wide: float = 2) -> dict[str, Any]:
        def one(error: float) -> dict[str, Any]:
            interval = around(error) if sd is None else None
            errors = [error] if sd is None else [error - sd, error, error + sd]
            spread = {"mean": error, "sd": sd, "interval": interval, "errors": errors}
            return {**spread, "medians": [round(one + 0.0123, 6) for one in errors]}

        return {
            "group": name,
            "erm": one(erm),
            "mixup": one(mixup),
            "difference": {
                **{"mean": difference, "interval": around(difference, by)},
                "over_seeds": None if sd is None else around(difference, wide * by),
                "over_both": None if sd is None else around(difference, 0.75 * wide * by),
            },
        }

    draws = shares()
    alphas = [("erm", 0.0), *(("mixup", a) for a in (0.1, 1.0, 32.0)), ("cutmix", 1.0)]
    family = []
    for method, alpha in alphas:
        error = next(draws)
        train = next(draws)
        family.append(
            {
                **{"model": f"small-{method}-{alpha:g}", "method": method, "alpha": alpha},
                **{"test_error": error, "interval": around(error), "train_error": train},
            }
        )
    groups = [group("bundled", None), group("scarce", 0.003456), group("page", 0.002345, 0.5)]
    groups[2]["erm"]["medians"] = groups[2]["mixup"]["medians"] = None
    return file("generalisation", {"groups": groups, "alpha": family})


#: of the made-up studies: numbers of images
COUNTS = (1000, 2000, 5000)


def studies(
    gains: tuple[float, ...] = (0.09, 0.06, 0.03), seeds: int = 3, by: float = 0.001
) -> dict[str, Any]:
    """With mixup the error is lower by each gain; over seeds it differs by some `by`."""

    def paired(mean: float, by: float) -> dict[str, Any]:
        found = [round(mean + by * (k - (seeds - 1) / 2), 6) for k in range(seeds)]
        mean, half = float(np.mean(found)), np.std(found, ddof=1) if seeds > 1 else 0
        ends = around(mean, half * stats.t.ppf(0.975, seeds - 1) / seeds**0.5) if half else None
        return {"seeds": [*range(seeds)], "by_seed": found, "mean": mean, "over_seeds": ends}

    def arm(alpha: float, error: float, gain: float) -> dict[str, Any]:
        errors = [round(error - gain + 0.0012345 * k, 6) for k in range(seeds)]
        return {
            **{"alpha": alpha, "seeds": [*range(seeds)], "errors": errors},
            **{"mean": float(np.mean(errors)), "train_errors": [0.001234 * (1 + alpha)] * seeds},
            "sd": float(np.std(errors, ddof=1)) if seeds > 1 else None,
            "over_epochs": {"epochs": [1, 64], "errors": [[0.8, error] for error in errors]},
            "difference": paired(-gain, by) if alpha else None,
            "difference_of_mixup": None,
        }

    def cell(error: float, gain: float, **place: Any) -> dict[str, Any]:
        alphas = [arm(0.0, error, 0.0), arm(0.2, error, gain / 3), arm(1.0, error, gain)]
        alphas[1]["difference_of_mixup"] = paired(gain / 3 - gain, by)
        network = "whitened-cnn-small" if place.get("network") == "cnn" else "preact-resnet18-16"
        of = {"architecture": network, "images": 2000, "epochs": 64}
        return {**of, **place, "alphas": alphas}

    def change(first: dict[str, Any], last: dict[str, Any], mean: float) -> dict[str, Any]:
        return {"from": first, "to": last, "difference": paired(mean, 2 * by)}

    curves = [
        cell(0.5123 - 0.071 * k, gain, images=images)
        for k, (images, gain) in enumerate(zip(COUNTS, gains, strict=True))
    ]
    places = [
        {"network": network, "augmentation": augmentation}
        for network in ("cnn", "resnet")
        for augmentation in ("alone", "crop-flip")
    ]
    added = [cell(0.4321, gains[k % 2], **place) for k, place in enumerate(places)]
    length = [cell(0.3987, gain, epochs=64 * 2**k) for k, gain in enumerate(reversed(gains))]
    found = {
        "curves": (curves, [({"images": 1000}, {"images": 5000}, gains[0] - gains[-1])]),
        "added": (added, [(*places[k : k + 2], gains[0] - gains[1]) for k in (0, 2)]),
        "length": (length, [({"epochs": 64}, {"epochs": 256}, gains[-1] - gains[0])]),
        "alphas": ([cell(0.3876, gains[0])], []),
        "family": ([cell(0.0654, gains[-1] / 10)], []),
    }
    of = {
        name: {"cells": cells, "changes": [change(*one) for one in changes]}
        for name, (cells, changes) in found.items()
    }
    fields = {"alpha": 0.0, "cutmix_alpha": 0.0, "label_smoothing": 0.0, "dropout": 0.0}
    methods = {
        **{"erm": {}, "mixup": {"alpha": 1.0}, "inputs": {"alpha": 1.0}},
        **{"cutmix": {"cutmix_alpha": 1.0}, "smoothing": {"label_smoothing": 0.1}},
        "erm-dropout": {"dropout": 0.5},
    }
    arms = [
        {
            **{"method": method, **fields, **own, **arm(0.0, 0.4765 - 0.01 * k, 0.0)},
            **{"alpha": own.get("alpha", 0.0), "difference": paired(-0.01 * k, by) if k else None},
            "difference_of_mixup": None if method == "mixup" else paired(0.01 * k - gains[0], by),
            "best": {"errors": [0.4321 - 0.01 * k] * seeds, "mean": 0.4321 - 0.01 * k, "sd": None},
            "best_difference_of_mixup": (
                None if method == "mixup" else paired(0.005 * k - gains[0] / 2, by / 2)
            ),
        }
        for k, (method, own) in enumerate(methods.items())
    ]
    relatives = {"architecture": "a network", "epochs": 64, "images": 2000, "methods": arms}
    both = {**arms[-1], "method": "mixup-dropout", "alpha": 1.0}
    noisy = [
        {**relatives, "images": 10_000, "share": share, "methods": [*arms[:2], arms[-1], both]}
        for share in (0.2, 0.5, 0.8)
    ]
    methods_of = {"relatives": [relatives], "corrupted": noisy, "noisy": []}
    machine = "a machine, 1 thread"
    again = {"recipe": "curve-2000-mixup-1-seed0", "images": 2000, "n": 6, "minutes": 25.25}
    queue = {
        **{"finished": 9 * seeds, "total": 96, "hours": 12.345},
        "studies": [
            {"study": name, "finished": 3 * seeds * len(cells), "total": 60}
            for name, (cells, _) in found.items()
        ],
        "hardware": [{"hardware": machine, "hours": 12.345}],
        "again": {**again, "hardware": [machine]},
    }
    return file(
        "studies",
        {
            **{"mixup_alpha": 1.0, "studies": of, "methods": methods_of},
            **{"pilot": pilot(), "queue": queue},
        },
    )


def pilot() -> list[dict[str, Any]]:
    tried = {"erm-dropout": (0.0, 0.7), "mixup": (8.0, 0.0), "mixup-dropout": (8.0, 0.3)}
    draws = shares()

    def method(name: str, alpha: float, dropout: float) -> dict[str, Any]:
        chosen = {"alpha": alpha, "dropout": dropout, "error": next(draws)}
        other = {**chosen, "dropout": dropout + 0.1, "error": next(draws)}
        return {"method": name, "candidates": [chosen, other], "chosen": chosen}

    return [
        {
            **{"share": share, "seed": 3, "held_out": 10_000},
            "methods": [method(name, *one) for name, one in tried.items()],
        }
        for share in (0.2, 0.5, 0.8)
    ]


def corrupted() -> dict[str, Any]:
    draws = shares()

    def model(method: str) -> dict[str, Any]:
        curve = [next(draws) for _ in range(5)]
        return {
            **{"method": method, "alpha": 8.0 if "mixup" in method else 0.0},
            **{"dropout": 0.3 if "dropout" in method else 0.0, "curve": curve},
            **{"best": min(curve), "last": curve[-1], "error": round(curve[-1] - 0.001, 6)},
            "interval": around(curve[-1]),
            **{"train_error_true": next(draws), "train_error_corrupted": next(draws)},
        }

    methods = ("erm", "erm-dropout", "mixup", "mixup-dropout")
    values = [
        {
            "share": share,
            "models": [model(method) for method in methods],
            "difference": {"mean": -0.123456 - share / 10, "interval": [-0.2, -0.05]},
            "dropout_difference": {"mean": -0.012345 - share / 10, "interval": [-0.03, 0.004]},
        }
        for share in (0.2, 0.5, 0.8)
    ]
    return file("corrupted", {"shares": values})


def adversarial(white: float | None = 2.345678) -> dict[str, Any]:
    draws = shares()

    def one() -> dict[str, Any]:
        error = next(draws)
        return {"error": error, "interval": around(error)}

    attacks = [
        {
            **{"method": method, "source": source, "budget": budget, "erm": one(), "mixup": one()},
            "ratio": {
                "value": white if source == "white" else 0.987654,
                "interval": None if white is None and source == "white" else [0.9, 2.9],
            },
        }
        for method in ("fgsm", "ifgsm")
        for source in ("white", "black")
        for budget in (1, 2, 4, 8)
    ]
    clean = {"erm": one(), "mixup": one()}
    values = {"budgets": [1, 2, 4, 8], "clean": clean, "attacks": attacks}
    source = {"source_model": "cifar10-erm-seed1", "source_epochs": 12, "source_error": 0.0789}
    further = [further_source(name, epochs) for name, epochs in FURTHER.items()]
    return file("adversarial", {**values, **source, "epochs": 50, "further": further})


FURTHER = {"small-erm": 10, "scarce-erm-seed0": 32}


def further_source(name: str, epochs: int) -> dict[str, Any]:
    """A source whose attacks all leave the question open."""
    draws = shares()

    def one() -> dict[str, Any]:
        error = next(draws)
        return {"error": error, "interval": around(error)}

    attacks = [
        {
            **{"method": method, "source": "black", "budget": budget, "erm": one(), "mixup": one()},
            "ratio": {"value": 0.912345, "interval": [0.8, 1.2]},
        }
        for method in ("fgsm", "ifgsm")
        for budget in (1, 2, 4, 8)
    ]
    of = {"source_model": name, "source_epochs": epochs, "source_error": 0.0987}
    return {**of, "attacks": attacks}


def pgd(
    gain: float = -0.2, over_seeds: float | None = None, page: float | None = None
) -> dict[str, Any]:
    """Accuracies of ERM fall from 0.7 on; mixup's differ by `gain` where there is room.

    Over seeds they differ by `over_seeds`, or as much; of the page's network by `page`, or as over
    seeds.
    """

    def one(accuracy: float) -> dict[str, Any]:
        return {"error": round(1 - accuracy, 6), "interval": around(1 - accuracy)}

    attacks = []
    for budget, erm in ((0.5, 0.701234), (1, 0.312345), (2, 0.012345), (4, 0.0)):
        mixup = max(0.0, erm + gain) if erm else 0.0
        attacks.append(
            {
                **{"method": "pgd", "source": "white", "budget": budget},
                **{"erm": one(erm), "mixup": one(mixup)},
                "ratio": {"value": mixup / erm if erm else None, "interval": None},
                "difference": {
                    "mean": round(erm - mixup, 6),
                    "interval": around(erm - mixup, 0.05),
                },
            }
        )
    values = {"budgets": [0.5, 1, 2, 4], "steps": 20, "restarts": 5, "attacks": attacks}
    clean = {"erm": one(0.93), "mixup": one(0.94)}
    small = gain if over_seeds is None else over_seeds
    gains = {"page": small if page is None else page, "scarce": small}
    seeds = [{"group": group, **pgd_seeds(one)} for group, one in gains.items()]
    return file("pgd", {**values, "clean": clean, "seeds": seeds})


def small(groups: list[dict[str, Any]]) -> dict[str, Any]:
    """The group of the smaller network."""
    return next(one for one in groups if one["group"] == "scarce")


def by_seed(key: str, values: list[float]) -> dict[str, Any]:
    """The entry of one model: a value for each seed."""
    mean, sd = round(float(np.mean(values)), 6), round(float(np.std(values, ddof=1)), 6)
    return {key: mean, "errors": values, "sd": sd, "interval": None}


def compared_by_seed(
    key: str, erm: list[float], mixup: list[float], by: float = 0.006
) -> dict[str, Any]:
    """Errors of three seeds, and a difference whose interval reaches so far to each side."""
    mean = round(float(np.mean(mixup) - np.mean(erm)), 6)
    difference = {
        **{"mean": mean, "interval": around(mean, 0.004), "over_seeds": around(mean, by)},
        "over_both": around(mean, 0.008),
    }
    return {
        **{"erm": by_seed(key, erm), "mixup": by_seed(key, mixup)},
        "difference": difference,
    }


def pgd_seeds(gain: float) -> dict[str, Any]:
    """Three seeds: FGSM leaves mixup twice ERM's accuracy, PGD as much more as `gain`."""

    def row(method: str, budget: float, erm: float, mixup: float) -> dict[str, Any]:
        of = {
            role: [round(1 - right - by, 6) for by in (-0.004, 0.001, 0.003)]
            for role, right in (("erm", erm), ("mixup", mixup))
        }
        ratios = [round((1 - b) / (1 - a), 6) for a, b in zip(*of.values(), strict=True)]
        return {
            **{"method": method, "source": "white", "budget": budget},
            **compared_by_seed("error", **of),
            "ratio": {
                "values": ratios,
                "mean": round(float(np.mean(ratios)), 6),
                "over_seeds": around(float(np.mean(ratios)), 0.1),
            },
        }

    one_step = [row("fgsm", budget, 0.312, 0.624) for budget in (0.5, 1, 2, 4)]
    many = [
        row("pgd", budget, erm, max(0.009, erm + gain))
        for budget, erm in ((0.5, 0.712), (1, 0.417), (2, 0.021), (4, 0.011))
    ]
    clean = {
        "erm": by_seed("error", [0.15, 0.16, 0.17]),
        "mixup": by_seed("error", [0.14, 0.15, 0.19]),
    }
    return {"clean": clean, "attacks": [*one_step, *many]}


def pgd_transfer(
    images: float = -0.1, seeds: float = 0.1, page: float | None = None
) -> dict[str, Any]:
    """Accuracies of ERM fall; mixup's differ by so much on the bundled pair, and over seeds.

    Of the page's network they do by `page`, or as over the other's seeds.
    """
    models = ("page-erm-seed1", "small-erm", "small-mixup-1")
    values = {"budgets": [1, 2, 4], "steps": 20, "restarts": 5}
    gains = {"page": seeds if page is None else page, "scarce": seeds}
    return file(
        "pgd_transfer", {**values, "sources": [_passed(name, images, gains) for name in models]}
    )


def _passed(name: str, images: float, gains: dict[str, float]) -> dict[str, Any]:
    def over_seeds(group: str, right: float) -> dict[str, Any]:
        of_seeds = [round(1 - right - by, 6) for by in (-0.004, 0.001, 0.003)]
        others = [round(max(one - gains[group], 0.0), 6) for one in of_seeds]
        by_seed = [round((1 - b) / (1 - a), 6) for a, b in zip(of_seeds, others, strict=True)]
        mean = round(float(np.mean(by_seed)), 6)
        return {
            "group": group,
            **compared_by_seed("error", of_seeds, others),
            "ratio": {"values": by_seed, "mean": mean, "over_seeds": around(mean)},
        }

    def row(budget: int, right: float) -> dict[str, Any]:
        erm, mixup = round(1 - right, 6), round(1 - max(right + images, 0.001), 6)
        ratio = round((1 - mixup) / (1 - erm), 6)
        return {
            **{"method": "pgd", "source": "black", "budget": budget},
            **{"erm": {"error": erm, "interval": around(erm)}},
            **{"mixup": {"error": mixup, "interval": around(mixup)}},
            "ratio": {"value": ratio, "interval": around(ratio)},
            "difference": {"mean": round(mixup - erm, 6), "interval": around(mixup - erm)},
            "seeds": [over_seeds(group, right) for group in gains],
        }

    # at the last budget too little is left to tell anything
    attacks = [row(*of) for of in ((1, 0.712345), (2, 0.401234), (4, 0.031234))]
    of = {"source_model": name, "source_epochs": 10, "source_error": 0.0987}
    return {**of, "source_alpha": float("mixup" in name), "attacks": attacks}


def corruptions(
    images: float = -0.03,
    seeds: float = -0.02,
    by: float = 0.006,
    curves: float | None = None,
    page: float | None = None,
) -> dict[str, Any]:
    """Mixup's error differs by so much, on the bundled pair and over seeds, for every kind.

    So it does on the curves' pairs, and over the page's seeds, as on the bundled one and over the
    other's seeds without a value of their own.
    """
    draws = shares()

    def one(sd: float | None, shift: float) -> dict[str, Any]:
        erm = round(0.2 + next(draws) / 2, 6)
        mixup = round(erm + shift, 6)
        if sd is not None:
            return compared_by_seed("mean", *([v - sd, v, v + sd] for v in (erm, mixup)), by)
        return {
            **{
                role: {"mean": v, "errors": [v], "sd": None, "interval": around(v)}
                for role, v in (("erm", erm), ("mixup", mixup))
            },
            "difference": {
                **{"mean": shift, "interval": around(shift, 0.007), "over_seeds": None},
                "over_both": None,
            },
        }

    strengths = {"noise": [0.04, 0.1], "blur": [0.4, 1.0], "jpeg": [80, 40]}

    def group(name: str, sd: float | None, shift: float) -> dict[str, Any]:
        kinds = [
            {
                "kind": kind,
                "strengths": [{"strength": s, **one(sd, shift)} for s in of],
                **one(sd, shift),
            }
            for kind, of in strengths.items()
        ]
        return {"group": name, "clean": one(sd, shift), "kinds": kinds, "all": one(sd, shift)}

    groups = [
        group("bundled", None, images),
        group("page", 0.0013, seeds if page is None else page),
        group("scarce", 0.0021, seeds),
    ]
    of_curves = [
        {"images": n, "seed": 0, **group("curve", None, images if curves is None else curves)}
        for n in (1000, 5000, 10_000)
    ]
    return file("corruptions", {"kinds": strengths, "groups": groups, "curves": of_curves})


def calibration() -> dict[str, Any]:
    draws = shares()

    def stage() -> dict[str, Any]:
        ece, confidence, accuracy = next(draws), next(draws), next(draws)
        bins = [
            {"confidence": next(draws), "accuracy": next(draws), "count": count}
            for count in (0, 3, 9)
        ]
        numbers = {"ece": ece, "interval": around(ece), "gap": round(confidence - accuracy, 6)}
        return {**numbers, "confidence": confidence, "accuracy": accuracy, "bins": bins}

    models = {
        model: {"before": stage(), "after": {**stage(), "temperature": 1.234567}}
        for model in ("erm", "mixup")
    }
    difference = {
        "before": {"value": 0.15, "interval": [0.14, 0.16]},
        "after": {"value": 0.001, "interval": [-0.01, 0.01]},
    }
    return file("calibration", {**models, "difference": difference})


def out_of_distribution(worse: float = 0.765432) -> dict[str, Any]:
    def one(confidence: float, auroc: float) -> dict[str, Any]:
        numbers = {"confidence": confidence, "interval": around(confidence)}
        return {**numbers, "auroc": auroc, "auroc_interval": around(auroc, 0.02)}

    def row(erm: float, mixup: float, auroc: float = 0.876543) -> dict[str, Any]:
        return apart(one(erm, 0.876543), one(mixup, auroc))

    def both(name: str, erm: float, mixup: float, auroc: float) -> dict[str, Any]:
        scaled = row(erm - 0.0543, mixup + 0.0321, auroc - 0.01)
        return {"set": name, "n": 1000, **row(erm, mixup, auroc), "scaled": scaled}

    sets = [
        both("uniform", 0.91, 0.61, worse),
        both("textures", 0.81, 0.75, worse),
        both("digits", 0.52, 0.53, 0.876543),
    ]
    inside = {"erm": one(0.97, 0.9), "mixup": one(0.79, 0.9)}
    return file("out_of_distribution", {"inside": inside, "sets": sets})


def apart(erm: dict[str, Any], mixup: dict[str, Any]) -> dict[str, Any]:
    """Both models' confidence and AUROC, and the differences, whose intervals are narrow."""
    difference = {
        measure: {"value": value, "interval": around(value, 0.012)}
        for measure in ("confidence", "auroc")
        for value in [round(mixup[measure] - erm[measure], 6)]
    }
    return {"erm": erm, "mixup": mixup, "difference": difference}


def confidence_seeds(
    error: float = 0.1,
    auroc: float = -0.1,
    curves: tuple[float, float] | None = None,
    page: tuple[float, float] | None = None,
) -> dict[str, Any]:
    """Mixup's calibration error and AUROC differ by so much over seeds, and for the curves.

    Of the page's network they differ by `page`, or as over the other's seeds.
    """
    draws = shares()
    of_error, of_auroc = curves or (error, auroc)

    def seeds(difference: float) -> dict[str, Any]:
        start = 0.3 + next(draws) / 3
        erm = [round(start + 0.01 * k, 6) for k in range(3)]
        by = [round(difference + 0.001 * (k - 1), 6) for k in range(3)]
        mixup = [round(one + more, 6) for one, more in zip(erm, by, strict=True)]
        spread = {
            role: {
                "values": of,
                "mean": round(float(np.mean(of)), 6),
                "sd": round(float(np.std(of, ddof=1)), 6),
            }
            for role, of in (("erm", erm), ("mixup", mixup))
        }
        found = {"by_seed": by, "mean": difference, "over_seeds": around(difference, 0.0025)}
        return {**spread, "difference": found}

    def stage(difference: float) -> dict[str, Any]:
        erm = round(0.2 + next(draws) / 4, 6)
        mixup = round(erm + difference, 6)
        ends = {"value": difference, "interval": around(difference)}
        return {"erm": erm, "mixup": mixup, "difference": ends}

    def told(value: float) -> dict[str, Any]:
        return {
            **{"confidence": next(draws), "interval": around(0.5)},
            **{"auroc": round(value, 6), "auroc_interval": around(value, 0.004)},
        }

    def curve(images: int) -> dict[str, Any]:
        return {
            **{"images": images, "seed": 0, "architecture": "preact-resnet18-16"},
            "ece": {"before": stage(of_error), "after": stage(0.0123)},
            "sets": [
                {"set": name, "n": 1000, **apart(told(0.8), told(0.8 + of_auroc))}
                for name in ("uniform", "digits")
            ],
        }

    def group(name: str, error: float, auroc: float) -> dict[str, Any]:
        sets = ("uniform", "textures", "digits")
        return {
            "group": name,
            "ece": {"before": seeds(error), "after": seeds(-0.0007)},
            "sets": [{"set": one, "n": 1000, **seeds(auroc)} for one in sets],
        }

    values = {
        "bins": 15,
        "groups": [group("page", *(page or (error, auroc))), group("scarce", error, auroc)],
        "curves": [curve(images) for images in (1000, 2000)],
    }
    return file("confidence_seeds", values)


def between() -> dict[str, Any]:
    lam = [0.0, 0.5, 1.0]
    draws = shares()

    def curve() -> list[float]:
        return [next(draws) for _ in lam]

    models = ("erm", "mixup")
    names = (
        *("miss_rate", "label_gap", "linearity_gap", "excess_variation", "steepest_slope"),
        *("boundary_crossings", "boundary_thickness", "mean_gradient_norm"),
    )
    measures = {
        name: {
            **{"erm": next(draws), "mixup": next(draws)},
            **{"difference": -0.25, "interval": [-0.5, 0.125]},
        }
        for name in names
    }
    return file(
        "between",
        {
            "lam": lam,
            "miss_rate": {model: curve() for model in models},
            "miss_interval": {model: [curve(), curve()] for model in models},
            "gradient_norm": {
                model: {"median": curve(), "low": curve(), "high": curve()} for model in models
            },
            "measures": measures,
        },
    )


def equal_calibration(favourable: int = 7) -> dict[str, Any]:
    """So many of nine measures favour mixup, by far; the gradient norm, the eighth, does not."""
    draws = shares()
    smaller = ("miss_rate", "label_gap", "linearity_gap", "excess_variation", "steepest_slope")
    larger = ("boundary_thickness", "adversarial_thickness")
    names = (*smaller, *larger, "mean_gradient_norm", "boundary_crossings")
    measures = {}
    for k, name in enumerate(names):
        away = 0.5 if k < favourable else -0.5
        difference = away if name in larger else -away
        measures[name] = {
            **{"erm": next(draws), "mixup": next(draws), "n": 300},
            **{"difference": difference, "interval": around(difference, 0.1)},
        }
    values = {"temperatures": {"erm": 1.2, "mixup": 0.5}, "measures": measures}
    return file("equal_calibration", values)


def jacobian() -> dict[str, Any]:
    """As trained mixup reacts less, at equal calibration more."""

    def stage(erm: float, difference: float) -> dict[str, Any]:
        return {
            **{"erm": erm, "mixup": erm + difference, "difference": difference, "n": 150},
            "interval": around(difference, 0.3),
        }

    values = {"points": 11, "trained": stage(7.25, -1.75), "calibrated": stage(6.5, 2.5)}
    return file("jacobian", values)


def smoothness_seeds(
    favourable: int = 10, seeds: int = 3, page: int | None = None
) -> dict[str, Any]:
    """So many of ten measures favour mixup at each stage, by far; the last is the Jacobian's.

    Of the page's network it is `page` of them, or as many.
    """
    draws = shares()
    names = (*(field.name for field in fields(Smoothness)), "adversarial_thickness")

    def spread(values: list[float]) -> dict[str, Any]:
        mean, sd = float(np.mean(values)), float(np.std(values, ddof=1))
        return {"values": values, "mean": round(mean, 6), "sd": round(sd, 6)}

    def measure(name: str, favours: bool) -> dict[str, Any]:
        larger = name in ("boundary_thickness", "adversarial_thickness")
        difference = 0.25 if favours == larger else -0.25
        start = 0.5 + next(draws)
        erm = [round(start + 0.01 * k, 6) for k in range(seeds)]
        by_seed = [round(difference + 0.001 * (k - 1), 6) for k in range(seeds)]
        mixup = [round(one + by, 6) for one, by in zip(erm, by_seed, strict=True)]
        mean = round(float(np.mean(by_seed)), 6)
        found = {"by_seed": by_seed, "mean": mean, "over_seeds": around(mean, 0.0025)}
        return {"n": 150, "erm": spread(erm), "mixup": spread(mixup), "difference": found}

    def stage(favourable: int) -> dict[str, Any]:
        return {
            name: measure(name, k < favourable) for k, name in enumerate((*names, "input_jacobian"))
        }

    temperatures = {role: [1.5 + 0.1 * k for k in range(seeds)] for role in ("erm", "mixup")}
    groups = [
        {
            **{"group": group, "temperatures": temperatures},
            **{"trained": stage(of), "calibrated": stage(of)},
        }
        for group, of in (("page", favourable if page is None else page), ("scarce", favourable))
    ]
    return file("smoothness_seeds", {"points": 11, "groups": groups})


def gan(gain: float = 4.0, seeds: int = 3, steps: int = 4321, name: str = "gan") -> dict[str, Any]:
    """One loss and one target; with mixup, α = 0.2, `gain` more modes of eight are found."""

    def row(alpha: float, modes: float, quality: float) -> dict[str, Any]:
        def one(value: float, less: float, by: float) -> dict[str, Any]:
            ends = around(value - less, by) if alpha else None
            return {
                "values": [[0.0, value]] * seeds,
                "end": {"mean": value, "sd": by / 3},
                "difference": {"mean": value - less, "interval": ends},
            }

        return {"alpha": alpha, "modes": one(modes, 3.5, 0.75), "quality": one(quality, 0.25, 0.01)}

    rows = [row(0.0, 3.5, 0.25), row(0.2, 3.5 + gain, 0.25 + gain / 20)]
    values = {"seeds": [*range(seeds)], "modes": 8, "iterations": [0, steps], "alphas": rows}
    return file(name, {"losses": {"minimax": {"ring": values}}, "recipe": {"iterations": steps}})


def gan_20000(gain: float = 2.0, seeds: int = 3) -> dict[str, Any]:
    """The same for longer; what is gained is less."""
    return gan(gain, seeds, 20_000, "gan_20000")


def agreement() -> dict[str, Any]:
    """Networks of one method agree more than those of two."""
    shares_of = {"erm": 0.7123, "mixup": 0.7356, "methods": 0.6987}
    kinds = {
        kind: {"by_comparison": [mean] * 3, "mean": mean, "interval": around(mean)}
        for kind, mean in shares_of.items()
    }
    return file("agreement", {"group": "scarce", "seeds": 3, "resolution": 25, "kinds": kinds})


def population(pairs: int = 6, planes: int = 4, attacked: int = 3) -> dict[str, Any]:
    """Thickness and slope favour mixup, fragmentation ERM; the rest is open."""
    draws = shares()
    ends = {
        "boundary_thickness": [0.125, 0.5],
        "steepest_slope": [-3.5, -2.5],
        "fragmentation": [0.75, 1.25],
    }

    def measure(name: str, n: int) -> dict[str, Any]:
        interval = ends.get(name, [-0.5, 0.125])
        values = {model: [next(draws) for _ in range(n)] for model in ("erm", "mixup")}
        return {**values, "difference": sum(interval) / 2, "interval": interval}

    def curve() -> dict[str, Any]:
        low, median, high = np.sort([[next(draws) for _ in range(3)] for _ in range(3)], 0).tolist()
        return {"low": low, "median": median, "high": high}

    smoothness = {field.name: measure(field.name, pairs) for field in fields(Smoothness)}
    thick = {"adversarial_thickness": measure("adversarial_thickness", attacked)}
    of_pairs = {
        **{"n": pairs, "image_a": [*range(pairs)], "image_b": [*range(7, 7 + pairs)]},
        **{"lam": [0.0, 0.5, 1.0], "measures": {**smoothness, **thick}},
        "curves": {
            name: {model: curve() for model in ("erm", "mixup")}
            for name in ("own", "gradient_norm", "confidence")
        },
        "attack": {"norm": "L2", "radius": 1, "steps": 20, "step": 0.2, "n": attacked},
    }
    shared = {
        "values": [next(draws) for _ in range(planes)],
        "mean": 0.7654,
        "interval": [0.7, 0.8],
    }
    of_planes = {
        **{"n": planes, "resolution": 50},
        **{f"image_{letter}": [*range(k, k + planes)] for k, letter in enumerate("abc")},
        "measures": {
            **{field.name: measure(field.name, planes) for field in fields(PlaneMeasures)},
            "agreement": shared,
        },
    }
    return file("population", {"pairs": of_pairs, "planes": of_planes if planes else None})
