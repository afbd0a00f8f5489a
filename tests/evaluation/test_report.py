import json
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.report import LONG, Findings, record, rounded, write
from mixup_demo.models.manifest import WeightsError
from tests.evaluation.kit import knowing, material, noise
from tests.evidence import kit

#: of two engines -> of the file
PRECISIONS = (
    ("fp32", "fp32", "fp32"),
    ("fp32", "bf16", "bf16"),
    ("bf16", "fp32", "bf16"),
    ("bf16", "bf16", "bf16"),
)

CONTENT = {
    "name": "mine",
    "date": "2026-01-01",
    "models": {},
    "values": {"share": 0.25, "none": None},
}


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


def test_what_is_known_of_further_models_is_not_lost(tmp_path: Path):
    content = {"name": "some", "date": "2026-01-01", "models": {"a": "1", "b": "2"}, "values": {}}
    path, _ = write(tmp_path, content)
    before = path.read_bytes()
    with pytest.raises(WeightsError, match=r"some\.json holds results of b too"):
        write(tmp_path, {**content, "models": {"a": "1"}})
    assert path.read_bytes() == before
    assert write(tmp_path, {**content, "models": {"a": "1", "b": "2", "c": "3"}})[1]


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


@pytest.mark.parametrize(("left", "right", "said"), PRECISIONS)
def test_a_file_says_bf16_where_any_of_its_models_used_it(
    tmp_path: Path, left: str, right: str, said: str
):
    data = noise()
    names = ("cifar10-erm", "cifar10-mixup")
    found = material(tmp_path, data, {name: knowing(data, ()) for name in names})
    for name, precision in zip(names, (left, right), strict=True):
        found.engine({name: name}).precision = precision
    assert record("mine", Findings(1, names, {}), found)["precision"] == said


def test_long_arrays_stand_on_a_line_each_and_hold_the_same(tmp_path: Path):
    long = [k / 8 for k in range(LONG - 2)] + [-1e-06, None]
    content = {**CONTENT, "values": {"long": long, "short": long[:-1], "text": ["1,\n 2"]}}
    path, _ = write(tmp_path, content)
    assert json.loads(path.read_text()) == content
    lines = path.read_text().splitlines()
    assert sum("0.125, 0.25, " in line for line in lines) == 1
    assert lines.count("   0.125,") == 1  # of the short one


def test_a_whole_population_takes_less_than_a_megabyte(tmp_path: Path):
    content = kit.population(pairs=1000, planes=200, attacked=500)
    path, _ = write(tmp_path, content)
    assert json.loads(path.read_text()) == content
    assert path.stat().st_size < 1_000_000
    assert len(path.read_text().splitlines()) < 1000
