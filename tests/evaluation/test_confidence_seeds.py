"""Calibration and unfamiliar images of pairs of several seeds, and of the learning curves."""

from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from mixup_demo.evaluation.confidence_seeds import evaluate
from mixup_demo.evaluation.images_outside import SETS
from mixup_demo.models.manifest import WeightsError
from mixup_demo.training.curves import curve_recipe
from tests.evaluation.kit import FEW, Sharper, material, noise, softmax
from tests.probes.kit import MeanColour

DATA = noise()
SCALES = (6.0, 12.0, 24.0)


def networks(seeds: int = 3) -> dict[str, object]:
    """Pairs of several seeds; ERM's network is three times as sure."""
    pairs = [(Sharper(MeanColour(scale)), MeanColour(scale)) for scale in SCALES[:seeds]]
    return {
        f"scarce-{role}-seed{seed}": pair[k]
        for seed, pair in enumerate(pairs)
        for k, role in enumerate(("erm", "mixup"))
    }


def confidence(images: np.ndarray, scale: float) -> np.ndarray:
    return softmax(scale * images.mean(axis=(2, 3))).max(axis=1)


def test_each_seed_is_compared_on_the_same_images(tmp_path: Path):
    subject = material(tmp_path, DATA, networks())
    found = evaluate(subject)
    assert (found.n, len(found.models), found.values["curves"]) == (20, 6, [])
    (values,) = found.values["groups"]
    assert values["group"] == "scarce"
    tests = DATA.test_images.numpy().astype(np.float32) / 255
    assert [one["set"] for one in values["sets"]] == list(SETS)
    for one in values["sets"]:
        images = SETS[one["set"]](FEW.outside, subject.rng(one["set"]), DATA)
        for role, factor in (("erm", 3), ("mixup", 1)):
            for scale, auroc in zip(SCALES, one[role]["values"], strict=True):
                both = [confidence(some, factor * scale) for some in (tests, images)]
                truth = np.repeat([1, 0], list(map(len, both)))
                assert auroc == pytest.approx(roc_auc_score(truth, np.concatenate(both)), abs=0.005)
    before, after = (values["ece"][stage] for stage in ("before", "after"))
    assert before["difference"]["mean"] < -0.02  # ERM is surer, of answers that are mostly wrong
    by_seed = np.subtract(before["mixup"]["values"], before["erm"]["values"])
    assert before["difference"]["by_seed"] == pytest.approx(by_seed)
    assert after["difference"]["mean"] == pytest.approx(0, abs=1e-3)  # all are one network then


def test_the_curves_are_compared_over_images(tmp_path: Path):
    pair = {role: curve_recipe(1000, alpha, 0) for role, alpha in (("erm", 0.0), ("mixup", 1.0))}
    first = {recipe.name: networks()[f"scarce-{role}-seed0"] for role, recipe in pair.items()}
    subject = material(tmp_path, DATA, {**networks(), **first})
    found = evaluate(subject).values
    (curve,), (values,) = found["curves"], found["groups"]
    assert (curve["images"], curve["architecture"]) == (1000, "preact-resnet18-16")
    assert curve["models"] == {role: recipe.name for role, recipe in pair.items()}
    for stage, ece in values["ece"].items():
        for role in pair:  # they are the first seed's networks
            assert curve["ece"][stage][role] == pytest.approx(ece[role]["values"][0])
        low, high = curve["ece"][stage]["difference"]["interval"]
        assert low <= curve["ece"][stage]["difference"]["value"] <= high
    for one, seeds in zip(curve["sets"], values["sets"], strict=True):
        for role in pair:
            assert one[role]["auroc"] == pytest.approx(seeds[role]["values"][0])


def test_one_seed_says_nothing_over_seeds(tmp_path: Path):
    with pytest.raises(WeightsError, match="two seeds are needed, but 1"):
        evaluate(material(tmp_path, DATA, networks(1)))
