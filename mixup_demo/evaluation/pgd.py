"""Errors under the strongest attack of the evaluations: PGD from several random starts.

One step (FGSM) misjudges a model whose gradient is bent: the few images that many steps from many
starts leave right are what a model really withstands.
"""

from typing import Any

import numpy as np

from mixup_demo.evaluation.adversarial import Wrong, errors, ratio
from mixup_demo.evaluation.answers import PAIR, Bools, Material, as_input, wrong
from mixup_demo.evaluation.progress import progress
from mixup_demo.evaluation.report import Findings
from mixup_demo.models.engine import Singles
from mixup_demo.probes.attacks import LEVEL
from mixup_demo.probes.pgd import LOSSES, REACH, STEPS, pgd

#: in levels of 8-bit images
BUDGETS = (0.5, 1, 2, 4, 8)
RESTARTS = 5


def evaluate(material: Material) -> Findings:
    """Attack both models with their own gradients; an image counts as fooled if one start fools it.

    Raises:
        WeightsError: one of the pair is missing.
    """
    chosen = material.draw("strongly attacked", len(material.labels), material.sizes.strongly)
    images, labels = as_input(material.data.test_images[chosen]), material.labels[chosen]
    clean = {
        role: wrong(material.engine({role: name}).probabilities(images)[role], labels)
        for role, name in PAIR.items()
    }
    attacks = [
        _attacked(material, images, labels, clean, budget) for budget in progress(BUDGETS, "pgd")
    ]
    return Findings(
        n=len(labels),
        models=list(PAIR.values()),
        values={
            **{"budgets": BUDGETS, "steps": STEPS, "reach": REACH, "restarts": RESTARTS},
            "losses": LOSSES,
            "clean": errors(material, clean),
            "attacks": attacks,
        },
    )


def _attacked(
    material: Material, images: Singles, labels: np.ndarray, clean: Wrong, budget: float
) -> dict[str, Any]:
    fooled = {
        role: _fooled(material, role, images, labels, clean[role], budget * LEVEL) for role in PAIR
    }
    differences = fooled["mixup"].astype(float) - fooled["erm"]
    return {
        **{"method": "pgd", "source": "white", "budget": budget},
        **errors(material, fooled),
        "ratio": ratio(material, fooled),
        "difference": {
            "mean": differences.mean(),
            "interval": material.bootstrap.of_mean(differences),
        },
    }


def _fooled(
    material: Material,
    role: str,
    images: Singles,
    labels: np.ndarray,
    clean: Bools,
    epsilon: float,
) -> Bools:
    """Return which images one model answers wrongly after some start, (N,).

    Starts and losses are the same for both models; an image that is wrong needs no other start.
    """
    engine, fooled = material.engine({role: PAIR[role]}), clean.copy()
    rng = material.rng(f"starts at {epsilon}")
    for restart in range(RESTARTS):
        starts = rng.uniform(-1, 1, images.shape).astype(np.float32)
        left = ~fooled
        if left.any():
            loss = LOSSES[restart % len(LOSSES)]
            made = pgd(engine, images[left], labels[left], epsilon, starts[left], loss)
            fooled[left] = wrong(engine.probabilities(made)[role], labels[left])
    return fooled
