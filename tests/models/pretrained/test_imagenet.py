"""ImageNet's pairs: what is known without weights, and that the loader's answers are timm's."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import timm
import torch
import yaml
from huggingface_hub import constants
from PIL import Image
from safetensors.torch import save_file
from torch.utils.flop_counter import FlopCounterMode

from mixup_demo.images import gallery
from mixup_demo.images.preparing import to_input
from mixup_demo.images.reading import read_image
from mixup_demo.models.catalogue import page_zoo
from mixup_demo.models.comparisons import PRESETS
from mixup_demo.models.manifest import MODELS
from mixup_demo.models.names import groups
from mixup_demo.models.pretrained import classes
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.imagenet import (
    COMPARISONS,
    COSTS,
    INPUT,
    PRETRAINED,
    RULE,
    Pretrained,
    imagenet_models,
)
from mixup_demo.models.pretrained.recipes import RECIPES
from mixup_demo.models.spec import comparable
from mixup_demo.texts import TEXTS
from tests.models.pretrained.hub_server import at, served_hub


class TestClasses:
    def test_names_are_short_and_all_different(self):
        found = classes.imagenet()
        assert len(found) == len(found.synonyms) == 1000
        assert not [n for n, count in Counter(map(str.casefold, found.names)).items() if count > 1]
        assert max(map(len, found.names)) < 40

    def test_names_and_synonyms_of_some(self):
        found = classes.imagenet()
        assert [found.names[k] for k in (207, 134, 517, 264, 474)] == [
            "golden retriever",
            "crane (bird)",
            "crane (machine)",
            "Cardigan Welsh corgi",
            "cardigan",
        ]
        assert "Carassius auratus" in found.synonyms[found.index("goldfish")]
        assert classes.synsets()[207] == "n02099601"


class TestTable:
    def test_every_weight_is_timms_and_pinned_by_commit_and_hash_or_by_neither(self):
        for one in PRETRAINED:
            assert timm.models.get_pretrained_cfg(one.name).hf_hub_id == one.file.repo
            pinned = (one.revision != "main", one.sha256 is not None, one.bytes is not None)
            assert len(set(pinned)) == 1
            assert len(one.sha256 or 64 * "0") == 64

    @pytest.mark.parametrize("architecture", COSTS)
    def test_cost_and_parameters_are_those_of_the_network(self, architecture: str):
        with torch.device("meta"):
            network = timm.create_model(architecture).eval()
            with FlopCounterMode(display=False) as counter:
                network(torch.zeros(1, 3, *INPUT))
        cost, parameters = COSTS[architecture]
        assert cost == pytest.approx(counter.get_total_flops() * 1e-9, abs=1e-3)
        assert parameters == sum(weight.numel() for weight in network.parameters())

    def test_one_rule_for_all_though_the_recipes_state_others(self):
        stated = {one.name: timm.models.get_pretrained_cfg(one.name) for one in PRETRAINED}
        assert stated["resnet50.tv2_in1k"].input_size == (3, 176, 176) != (3, *INPUT)
        assert stated["resnet18.a1_in1k"].crop_pct == 0.95
        usual = timm.models.PretrainedCfg()
        assert (RULE.crop, RULE.interpolation) == (usual.crop_pct, usual.interpolation)
        models = imagenet_models()
        assert all(comparable(models[0], other) for other in models)
        for config in stated.values():
            assert (config.mean, config.std) == (usual.mean, usual.std)

    def test_every_recipe_is_told_apart_in_the_same_rows(self):
        assert {one.recipe for one in PRETRAINED} == set(RECIPES)
        rows = {tuple(recipe) for recipe in RECIPES.values()}
        assert len(rows) == 1
        for row in rows.pop():
            assert f"recipe.row.{row}" in TEXTS
        words = [str(value) for recipe in RECIPES.values() for value in recipe.values()]
        keys = [word[2:-2] for word in words if word.startswith("[[")]
        assert keys
        assert set(keys) <= set(TEXTS)


def test_the_page_offers_them_beside_the_bundled_ones():
    zoo = page_zoo()
    assert zoo.default == "cifar10"
    assert PRESETS["imagenet"] == ":".join(COMPARISONS["resnet18-a1"].values())
    assert groups(zoo)["imagenet"] == [one.name for one in PRETRAINED]
    for name in COMPARISONS:
        assert zoo.comparison(name).input_size == INPUT


def test_pixels_are_those_of_timms_own_transform():
    size, photo = INPUT, gallery.photo("cat-1").file
    ours = to_input(read_image(photo), size, RULE.crop, RULE.interpolation)
    transform = timm.data.create_transform(
        (3, *size),
        interpolation=RULE.interpolation,
        crop_pct=RULE.crop,
        mean=(0, 0, 0),
        std=(1, 1, 1),
    )
    theirs = transform(Image.open(photo).convert("RGB")).numpy()
    assert ours.shape == theirs.shape
    # timm shrinks to whole pixels and then crops; we crop and then shrink, which shifts by less
    # than half a pixel
    assert np.abs(ours - theirs).mean() < 0.03


def test_weights_come_from_the_hub_through_timms_loader(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    one = Pretrained("resnet18", "tv")
    save_file(timm.create_model("resnet18").state_dict(), tmp_path / "random.safetensors")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    with served_hub() as hub:
        hub.files[one.file.repo, one.file.file] = (tmp_path / "random.safetensors").read_bytes()
        at(hub.url, monkeypatch)
        (model,) = imagenet_models(Downloads(), [one])
        network = model.load()
        expected = timm.create_model(one.name, pretrained=True).eval()  # which asks the same hub
        assert model.fetch is not None
        assert model.fetch(0.0).ready
    images = torch.rand(2, 3, *INPUT)
    config = timm.data.resolve_model_data_config(expected)
    mean, std = (torch.tensor(config[key]).view(3, 1, 1) for key in ("mean", "std"))
    with torch.no_grad():
        assert torch.allclose(network(images), expected((images - mean) / std), atol=1e-4)


def test_a_space_preloads_the_light_pair_at_the_pinned_commits():
    parts = (MODELS.parent / "README.md").read_text("utf-8").split("---\n")
    front = yaml.safe_load(parts[1])
    light = {one.name: one for one in PRETRAINED if one.name in COMPARISONS["resnet18-a1"].values()}
    assert front["models"] == [one.file.repo for one in light.values()]
    assert front["preload_from_hub"] == [
        f"{one.file.repo} {one.file.file} {one.revision}" for one in light.values()
    ]
