"""Splits are stratified, seeded, and keep copies together; the refusals of those that cannot be."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mixup_demo.training.own.photos import Photos
from mixup_demo.training.own.split import folds, holdout


def photos(labels: list[int], groups: list[int] | None = None) -> Photos:
    """Files of these labels; each of its own content, if no groups are given."""
    names = tuple(f"class {k}" for k in range(max(labels) + 1))
    files = tuple(Path(str(number)) for number in range(len(labels)))
    contents = np.array(range(len(labels)) if groups is None else groups)
    return Photos("some", names, files, np.array(labels), contents, None, "")


LABELS = st.lists(st.integers(0, 3), min_size=40, max_size=90).filter(
    lambda labels: min(np.bincount(labels, minlength=4)) >= 3
)


@settings(deadline=None, max_examples=25)
@given(LABELS, st.integers(0, 9))
def test_folds_test_each_image_once_and_each_class_alike(labels: list[int], seed: int):
    some = photos(labels)
    found = folds(some, 3, seed)
    tested = np.concatenate([split.test for split in found])
    assert sorted(tested.tolist()) == list(range(len(labels)))
    sizes = [len(split.test) for split in found]
    assert max(sizes) - min(sizes) <= 1
    for split in found:
        assert sorted([*split.train, *split.test]) == list(range(len(labels)))
        counts = np.bincount(some.labels[split.test], minlength=4)
        assert np.abs(counts - np.bincount(labels) / 3).max() < 1
    assert all(
        np.array_equal(a.test, b.test) for a, b in zip(found, folds(some, 3, seed), strict=True)
    )


@settings(deadline=None, max_examples=25)
@given(LABELS, st.data())
def test_copies_are_never_on_both_sides(labels: list[int], data: st.DataObject):
    unique = photos(labels)
    copied = data.draw(st.lists(st.integers(0, len(labels) - 1), min_size=1, max_size=30))
    some = photos(labels + [labels[k] for k in copied], [*range(len(labels)), *copied])
    for split in (holdout(some, 0.25, 3), *folds(some, 3, 3)):
        assert not set(some.groups[split.train]) & set(some.groups[split.test])
        assert len(split.train) + len(split.test) == len(some.files)
    kept = holdout(some, 0.25, 3).test
    assert np.array_equal(kept[kept < len(labels)], holdout(unique, 0.25, 3).test)


def test_the_seed_decides_and_shares_are_kept():
    some = photos([0] * 40 + [1] * 20 + [2] * 4)
    one, same, other = (holdout(some, 0.2, seed) for seed in (0, 0, 1))
    assert np.bincount(some.labels[one.test]).tolist() == [8, 4, 1]
    assert np.array_equal(one.test, same.test)
    assert not np.array_equal(one.test, other.test)


def test_a_source_that_comes_split_stays_so_without_leaks():
    some = replace(
        photos([0, 0, 1, 1, 0, 1], [0, 1, 2, 3, 0, 4]),
        held_out=np.array([False] * 4 + [True] * 2),
    )
    split = holdout(some, 0.2, 0)
    assert (split.train.tolist(), split.test.tolist()) == ([1, 2, 3], [4, 5])
    with pytest.raises(ValueError, match=r"comes with a held-out part. Name its train folder"):
        folds(some, 2, 0)
    with pytest.raises(ValueError, match="the held-out side has none of class 1"):
        holdout(replace(some, labels=np.array([0, 0, 1, 1, 0, 0])), 0.2, 0)


def test_what_leaves_a_side_empty_is_refused():
    some = photos([0] * 9 + [1] * 3, [*range(9), 9, 9, 10])
    with pytest.raises(
        ValueError, match=r"at least 3 different .* empty, but class 1 has 2\. Add images, or lower"
    ):
        folds(some, 3, 0)
    with pytest.raises(ValueError, match=r"at least 2 different images .* class 1 has 1"):
        holdout(photos([0] * 9 + [1]), 0.2, 0)
    with pytest.raises(ValueError, match="--folds must be at least 2, but is 1"):
        folds(some, 1, 0)
    with pytest.raises(ValueError, match=r"--test must be a share .* but is 1.5"):
        holdout(some, 1.5, 0)
