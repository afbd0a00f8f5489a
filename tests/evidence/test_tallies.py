"""Verdicts are counted once for all panels, and each count remembers what it counts."""

from mixup_demo.evidence.origins import Source
from mixup_demo.evidence.tallies import ALL, tallied, tally
from mixup_demo.evidence.trace import Traced

VALUES = [Traced(value, Source("file", (key,))) for key, value in enumerate((-1.0, 2.0, 0.1, -3.0))]
VERDICTS = ["better", "worse", None, "better"]


def test_comparisons_are_counted_by_verdict():
    assert tallied(VALUES, VERDICTS) == {"better": 2, "worse": 1, "total": 3}
    assert tally(VALUES[:2], ["open", "worse"], ALL) == {
        **{"better": "0", "worse": "1", "open": "1"},
        "total": "2",
    }


def test_a_count_remembers_what_it_counts():
    better = tallied(VALUES, VERDICTS)["better"].origin
    assert better.operation == "count"
    assert [operand.path for operand in better.operands] == [(0,), (3,)]
