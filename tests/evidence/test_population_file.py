import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import percentileofscore

from mixup_demo.evidence import population_file as population
from mixup_demo.evidence.population_file import percentile, population_csv, verdict
from mixup_demo.results import PAIRS
from mixup_demo.texts.input_error import InputError
from tests.evidence import kit


@pytest.mark.parametrize("seed", range(5))
def test_a_percentile_is_scipys_mean_rank(seed: int):
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 20, 101).astype(float)
    for value in [-1.0, 0.0, 7.0, 7.5, 19.0, 30.0]:
        expected = percentileofscore(values, value, kind="mean")
        assert percentile(values, value) == pytest.approx(expected)


def test_a_percentile_by_hand():
    assert percentile([1, 2, 3, 4], 2.5) == 50
    assert percentile([1, 2, 2, 4], 2) == 50
    assert percentile([1, 2], 9) == 100
    assert percentile([0, 0, 0, 1], 0) == 37.5


def test_a_value_is_rounded_as_the_file_rounds():
    stored = [population.significant(k / 101) for k in range(102)]
    for k in (1, 14, 77):
        assert percentile(stored, k / 101) == pytest.approx(100 * (k + 0.5) / 102)


def test_a_percentile_of_nothing_is_refused():
    with pytest.raises(ValueError, match="needs at least one value"):
        percentile([], 1.0)


@pytest.mark.parametrize(
    ("interval", "smaller", "larger"),
    [
        ([-2, -1], "better", "worse"),
        ([1, 2], "worse", "better"),
        ([-1, 1], "open", "open"),
        ([0, 1], "open", "open"),
        ([-1, 0], "open", "open"),
    ],
)
def test_smoother_is_smaller_or_larger(interval: list[float], smaller: str, larger: str):
    assert verdict("steepest_slope", interval) == smaller
    assert verdict("boundary_thickness", interval) == larger
    assert verdict("adversarial_thickness", interval) == larger


def test_measures_are_those_that_compare_models():
    names = list(population.measures(kit.population()))
    assert len(names) == 12
    assert names[-4:] == [
        "adversarial_thickness",
        *("fragmentation", "foreign_share", "boundary_length"),
    ]
    assert "fragmentation" not in population.measures(kit.population(planes=0))


def test_measures_keep_their_order_whatever_the_files_is():
    sorted_file = json.loads(json.dumps(kit.population(), sort_keys=True))
    assert list(population.measures(sorted_file)) == list(population.measures(kit.population()))


def test_it_is_read_from_its_file(tmp_path: Path):
    (tmp_path / "population.json").write_text(json.dumps(kit.population()))
    assert population.read(tmp_path) == kit.population()


def test_what_is_not_measured_names_the_command(tmp_path: Path):
    with pytest.raises(InputError, match=r"is missing.*mixup_demo\.evaluate --only population"):
        population.read(tmp_path)


def test_parts_are_those_of_the_file():
    results = kit.population()
    assert population.part(results, "all") == results
    for kind in ("pairs", "planes"):
        assert population.part(results, kind) == results["values"][kind]
        for name, one in results["values"][kind]["measures"].items():
            assert population.part(results, name) == one


def test_an_unknown_part_is_named_with_those_there_are():
    with pytest.raises(
        InputError, match=r"no part named slope\. Choose one of all, pairs, planes, "
    ):
        population.part(kit.population(), "slope")
    with pytest.raises(InputError, match="Choose one of all, pairs, miss_rate, "):
        population.part(kit.population(planes=0), "planes")


class TestCsv:
    """Read back by Python's own reader."""

    RESULTS = kit.population(pairs=5, planes=3, attacked=2)
    ROWS = tuple(csv.DictReader(io.StringIO(population_csv(RESULTS))))

    def test_it_has_a_row_for_each_pair_or_plane_and_model(self):
        found = [(row["kind"], row["number"], row["model"]) for row in self.ROWS]
        assert found == [
            *(("pair", str(k), model) for k in range(5) for model in ("erm", "mixup")),
            *(("plane", str(k), model) for k in range(3) for model in ("erm", "mixup")),
        ]

    def test_it_holds_every_value(self):
        for kind, part in (("pair", "pairs"), ("plane", "planes")):
            for name, one in self.RESULTS["values"][part]["measures"].items():
                for model in ("erm", "mixup"):
                    rows = [r for r in self.ROWS if (r["kind"], r["model"]) == (kind, model)]
                    found = [float(row[name]) for row in rows if row[name]]
                    assert found == one.get(model, one.get("values")), name

    def test_what_a_row_has_no_value_of_is_empty(self):
        assert self.ROWS[4]["adversarial_thickness"] == ""  # the third pair is not attacked
        assert self.ROWS[3]["adversarial_thickness"] != ""
        assert (self.ROWS[0]["fragmentation"], self.ROWS[-1]["steepest_slope"]) == ("", "")
        assert (self.ROWS[0]["image_c"], self.ROWS[-1]["image_c"] != "") == ("", True)

    def test_without_planes_there_are_pairs(self):
        rows = list(csv.DictReader(io.StringIO(population_csv(kit.population(planes=0)))))
        assert {row["kind"] for row in rows} == {"pair"}


def test_a_version_of_a_file_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Each plane that is asked for looks into it, for where it lies in the population."""
    parsed: list[int] = []
    loads = json.loads
    monkeypatch.setattr(json, "loads", lambda text: parsed.append(1) or loads(text))
    file = tmp_path / "population.json"
    for pairs in (5, 6):
        content = kit.population(pairs=pairs)
        file.write_text(json.dumps(content), "utf-8")
        digests = list(content["models"].values())
        for _ in range(3):
            assert population.read(tmp_path) == population.read_of(digests, tmp_path) == content
    assert len(parsed) == 2


def test_a_file_that_cannot_be_read_is_passed_over_and_named_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    content = kit.population()
    digests = list(content["models"].values())
    assert population.read_of(digests, tmp_path) is None
    assert caplog.text == ""  # there is none
    unreadable = tmp_path / PAIRS / "a" / "population.json"
    unreadable.mkdir(parents=True)  # a folder in the place of the file
    readable = tmp_path / PAIRS / "b" / "population.json"
    readable.parent.mkdir()
    readable.write_text(json.dumps(content))
    assert population.read_of(digests, tmp_path) == content
    assert f"{unreadable} cannot be read (" in caplog.text


@pytest.mark.parametrize("damage", [b"{", b"\xff", b"[1]", b'{"models": 3}', b"null"])
def test_a_damaged_file_is_passed_over_and_named_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: bytes
):
    content = kit.population()
    for name, written in (("a", damage), ("b", json.dumps(content).encode())):
        file = tmp_path / PAIRS / name / "population.json"
        file.parent.mkdir(parents=True)
        file.write_bytes(written)
    assert population.read_of(list(content["models"].values()), tmp_path) == content
    assert f"{tmp_path / PAIRS / 'a' / 'population.json'} is damaged" in caplog.text
    (tmp_path / "population.json").write_bytes(damage)
    with pytest.raises(InputError) as found:
        population.read(tmp_path)
    assert found.value.key == "error.population.missing"
