from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from mixup_demo.evaluation.images_outside import SETS
from mixup_demo.evaluation.out_of_distribution import evaluate, separation
from tests.evaluation.kit import FEW, material, noise, softmax
from tests.probes.kit import MeanColour

DATA = noise()


def colours(images: np.ndarray) -> np.ndarray:
    return images.mean(axis=(2, 3))


@pytest.mark.parametrize("name", SETS)
def test_sets_are_images_and_drawn_from_the_generator_alone(name: str):
    first, again, other = (SETS[name](9, np.random.default_rng(seed), DATA) for seed in (1, 1, 2))
    assert first.shape == (9, 3, 32, 32)
    assert first.dtype == np.float32
    assert (first.min(), first.max()) >= (0, 0)
    assert first.max() <= 1
    # waves and sizes are computed: their rounding may depend on where they lie in memory
    np.testing.assert_allclose(first, again, rtol=0, atol=1e-5)
    assert np.abs(first - other).max() > 0.05
    assert first.std(axis=(1, 2, 3)).min() > 0.003  # none is a plain area
    assert len(np.unique(first.reshape(9, -1), axis=0)) == 9


def test_digits_are_grey_and_crops_are_not():
    rng = np.random.default_rng(0)
    digits, crops = SETS["digits"](5, rng, DATA), SETS["crops"](5, rng, DATA)
    assert np.array_equal(digits[:, 0], digits[:, 2])
    assert np.abs(crops[:, 0] - crops[:, 2]).max() > 0.1


def test_normal_noise_has_the_datas_mean_and_deviation():
    data = noise()
    data.train_images[:, 0] = data.train_images[:, 0] // 4 + 90  # one channel unlike the others
    images = SETS["gaussian"](300, np.random.default_rng(0), data)
    pixels = data.train_images.numpy() / 255
    assert images[:, 0].mean() == pytest.approx(pixels[:, 0].mean(), abs=0.005)
    assert images[:, 0].std() == pytest.approx(pixels[:, 0].std(), abs=0.005)
    assert images[:, 1].mean() == pytest.approx(pixels[:, 1].mean(), abs=0.01)


def test_all_digits_are_taken_where_more_are_wanted():
    assert len(SETS["digits"](5000, np.random.default_rng(0), DATA)) == 1797


def test_confidence_and_auroc_are_those_of_the_models(tmp_path: Path):
    networks = {"cifar10-erm": MeanColour(40.0), "cifar10-mixup": MeanColour(-15.0)}
    subject = material(tmp_path, DATA, networks)
    found = evaluate(subject)
    tests = DATA.test_images.numpy().astype(np.float32) / 255
    assert [row["set"] for row in found.values["sets"]] == list(SETS)
    for role, scale in (("erm", 40.0), ("mixup", -15.0)):
        inside = softmax(scale * colours(tests)).max(axis=1)
        mean = found.values["inside"][role]
        assert mean["confidence"] == pytest.approx(inside.mean(), abs=1e-5)
        for row in found.values["sets"]:
            images = SETS[row["set"]](FEW.outside, subject.rng(row["set"]), DATA)
            outside = softmax(scale * colours(images)).max(axis=1)
            truth = [1] * len(inside) + [0] * len(outside)
            expected = roc_auc_score(truth, [*inside, *outside])
            assert row["n"] == len(outside) == FEW.outside
            assert row[role]["confidence"] == pytest.approx(outside.mean(), abs=1e-5)
            assert row[role]["auroc"] == pytest.approx(expected, abs=0.003)  # near ties may swap
            low, high = row[role]["auroc_interval"]
            assert low <= row[role]["auroc"] <= high
            assert 0 <= low <= high <= 1
            temperature = found.values["temperatures"][role]
            cool = softmax(scale * colours(tests) / temperature).max(axis=1)
            known = softmax(scale * colours(images) / temperature).max(axis=1)
            scaled = row["scaled"][role]
            assert scaled["confidence"] == pytest.approx(known.mean(), abs=1e-4)
            again = roc_auc_score(truth, [*cool, *known])
            assert scaled["auroc"] == pytest.approx(again, abs=0.003)


def test_differences_are_drawn_on_the_same_images_for_both(tmp_path: Path):
    subject = material(tmp_path, DATA, {})
    rng = np.random.default_rng(0)
    inside, outside = rng.random((2, 40)), rng.random((2, 25)) * 0.8
    roles = ("erm", "mixup")
    found = separation(
        subject, dict(zip(roles, inside, strict=True)), dict(zip(roles, outside, strict=True))
    )
    known = np.concatenate(list(subject.bootstrap.counts(40)))
    unknown = np.concatenate(list(subject.bootstrap_for("bootstrap of sets").counts(25)))
    truth = np.repeat([1, 0], [40, 25])
    drawn = [
        np.subtract(
            *(
                roc_auc_score(truth, np.concatenate([inside[k], outside[k]]), sample_weight=weights)
                for k in (1, 0)
            )
        )
        for weights in np.concatenate([known, unknown], axis=1)
    ]
    areas, confidence = (found["difference"][name] for name in ("auroc", "confidence"))
    assert areas["value"] == pytest.approx(found["mixup"]["auroc"] - found["erm"]["auroc"])
    assert areas["interval"] == pytest.approx(np.quantile(drawn, [0.025, 0.975]))
    change = outside[1] - outside[0]
    assert confidence["value"] == pytest.approx(change.mean())
    assert confidence["interval"] == pytest.approx(subject.bootstrap.of_mean(change))
