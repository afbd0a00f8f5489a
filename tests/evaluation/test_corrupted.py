import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import nn

from mixup_demo.evaluation.corrupted import evaluate
from mixup_demo.models.manifest import WeightsError
from mixup_demo.training.data import digest
from mixup_demo.training.recipes import RECIPES
from mixup_demo.training.subset import TrainingSet, training_set
from tests.evaluation.kit import material, memory, noise

DATA = noise(n_train=200, n_test=40)
CURVE = [0.5, 0.2, 0.3]
#: share of the tests that a model which answers them all with the first class has wrong
WRONG = float((DATA.test_labels != 0).float().mean())


def learned(name: str) -> TrainingSet:
    return training_set(replace(RECIPES[name], train_images=120), DATA)


def network(name: str, truthful: bool) -> nn.Module:
    """Return a model that knows the learned or the true labels, and answers all tests alike."""
    images, labels, true_labels = learned(name)
    answers = torch.cat([true_labels if truthful else labels, torch.zeros(40, dtype=torch.long)])
    return memory(torch.cat([images, DATA.test_images]), answers)


def write_logs(folder: Path, names: list[str]) -> None:
    (folder / "logs").mkdir()
    lines = "".join(json.dumps({"epoch": k, "test_error": e}) + "\n" for k, e in enumerate(CURVE))
    for name in names:
        (folder / "logs" / f"{name}.jsonl").write_text(lines)


def test_memorised_labels_are_told_from_true_ones(tmp_path: Path):
    names = ["corrupted-80-mixup", "corrupted-50-mixup", "corrupted-50-erm"]
    networks = {name: network(name, truthful="mixup" in name) for name in names}
    write_logs(tmp_path, names)
    found = evaluate(material(tmp_path, DATA, networks, train_images=120))
    half, most = found.values["shares"]
    assert (half["share"], most["share"]) == (0.5, 0.8)
    erm, mixup = half["models"]
    assert (erm["model"], mixup["model"]) == ("corrupted-50-erm", "corrupted-50-mixup")

    wrong = (learned("corrupted-50-erm").labels != learned("corrupted-50-erm").true_labels).float()
    assert 0 < wrong.mean() < 0.5  # some of the new labels are the old ones
    assert erm["train_error_true"] == 0
    assert erm["train_error_corrupted"] == 0
    assert mixup["train_error_true"] == 0
    assert mixup["train_error_corrupted"] == 1
    assert (found.values["train_images"], found.values["epochs"]) == (120, 32)


def test_best_and_last_are_the_logs(tmp_path: Path):
    names = ["corrupted-20-erm-dropout"]
    write_logs(tmp_path, names)
    networks = {name: network(name, truthful=True) for name in names}
    found = evaluate(material(tmp_path, DATA, networks, train_images=120))
    (share,) = found.values["shares"]
    (row,) = share["models"]
    assert (row["best"], row["best_epoch"], row["last"], row["curve"]) == (0.2, 2, 0.3, CURVE)
    assert (row["method"], row["alpha"], row["dropout"]) == ("erm-dropout", 0.0, 0.7)
    # the first class's third of the tests is right
    assert row["interval"][0] < 26 / 40 < row["interval"][1]
    assert share["difference"] is share["dropout_difference"] is None
    assert row["error"] == pytest.approx(WRONG)


def test_the_difference_is_between_plain_mixup_and_plain_erm(tmp_path: Path):
    names = [name for name in RECIPES if name.startswith("corrupted-50")]
    write_logs(tmp_path, names)
    networks = {name: network(name, truthful=True) for name in names}
    found = evaluate(material(tmp_path, DATA, networks, train_images=120))
    (share,) = found.values["shares"]
    methods = [row["method"] for row in share["models"]]
    assert methods == ["erm", "erm-dropout", "mixup", "mixup-dropout"]
    assert share["difference"] == {"mean": 0.0, "interval": [0.0, 0.0]}
    assert share["dropout_difference"] == {"mean": 0.0, "interval": [0.0, 0.0]}


def test_mean_and_interval_of_the_difference_are_of_the_same_answers(tmp_path: Path):
    names = ["corrupted-50-erm", "corrupted-50-erm-dropout", "corrupted-50-mixup"]
    write_logs(tmp_path, names)
    networks = {name: network(name, truthful=True) for name in names}
    images, _, true_labels = learned(names[-1])
    known = torch.cat([images, DATA.test_images])  # whose tests it answers all right
    networks[names[-1]] = memory(known, torch.cat([true_labels, DATA.test_labels]))
    found = evaluate(material(tmp_path, DATA, networks, train_images=120))
    (share,) = found.values["shares"]
    for key in ("difference", "dropout_difference"):
        assert share[key]["mean"] == pytest.approx(-WRONG)
        assert share[key]["interval"][0] < -WRONG < share[key]["interval"][1]


def test_a_missing_log_is_named(tmp_path: Path):
    networks = {"corrupted-50-erm": network("corrupted-50-erm", truthful=True)}
    with pytest.raises(WeightsError, match=r"corrupted-50-erm\.jsonl is missing.*git checkout"):
        evaluate(material(tmp_path, DATA, networks, train_images=120))


def test_without_any_model_the_remedy_is_named(tmp_path: Path):
    with pytest.raises(WeightsError, match=r"corrupted-50-erm.*mixup_demo\.train --all"):
        evaluate(material(tmp_path, DATA, {}))


def test_true_labels_are_counted_where_they_were_kept(tmp_path: Path):
    name = "corrupted-80-erm"
    write_logs(tmp_path, [name])
    images, labels, true_labels = learned(name)
    kept = labels == true_labels
    missed = kept & (torch.arange(len(labels)) % 3 == 0)
    answers = torch.where(missed, (labels + 1) % len(DATA.classes), labels)
    answers = torch.cat([answers, torch.zeros(40, dtype=torch.long)])
    networks = {name: memory(torch.cat([images, DATA.test_images]), answers)}
    found = evaluate(material(tmp_path, DATA, networks, train_images=120))
    row = found.values["shares"][0]["models"][0]
    assert row["train_error_true"] == pytest.approx(int(missed.sum()) / int(kept.sum()))
    assert row["train_error_corrupted"] == 0


def test_data_in_another_order_are_refused(tmp_path: Path):
    name = "corrupted-80-erm"
    write_logs(tmp_path, [name])
    asked = material(tmp_path, DATA, {name: network(name, truthful=True)}, train_images=120)
    asked.manifest[name]["data_digest"] = digest(DATA)
    evaluate(asked)
    turned = replace(
        DATA, train_images=DATA.train_images.flip(0), train_labels=DATA.train_labels.flip(0)
    )
    asked.manifest[name]["data_digest"] = digest(turned)
    with pytest.raises(ValueError, match=r"in another order.*evaluate with the --data"):
        evaluate(asked)
