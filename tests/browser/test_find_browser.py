"""A missing browser stops the tests with a remedy; it never skips them."""

import os
import stat
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import find_browser as finder
from tests.browser.find_browser import BrowserMissingError, find_browser, find_or_install_browser
from tests.browser.kit import own_page


def write_command(path: Path, exit_status: int) -> str:
    path.write_text(f"#!/bin/sh\nexit {exit_status}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without browsers; returns the only folder of its PATH."""
    monkeypatch.delenv("MIXUP_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(finder, "_playwright_browser", lambda: iter([str(tmp_path / "none")]))
    return tmp_path


def test_no_browser_names_the_remedy(bare_machine: Path) -> None:
    with pytest.raises(BrowserMissingError, match=r"none was found\. Install one .*MIXUP_BROWSER"):
        find_browser()


def test_without_apt_get_nothing_is_installed(bare_machine: Path) -> None:
    with pytest.raises(BrowserMissingError, match=r"no apt-get\. Install one .*MIXUP_BROWSER"):
        find_or_install_browser()


def test_wrong_variable_is_an_error_even_beside_a_browser(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_command(bare_machine / "chromium", 0)
    monkeypatch.setenv("MIXUP_BROWSER", "no-such-browser")
    with pytest.raises(BrowserMissingError, match="'no-such-browser', which does not start"):
        find_or_install_browser()


def test_variable_comes_before_the_usual_commands(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_command(bare_machine / "chromium", 0)
    chosen = write_command(bare_machine / "my-browser", 0)
    monkeypatch.setenv("MIXUP_BROWSER", chosen)
    assert find_browser() == chosen


def test_command_that_does_not_start_is_passed_over(bare_machine: Path) -> None:
    write_command(bare_machine / "chromium", 1)
    working = write_command(bare_machine / "google-chrome", 0)
    assert find_browser() == working


@pytest.mark.browser
def test_the_browser_renders(browser: Browser, browser_path: str) -> None:
    assert os.access(browser_path, os.X_OK)
    with own_page(browser) as page:
        page.set_content("<output>0</output>")
        page.evaluate("document.querySelector('output').textContent = 6 * 7")
        assert page.locator("output").inner_text() == "42"
