"""What is said of a training follows from its scores."""

import numpy as np
import pytest

from mixup_demo import texts
from mixup_demo.evidence.toy import INTRUDING, toy_says
from tests.evidence import words

SCORES = {
    "test_accuracy": (0.9, 0.95),
    "boundary_length": (3.0, 2.0),
    "gradient_norm": (2.0, 2.05),
    "confidence": (0.99, 0.8),
}


def says(alpha: float = 1.0, intrusion: float = 0.0, **more: tuple[float, float]) -> dict:
    scores = {name: np.array(pair) for name, pair in (SCORES | more).items()}
    return {said.key: said for said in toy_says(scores, alpha, intrusion)}


def test_each_measure_has_its_own_verdict():
    found = says()
    assert found["toy.says.accuracy.better"].verdict == "better"
    assert found["toy.says.length.better"].verdict == "better"
    assert found["toy.says.gradient.open"].verdict == "open"  # 2.5 % is no difference
    assert found["toy.says.confidence"].verdict is None
    assert len(found) == 4


@pytest.mark.parametrize(
    ("measure", "pair", "key"),
    [
        ("test_accuracy", (0.95, 0.9), "toy.says.accuracy.worse"),
        ("test_accuracy", (0.95, 0.953), "toy.says.accuracy.open"),
        ("boundary_length", (2.0, 3.0), "toy.says.length.worse"),
        ("boundary_length", (0.0, 0.0), "toy.says.length.open"),
        ("boundary_length", (0.0, 1.0), "toy.says.length.worse"),
        ("gradient_norm", (1.0, 3.0), "toy.says.gradient.worse"),
    ],
)
def test_where_mixup_does_worse_it_is_said(measure: str, pair: tuple[float, float], key: str):
    found = says(**{measure: pair})
    assert found[key].verdict == key.rpartition(".")[2]


def test_the_numbers_are_in_the_sentences():
    said = says()["toy.says.accuracy.better"]
    for language in texts.LANGUAGES:
        sentence = words.text(said.key, language, **said.values)
        assert "95.0" in sentence
        assert "90.0" in sentence


def test_intrusion_is_told_where_it_is_common():
    assert "toy.says.intrusion" not in says(intrusion=INTRUDING - 0.01)
    assert says(intrusion=0.25)["toy.says.intrusion"].values == {"share": "25\xa0%"}


def test_without_mixing_both_are_the_same():
    assert list(says(alpha=0.0, intrusion=0.5)) == ["toy.says.same"]
