"""Models at a temperature: the same classes, other confidence, and never taken for one another."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import Comparison
from mixup_demo.models.temperature import Scaled, equally_calibrated, scaled
from mixup_demo.texts.input_error import InputError
from tests.models.kit import WIDE, dummy
from tests.probes.kit import CPU, MeanColour

TEMPERATURES = {"erm": 1.6, "mixup": 0.5}


def comparison(**temperatures: float | None) -> Comparison:
    """Two models of random weights with these temperatures."""
    found = {**TEMPERATURES, **temperatures}
    models = {
        key: replace(dummy(f"the {key}", seed=seed, scale=5.0), temperature=found[key])
        for seed, key in enumerate(found)
    }
    return Comparison("shapes", models)


def test_logits_are_divided_by_the_temperature():
    images = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    network = MeanColour(5.0)
    torch.testing.assert_close(Scaled(network, 2.5)(images), network(images) / 2.5)


def test_an_engine_answers_with_the_same_classes_at_each_temperature():
    trained = comparison()
    calibrated = equally_calibrated(trained)
    images = np.random.default_rng(0).random((40, 3, *WIDE), dtype=np.float32)
    before, after = (Engine(one, CPU).probabilities(images) for one in (trained, calibrated))
    assert list(after) == list(before)
    for key, temperature in TEMPERATURES.items():
        # softmax(z / T) is softmax(z) to the power of 1 / T, normalised
        powers = before[key].astype(float) ** (1 / temperature)
        expected = powers / powers.sum(axis=1, keepdims=True)
        assert after[key] == pytest.approx(expected, abs=2e-3)
        assert (after[key].argmax(axis=1) == before[key].argmax(axis=1)).all()
        assert np.abs(after[key] - before[key]).max() > 0.02


def test_what_is_calibrated_says_so_and_goes_by_its_name():
    trained = comparison()
    calibrated = equally_calibrated(trained)
    assert (calibrated.name, calibrated.classes) == (trained.name, trained.classes)
    assert (calibrated.temperatures, trained.temperatures) == (TEMPERATURES, {})


def test_digests_tell_temperatures_apart():
    model = dummy("one")
    found = {model.digest, scaled(model, 1.0).digest, scaled(model, 1.5).digest}
    assert len(found) == 3
    assert scaled(model, 1.5).digest == scaled(model, 1.5).digest
    different = {equally_calibrated(comparison(erm=t)).digest for t in (1.6, 1.7)}
    assert len(different | {comparison().digest}) == 3


def test_without_a_temperature_the_models_are_named_with_the_remedy():
    with pytest.raises(
        InputError, match=r"none for the mixup\. .*as trained, .* --pair LEFT RIGHT"
    ) as refused:
        equally_calibrated(comparison(mixup=None))
    assert refused.value.key == "error.calibration.none"
