"""The GANs' results file: means, spreads and paired differences over seeds."""

import statistics
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.gan import evaluate
from mixup_demo.gan.files import Run, file_name, save
from tests.gan.kit import TINY, bundle, run

#: Student's two-sided 95 % quantiles for one and two degrees of freedom
STUDENT = {2: 12.706205, 3: 4.302653}


def values(folder: Path) -> dict:
    return evaluate(folder, TINY)["values"]["losses"]["nonsaturating"]["ring"]


def with_quality(one: Run, seed: int, plain: float, mixup: float) -> Run:
    """The run with this quality at the end."""
    quality = one.quality.copy()
    quality[-1] = plain, mixup
    return replace(
        one, quality=quality, about={**one.about, "recipe": replace(TINY, seed=seed).as_dict()}
    )


def test_holds_all_seeds_and_their_mean(tmp_path: Path):
    runs = bundle(tmp_path, (0, 1, 2))
    found = values(tmp_path)
    assert found["seeds"] == [0, 1, 2]
    assert found["iterations"] == runs[0].iteration.tolist()
    for column, row in enumerate(found["alphas"]):
        curves = [one.modes[:, column].tolist() for one in runs]
        assert row["modes"]["values"] == curves
        mean = [statistics.fmean(at) for at in zip(*curves, strict=True)]
        assert row["modes"]["mean"] == pytest.approx(mean)
    assert [row["alpha"] for row in found["alphas"]] == list(TINY.alphas)


@pytest.mark.parametrize("n", STUDENT)
def test_differences_are_paired_over_seeds(tmp_path: Path, n: int):
    one, ends = run(), [(0.25, 0.75), (0.5, 0.875), (0.125, 0.25)][:n]
    for seed, (plain, mixup) in enumerate(ends):
        save(with_quality(one, seed, plain, mixup), tmp_path / file_name("ring", "x", seed))
    plain, mixup = values(tmp_path)["alphas"]
    differences = [b - a for a, b in ends]
    mean, sd = statistics.fmean(differences), statistics.stdev(differences)
    low, high = mixup["quality"]["difference"]["interval"]
    half = STUDENT[n] * sd / n**0.5
    assert mixup["quality"]["difference"]["mean"] == pytest.approx(mean, abs=1e-6)
    assert (low, high) == pytest.approx((mean - half, mean + half), abs=2e-6)
    assert mixup["quality"]["end"]["sd"] == pytest.approx(
        statistics.stdev(end for _, end in ends), abs=1e-6
    )
    assert plain["quality"]["difference"] == {"mean": 0, "interval": None}


def test_one_seed_has_no_spread(tmp_path: Path):
    bundle(tmp_path, (4,))
    for row in values(tmp_path)["alphas"]:
        assert row["quality"]["end"]["sd"] is None
        assert row["quality"]["difference"]["interval"] is None


def test_runs_of_another_recipe_are_left_out(tmp_path: Path):
    bundle(tmp_path, (0, 1))
    bundle(tmp_path, (2,), replace(TINY, width=20))
    found = evaluate(tmp_path, TINY)
    assert (found["n"], found["seeds"]) == (2, [0, 1])
    assert found["hardware"] == "a machine"
    assert np.isfinite(found["values"]["reach"])


def test_an_empty_folder_says_what_fills_it(tmp_path: Path):
    with pytest.raises(ValueError, match=r"no finished run: python -m mixup_demo\.train_gan"):
        evaluate(tmp_path, TINY)
