"""Pictures of an attack's budgets, which large models' answers hold for one budget alone."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from playwright.sync_api import Page, Request

from benchmarks.server import served
from mixup_demo.results import Attack
from mixup_demo.serving.attacks import attack
from mixup_demo.serving.services import Services
from mixup_demo.views.evidence.requests import question
from tests.browser.kit import REST_MS, until
from tests.browser.test_evidence_view import is_idle
from tests.browser.test_mix_view import canvas
from tests.models.kit import dummy_zoo

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Open = Callable[..., Page]
LINK = "?view=evidence&panel=adversarial&pair=thousand&image=cat-1&epsilon=4"


@pytest.fixture(scope="module")
def app_url() -> Iterator[str]:
    """Address of a page that has other models alone."""
    with served("-m", "tests.browser.dummy_app") as server:
        yield server.url


@pytest.fixture(scope="module")
def attacked() -> Attack:
    """The attack that the link asks for, computed here."""
    services = Services(dummy_zoo())
    request = {"image": {"photo": "cat-1"}, "pair": "thousand"}
    return attack(services, question(services, request))


def fetched(page: Page) -> list[int]:
    """The budgets that the page asks for from now on, in their order, as far as it has asked."""
    asked: list[int] = []

    def note(request: Request) -> None:
        if "attack_pixels" in (request.post_data or ""):
            asked.append(request.post_data_json["data"]["epsilon"])

    page.on("request", note)
    return asked


def shows(page: Page, attacked: Attack, epsilon: int) -> bool:
    """Whether both models' canvases hold what they were shown at a budget."""
    pictures = {model: images[epsilon] for model, images in attacked.images.items()}
    drawn = {model: canvas(page, f"[data-testid=attacked-{model}] .shown") for model in pictures}
    return all(
        np.abs(drawn[model] - 255 * picture.transpose(1, 2, 0)).max() <= 1
        for model, picture in pictures.items()
    )


def test_a_budget_is_fetched_once_and_those_around_it_beforehand(open_page: Open, attacked: Attack):
    page = open_page(LINK)
    is_idle(page)
    until(page, lambda: shows(page, attacked, 4))
    asked = fetched(page)
    slider = page.get_by_test_id("epsilon")
    slider.fill("12")
    until(page, lambda: shows(page, attacked, 12))
    until(page, lambda: {10, 11, 12, 13, 14} <= set(asked))
    page.wait_for_timeout(20 * REST_MS)  # the last of them may still be under way
    slider.fill("13")
    until(page, lambda: shows(page, attacked, 13))
    until(page, lambda: 15 in asked)  # the one that 13 has around it and 12 has not
    slider.fill("4")
    until(page, lambda: shows(page, attacked, 4))
    assert 4 not in asked  # it came with the answer
    assert len(asked) == len(set(asked))


def test_budgets_that_are_passed_by_are_not_fetched(open_page: Open, attacked: Attack):
    page = open_page(LINK)
    is_idle(page)
    until(page, lambda: shows(page, attacked, 4))
    page.wait_for_timeout(20 * REST_MS)  # for those around it
    asked = fetched(page)
    page.get_by_test_id("epsilon").evaluate(
        """(slider) => {
          for (let value = 5; value <= 16; value++) {
            slider.value = value;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
          }
        }"""
    )
    until(page, lambda: shows(page, attacked, 16))
    until(page, lambda: {14, 15, 16} <= set(asked))
    assert asked[0] == 16
    assert set(asked) <= {14, 15, 16}
