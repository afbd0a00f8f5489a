"""What a report says of folds, compared with Student's interval as SciPy has it."""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import ttest_1samp
from torch import nn

from mixup_demo.training.own.outcome import Outcome
from mixup_demo.training.own.photos import read_photos
from mixup_demo.training.own.recipe import OwnRecipe
from mixup_demo.training.own.report import rows, sentences, write
from mixup_demo.training.own.split import folds, holdout
from mixup_demo.training.own.task import Learned, Task
from mixup_demo.training.own.tested import files_held_out
from tests.training.own.kit import TINY, write_photos
from tests.training.own.test_split import photos as some_photos

PHOTOS = some_photos([0, 1, 2] * 11)
FOLDS = 4


def way(recipe: OwnRecipe, accuracies: Sequence[float]) -> list[Outcome]:
    """Trainings of all folds that ended with these accuracies."""
    splits = folds(PHOTOS, FOLDS, 0)
    return [
        Outcome(
            Task("one", recipe, PHOTOS, split, Path("run"), 0),
            Learned(nn.Identity(), [{"test_accuracy": accuracy}], np.zeros((3, 3), np.int64)),
        )
        for split, accuracy in zip(splits, accuracies, strict=True)
    ]


def test_the_files_that_were_tested_on_are_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    photos = read_photos(write_photos(Path("garden"), 3))
    task = Task("erm", TINY.plain, photos, holdout(photos, 0.3, 0), tmp_path / "runs" / "erm", 0)
    entry = {"epoch": 1, "loss": 1.0, "test_loss": 1.0, "test_accuracy": 0.5}
    learned = Learned(nn.Identity(), [entry], np.zeros((3, 3), np.int64))
    task.folder.mkdir(parents=True)
    write(tmp_path / "runs", [Outcome(task, learned)], "command", "about")
    monkeypatch.chdir("/")
    found = files_held_out(task.folder)
    assert found == {tmp_path / photos.files[index] for index in task.split.test}


@pytest.mark.parametrize(
    ("accuracies", "verdict"),
    [
        ((0.71, 0.74, 0.7, 0.75), "it holds 0: no verdict"),
        ((0.91, 0.95, 0.93, 0.94), "it leaves 0 out, with one seed"),
    ],
)
def test_the_interval_is_of_mixup_less_erm_and_of_these_folds_sizes(
    accuracies: Sequence[float], verdict: str
):
    plain = (0.7, 0.72, 0.73, 0.71)
    _, said = sentences([way(TINY.plain, plain), way(TINY, accuracies)])
    differences = 100 * np.subtract(accuracies, plain)
    student = ttest_1samp(differences, 0).confidence_interval()
    # of 33 images each fold tests on a fourth, and learns from the rest (Nadeau and Bengio 2003)
    tested, learned = 33 / FOLDS, 33 - 33 / FOLDS
    wider = ((1 / FOLDS + tested / learned) / (1 / FOLDS)) ** 0.5
    mean, reach = differences.mean(), wider * (student.high - student.low) / 2
    number = r"([+-]\d+\.\d\d)"
    pattern = rf"minus ERM: {number} points, 95 % interval {number} to {number} \("
    found = [float(text) for text in re.search(pattern, said).groups()]
    assert found == pytest.approx([mean, mean - reach, mean + reach], abs=0.0051)
    assert verdict in said


def test_the_table_has_mean_and_standard_deviation_of_a_sample():
    accuracies = (0.7, 0.72, 0.73, 0.71)
    heads, cells = rows({"ERM": way(TINY.plain, accuracies)})
    assert heads == ["Training", "fold 1", "fold 2", "fold 3", "fold 4", "mean ± sd"]
    assert cells[1:5] == ["70.00 %", "72.00 %", "73.00 %", "71.00 %"]
    assert cells[5] == f"71.50 ± {100 * np.std(accuracies, ddof=1):.2f} %"
