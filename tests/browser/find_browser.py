"""Find the browser that the page's tests drive, or install one of Debian's.

``python tests/browser/find_browser.py [--install]`` prints its path.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain

#: the first has no window to draw and takes a fifth less time
COMMANDS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
#: Debian's, of which the first that can be had is installed
PACKAGES = ("chromium-headless-shell", "chromium")

REMEDY = (
    "Install one ('apt-get install chromium' as root, or 'python -m playwright install chromium'), "
    "or set MIXUP_BROWSER to the path of a Chromium or Chrome."
)


class BrowserMissingError(RuntimeError):
    """No browser for the page's tests; the message names the remedy."""


def find_browser() -> str:
    """Return the path of a Chromium or Chrome that starts.

    Looks at the environment variable ``MIXUP_BROWSER``, which must be right if it is set, then at
    the usual commands, then at the browser that Playwright may have installed for itself.

    Raises:
        BrowserMissingError: there is none, or ``MIXUP_BROWSER`` names none.
    """
    named = os.environ.get("MIXUP_BROWSER")
    if named:
        path = shutil.which(named)
        if path is None or not _starts(path):
            raise BrowserMissingError(f"MIXUP_BROWSER is '{named}', which does not start. {REMEDY}")
        return path
    on_path = filter(None, map(shutil.which, COMMANDS))
    for candidate in chain(on_path, _playwright_browser()):
        if _starts(candidate):
            return candidate
    raise BrowserMissingError(f"The page's tests need a browser, and none was found. {REMEDY}")


def _starts(path: str) -> bool:
    """Tell whether a browser answers; some systems' ``chromium-browser`` only names a store."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except OSError:
        return False


def _playwright_browser() -> Iterator[str]:
    """Yield where Playwright keeps its own Chromium, installed or not; asks its driver, so late.

    Yields nothing where Playwright itself is missing, as before the virtual environment is made.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        return
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def find_or_install_browser() -> str:
    """Return the browser's path, after installing one of `PACKAGES` where none is found.

    Raises:
        BrowserMissingError: there is none and it could not be installed.
    """
    try:
        return find_browser()
    except BrowserMissingError:
        if os.environ.get("MIXUP_BROWSER"):
            raise
        _install_browser()
        return find_browser()


def _install_browser() -> None:
    """Install a browser through apt-get, as root or through a sudo that asks nothing."""
    is_root = os.geteuid() == 0
    if not shutil.which("apt-get") or not (is_root or shutil.which("sudo")):
        raise BrowserMissingError(f"No browser was found, and this user has no apt-get. {REMEDY}")
    apt_get = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet"]
    prefix = apt_get if is_root else ["sudo", "--non-interactive", *apt_get]
    print("No browser was found: installing one of Debian's.", file=sys.stderr)
    steps = (["install", "--yes", "--no-install-recommends", package] for package in PACKAGES)
    commands = [[*prefix, *step] for step in steps]
    updated = subprocess.run([*prefix, "update"], stdout=sys.stderr).returncode == 0
    if not updated or not any(
        subprocess.run(command, stdout=sys.stderr).returncode == 0 for command in commands
    ):
        raise BrowserMissingError(f"'apt-get install {' or '.join(PACKAGES)}' failed. {REMEDY}")


def main() -> None:
    """Print the browser's path; with ``--install``, install one where there is none."""
    find = find_or_install_browser if "--install" in sys.argv[1:] else find_browser
    try:
        print(find())
    except BrowserMissingError as error:
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    main()
