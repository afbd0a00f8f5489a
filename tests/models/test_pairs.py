"""Any two models as a comparison: which are taken, and how their answers are named."""

import json
import shutil
from pathlib import Path

import pytest

from mixup_demo.models.catalogue import page_zoo
from mixup_demo.models.comparisons import COMPARISONS, PRESETS
from mixup_demo.models.manifest import MANIFEST, MODELS, read_manifest
from mixup_demo.models.zoo import Zoo
from mixup_demo.texts.input_error import InputError

ZOO = Zoo()


@pytest.fixture
def other_data(tmp_path: Path) -> Path:
    """A folder of models, one of which knows other classes and one takes larger images."""
    shutil.copy(MODELS / MANIFEST, tmp_path)
    manifest = read_manifest(tmp_path)
    manifest["small-mixup-1"]["classes"] = ["cat", "dog"]
    manifest["small-mixup-2"]["input_size"] = 64
    manifest["small-mixup-2"]["recipe"]["architecture"] = "preact-resnet18-16"  # which takes them
    (tmp_path / MANIFEST).write_text(json.dumps(manifest))
    return tmp_path


@pytest.mark.parametrize("pair", COMPARISONS)
def test_named_pairs_keep_the_public_keys(pair: str):
    assert list(ZOO.comparison(pair).models) == ["erm", "mixup"]


@pytest.mark.parametrize("pair", PRESETS.values())
def test_the_comparisons_offered_are_pairs(pair: str):
    found = page_zoo().comparison(pair)
    assert found.name == pair
    assert list(found.models) == pair.split(":")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("imagenet", r"must be one of cifar10, .* or two models as LEFT:RIGHT, but is imagenet"),
        (":small-erm", r"as LEFT:RIGHT, but is :small-erm\. .* two models of the page's list"),
        ("small-erm:", r"as LEFT:RIGHT, but is small-erm:\."),
        ("small-erm:small-cutmix-1:small-mixup-1", r"as LEFT:RIGHT, but is small-erm:small-cut"),
        (None, r"as LEFT:RIGHT, but is None"),
        (["small-erm", "small-mixup-1"], r"as LEFT:RIGHT, but is \["),
        ("small-erm:small-erm", r"must differ, .* names small-erm twice\. Replace one"),
        ("small-erm:resnet", r"the page's list, but resnet is not.* pairs cifar10, small"),
    ],
)
def test_bad_pairs_get_the_rule_the_value_and_the_remedy(value: object, message: str):
    with pytest.raises(InputError, match=message):
        ZOO.comparison(value)


@pytest.mark.parametrize("name", ["small-mixup-1", "small-mixup-2"])
def test_models_of_other_classes_or_sizes_are_not_compared(other_data: Path, name: str):
    others = Zoo(other_data)
    assert ZOO.comparison(f"small-erm:{name}").name == f"small-erm:{name}"
    with pytest.raises(InputError, match=f"input size, but those of small-erm and {name}"):
        others.comparison(f"small-erm:{name}")


def test_digests_tell_models_and_order_apart_and_named_comparisons_from_chosen_ones():
    chosen = ("small-erm:small-mixup-0.2", "small-mixup-0.2:small-erm", "small-erm:small-mixup-8")
    digests = {ZOO.comparison(name).digest for name in ("small-0.2", "small-8", *chosen)}
    assert len(digests) == 5


def test_comparisons_share_the_networks_of_a_model():
    chosen = ZOO.comparison("small-mixup-0.2:small-cutmix-1").models
    assert chosen["small-mixup-0.2"].load() is ZOO.comparison("small-0.2").models["mixup"].load()
    assert chosen["small-cutmix-1"].load() is ZOO.model("small-cutmix-1").load()
