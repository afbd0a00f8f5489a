"""A sweep with numbers that are easy to tell apart."""

from dataclasses import replace

import numpy as np

from mixup_demo.probes.smoothness import smoothness
from mixup_demo.results import Answers, Sweep

CLASSES = ("ant", "bee", "cow", "dog")


def sweep(labels: tuple[int, int] = (2, 1), gradients: bool = True) -> Sweep:
    """ERM jumps from B's class to A's at λ = 0.6; mixup follows the soft label, less 0.1."""
    lam = np.arange(101) / 100
    a, b = labels
    soft = lam[:, None] * np.eye(4)[a] + (1 - lam)[:, None] * np.eye(4)[b]
    jump = np.where(lam[:, None] >= 0.6, np.eye(4)[a], np.eye(4)[b])
    glide = 0.9 * soft + 0.1 * np.eye(4)[0]
    norms = {"erm": 3.0 + lam, "mixup": 1.0 + lam}
    return Sweep(
        lam=lam,
        applied=lam,
        soft_labels=soft,
        boxes=None,
        labels=labels,
        classes=CLASSES,
        method="mixup",
        seed=0,
        distance=10.0,
        answers={
            model: _answers(p, soft, lam, labels, norms[model] if gradients else None)
            for model, p in (("erm", jump), ("mixup", glide))
        },
        device="cpu",
        precision="fp32",
    )


def renamed(swept: Sweep, names: tuple[str, str]) -> Sweep:
    """The same answers, of models with other names."""
    return replace(swept, answers=dict(zip(names, swept.answers.values(), strict=True)))


def _answers(
    p: np.ndarray,
    soft: np.ndarray,
    lam: np.ndarray,
    labels: tuple[int, int],
    norm: np.ndarray | None,
) -> Answers:
    logs = np.log(np.maximum(p, 1e-9))
    return Answers(
        probabilities=p,
        gradient_norm=norm,
        confidence=p.max(axis=1),
        entropy=-(p * logs).sum(axis=1),
        loss=-(soft * logs).sum(axis=1),
        smoothness=smoothness(p, soft, lam, labels, 10.0, norm),
    )
