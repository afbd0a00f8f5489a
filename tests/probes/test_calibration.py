import numpy as np
import pytest
import torch
from sklearn.metrics import roc_auc_score
from torchmetrics.classification import MulticlassCalibrationError

from mixup_demo.probes import calibration
from tests.probes.kit import random_answers


@pytest.fixture
def judged() -> tuple[np.ndarray, np.ndarray]:
    """Confidence of 3,000 answers, sharper than they deserve, and whether they are right."""
    answers = random_answers(3000, 5, seed=0, sharpness=0.2)
    labels = np.random.default_rng(1).integers(0, 5, len(answers))
    return answers.max(axis=1), answers.argmax(axis=1) == labels


@pytest.mark.parametrize("bins", [15, 7])
def test_calibration_error_is_that_of_torchmetrics(bins: int):
    answers = random_answers(3000, 5, seed=0, sharpness=0.2)
    labels = np.random.default_rng(1).integers(0, 5, len(answers))
    right = answers.argmax(axis=1) == labels
    expected = MulticlassCalibrationError(num_classes=5, n_bins=bins, norm="l1")(
        torch.from_numpy(answers), torch.from_numpy(labels)
    )
    found = calibration.calibration_error(answers.max(axis=1), right, bins)
    assert found == pytest.approx(float(expected), abs=1e-6)
    assert found > 0.05


def test_bins_add_up_to_all_answers(judged: tuple[np.ndarray, np.ndarray]):
    confidence, right = judged
    bins = calibration.reliability_bins(confidence, right)
    full = [one for one in bins if one.count]
    assert len(bins) == 15
    assert sum(one.count for one in bins) == len(confidence)
    assert sum(one.count * one.accuracy for one in full) == pytest.approx(right.sum())
    assert sum(one.count * one.confidence for one in full) == pytest.approx(confidence.sum())
    assert all(one.low < one.confidence <= one.high for one in full)
    gaps = sum(one.count * abs(one.confidence - one.accuracy) for one in full)
    assert calibration.calibration_error(confidence, right) == pytest.approx(gaps / len(right))


def test_an_answer_on_an_edge_belongs_to_the_bin_below():
    confidence = np.array([0.5, 0.500001, 1.0, 0.0])
    assert calibration.bin_numbers(confidence, 2).tolist() == [0, 1, 1, 0]


def test_a_bin_without_answers_has_neither_confidence_nor_accuracy():
    empty, full = calibration.reliability_bins(np.array([0.9]), np.array([True]), 2)
    assert (empty.count, empty.confidence, empty.accuracy) == (0, None, None)
    assert (full.count, full.confidence, full.accuracy) == (1, 0.9, 1.0)


def labelled_logits() -> tuple[np.ndarray, np.ndarray]:
    """Logits, and labels drawn with the probabilities that they stand for."""
    rng = np.random.default_rng(2)
    logits = 2 * rng.normal(size=(20_000, 4))
    return logits, (logits + rng.gumbel(size=logits.shape)).argmax(axis=1)


@pytest.mark.parametrize("factor", [0.4, 1.0, 3.0])
def test_temperature_undoes_a_factor_of_the_logits(factor: float):
    logits, labels = labelled_logits()
    temperature = calibration.fit_temperature(factor * logits, labels)
    assert temperature == pytest.approx(factor, rel=0.03)
    plain = calibration.fit_temperature(logits, labels)
    assert temperature == pytest.approx(factor * plain, rel=1e-4)


def test_answers_that_ask_for_ever_more_confidence_have_no_temperature():
    logits, _ = labelled_logits()
    assert calibration.fit_temperature(logits, logits.argmax(axis=1)) is None
    assert calibration.fit_temperature(logits, logits.argmin(axis=1)) is None
    assert calibration.fit_temperature(logits[:0], np.zeros(0, int)) is None


def test_temperature_changes_confidence_and_no_answer():
    logits, _ = labelled_logits()
    cold, warm = (calibration.with_temperature(logits, t) for t in (1.0, 3.0))
    assert np.array_equal(cold.argmax(axis=1), warm.argmax(axis=1))
    assert (warm.max(axis=1) < cold.max(axis=1)).all()
    assert np.allclose(np.exp(cold), torch.from_numpy(logits).softmax(1).numpy())


def test_auroc_counts_pairs_in_the_right_order():
    rng = np.random.default_rng(3)
    inside, outside = rng.integers(2, 9, 40), rng.integers(0, 7, 25)  # with ties
    won = [(a > b) + 0.5 * (a == b) for a in inside for b in outside]
    assert calibration.auroc(inside, outside) == pytest.approx(np.mean(won))


def test_weighted_auroc_is_that_of_sklearn():
    rng = np.random.default_rng(4)
    inside, outside = rng.integers(2, 9, 40), rng.integers(0, 7, 25)
    weights = rng.integers(0, 4, (6, 65)).astype(float)
    truth, scores = np.repeat([1, 0], [40, 25]), np.concatenate([inside, outside])
    expected = [roc_auc_score(truth, scores, sample_weight=row) for row in weights]
    found = calibration.weighted_auroc(inside, outside, weights[:, :40], weights[:, 40:])
    assert found == pytest.approx(expected)
    equal = calibration.weighted_auroc(inside, outside, np.ones((1, 40)), np.ones((1, 25)))
    assert equal == pytest.approx([calibration.auroc(inside, outside)])
