"""The endpoint /plane through gradio_client."""

import numpy as np
import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError

from mixup_demo.images import gallery


@pytest.fixture(scope="module")
def client(app_url: str) -> Client:
    return Client(app_url, verbose=False)


@pytest.fixture
def asked() -> dict[str, object]:
    files = [handle_file(str(gallery.photo(key).file)) for key in ("cat-1", "dog-1", "frog-1")]
    names = ("image_a", "image_b", "image_c")
    return {**dict(zip(names, files, strict=True)), "resolution": 12, "api_name": "/plane"}


def test_has_the_documented_inputs(client: Client):
    endpoint = client.view_api(return_format="dict")["named_endpoints"]["/plane"]
    names = [parameter["parameter_name"] for parameter in endpoint["parameters"]]
    assert names[:3] == ["image_a", "image_b", "image_c"]
    assert {p["parameter_name"]: p["parameter_default"] for p in endpoint["parameters"][3:]} == {
        "label_a": None,
        "label_b": None,
        "label_c": None,
        "resolution": 48,
        "pair": "cifar10",
        "device": "auto",
        "calibration": "trained",
    }


def test_returns_maps_of_both_models(client: Client, asked: dict):
    report = client.predict(**asked, label_c="frog")
    assert np.shape(report["coordinates"]["positions"]) == (3, 2)
    assert len(report["coordinates"]["x"]) == len(report["coordinates"]["y"]) == 12
    maps = []
    for model in ("erm", "mixup"):
        maps.append(np.array(report[model]["classes"]))
        assert maps[-1].shape == np.shape(report[model]["confidence"]) == (12, 12)
        assert set(maps[-1].ravel()) <= set(range(len(report["classes"])))
        confidence = np.array(report[model]["confidence"])
        assert confidence.min() >= 0.1
        assert confidence.max() <= 1
        assert set(report[model]["measures"]) == {
            "fragmentation",
            "foreign_share",
            "boundary_length",
        }
    assert report["agreement"] == pytest.approx((maps[0] == maps[1]).mean())
    assert set(report["labels"]) == {"a", "b", "c"}
    assert report["labels"]["c"] == "frog"
    assert report["resolution"] == 12


BAD = {
    "image_b": (None, "needs three pictures, but picture B is missing"),
    "label_b": ("unicorn", "class must be one of airplane, .* but is unicorn"),
    "resolution": (100, "points per side from 8 to 96, but is 100"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_values_get_the_rule_the_value_and_the_remedy(client: Client, asked: dict, name: str):
    value, message = BAD[name]
    with pytest.raises(AppError, match=message):
        client.predict(**{**asked, name: value})


def test_equal_images_are_named(client: Client, asked: dict):
    with pytest.raises(AppError, match=r"B and C are the same .* Choose another picture"):
        client.predict(**{**asked, "image_c": asked["image_b"]})
