"""Measures of how a model divides a plane among the classes.

All take the map of the likeliest classes at R x R points, each of which stands for a cell of
1/R x 1/R of the plane, and reduce it to one number.

Source: after Somepalli et al., CVPR 2022, arXiv 2203.08124.
"""

import numpy as np
from scipy import ndimage

from mixup_demo.results import Integers, PlaneMeasures

#: a region counts from this share of the plane on, as 1 / SMALLEST: 0.2 %
SMALLEST = 500


def plane_measures(classes: Integers, labels: tuple[int, int, int]) -> PlaneMeasures:
    """Return all measures of one model on one plane.

    Args:
        classes: index of the likeliest class at each point, (R, R).
        labels: class indices of the three images.
    """
    return PlaneMeasures(
        fragmentation=fragmentation(classes),
        foreign_share=foreign_share(classes, labels),
        boundary_length=boundary_length(classes),
    )


def fragmentation(classes: Integers) -> int:
    """Return the number of 4-connected regions of one class with at least 0.2 % of the plane."""
    return sum(_regions(classes == index) for index in np.unique(classes))


def _regions(inside: np.ndarray) -> int:
    numbers, _ = ndimage.label(inside)  # cells are neighbours where they share an edge
    cells = np.bincount(numbers[inside])
    return int((SMALLEST * cells >= inside.size).sum())


def foreign_share(classes: Integers, labels: tuple[int, int, int]) -> float:
    """Return the share of the plane whose class is none of the three images'; ideally 0."""
    return float((~np.isin(classes, labels)).mean())


def boundary_length(classes: Integers) -> float:
    """Return the number of edges between cells of different classes, divided by R.

    A straight boundary from one side of the plane to the opposite one, parallel to the others, has
    length 1.
    """
    edges = sum(np.count_nonzero(np.diff(classes, axis=axis)) for axis in (0, 1))
    return float(edges / len(classes))


def agreement(maps: list[Integers]) -> float:
    """Return the share of the plane where all models' maps (R, R) name the same class."""
    return float(np.all(np.stack(maps) == maps[0], axis=0).mean())
