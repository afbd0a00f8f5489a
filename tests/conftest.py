"""What tests of every kind share: the browser, and the app that it looks at."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from mixup_demo import gallery
from tests.browser.find_browser import find_browser

ROOT = Path(__file__).resolve().parent.parent


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
        browser = playwright.chromium.launch(executable_path=browser_path)
        yield browser
        browser.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app, started as a user starts it, on a free port."""
    port, folder = _free_port(), tmp_path_factory.mktemp("app")
    environment = {
        **os.environ,
        "GRADIO_SERVER_PORT": str(port),
        "GRADIO_TEMP_DIR": str(folder / "uploads"),
    }
    log = folder / "log.txt"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=output, stderr=output
        )
    url = f"http://127.0.0.1:{port}/"
    try:
        _wait_for(url, process, log)
        yield url
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 120
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"the app did not start:\n{log.read_text()[-3000:]}")
            time.sleep(0.1)


@pytest.fixture
def photos() -> tuple[Path, Path]:
    """Two bundled photos, a cat and a dog, as files."""
    return gallery.photo(gallery.pairs()[0][0]).file, gallery.photo(gallery.pairs()[0][1]).file
