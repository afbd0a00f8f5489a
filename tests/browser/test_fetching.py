"""A pair that is not on the server: its progress is seen, and what happens without it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from safetensors.torch import save

from benchmarks.server import served
from tests.browser.hub_app import OFFERED
from tests.models.pretrained.hub_server import Hub, served_hub
from tests.models.pretrained.kit import network

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def hub() -> Iterator[Hub]:
    with served_hub() as hub:
        for seed, name in enumerate(OFFERED):
            state = network(1000, seed).state_dict()
            hub.files[f"timm/{name}", "model.safetensors"] = save(state)
        hub.behaviour, hub.pause = "slow", 0.1
        yield hub


@pytest.fixture(scope="module")
def app_url(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a page whose hub this is."""
    home: Path = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_ENDPOINT", hub.url)
        patch.setenv("HF_HOME", str(home))
        patch.delenv("HF_HUB_OFFLINE", raising=False)
        with served("-m", "tests.browser.hub_app") as server:
            yield server.url


def test_a_pair_is_fetched_as_it_is_chosen_and_one_that_cannot_be_leaves_the_one_before(
    open_page: Open,
):
    page = open_page("?more=1")
    row, presets = page.get_by_test_id("fetching"), page.get_by_test_id("compare-presets")
    expect(row).to_be_hidden()
    presets.get_by_text("1,000 classes").click()
    expect(row).to_contain_text("of 0.1 MB")
    expect(page.get_by_test_id("answer-mixup")).to_contain_text("mixup + CutMix (A1)")
    expect(row).to_be_hidden()
    note = page.get_by_test_id("compare-note")
    expect(note).to_contain_text("differ in more than mixup")
    note.locator("summary").click()
    expect(note.locator("tr", has_text="Epochs")).to_contain_text("600")
    page.wait_for_url(f"**pair={OFFERED[0]}%3A{OFFERED[1]}**")
    # a link to what the hub does not have
    page = open_page("?pair=lacking")
    expect(page.locator(".toast")).to_contain_text("python -m mixup_demo.fetch gone.tv_in1k")
    expect(page.get_by_test_id("answer-erm")).to_contain_text("three-plain")
    page.wait_for_function("!location.search.includes('pair=')")
