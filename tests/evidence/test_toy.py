"""What is said of trainings follows from their scores, and nothing is called better by one seed."""

import numpy as np
import pytest

from mixup_demo import texts
from mixup_demo.evidence.toy import COMPARED, INTRUDING, toy_says
from mixup_demo.toy.seeds import compare
from tests.evidence import words

SCORES = {
    "test_accuracy": (0.9, 0.95),
    "boundary_length": (3.0, 2.0),
    "gradient_norm": (2.0, 2.05),
    "confidence": (0.99, 0.8),
}
ONE = {name: np.array(pair) for name, pair in SCORES.items()}


def seeds(spread: float, n: int = 5, **more: tuple[float, float]) -> dict[str, np.ndarray]:
    """Scores of n seeds about a mean; the differences spread by so much to both sides."""
    off = np.stack([np.zeros(n), spread * np.linspace(-1, 1, n)], axis=1)
    return {name: np.array(pair) + off for name, pair in (SCORES | more).items()}


def says(over: dict[str, np.ndarray] | None = None, alpha: float = 1.0, intrusion: float = 0.0):
    found = toy_says(ONE, alpha, intrusion, over and compare(over))
    return {said.key: said for said in found}


def test_one_seed_gets_no_verdict_whatever_it_shows():
    found = says()
    assert "toy.says.one" in found
    assert all(said.verdict is None for said in found.values())
    assert found["toy.says.one.accuracy"].values == {"erm": "90.0", "mixup": "95.0"}


def test_two_seeds_are_too_few():
    assert compare(seeds(0.001, n=2)) is None


def test_accuracies_that_differ_alike_but_for_their_float32_have_no_interval():
    pairs = np.array([[0.9, 1.0], [0.8, 0.9], [0.9, 1.0]], np.float32)
    assert np.ptp(pairs[:, 1] - pairs[:, 0]) > 0
    found = compare({"test_accuracy": pairs})
    assert found
    assert found["measures"]["test_accuracy"]["interval"] is None


def test_each_measure_has_its_own_verdict_over_seeds():
    found = says(seeds(0.01))
    assert found["toy.says.seeds.accuracy"].verdict == "better"
    assert found["toy.says.seeds.length"].verdict == "better"
    assert found["toy.says.seeds.gradient"].verdict == "worse"
    assert found["toy.says.seeds.confidence"].verdict is None


@pytest.mark.parametrize("name", COMPARED)
def test_a_difference_within_the_spread_of_seeds_is_inconclusive(name: str):
    erm = SCORES[name][0]
    said = says(seeds(0.1, **{name: (erm, erm + 0.01)}))[f"toy.says.seeds.{COMPARED[name][0]}"]
    assert said.verdict == "open"
    assert said.values["verdict"].endswith(".open]]")


def test_where_mixup_does_worse_it_is_said():
    found = says(seeds(0.01, test_accuracy=(0.95, 0.9), boundary_length=(2.0, 3.0)))
    assert found["toy.says.seeds.accuracy"].verdict == "worse"
    assert found["toy.says.seeds.length"].verdict == "worse"


def test_seeds_that_are_all_alike_give_no_interval():
    found = says(seeds(0.0, test_accuracy=(1.0, 1.0)))
    assert found["toy.says.seeds.accuracy.alike"].verdict == "open"
    assert "low" not in found["toy.says.seeds.accuracy.alike"].values


def test_the_interval_is_students_over_pairs():
    apart = np.array([0.01, 0.03, 0.02, 0.06])
    found = compare({"test_accuracy": np.stack([np.zeros(4), apart], axis=1)})
    assert found is not None
    known = found["measures"]["test_accuracy"]
    half = 3.182446 * apart.std(ddof=1) / 2  # t of 3 degrees of freedom, by √4
    assert known["interval"] == pytest.approx([0.03 - half, 0.03 + half], rel=1e-6)


def test_the_sentence_names_the_numbers_and_how_many_seeds():
    said = says(seeds(0.01))["toy.says.seeds.accuracy"]
    for language in texts.LANGUAGES:
        sentence = words.text(said.key, language, **said.values)
        for shown in ("95.0", "90.0", "+5.0", "5"):
            assert shown in sentence
    assert said.values["n"] == "5"


def test_intrusion_is_told_where_it_is_common():
    assert "toy.says.intrusion" not in says(intrusion=INTRUDING - 0.01)
    assert says(intrusion=0.25)["toy.says.intrusion"].values == {"share": "25\xa0%"}


def test_without_mixing_both_are_the_same():
    assert list(says(alpha=0.0, intrusion=0.5)) == ["toy.says.same"]
