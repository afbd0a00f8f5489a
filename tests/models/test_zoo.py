import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from mixup_demo.models import zoo
from mixup_demo.training.cards import model_card
from mixup_demo.training.recipes import RECIPES

ROOT = Path(zoo.__file__).parent.parent


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A copy of the bundled models that a test may damage."""
    folder = tmp_path / "models"
    shutil.copytree(zoo.MODELS, folder)
    return folder


def test_the_bundled_pair_loads_and_answers():
    pair = zoo.load_pair("cifar10")
    images = torch.rand(2, 3, pair.input_size, pair.input_size)
    for network in pair.models.values():
        assert not network.training
        assert network(images).shape == (2, len(pair.classes))
    assert zoo.load_pair("cifar10") is pair


@pytest.mark.parametrize("name", zoo.read_manifest())
def test_every_model_has_its_weights_log_and_a_card_made_from_the_manifest(name: str):
    entry = zoo.read_manifest()[name]
    zoo.checked_weights(name)  # the file is there and whole
    assert entry["bytes"] <= 10_000_000
    assert (zoo.MODELS / "cards" / f"{name}.md").read_text("utf-8") == model_card(name, entry)
    log = (zoo.MODELS / "logs" / f"{name}.jsonl").read_text("utf-8").splitlines()
    assert len(log) == entry["recipe"]["epochs"]
    assert json.loads(log[-1])["test_error"] == entry["test_error_last"]
    assert entry["recipe"] == {**RECIPES[name].as_dict(), **entry["recipe"]}


def test_what_the_page_asks_for_is_trained():
    names = {name for pair in zoo.PAIRS.values() for name in pair.values()}
    assert names | {zoo.BLACK_BOX} <= set(zoo.read_manifest())


def test_the_bundled_weights_are_small():
    for name in zoo.PAIRS["cifar10"].values():
        entry = zoo.read_manifest()[name]
        assert entry["bytes"] <= 6_000_000
        assert entry["parameters"] <= 3_000_000


def test_the_bundled_models_were_trained_alike():
    erm, mixup = (zoo.read_manifest()[name] for name in zoo.PAIRS["cifar10"].values())
    differing = {key for key in erm["recipe"] if erm["recipe"][key] != mixup["recipe"][key]}
    assert differing == {"name", "alpha"}


def test_damaged_weights_are_named_with_the_remedy(models: Path):
    file = models / "cifar10-erm.safetensors"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(zoo.WeightsError, match=r"erm\.safetensors is damaged.*git checkout"):
        zoo.load_model("cifar10-erm", models)


def test_missing_weights_are_named_with_the_remedy(models: Path):
    (models / "cifar10-mixup.safetensors").unlink()
    with pytest.raises(zoo.WeightsError, match=r"cifar10-mixup\.safetensors is missing.*git check"):
        zoo.load_model("cifar10-mixup", models)


def test_a_model_that_was_never_trained_names_the_command(models: Path):
    (models / "manifest.json").write_text(json.dumps({}))
    with pytest.raises(zoo.WeightsError, match=r"mixup_demo\.train --recipe cifar10-erm"):
        zoo.load_model("cifar10-erm", models)


def test_the_app_does_not_start_on_damaged_weights(tmp_path: Path):
    for name in ("app.py", "mixup_demo", "assets", "models"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    (tmp_path / "models" / "cifar10-mixup.safetensors").write_bytes(b"")
    ended = subprocess.run(
        [sys.executable, "app.py"], cwd=tmp_path, capture_output=True, text=True, timeout=120
    )
    assert ended.returncode != 0
    assert "cifar10-mixup.safetensors is damaged" in ended.stderr
    assert "git checkout -- models/cifar10-mixup.safetensors" in ended.stderr
    assert "Traceback" not in ended.stderr
