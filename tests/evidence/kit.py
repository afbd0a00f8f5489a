"""Results files as evaluations write them, with made-up numbers that are all different."""

import itertools
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import numpy as np

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

    def group(name: str, sd: float | None) -> dict[str, Any]:
        def one(error: float) -> dict[str, Any]:
            interval = around(error) if sd is None else None
            return {"mean": error, "sd": sd, "interval": interval, "errors": [error]}

        return {
            "group": name,
            "erm": one(erm),
            "mixup": one(mixup),
            "difference": {"mean": difference, "interval": around(difference, by)},
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
    groups = [group("bundled", None), group("scarce", 0.003456)]
    return file("generalisation", {"groups": groups, "alpha": family})


def corrupted() -> dict[str, Any]:
    draws = shares()

    def model(method: str) -> dict[str, Any]:
        curve = [next(draws) for _ in range(5)]
        return {
            **{"method": method, "alpha": 8.0 if "mixup" in method else 0.0},
            **{"dropout": 0.3 if "dropout" in method else 0.0, "curve": curve},
            **{"best": min(curve), "last": curve[-1], "interval": around(curve[-1])},
            **{"train_error_true": next(draws), "train_error_corrupted": next(draws)},
        }

    methods = ("erm", "erm-dropout", "mixup", "mixup-dropout")
    values = [
        {
            "share": share,
            "models": [model(method) for method in methods],
            "difference": {"mean": -0.123456, "interval": [-0.2, -0.05]},
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
    return file("adversarial", {"budgets": [1, 2, 4, 8], "clean": clean, "attacks": attacks})


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


def out_of_distribution() -> dict[str, Any]:
    def one(confidence: float) -> dict[str, Any]:
        numbers = {"confidence": confidence, "interval": around(confidence)}
        return {**numbers, "auroc": 0.876543, "auroc_interval": [0.85, 0.9]}

    sets = [
        {"set": "uniform", "erm": one(0.91), "mixup": one(0.61)},
        {"set": "digits", "erm": one(0.52), "mixup": one(0.53)},
    ]
    inside = {"erm": one(0.97), "mixup": one(0.79)}
    return file("out_of_distribution", {"inside": inside, "sets": sets})


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
