"""The endpoint /toy through gradio_client."""

import numpy as np
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from mixup_demo.views.toy import settings as toy_settings

SMALL = {"n": 40, "width": 8, "depth": 2, "steps": 60, "batch": 16, "api_name": "/toy"}


@pytest.fixture(scope="module")
def client(app_url: str) -> Client:
    return Client(app_url, verbose=False)


def test_has_the_documented_inputs(client: Client):
    endpoint = client.view_api(return_format="dict")["named_endpoints"]["/toy"]
    told = {p["parameter_name"]: p["parameter_default"] for p in endpoint["parameters"]}
    expected = {c.name.removeprefix("toy_"): c.default for c in toy_settings.CONTROLS}
    assert told == {**expected, "points": told["points"]}
    assert not told["points"]
    assert list(told) == list(expected)


def test_returns_points_frames_and_curves(client: Client):
    report = client.predict(**SMALL, dataset="spirals3", flip=0.25, alpha=0.4, lambdas="sample")
    assert report["classes"] == 3
    assert np.shape(report["points"]["train"]) == (40, 2)
    assert np.mean(np.array(report["points"]["labels"]) != report["points"]["true"]) == 0.25
    assert len(report["frames"]) == 60
    for frame in report["frames"]:
        for model in ("erm", "mixup"):
            maps = np.array(frame["maps"][model])
            assert maps.shape == (2, 64, 64)
            assert maps.min() >= 0
            assert maps.sum(axis=0).max() <= 1.002
    assert len(report["curves"]["boundary_length"]["mixup"]) == 60


def test_alpha_0_is_erm(client: Client):
    report = client.predict(**SMALL, alpha=0)
    for frame in report["frames"]:
        assert frame["maps"]["erm"] == frame["maps"]["mixup"]


BAD = {
    "alpha": (-1, "α must be a number from 0 to 32, but is -1"),
    "steps": (10, "steps must be a whole number from 60 to 5000, but is 10"),
    "dataset": ("mnist", "data must be one of toy, moons, .*, but are mnist"),
    "points": ("hello", "Drawn points must be at most 400"),
    "rate": (0, "learning rate must be a number from 0.0001 to 1, but is 0"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_values_get_the_rule_the_value_and_the_remedy(client: Client, name: str):
    value, message = BAD[name]
    with pytest.raises(AppError, match=message):
        client.predict(**{**SMALL, name: value})


def test_drawn_data_without_points(client: Client):
    with pytest.raises(AppError, match=r"at least 4 of them, but there are 0\. Draw more"):
        client.predict(**SMALL, dataset="drawn")
