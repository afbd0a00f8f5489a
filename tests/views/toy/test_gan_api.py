"""The endpoint /gan through gradio_client."""

import numpy as np
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from mixup_demo.gan.files import seeds
from mixup_demo.views.toy.gan_questions import RUNS

pytestmark = pytest.mark.skipif(
    not seeds("ring", "minimax", RUNS), reason="no GAN of the ring is bundled yet: make gan"
)


@pytest.fixture(scope="module")
def client(app_url: str) -> Client:
    return Client(app_url, verbose=False)


def test_has_the_documented_inputs(client: Client):
    endpoint = client.view_api(return_format="dict")["named_endpoints"]["/gan"]
    defaults = {p["parameter_name"]: p["parameter_default"] for p in endpoint["parameters"]}
    assert defaults == {"dataset": "ring", "alpha": 0.2, "loss": "minimax", "seed": 0}


def test_returns_frames_and_results(client: Client):
    seed = seeds("ring", "minimax", RUNS)[0]
    report = client.predict(dataset="ring", alpha=0.5, seed=seed, api_name="/gan")
    assert (report["dataset"], report["alpha"], report["seed"]) == ("ring", 0.5, seed)
    assert len(report["modes"]) == 8
    last = report["frames"][-1]
    assert np.shape(last["surface"]) == (report["side"],) * 2
    assert len(last["samples"]) == 512
    row = next(row for row in report["results"]["alphas"] if row["alpha"] == 0.5)
    place = report["results"]["seeds"].index(seed)
    assert row["modes"]["values"][place] == [frame["modes"] for frame in report["frames"]]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("dataset", "moon", "one of ring, grid, swiss, but is moon"),
        ("alpha", 0.3, r"α of 0, 0\.1, 0\.2, 0\.5, 1, but α is 0\.3"),
        ("alpha", -1, "α must be a number from 0 to 32, but is -1"),
        ("loss", "hinge", "one of minimax, nonsaturating, but is hinge"),
        ("seed", 99_999, "but the seed is 99999"),
    ],
)
def test_bad_values_get_the_rule_the_value_and_the_remedy(
    client: Client, name: str, value: object, message: str
):
    with pytest.raises(AppError, match=message):
        client.predict(**{name: value}, api_name="/gan")
    client.predict(api_name="/gan")  # and the next request works
