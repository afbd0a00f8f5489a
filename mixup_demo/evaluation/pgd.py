"""Errors under the strongest attack of the evaluations: PGD from several random starts.

One step (FGSM) misjudges a model whose gradient is bent: the few images that many steps from many
starts leave right are what a model really withstands.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from mixup_demo.evaluation.adversarial import Attacked, Wrong, errors, ratio
from mixup_demo.evaluation.answers import PAIR, Bools, Material, as_input, wrong
from mixup_demo.evaluation.intervals import student
from mixup_demo.evaluation.pairs import (
    Rows,
    difference_of,
    errors_of,
    names_of,
    over_seeds,
)
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Singles
from mixup_demo.probes.attacks import LEVEL, attack
from mixup_demo.probes.pgd import LOSSES, REACH, STEPS, pgd

#: in levels of 8-bit images
BUDGETS = (0.5, 1, 2, 4, 8)
RESTARTS = 5

#: what attacks the pairs that differ in their seed
METHODS = ("fgsm", "pgd")


def evaluate(material: Material) -> Findings:
    """Attack models with their own gradients; an image counts as fooled if one start fools it.

    The bundled pair is compared over images, and groups of pairs over their seeds, on the same
    images. These are attacked by one step (FGSM), too: how much of its ratio lasts under PGD?

    Raises:
        WeightsError: one of the bundled pair is missing.
    """
    attacked, groups = drawn(material), over_seeds(material)
    clean = {role: clean_wrong(material, name, attacked) for role, name in PAIR.items()}
    attacks = [_row(material, attacked, clean, budget) for budget in progress(BUDGETS, "pgd")]
    return Findings(
        n=len(attacked.labels),
        models=[*PAIR.values(), *names_of(groups)],
        values={
            **{"budgets": BUDGETS, "steps": STEPS, "reach": REACH, "restarts": RESTARTS},
            "losses": LOSSES,
            "clean": errors(material, clean),
            "attacks": attacks,
            "seeds": [_over_seeds(material, attacked, *group) for group in groups.items()],
        },
    )


def drawn(material: Material) -> Attacked:
    """Return the test images that are attacked from several starts, the same in every call."""
    chosen = material.draw("strongly attacked", len(material.labels), material.sizes.strongly)
    return Attacked(as_input(material.data.test_images[chosen]), material.labels[chosen])


def _row(material: Material, attacked: Attacked, clean: Wrong, budget: float) -> dict[str, Any]:
    fooled = {
        role: _fooled(material, name, attacked, clean[role], budget * LEVEL)
        for role, name in PAIR.items()
    }
    about = {"method": "pgd", "source": "white", "budget": budget}
    return {**about, **compared_over_images(material, fooled)}


def compared_over_images(material: Material, fooled: Wrong) -> dict[str, Any]:
    """Return errors by role, their difference and ratio, of one pair."""
    differences = fooled["mixup"].astype(float) - fooled["erm"]
    return {
        **errors(material, fooled),
        "ratio": ratio(material, fooled),
        "difference": {
            "mean": differences.mean(),
            "interval": material.bootstrap.of_mean(differences),
        },
    }


def clean_wrong(material: Material, name: str, attacked: Attacked) -> Bools:
    """Return which images a model answers wrongly without any attack, (N,)."""
    return wrong(
        material.engine({name: name}).probabilities(attacked.images)[name], attacked.labels
    )


def _one_step(material: Material, name: str, attacked: Attacked, epsilon: float) -> Bools:
    """Return which images a model answers wrongly after FGSM, (N,)."""
    engine = material.engine({name: name})
    made = attack(engine, attacked.images, attacked.labels, epsilon, "fgsm")
    return wrong(engine.probabilities(made)[name], attacked.labels)


def _fooled(
    material: Material, name: str, attacked: Attacked, clean: Bools, epsilon: float
) -> Bools:
    """Return which images a model answers wrongly after some start, (N,).

    Starts and losses are the same for all models; an image that is wrong needs no other start.
    """
    engine, fooled, (images, labels) = material.engine({name: name}), clean.copy(), attacked
    for starts, loss in restarts(material.rng(f"starts at {epsilon}"), images):
        left = ~fooled
        if left.any():
            made = pgd(engine, images[left], labels[left], epsilon, starts[left], loss)
            fooled[left] = wrong(engine.probabilities(made)[name], labels[left])
    return fooled


def restarts(rng: np.random.Generator, images: Singles) -> Iterator[tuple[Singles, str]]:
    """Yield where each way begins, as `pgd` takes it, and what it climbs: the losses in turn."""
    for restart in range(RESTARTS):
        yield rng.uniform(-1, 1, images.shape).astype(np.float32), LOSSES[restart % len(LOSSES)]


def _over_seeds(
    material: Material, attacked: Attacked, group: str, names: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """Attack models of several seeds, of which `names` holds by role one for each."""
    clean = {
        role: np.stack([clean_wrong(material, name, attacked) for name in of])
        for role, of in names.items()
    }
    jobs = [(method, budget) for method in METHODS for budget in BUDGETS]
    return {
        "group": group,
        "models": names,
        "clean": {role: named_error(material, rows) for role, rows in clean.items()},
        "attacks": [
            {
                **{"method": method, "source": "white", "budget": budget},
                **compared(material, _by_seed(material, attacked, names, clean, method, budget)),
            }
            for method, budget in progress(jobs, f"pgd over seeds, {group}")
        ],
    }


def _by_seed(
    material: Material,
    attacked: Attacked,
    names: Mapping[str, Sequence[str]],
    clean: Mapping[str, Rows],
    method: str,
    budget: float,
) -> dict[str, Rows]:
    """Return by role which images the model of each seed answers wrongly, (S, N)."""

    def fooled(name: str, before: Bools) -> Bools:
        if method == "fgsm":
            return _one_step(material, name, attacked, budget * LEVEL)
        return _fooled(material, name, attacked, before, budget * LEVEL)

    return {role: np.stack(list(map(fooled, names[role], rows))) for role, rows in clean.items()}


def compared(material: Material, rows: Mapping[str, Rows]) -> dict[str, Any]:
    """Return errors by role, their difference and ratio, of pairs of several seeds."""
    return {
        **{role: named_error(material, of) for role, of in rows.items()},
        "difference": difference_of(material, rows),
        "ratio": _ratios(rows),
    }


def named_error(material: Material, rows: Rows) -> dict[str, Any]:
    """Return `errors_of`, the mean under the name that it has in all attacks."""
    found = errors_of(material, rows)
    return {"error": found.pop("mean"), **found}


def _ratios(rows: Mapping[str, Rows]) -> dict[str, Any]:
    """Return mixup's accuracy divided by ERM's, of each seed and their mean; None where by 0.

    Mean and interval are those of the logarithms, so that no end is below 0, where no ratio is.
    """
    right = {role: 1 - of.mean(axis=1) for role, of in rows.items()}
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = right["mixup"] / right["erm"]
        logarithms = np.log(ratios)
    ends = student(logarithms)
    return {
        "values": ratios,
        "mean": np.exp(logarithms.mean()),
        "over_seeds": None if ends is None else np.exp(ends),
    }
