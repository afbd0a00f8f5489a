import itertools

import numpy as np
import pytest

from mixup_demo.probes.plane_measures import (
    agreement,
    boundary_length,
    foreign_share,
    fragmentation,
    plane_measures,
)


def patches(side: int, seed: int, noise: float = 0.1) -> np.ndarray:
    """A map of patches of five classes, some cells of which have a class of their own."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 5, (side // 5 + 1, side // 5 + 1))
    whole = coarse.repeat(5, axis=0).repeat(5, axis=1)[:side, :side]
    return np.where(rng.random((side, side)) < noise, rng.integers(0, 5, (side, side)), whole)


def flooded(classes: np.ndarray) -> list[int]:
    """Return the sizes of all regions, found cell by cell."""
    unseen = set(np.ndindex(classes.shape))
    sizes = []
    while unseen:
        waiting = [unseen.pop()]
        size = 0
        while waiting:
            row, column = waiting.pop()
            size += 1
            for step in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                cell = row + step[0], column + step[1]
                if cell in unseen and classes[cell] == classes[row, column]:
                    unseen.remove(cell)
                    waiting.append(cell)
        sizes.append(size)
    return sizes


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("side", [8, 33, 50])
def test_fragmentation_is_what_a_flood_fill_counts(side: int, seed: int):
    classes = patches(side, seed)
    sizes = flooded(classes)
    assert sum(sizes) == side**2
    large = [size for size in sizes if size / side**2 >= 0.002]
    assert len(sizes) > len(large) > 2 or side < 23  # where a single cell is large enough
    assert fragmentation(classes) == len(large)


def test_regions_from_two_per_mille_on_count():
    classes = np.zeros((50, 50), int)
    classes[10, 10:14] = 1  # 4 of 2,500 cells
    assert fragmentation(classes) == 1
    classes[10, 14] = 1
    assert fragmentation(classes) == 2


def test_cells_that_touch_at_a_corner_are_apart():
    assert fragmentation(np.indices((6, 6)).sum(axis=0) % 2) == 36


@pytest.mark.parametrize("seed", range(3))
def test_boundary_length_is_what_a_walk_over_all_edges_counts(seed: int):
    classes = patches(21, seed)
    edges = 0
    for row, column in itertools.product(range(21), range(21)):
        edges += row > 0 and classes[row - 1, column] != classes[row, column]
        edges += column > 0 and classes[row, column - 1] != classes[row, column]
    assert boundary_length(classes) == pytest.approx(edges / 21)


def test_a_straight_boundary_across_the_plane_has_length_1():
    classes = np.zeros((12, 12), int)
    assert boundary_length(classes) == 0
    classes[:, 5:] = 3
    assert boundary_length(classes) == 1
    classes[7:] = 9
    assert boundary_length(classes) == pytest.approx(7 / 12 + 1)


def test_foreign_share_is_the_area_of_all_other_classes():
    classes = np.arange(100).reshape(10, 10) // 10  # ten classes of a tenth each
    assert foreign_share(classes, (0, 4, 9)) == pytest.approx(0.7)
    assert foreign_share(classes, (4, 4, 4)) == pytest.approx(0.9)
    assert foreign_share(classes % 2, (1, 0, 5)) == 0


def test_agreement_is_the_share_of_equal_cells():
    classes = np.arange(100).reshape(10, 10) // 10
    assert agreement([classes, classes]) == 1
    assert agreement([classes, classes.T]) == pytest.approx(0.1)
    assert agreement([classes, classes, np.full((10, 10), 7)]) == pytest.approx(0.1)


def test_all_measures_stand_in_their_places():
    classes = patches(20, seed=9)
    measures = plane_measures(classes, (0, 1, 2))
    assert measures.fragmentation == fragmentation(classes)
    assert measures.foreign_share == foreign_share(classes, (0, 1, 2))
    assert measures.boundary_length == boundary_length(classes)
