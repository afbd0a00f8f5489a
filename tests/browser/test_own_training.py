"""A pair trained from photos on disk opens in the page and answers in their classes."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.server import served
from mixup_demo.train import main
from tests.browser.kit import SECONDS
from tests.training.own.kit import COLOURS, write_photos

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
#: each network's answer names one of the photos' classes
ONE_OF = re.compile("|".join(COLOURS))


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_photos(tmp_path_factory.mktemp("own") / "garden")


@pytest.fixture(scope="module")
def app_url(photos: Path) -> Iterator[str]:
    """Address of a page with a pair that was trained for a moment."""
    runs = photos.parent / "runs"
    options = ["--pair", "--epochs", "1", "--size", "32", "--workers", "0", "--runs", str(runs)]
    main(["--data", str(photos), "--threads", "1", *options])
    pair = [str(runs / "own-garden" / name) for name in ("erm", "mixup")]
    with served("app.py", "--pair", *pair) as server:
        yield server.url


@pytest.mark.slow
def test_mix_boundary_and_attack_speak_of_one_s_own_classes(open_page: Open, photos: Path):
    page = open_page("?a=cat-1&b=dog-1&la=leaf&lb=sky&lam=0.5")
    label = page.get_by_test_id("soft-label")
    for name in ("leaf", "sky"):
        expect(label).to_contain_text(f"{name} 50")
    page.get_by_test_id("upload-a").set_input_files(photos / "leaf" / "1.jpg")
    # its class is guessed, which is said as soon as it is answered
    expect(page.locator("[data-view=mix] [data-side=a] .guess")).to_be_visible()
    for model, said in (("erm", "ERM"), ("mixup", "mixup, α = 1")):
        card = page.get_by_test_id(f"answer-{model}")
        expect(card).to_contain_text(said)
        for name in COLOURS:
            expect(card).to_contain_text(name)

    page.get_by_test_id("view-boundary").click()
    answer = page.locator("[data-testid=point-erm] .point-class")
    expect(answer).to_have_text(ONE_OF, timeout=SECONDS)
    expect(page.locator("[data-testid=point-mixup] .point-class")).to_have_text(ONE_OF)

    page = open_page("?view=evidence&panel=adversarial&image=cat-1&epsilon=4")
    for model in ("erm", "mixup"):
        expect(page.get_by_test_id(f"attacked-{model}")).to_contain_text(ONE_OF)
