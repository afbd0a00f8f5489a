"""Runs as files: what survives, what is refused, and what is bundled."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mixup_demo.evaluation.gan import evaluate
from mixup_demo.gan.files import (
    ARRAYS,
    KEPT,
    UNIT,
    file_name,
    load,
    packed_points,
    packed_shares,
    save,
    unpacked_points,
)
from mixup_demo.gan.measures import match
from mixup_demo.gan.targets import TARGETS
from mixup_demo.train_gan import BUNDLED
from mixup_demo.views.toy.gans import NAME, RUNS, results
from tests.gan.kit import run

BUNDLE = sorted(RUNS.glob("*.npz"))


def test_points_survive_to_half_a_step_and_no_further_than_the_ends():
    points = np.float32([[0.1, -1.23456], [3.99, -3.99], [5, -70], [np.nan, 1], [np.inf, 0]])
    whole = packed_points(points)
    back, lost = unpacked_points(whole)
    assert whole.dtype == np.int16
    assert lost.tolist() == [False, False, False, True, True]
    assert np.abs(back[:2] - points[:2]).max() <= UNIT / 2 + 1e-6
    assert back[2] == pytest.approx([4, -4], abs=2 * UNIT)


def test_shares_become_bytes():
    assert packed_shares(np.float32([0, 0.5, 1, np.nan])).tolist() == [0, 128, 255, 0]


def test_a_run_survives(tmp_path: Path):
    trained, path = run(), tmp_path / "deep" / "run.npz"
    save(trained, path)
    back = load(path)
    assert back.about == trained.about
    for name in ARRAYS:
        np.testing.assert_array_equal(getattr(back, name), getattr(trained, name))
    assert back.samples.shape == (len(back.iteration), 2, KEPT, 2)
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_lacks_something_is_refused(tmp_path: Path):
    np.savez(tmp_path / "bad.npz", about="{}", iteration=np.arange(3))
    with pytest.raises(ValueError, match=r"bad\.npz has no modes, quality, samples, surface"):
        load(tmp_path / "bad.npz")
    save(replace(run(), modes=np.zeros((2, 2), np.uint8)), tmp_path / "odd.npz")
    with pytest.raises(ValueError, match=r"arrays of odd\.npz are not all \(7, 2\)"):
        load(tmp_path / "odd.npz")


@pytest.mark.parametrize("path", BUNDLE, ids=lambda path: path.stem)
def test_bundled_runs_have_the_recipe_and_measure_what_they_show(path: Path):
    bundled = load(path)
    recipe = bundled.about["recipe"]
    own = {name: recipe[name] for name in ("dataset", "loss", "seed")}
    assert recipe == replace(BUNDLED, **own).as_dict()
    assert path.name == file_name(own["dataset"], own["loss"], own["seed"])
    assert bundled.iteration[0] == 0
    assert bundled.iteration[-1] == BUNDLED.iterations
    # the samples in the file are a fifth of those that were measured
    target = TARGETS[own["dataset"]]
    for column in range(len(BUNDLED.alphas)):
        shown, lost = unpacked_points(bundled.samples[-1, column])
        shown[lost] = np.nan
        found = match(shown.astype(np.float32), target)
        assert found.quality == pytest.approx(bundled.quality[-1, column], abs=0.1)
        assert found.modes <= bundled.modes[-1, column]


@pytest.mark.skipif(not BUNDLE, reason="no GAN is bundled yet: make gan")
def test_the_results_file_is_that_of_the_bundled_runs():
    computed = evaluate(RUNS, BUNDLED)
    assert computed["n"] == len(BUNDLE)
    for loss, datasets in computed["values"]["losses"].items():
        for dataset, values in datasets.items():
            assert results(dataset, loss) == values
            assert len(values["seeds"]) == len(list(RUNS.glob(f"{dataset}-{loss}-*.npz")))
    assert computed["name"] == NAME
