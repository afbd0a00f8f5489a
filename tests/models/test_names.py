"""Models are named by what their recipes say, so that each name tells a model from all others."""

from dataclasses import replace
from itertools import chain

import pytest

from mixup_demo import texts
from mixup_demo.models import names as models
from mixup_demo.models import networks as nets
from mixup_demo.models import zoo
from mixup_demo.page.config import page_config
from mixup_demo.serving import settings
from mixup_demo.training.recipes import Recipe

PLAIN = Recipe("x")


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "ERM"),
        ({"alpha": 0.2}, "mixup α = 0.2"),
        ({"cutmix_alpha": 1.0}, "CutMix α = 1"),
        ({"label_smoothing": 0.1}, "label smoothing 0.1"),
        ({"alpha": 1.0, "cutmix_alpha": 0.5}, "mixup α = 1 + CutMix α = 0.5"),
        ({"alpha": 8.0, "dropout": 0.3}, "mixup α = 8, dropout 0.3"),
        ({"dropout": 0.8}, "ERM, dropout 0.8"),
    ],
)
def test_the_method_is_named(changes: dict[str, float], name: str):
    said = models.method(replace(PLAIN, **changes).as_dict(), "en")
    assert said.replace("\u00a0", " ") == name


@pytest.mark.parametrize(
    ("changes", "english", "korean"),
    [
        ({}, "large network", "큰 신경망"),
        ({"architecture": "whitened-cnn-small"}, "small network", "작은 신경망"),
        ({"seed": 1}, "large network, seed 1", "큰 신경망, 시드 1"),
        ({"train_images": 10_000, "seed": 2}, "10,000 images, seed 2", "이미지 10,000장, 시드 2"),
        ({"corruption": 0.2, "train_images": 9}, "20 % corrupted labels", "레이블 20 % 오염"),
    ],
)
def test_the_setting_is_named_where_it_matters(
    changes: dict[str, object], english: str, korean: str
):
    recipe = replace(PLAIN, **changes).as_dict()
    assert models.setting(recipe, "en") == english
    assert models.setting(recipe, "ko") == korean


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_two_models_have_one_name(language: str):
    names = models.names(language)
    whole = [names[f"model.{name}"] for name in zoo.read_manifest()]
    assert len(set(whole)) == len(whole) == len(zoo.read_manifest())
    for name in zoo.read_manifest():
        parts = (names[f"model.{name}.method"], names[f"model.{name}.setting"])
        assert names[f"model.{name}"] == ", ".join(parts)


def test_every_architecture_has_a_word():
    assert {f"name.{architecture}" for architecture in nets.ARCHITECTURES} <= set(texts.TEXTS)


def test_every_model_that_can_be_compared_is_in_one_group():
    groups = models.groups()
    assert sorted(chain(*groups.values())) == sorted(zoo.comparable())
    assert all(f"compare.group.{group}" in texts.TEXTS for group in groups)
    assert groups["large"] == list(zoo.PAIRS["cifar10"].values())
    family = ["small-erm", *(f"small-mixup-{alpha:g}" for alpha in settings.FAMILY)]
    assert groups["family"] == family
    assert set(groups["others"]) == {"small-cutmix-1", "small-smoothing-0.1", zoo.BLACK_BOX}
    assert all(name.startswith("corrupted") for name in groups["corrupted"])


def test_the_page_knows_names_cards_and_the_comparisons_offered():
    config = page_config()
    for language, table in config["texts"].items():
        assert models.names(language).items() <= table.items()
        assert texts.table(language).items() <= table.items()
    control = config["controls"]["pair"]
    assert set(control["models"]) == set(config["cards"]) == set(zoo.comparable())
    assert {f"compare.preset.{name}" for name in control["presets"]} <= set(texts.TEXTS)
