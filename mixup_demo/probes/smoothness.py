"""Measures of how smoothly a model's answer goes from one image to the other.

All take the softmax answers f at P points along the path, from image B (first) to image A (last),
and reduce them to one number. Distances between answers are total variation distances,
½‖p − q‖₁, which lie between 0 and 1. An answer's class is its argmax.

On CutMix's path λ is the corrected one. Where a formula names the answers to A and to B, those at
the ends of the path stand for them; for mixup they are the same.
"""

import numpy as np
from numpy.typing import NDArray

from mixup_demo.results import Floats, Smoothness

#: A's margin over B up to which a point belongs to the boundary (Yang et al. 2020, section 3)
MARGIN = 0.75


def smoothness(
    answers: Floats,
    soft_labels: Floats,
    lam: Floats,
    labels: tuple[int, int],
    distance: float,
    gradient_norm: Floats | None = None,
) -> Smoothness:
    """Return all measures of one model on one line.

    Args:
        answers: probabilities (P, K).
        soft_labels: what the answers should be, (P, K).
        lam: weight of A at each point, (P,): never falling, and larger at the last than the first.
        labels: class indices of A and B.
        distance: L2 distance of the images A and B.
        gradient_norm: norms at each point, (P,), or None.
    """
    answers = answers.astype(np.float64)
    return Smoothness(
        miss_rate=miss_rate(answers, labels),
        label_gap=label_gap(answers, soft_labels),
        linearity_gap=linearity_gap(answers, lam),
        excess_variation=excess_variation(answers),
        steepest_slope=steepest_slope(answers, lam),
        boundary_crossings=boundary_crossings(answers),
        boundary_thickness=boundary_thickness(answers, labels, distance),
        mean_gradient_norm=None if gradient_norm is None else float(gradient_norm.mean()),
    )


def total_variation(p: Floats, q: Floats) -> NDArray[np.float64]:
    """Return ½‖p − q‖₁ over the last axis: 0 for equal answers, 1 for disjoint ones."""
    distance: NDArray[np.float64] = 0.5 * np.abs(np.asarray(p, np.float64) - q).sum(axis=-1)
    return distance


def miss_rate(answers: Floats, labels: tuple[int, int]) -> float:
    """Return the share of points whose class is neither A's nor B's; ideally 0.

    Source: mixup, arXiv 1710.09412, figure 2 (left).
    """
    return float((~np.isin(answers.argmax(axis=1), labels)).mean())


def label_gap(answers: Floats, soft_labels: Floats) -> float:
    """Return mean_k ½‖f(x(λ_k)) − ỹ(λ_k)‖₁, ỹ the soft label; ideally 0."""
    return float(total_variation(answers, soft_labels).mean())


def linearity_gap(answers: Floats, lam: Floats) -> float:
    """Return mean_k ½‖f(x(λ_k)) − [w_k f(x_A) + (1 − w_k) f(x_B)]‖₁; ideally 0.

    w runs linearly in λ from 0 at the first to 1 at the last point: for mixup, w = λ.
    """
    weight = ((lam - lam[0]) / (lam[-1] - lam[0]))[:, None]
    straight = weight * answers[-1] + (1 - weight) * answers[0]
    return float(total_variation(answers, straight).mean())


def excess_variation(answers: Floats) -> float:
    """Return Σ_k ½‖f(x(λ_{k+1})) − f(x(λ_k))‖₁ − ½‖f(x_A) − f(x_B)‖₁; ideally 0.

    0 is a glide in which no class's probability ever turns back.
    """
    length = total_variation(answers[1:], answers[:-1]).sum()
    direct = total_variation(answers[-1], answers[0])
    return max(0.0, float(length - direct))  # below 0 only by rounding


def steepest_slope(answers: Floats, lam: Floats) -> float:
    """Return max_k ½‖f(x(λ_{k+1})) − f(x(λ_k))‖₁ / (λ_{k+1} − λ_k).

    Ideally 1, the straight line between two sure answers. Steps on which λ stands still, as
    CutMix's does while its box keeps its whole pixels, change nothing and do not count.
    """
    return float(slopes(answers, lam).max(initial=0.0))


def slopes(answers: Floats, lam: Floats) -> NDArray[np.float64]:
    """Return ½‖f(x(λ_{k+1})) − f(x(λ_k))‖₁ / (λ_{k+1} − λ_k) for each step, (P − 1,).

    0 where λ stands still.
    """
    steps = np.diff(lam)
    changes = total_variation(answers[1:], answers[:-1]).astype(np.float64)
    return np.divide(changes, steps, out=np.zeros_like(changes), where=steps > 0)


def boundary_crossings(answers: Floats) -> int:
    """Return how often the class changes from one point to the next; ideally 1 if a ≠ b."""
    return int(np.count_nonzero(np.diff(answers.argmax(axis=1))))


def boundary_thickness(answers: Floats, labels: tuple[int, int], distance: float) -> float:
    """Return ‖x_A − x_B‖₂ times the share of points with 0 < f_a − f_b < 0.75; better larger.

    0 for two images of one class, between which there is no boundary.

    Source: Yang et al. 2020, arXiv 2007.05086, the form for a pair of images.
    """
    return float(thickness(margin(answers, labels), distance))


def margin(answers: Floats, labels: tuple[int, int]) -> NDArray[np.float64]:
    """Return f_a − f_b, the margin of A's class over B's, from answers (P, K): (P,), −1 to 1."""
    difference: NDArray[np.float64] = np.subtract(*answers.astype(np.float64)[:, labels].T)
    return difference


def on_boundary(margin: Floats) -> NDArray[np.bool_]:
    """Return where a margin lies between 0 and 0.75, and the answer so on the boundary."""
    within: NDArray[np.bool_] = (margin > 0) & (margin < MARGIN)
    return within


def thickness(margin: Floats, distance: Floats | float) -> Floats:
    """Return the length of each segment on which the margin lies between 0 and 0.75.

    Args:
        margin: f_a − f_b at P points of equal distance, (..., P).
        distance: length of the segment, (...).
    """
    length: Floats = distance * on_boundary(margin).mean(axis=-1)
    return length
