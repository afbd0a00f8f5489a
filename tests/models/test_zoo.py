import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from mixup_demo.models.comparisons import BLACK_BOX, COMPARISONS
from mixup_demo.models.manifest import MANIFEST, MODELS, STUDY_FOLDER, WeightsError, read_manifest
from mixup_demo.models.zoo import Zoo
from mixup_demo.texts.input_error import InputError
from mixup_demo.training.cards import model_card
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.recipes import RECIPES
from tests.models.kit import dummy, dummy_zoo

ROOT = Path(__file__).parents[2]
BUNDLED = Zoo()
PAIR = COMPARISONS["cifar10"]


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A copy of the bundled models that a test may damage."""
    folder = tmp_path / "models"
    shutil.copytree(MODELS, folder)
    return folder


def test_the_bundled_pair_loads_and_answers():
    pair = BUNDLED.comparison("cifar10")
    images = torch.rand(2, 3, *pair.input_size)
    for model in pair.models.values():
        network = model.load()
        assert not network.training
        assert not any(weight.requires_grad for weight in network.parameters())
        assert network(images).shape == (2, len(pair.classes))
        assert model.load() is network


@pytest.mark.parametrize("name", read_manifest())
def test_every_model_has_its_weights_log_and_a_card_made_from_the_manifest(name: str):
    entry = read_manifest()[name]
    BUNDLED.weights(name)  # the file is there and whole
    assert entry["bytes"] <= 10_000_000
    assert (MODELS / "cards" / f"{name}.md").read_text("utf-8") == model_card(name, entry)
    log = (MODELS / "logs" / f"{name}.jsonl").read_text("utf-8").splitlines()
    assert len(log) == entry["recipe"]["epochs"]
    assert json.loads(log[-1])["test_error"] == entry["test_error_last"]
    assert Recipe(**entry["recipe"]) == RECIPES[name]


def test_what_the_page_asks_for_is_trained():
    names = {name for pair in COMPARISONS.values() for name in pair.values()}
    assert names | set(BLACK_BOX.values()) <= set(read_manifest())
    pair = BUNDLED.comparison("cifar10")
    assert BUNDLED.black_box(pair).name not in names
    assert BUNDLED.black_box(pair).classes == pair.classes
    source = BUNDLED.black_box(pair).name
    with pytest.raises(InputError, match="third model"):  # its own white box is no black one
        BUNDLED.black_box(BUNDLED.comparison(f"{source}:cifar10-mixup"))


def test_the_bundled_weights_are_small():
    for name in PAIR.values():
        entry = read_manifest()[name]
        assert entry["bytes"] <= 6_000_000
        assert entry["parameters"] <= 3_000_000


def test_the_bundled_models_were_trained_alike():
    erm, mixup = (read_manifest()[name] for name in PAIR.values())
    differing = {key for key in erm["recipe"] if erm["recipe"][key] != mixup["recipe"][key]}
    assert differing == {"name", "alpha"}


def test_damaged_weights_are_named_with_the_remedy(models: Path):
    file = models / "cifar10-erm.safetensors"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(WeightsError, match=r"erm\.safetensors is damaged.*git checkout"):
        Zoo(models).model("cifar10-erm").load()


def test_missing_weights_are_named_with_the_remedy(models: Path):
    (models / "cifar10-mixup.safetensors").unlink()
    with pytest.raises(WeightsError, match=r"cifar10-mixup\.safetensors is missing.*git check"):
        Zoo(models).model("cifar10-mixup").load()


@pytest.mark.parametrize("damage", [b"", None])
def test_the_page_s_models_are_checked_before_it_is_built(models: Path, damage: bytes | None):
    file = models / "cifar10-mixup.safetensors"
    Zoo(models).check("cifar10")
    file.unlink()
    if damage is not None:
        file.write_bytes(damage)
    Zoo(models).check("small-8")  # which has other models
    with pytest.raises(WeightsError, match=r"cifar10-mixup\.safetensors is (damaged|missing)"):
        Zoo(models).check("cifar10")


@pytest.mark.parametrize("content", ["{", None])
def test_an_unreadable_manifest_is_named_with_the_remedy(models: Path, content: str | None):
    (models / "manifest.json").unlink()
    if content:
        (models / "manifest.json").write_text(content)
    with pytest.raises(WeightsError, match=r"manifest\.json cannot be read .*git checkout"):
        _ = Zoo(models).models


def test_a_manifest_of_something_else_is_named_with_the_remedy(models: Path):
    (models / "manifest.json").unlink()
    (models / "manifest.json").write_text("[1, 2]")
    with pytest.raises(WeightsError, match=r"manifest\.json must name models.*git checkout"):
        _ = Zoo(models).models


def test_a_model_that_was_never_trained_names_the_command(models: Path):
    (models / "manifest.json").write_text(json.dumps({}))
    with pytest.raises(WeightsError, match=r"mixup_demo\.train --recipe cifar10-erm"):
        Zoo(models).model("cifar10-erm").load()


@pytest.mark.slow
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


class TestHandedIn:
    """Models without files, beside those of a folder or instead of them."""

    def test_they_stand_beside_the_bundled_ones(self):
        both = Zoo(others=[dummy("mine")])
        assert set(both.models) == {*Zoo().manifest, "mine"}
        assert both.default == "cifar10"

    def test_they_need_no_folder(self):
        alone = dummy_zoo()
        assert alone.manifest == {}
        assert alone.default == "thousand"
        alone.check(alone.default)
        found = alone.comparison("three")
        assert (found.input_size, len(found.classes)) == ((48, 64), 3)

    def test_any_two_that_can_be_asked_the_same_are_compared(self):
        found = dummy_zoo().comparison("thousand-third:thousand-plain")
        assert list(found.models) == ["thousand-third", "thousand-plain"]
        with pytest.raises(
            InputError, match="same classes and input size, but those of three-plain and"
        ):
            dummy_zoo().comparison("three-plain:thousand-plain")

    def test_a_list_of_classes_may_have_no_third_model(self):
        zoo = dummy_zoo()
        thousand = zoo.comparison("thousand-plain:thousand-mixed")
        assert zoo.black_box(thousand).name == "thousand-third"
        small = {name: replace(one, input_size=(64, 64)) for name, one in thousand.models.items()}
        with pytest.raises(InputError, match="third model"):  # a user's own pair, say
            zoo.black_box(replace(thousand, models=small))
        with pytest.raises(InputError) as refused:
            zoo.black_box(zoo.comparison("three-plain:three-mixed"))
        assert refused.value.key == "error.source.none"


class TestStudies:
    """Models of the studies, in a folder of their own beside the others."""

    def test_those_with_weights_can_be_compared(self):
        offered = set(Zoo().models)
        for name, entry in read_manifest(MODELS / STUDY_FOLDER).items():
            there = (MODELS / STUDY_FOLDER / entry["file"]).is_file()
            assert (name in offered) == there
        pair = Zoo().comparison("curve-2000-erm-seed0:curve-2000-mixup-1-seed0")
        images = torch.zeros(1, 3, 32, 32)
        for model in pair.models.values():
            assert model.load()(images).shape == (1, 10)

    def test_what_is_damaged_is_restored_from_their_folder(self, tmp_path: Path):
        name = "curve-2000-erm-seed0"
        shutil.copytree(MODELS / STUDY_FOLDER, tmp_path / STUDY_FOLDER)
        (tmp_path / MANIFEST).write_text("{}")
        (tmp_path / STUDY_FOLDER / f"{name}.safetensors").write_bytes(b"")
        with pytest.raises(WeightsError, match=rf"-- models/studies/{name}\.safetensors"):
            Zoo(tmp_path).weights(name)
        (tmp_path / STUDY_FOLDER / MANIFEST).write_text("{")
        with pytest.raises(WeightsError, match=r"-- models/studies/manifest\.json"):
            _ = Zoo(tmp_path).manifest

    def test_there_need_be_none(self, tmp_path: Path):
        (tmp_path / MANIFEST).write_text("{}")
        assert Zoo(tmp_path).manifest == {}
