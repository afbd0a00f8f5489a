"""What tests of every kind share: the browser, and the app that it looks at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from playwright.sync_api import Browser, sync_playwright

from benchmarks.server import Server, served
from mixup_demo.images import gallery
from mixup_demo.models.workers import workers
from mixup_demo.page import gradio_first  # noqa: F401  # before all that import Gradio
from mixup_demo.serving import planes
from tests.browser.find_browser import find_browser


@pytest.fixture(scope="session", autouse=True)
def one_core() -> None:
    """Let torch compute on one core, as tests run beside each other.

    Cores that wait for each other take many times as long on a busy machine as one alone.
    """
    workers(torch.device("cpu"))  # as many as there are cores, for they live on
    torch.set_num_threads(1)


#: there is none, but it shows a picture, and nobody is asked
CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Path of a Chromium or Chrome; a test that needs it fails where there is none."""
    return find_browser()


@pytest.fixture(scope="module")
def browser(browser_path: str) -> Iterator[Browser]:
    """A headless browser for one module.

    Playwright keeps an event loop running in this thread as long as it lives, so a longer life
    would break tests that run loops of their own.
    """
    with sync_playwright() as playwright:
        # pages of one context share a process, see `tests.browser.conftest.Contexts`
        arguments = ["--renderer-process-limit=1", *CAMERA]
        browser = playwright.chromium.launch(executable_path=browser_path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def app_server() -> Iterator[Server]:
    """The app, started as a user starts it, on a free port; it takes live polls.

    Its planes have half the finest resolution, a quarter of the work: stored ones have all of it.
    Its environment names a proxy that nobody answers at, which it has no use for.
    """
    variables = {"MIXUP_POLL": "1", planes.FINEST: str(planes.RESOLUTIONS[-2])}
    with served(http_proxy="http://127.0.0.1:9", **variables) as server:
        yield server


@pytest.fixture(scope="session")
def app_url(app_server: Server) -> str:
    """Address of the app."""
    return app_server.url


@pytest.fixture
def photos() -> tuple[Path, Path]:
    """Two bundled photos, a cat and a dog, as files."""
    return gallery.photo("cat-1").file, gallery.photo("dog-1").file
