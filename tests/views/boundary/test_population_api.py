"""The endpoint /population through gradio_client."""

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from mixup_demo.evidence import population_file as population


@pytest.fixture(scope="module")
def client(app_url: str) -> Client:
    return Client(app_url, verbose=False)


def test_has_the_documented_input(client: Client):
    endpoint = client.view_api(return_format="dict")["named_endpoints"]["/population"]
    (parameter,) = endpoint["parameters"]
    assert (parameter["parameter_name"], parameter["parameter_default"]) == ("name", "all")


@pytest.mark.parametrize("name", ["all", "pairs", "planes", "steepest_slope", "agreement"])
def test_returns_what_the_file_holds(client: Client, name: str):
    found = client.predict(name=name, api_name="/population")
    assert found == population.part(population.read(), name)


def test_a_measure_has_both_models_values_and_the_interval(client: Client):
    one = client.predict(name="fragmentation", api_name="/population")
    planes = population.read()["values"]["planes"]["n"]
    assert len(one["erm"]) == len(one["mixup"]) == planes
    low, high = one["interval"]
    assert low <= one["difference"] <= high


def test_an_unknown_name_gets_the_rule_the_value_and_the_remedy(client: Client):
    with pytest.raises(AppError, match=r"no part named \.\./x. Choose one of all, pairs, planes, "):
        client.predict(name="../x", api_name="/population")
    client.predict(name="miss_rate", api_name="/population")  # and the next request works
