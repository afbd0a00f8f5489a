"""Frame times and requests while λ is dragged, in a real browser, on the running page.

python app.py & python -m benchmarks.page http://127.0.0.1:7860
"""

import argparse
import statistics

from playwright.sync_api import Page, sync_playwright

from tests.browser.find_browser import find_browser

FRAMES = 240
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

#: drags the slider by one input event a frame, as a fast finger does, and notes the frames' times
DRAG = """async (frames) => {
  const slider = document.querySelector("[data-testid=lambda]");
  const times = [];
  let last = await new Promise(requestAnimationFrame);
  for (let k = 0; k < frames; k++) {
    slider.value = (0.5 + 0.5 * Math.sin(k / 12)).toFixed(2);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  return times;
}"""


def drag(page: Page, frames: int = FRAMES) -> tuple[list[float], list[str]]:
    """Drag λ for some frames; return the frames' times in ms and the requests made meanwhile."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    times = page.evaluate(DRAG, frames)
    page.wait_for_timeout(500)  # also what a drag leaves behind must ask for nothing
    return times[5:], requests


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    """Print the figures of three window sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?", default="http://127.0.0.1:7860")
    url = parser.parse_args().url
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        for width, height in ((1600, 1000), (1366, 768), (390, 844)):
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(url)
            page.wait_for_selector("[data-ready=true]", timeout=60_000)
            times, requests = drag(page)
            print(
                f"{width} x {height}: frame time median {statistics.median(times):.1f} ms, "
                f"p95 {percentile(times, 0.95):.1f} ms (target 20), requests {len(requests)}"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
