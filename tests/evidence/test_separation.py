"""Kinds of images count where the difference of the two networks is decided, not each by itself."""

from collections.abc import Sequence
from typing import Any

import pytest

from mixup_demo.evidence.separation import auroc_verdicts, differing

#: a difference of 0.02 whose own interval excludes 0, at p = 0.04
JUST = (0.02, 0.019)
CLEAR, LOWER, NONE = (0.03, 0.01), (-0.03, 0.01), (0.001, 0.01)


def rows(measure: str, *differences: tuple[float, float]) -> Sequence[dict[str, Any]]:
    other = {"confidence": "auroc", "auroc": "confidence"}[measure]
    still = {"value": 0.0, "interval": [-0.01, 0.01]}
    return [
        {
            "difference": {
                measure: {"value": value, "interval": [value - by, value + by]},
                other: still,
            }
        }
        for value, by in differences
    ]


@pytest.mark.parametrize("measure", ["confidence", "auroc"])
def test_sets_are_counted_by_direction(measure: str):
    found = differing(rows(measure, CLEAR, LOWER, LOWER, NONE), measure)
    assert found == {"lower": 2, "higher": 1, "count": 4}


def test_more_kinds_ask_for_more():
    assert auroc_verdicts(rows("auroc", JUST)) == ["better"]
    assert auroc_verdicts(rows("auroc", JUST, NONE)) == ["open", "open"]
    assert auroc_verdicts(rows("auroc", JUST, CLEAR)) == ["better", "better"]
    assert auroc_verdicts(rows("auroc", LOWER)) == ["worse"]
