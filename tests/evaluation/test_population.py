from dataclasses import fields, replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from scipy import stats

from mixup_demo.evaluation import between, paths, population
from mixup_demo.evaluation.answers import Material, Sizes
from mixup_demo.evaluation.paths import draw_apart, draw_pairs
from mixup_demo.evaluation.population import draw_triples, evaluate
from mixup_demo.probes.smoothness import smoothness
from mixup_demo.results import PlaneMeasures, Smoothness
from tests.evaluation.kit import FEW, material, noise, softmax
from tests.probes.kit import MeanColour

DATA = noise()
SCALES = {"erm": 60.0, "mixup": -9.0}
NETWORKS = {f"cifar10-{role}": MeanColour(scale) for role, scale in SCALES.items()}
PIXELS = DATA.test_images.numpy() / 255
LABELS = DATA.test_labels.numpy()
LAM = np.arange(101) / 100


@pytest.fixture
def subject(tmp_path: Path) -> Material:
    return material(tmp_path, DATA, NETWORKS)


@pytest.fixture
def planes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[np.ndarray, tuple[int, ...], int]]:
    """Put planes in place whose measures tell which they are; return what was asked for."""
    asked: list[tuple[np.ndarray, tuple[int, ...], int]] = []

    def plane(engine, images, labels, resolution):
        asked.append((images, labels, resolution))
        k = len(asked)
        erm = PlaneMeasures(10 + k, 0.1 / k, 5.0 + k)
        answers = {"erm": erm, "mixup": PlaneMeasures(3, 0.05, 7.0)}
        return SimpleNamespace(
            agreement=k / 10,
            answers={role: SimpleNamespace(measures=one) for role, one in answers.items()},
        )

    monkeypatch.setattr(population, "plane", plane)
    return asked


def answers(role: str, a: int, b: int) -> np.ndarray:
    """Softmax of a model of mean colours on the way from B to A, (101, 3)."""
    ways = LAM[:, None] * PIXELS[a].mean(axis=(1, 2)) + (1 - LAM[:, None]) * PIXELS[b].mean(
        axis=(1, 2)
    )
    return softmax(SCALES[role] * ways)


def test_values_of_each_pair_are_those_of_its_way(subject: Material, planes: list):
    pairs = draw_pairs(subject)
    found = evaluate(subject).values["pairs"]
    assert found["n"] == len(pairs) == FEW.pairs
    assert np.array_equal(np.stack([found["image_a"], found["image_b"]], axis=1), pairs)
    names = [field.name for field in fields(Smoothness)]
    assert list(found["measures"]) == [*names, "adversarial_thickness"]
    for role in SCALES:
        for row, (a, b) in enumerate(pairs):
            labels = (int(LABELS[a]), int(LABELS[b]))
            soft = LAM[:, None] * np.eye(3)[labels[0]] + (1 - LAM[:, None]) * np.eye(3)[labels[1]]
            distance = np.linalg.norm(PIXELS[a] - PIXELS[b])
            expected = vars(smoothness(answers(role, a, b), soft, LAM, labels, distance))
            for name in names[:-1]:
                value = found["measures"][name][role][row]
                assert value == pytest.approx(expected[name], rel=2e-3, abs=2e-3), name


def test_differences_are_those_of_the_evidence(subject: Material, planes: list):
    found = evaluate(subject).values["pairs"]["measures"]
    elsewhere = between.evaluate(subject).values["measures"]
    for name, one in elsewhere.items():
        for key in ("difference", "interval"):
            assert found[name][key] == pytest.approx(one[key]), name
        for role in SCALES:
            assert np.mean(found[name][role]) == pytest.approx(one[role], rel=1e-3)


def test_the_pairs_are_walked_once(
    subject: Material, planes: list, monkeypatch: pytest.MonkeyPatch
):
    calls = []
    swept = paths.sweep
    monkeypatch.setattr(paths, "sweep", lambda *given: calls.append(1) or swept(*given))
    between.evaluate(subject)
    evaluate(subject)
    assert len(calls) == FEW.pairs


def test_curves_are_quantiles_over_pairs(subject: Material, planes: list):
    pairs = draw_pairs(subject)
    found = evaluate(subject).values["pairs"]
    assert list(found["lam"]) == pytest.approx(np.arange(0, 101, 2) / 100)
    for role in SCALES:
        ways = [answers(role, a, b) for a, b in pairs]
        own = [way[:, LABELS[a]] for way, (a, _) in zip(ways, pairs, strict=True)]
        sure = [way.max(axis=1) for way in ways]
        for name, rows in (("own", own), ("confidence", sure)):
            curve = found["curves"][name][role]
            expected = stats.mstats.mquantiles(rows, [0.1, 0.5, 0.9], 1, 1, axis=0)[:, ::2]
            for end, values in zip(("low", "median", "high"), expected, strict=True):
                assert curve[end] == pytest.approx(values, abs=3e-3), (name, end)
        norms = found["curves"]["gradient_norm"][role]
        evidence = between.evaluate(subject).values["gradient_norm"][role]
        assert norms["high"] == pytest.approx(evidence["high"][::2], rel=1e-3)


def test_some_pairs_are_attacked_towards_bs_class(
    subject: Material, planes: list, monkeypatch: pytest.MonkeyPatch
):
    asked = []

    def thickness(engine, images, labels, targets):
        asked.extend(zip(images, labels, targets, strict=True))
        return {"erm": 1 + np.arange(len(images)), "mixup": np.full(len(images), 9)}

    monkeypatch.setattr(population, "adversarial_thickness", thickness)
    monkeypatch.setattr(population, "CHUNK", 2)
    found = evaluate(subject).values["pairs"]
    pairs = draw_pairs(subject)[: FEW.thickness]
    for (a, b), (image, label, target) in zip(pairs, asked, strict=True):
        assert image == pytest.approx(PIXELS[a], abs=1e-6)
        assert (label, target) == (LABELS[a], LABELS[b])
    one = found["measures"]["adversarial_thickness"]
    assert one["erm"] == [1, 2, 1, 2, 1]
    assert one["difference"] == pytest.approx(9 - 7 / 5)
    assert found["attack"] == {"norm": "L2", "radius": 1, "steps": 20, "step": 0.2, "n": 5}


def test_planes_go_through_images_of_three_labels(subject: Material, planes: list):
    triples = draw_triples(subject)
    found = evaluate(subject).values["planes"]
    assert (found["n"], found["resolution"]) == (len(planes), 10) == (FEW.planes, 10)
    for row, (images, labels, resolution) in enumerate(planes):
        assert len(set(labels)) == 3
        assert labels == tuple(LABELS[triples[row]])
        assert images == pytest.approx(PIXELS[triples[row]], abs=1e-6)
        assert [found[f"image_{c}"][row] for c in "abc"] == list(triples[row])
        assert resolution == 10
    assert np.array_equal(triples, draw_triples(subject))


def test_planes_hold_every_value_and_the_paired_difference(subject: Material, planes: list):
    measures = evaluate(subject).values["planes"]["measures"]
    assert measures["fragmentation"]["erm"] == [11, 12, 13, 14]
    assert measures["fragmentation"]["mixup"] == [3] * 4
    assert measures["fragmentation"]["difference"] == pytest.approx(3 - 12.5)
    assert measures["foreign_share"]["erm"] == [0.1, 0.05, 0.03333, 0.025]  # four digits
    low, high = measures["boundary_length"]["interval"]
    assert -2 < low < measures["boundary_length"]["difference"] == -0.5 < high < 1
    agreement = measures["agreement"]
    assert agreement["values"] == [0.1, 0.2, 0.3, 0.4]
    assert agreement["mean"] == pytest.approx(0.25)
    assert 0.1 < agreement["interval"][0] < 0.25 < agreement["interval"][1] < 0.4


def test_by_default_it_is_what_the_definitions_ask_for():
    assert (Sizes().pairs, Sizes().planes, Sizes().resolution) == (1000, 200, 50)


def test_intervals_are_those_of_scipys_bootstrap(tmp_path: Path):
    subject = material(tmp_path, DATA, NETWORKS)
    rng = np.random.default_rng(1)
    values = {"erm": rng.gamma(2, size=300), "mixup": rng.gamma(3, size=300)}
    found = population.compared(subject, values)
    differences = values["mixup"] - values["erm"]
    oracle = stats.bootstrap(
        (differences,), np.mean, n_resamples=4000, method="percentile", rng=rng
    ).confidence_interval
    assert found["interval"] == pytest.approx(list(oracle), abs=0.05)


def test_data_of_two_classes_has_no_planes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    data = noise(n_classes=2)
    subject = material(tmp_path, data, NETWORKS)
    monkeypatch.setattr(population, "_pairs", lambda *given: {})
    assert evaluate(subject).values["planes"] is None


def test_uneven_labels_give_as_many_pairs_and_triples_as_are_wanted():
    labels = np.repeat([0, 1, 2], [990, 5, 5])
    for size in (2, 3):
        found = draw_apart(np.random.default_rng(0), labels, 30, size)
        assert found.shape == (30, size)
        assert all(len(set(row)) == size for row in labels[found].tolist())
    assert draw_apart(np.random.default_rng(0), labels[:995], 30, 3).shape == (0, 3)


def test_a_picture_that_lies_under_two_labels_ends_no_evaluation(tmp_path: Path):
    same = replace(DATA, test_images=DATA.test_images[:1].expand(len(LABELS), -1, -1, -1).clone())
    same.test_images[2:] = DATA.test_images[2:]
    triples = draw_triples(material(tmp_path, same, NETWORKS))
    everything = draw_triples(material(tmp_path, DATA, NETWORKS))
    twice = (np.isin(everything, [0, 1]).sum(axis=1) == 2).sum()
    assert len(triples) == len(everything) - twice
    found = evaluate(
        material(
            tmp_path,
            replace(same, test_images=same.test_images[:1].expand(len(LABELS), -1, -1, -1)),
            NETWORKS,
        )
    )
    assert found.values["planes"] is None
