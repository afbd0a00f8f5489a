"""A user's own pair behind every request of the page, and what is fetched for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub import constants

from mixup_demo.images import gallery
from mixup_demo.models.catalogue import Pair, page_zoo
from mixup_demo.models.names import names
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.page.config import page_config
from mixup_demo.serving.fetching import fetch
from mixup_demo.serving.services import Services
from mixup_demo.texts import LANGUAGES
from mixup_demo.texts.input_error import InputError
from mixup_demo.views import VIEWS
from mixup_demo.views.boundary import requests as boundary
from mixup_demo.views.evidence import requests as evidence
from mixup_demo.views.mix import requests as mix
from mixup_demo.views.train import requests as train
from tests.kit import answered
from tests.models.pretrained.hub_server import Hub, at, served_hub
from tests.models.pretrained.kit import folder

PHOTOS = {side: {"photo": key} for side, key in zip("abc", gallery.triples()[0], strict=True)}


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """A page of two pairs: of 3 classes, which opens it, and of 1,000."""
    root = tmp_path_factory.mktemp("own")
    small = [str(folder(root / name, seed=k)) for k, name in enumerate(("one", "two"))]
    large = [
        str(folder(root / name, classes=1000, seed=k)) for k, name in enumerate(("wide", "wider"))
    ]
    return Services(page_zoo([Pair(small, ("ERM", "mixup"), ("#00ff00", "#102030")), Pair(large)]))


@pytest.mark.parametrize(("pair", "classes"), [("", 3), ("wide:wider", 1000)])
def test_every_view_asks_them(services: Services, pair: str, classes: int):
    request = {**PHOTOS, "image": PHOTOS["a"], "pair": pair or services.zoo.default}
    models = services.zoo.comparison(request["pair"]).models
    swept = mix.sweep(services, request)
    assert len(swept["classes"]) == classes
    plane = boundary.plane_report(services, {**request, "resolution": 8})
    assert set(models) <= plane.keys()
    attacked = answered(evidence.attack, services, {**request, "epsilon": 2})
    assert [model["name"] for model in attacked["models"]] == list(models)
    placed = boundary.place(services, {**request, "resolution": 8})
    assert placed["notes"][0]["key"] == "population.none"  # none was measured for this pair


def test_the_page_opens_with_the_first_and_offers_both_by_their_labels(services: Services):
    assert services.zoo.default == "one:two"
    config = page_config(VIEWS, services)
    presets = config["controls"]["pair"]["presets"]
    assert list(presets)[:2] == ["one:two", "wide:wider"]
    assert config["texts"]["ko"]["compare.preset.one:two"] == "ERM · mixup"
    assert config["groups"]["own"] == ["one", "two", "wide", "wider"]
    assert config["cards"]["one"]["colour"][1] == "#00ff00"  # bright enough for the dark page
    assert config["cards"]["two"]["colour"][0] == "#102030"
    assert config["cards"]["wide"]["colour"] is config["cards"]["cifar10-erm"]["colour"] is None
    assert config["groups"]["large"] == ["cifar10-erm", "cifar10-mixup"]


def test_labels_that_two_pairs_share_are_told_apart(tmp_path: Path):
    """As of two trainings of one command on other images; what is offered would else look alike."""
    sources = [str(folder(tmp_path / name, seed=k)) for k, name in enumerate(("a", "b", "c", "d"))]
    labels = ("ERM", "mixup")
    zoo = page_zoo([Pair(sources[:2], labels), Pair(sources[2:], labels)])
    for language in LANGUAGES:
        said = names(zoo, language)
        whole = [said[f"model.{name}"] for name in zoo.models]
        assert len(set(whole)) == len(whole)
        assert [said[f"model.{name}"] for name in "bd"] == ["mixup, b", "mixup, d"]
        assert (said["model.d.method"], said["model.d.setting"]) == ("mixup", "d")
        pairs = [said[f"compare.preset.{name}"] for name in ("a:b", "c:d")]
        assert pairs == ["ERM, a · mixup, b", "ERM, c · mixup, d"]


def test_a_batch_has_the_photos_classes_whatever_opens_the_page(services: Services):
    known = page_config(VIEWS, services)["train"]
    assert known["pair"] == "cifar10"
    opening = [{"photo": key} for key in known["opening"]]
    answer = train.train_batch(services, {"images": opening})
    assert answer["labels"] == [gallery.photo(key).labels["cifar10"] for key in known["opening"]]


def fetched(services: Services, pair: str) -> None:
    while not fetch(services, {"pair": pair})["ready"]:
        pass


class TestFetching:
    @pytest.fixture
    def hub(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
        with served_hub() as served:
            at(served.url, monkeypatch)
            monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
            yield served

    def test_what_is_bundled_is_there_and_what_is_missing_is_said(self, hub: Hub):
        services = Services(page_zoo(downloads=Downloads(patience=2)))
        assert fetch(services, {"pair": "cifar10"})["ready"]
        assert hub.asked == []
        with pytest.raises(InputError, match=r"resnet18\.tv_in1k needs model\.safetensors"):
            fetched(services, "resnet18-a1")
        with pytest.raises(InputError, match=r"resnet18\.tv_in1k needs"):  # of the API
            mix.sweep(services, {**PHOTOS, "pair": "resnet18-a1"})
        assert mix.sweep(services, {**PHOTOS, "pair": "cifar10"})["classes"]
        with pytest.raises(InputError, match="must be one of cifar10"):
            fetch(services, {"pair": "none"})
