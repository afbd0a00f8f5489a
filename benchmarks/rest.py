"""What an open page takes while nobody touches it, here and in the browser.

python -m benchmarks.rest [--seconds 10]

Beside it stands `benchmarks.bare`, an app as one would write it first.
"""

import argparse
from collections.abc import Iterator

from playwright.sync_api import Browser, CDPSession, sync_playwright

from benchmarks.memory import cpu_seconds
from benchmarks.server import Server, served
from tests.browser.find_browser import find_browser

VIEWS = ("mix", "boundary", "evidence", "train", "learn")
#: until what a page does as it opens, a training too, has come to its end
SETTLES_MS = 15_000
#: counts what the page asks the browser for; before all other scripts
COUNT = """
window.frames_asked = 0;
const given = window.requestAnimationFrame;
window.requestAnimationFrame = (callback) => { window.frames_asked += 1; return given(callback); };
"""


def main() -> None:
    """Measure each view and the bare app."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=10, help="how long each is watched")
    seconds = parser.parse_args().seconds
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for line in (*ours(browser, seconds), *bare(browser, seconds)):
            print(line)
        browser.close()


def ours(browser: Browser, seconds: int) -> Iterator[str]:
    """Yield a line for each view."""
    with served() as server:
        for view in VIEWS:
            yield watched(browser, server, f"?view={view}", view, seconds)


def bare(browser: Browser, seconds: int) -> Iterator[str]:
    """Yield the line of the app as one would write it first."""
    with served("-m", "benchmarks.bare") as server:
        yield watched(browser, server, "", "bare", seconds)


def watched(browser: Browser, server: Server, query: str, name: str, seconds: int) -> str:
    """Open a page, leave it alone, and say what it and its server take."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.add_init_script(COUNT)
    page.goto(server.url + query)
    page.wait_for_timeout(SETTLES_MS)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    before = (cpu_seconds(server.pid), _task_seconds(session), page.evaluate("frames_asked"))
    page.wait_for_timeout(1000 * seconds)
    after = (cpu_seconds(server.pid), _task_seconds(session), page.evaluate("frames_asked"))
    page.close()
    of_server, of_page, frames = ((b - a) / seconds for a, b in zip(before, after, strict=True))
    return (
        f"{name:<9} server {100 * of_server:4.1f} % of a core, page's main thread "
        f"{100 * of_page:4.1f} %, {frames:5.1f} frames asked for a second"
    )


def _task_seconds(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


if __name__ == "__main__":
    main()
