import json
from pathlib import Path

import numpy as np

from mixup_demo.evaluation.report import rounded, write

CONTENT = {"name": "mine", "date": "2026-01-01", "values": {"share": 0.25, "none": None}}


def test_nothing_but_another_date_leaves_the_file_as_it_is(tmp_path: Path):
    path, written = write(tmp_path / "results", CONTENT)
    before = path.read_bytes()
    assert written
    assert write(tmp_path / "results", {**CONTENT, "date": "2027-12-31"}) == (path, False)
    assert path.read_bytes() == before


def test_another_value_is_written_with_its_date(tmp_path: Path):
    write(tmp_path, CONTENT)
    path, written = write(tmp_path, {**CONTENT, "date": "2027-12-31", "values": {"share": 0.5}})
    assert written
    content = json.loads(path.read_text())
    assert (content["date"], content["values"]) == ("2027-12-31", {"share": 0.5})


def test_values_become_plain_numbers_lists_and_none():
    found = rounded(
        {
            "array": np.array([[0.1234567, np.nan], [np.inf, -1e-9]]),
            "counts": (np.int64(3), 4),
            "flag": True,
            "text": "as it is",
        }
    )
    assert found == {
        "array": [[0.123457, None], [None, 0.0]],
        "counts": [3, 4],
        "flag": True,
        "text": "as it is",
    }
    assert json.dumps(found, allow_nan=False).count("-0.0") == 0
