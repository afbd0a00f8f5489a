"""Models are named by what their recipes say, so that each name tells a model from all others."""

from dataclasses import replace
from itertools import chain

import pytest

from mixup_demo import texts
from mixup_demo.evidence import files
from mixup_demo.models import names as models
from mixup_demo.models import networks as nets
from mixup_demo.models.comparisons import BLACK_BOX, FAMILY
from mixup_demo.models.zoo import Zoo
from mixup_demo.page.config import page_config
from mixup_demo.page.words import at_once, sentences, table
from mixup_demo.serving.services import Services
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.recipes import RECIPES
from mixup_demo.training.studies import by_worth
from mixup_demo.views import VIEWS
from tests.models.kit import COMPARISONS, dummy_zoo

PLAIN = Recipe("x")
ZOO = Zoo()
WORDS = sentences(VIEWS)


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
        ({"alpha": 1.0, "mix_labels": False}, "mixup α = 1, inputs only"),
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
        (
            {"seed": 1, "epochs": 12},
            "large network, 12 epochs, seed 1",
            "큰 신경망, 12에폭, 시드 1",
        ),
        ({"train_images": 10_000, "seed": 2}, "10,000 images, seed 2", "이미지 10,000장, 시드 2"),
        (
            {"architecture": "preact-resnet18-16", "train_images": 2_000, "epochs": 667},
            "PreAct ResNet-18, width 16, 2,000 images, 667 epochs",
            "PreAct ResNet-18, 너비 16, 이미지 2,000장, 667에폭",
        ),
        (
            {"train_images": 2_000, "flip": False},
            "2,000 images, no crops or flips",
            "이미지 2,000장, 자르기와 뒤집기 없음",
        ),
        ({"corruption": 0.2, "train_images": 9}, "20 % corrupted labels", "레이블 20 % 오염"),
        (
            {"corruption": 0.2, "train_images": 9, "architecture": "preact-resnet18-16"},
            "PreAct ResNet-18, width 16, 20 % corrupted labels",
            "PreAct ResNet-18, 너비 16, 레이블 20 % 오염",
        ),
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
    names = models.names(ZOO, language)
    whole = [names[f"model.{name}"] for name in ZOO.models]
    assert len(set(whole)) == len(whole) == len(ZOO.manifest)
    for name in ZOO.models:
        parts = (names[f"model.{name}.method"], names[f"model.{name}.setting"])
        assert names[f"model.{name}"] == ", ".join(parts)


def test_no_two_recipes_have_one_name():
    recipes = [one.as_dict() for one in (RECIPES | by_worth()).values()]
    assert len({(models.method(r, "en"), models.setting(r, "en")) for r in recipes}) == len(recipes)


def test_every_architecture_has_a_word():
    assert {f"name.{architecture}" for architecture in nets.ARCHITECTURES} <= set(texts.TEXTS)


def test_every_model_that_can_be_compared_is_in_one_group():
    groups = models.groups(ZOO)
    assert sorted(chain(*groups.values())) == sorted(ZOO.models)
    assert all(f"compare.group.{group}" in texts.TEXTS for group in groups)
    assert groups["large"] == list(ZOO.comparisons["cifar10"].values())
    family = ["small-erm", *(f"small-mixup-{alpha:g}" for alpha in FAMILY)]
    assert groups["family"] == family
    others = {"small-cutmix-1", "small-smoothing-0.1", *BLACK_BOX.values()}
    assert set(groups["others"]) == others
    assert all(name.startswith("corrupted") for name in groups["corrupted"])


def test_the_family_answers_for_each_alpha_once():
    family = models.family(ZOO)
    assert sorted(one["alpha"] for one in family) == sorted(FAMILY)
    assert family[0] == {"alpha": 1.0, "pair": "cifar10"}
    assert all(ZOO.comparison(one["pair"]) for one in family)


def test_the_page_knows_names_cards_and_the_comparisons_offered():
    config = page_config(VIEWS, Services(ZOO))
    for language, words in config["texts"].items():
        assert models.names(ZOO, language).items() <= words.items()
        assert table(at_once(VIEWS), language).items() <= words.items()
    control = config["controls"]["pair"]
    assert set(control["models"]) == set(config["cards"]) == set(ZOO.models)
    assert control["options"] == list(ZOO.comparisons)
    assert {f"compare.preset.{name}" for name in control["presets"]} <= set(WORDS)
    for pair in control["presets"].values():
        assert list(ZOO.comparison(pair).models) == pair.split(":")
    fitted = files.read("temperatures")["values"]["models"]
    for name, card in config["cards"].items():
        assert card["temperature"] == fitted[name]["temperature"]
        assert card["calibration_error"] == fitted[name]["ece"]["after"]


class TestOtherModels:
    """Of which nothing is known but what they take and answer."""

    def test_are_known_by_their_own_names(self):
        names = models.names(dummy_zoo(), "ko")
        assert names["model.three-plain"] == names["model.three-plain.method"] == "three-plain"
        assert names["model.three-plain.setting"] == ""

    def test_are_no_family(self):
        assert models.family(dummy_zoo()) == []
        assert set(models.groups(dummy_zoo())["others"]) == set(dummy_zoo().models)

    def test_the_page_offers_them_and_no_others(self):
        config = page_config(VIEWS, Services(dummy_zoo()))
        control = config["controls"]["pair"]
        assert (control["default"], control["options"]) == ("thousand", list(COMPARISONS))
        assert control["presets"] == {}
        assert set(control["models"]) == set(config["cards"]) == set(dummy_zoo().models)
        assert {name: len(names) for name, names in config["class_lists"].items()} == {
            "things": 1000,
            "shapes": 3,
        }
        card = config["cards"]["three-plain"]
        assert (card["class_list"], card["input_size"]) == ("shapes", [48, 64])
        assert card["temperature"] is None
