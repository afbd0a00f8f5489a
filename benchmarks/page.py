"""The page in a real browser: start, memory, frame times under the finger, upload to answer.

python -m benchmarks.page
"""

import statistics
from collections.abc import Callable
from functools import partial
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.memory import resident_mb
from benchmarks.photos import smooth_jpeg
from benchmarks.server import served
from tests.browser.find_browser import find_browser

FRAMES = 240
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

#: drags the slider by one input event a frame, as a fast finger does, and notes the frames' times
DRAG = """async ({ frames, testid, low, high, decimals }) => {
  const slider = document.querySelector(`[data-testid=${testid}]`);
  const times = [];
  let last = await new Promise(requestAnimationFrame);
  for (let k = 0; k < frames; k++) {
    slider.value = (low + (high - low) * (0.5 + 0.5 * Math.sin(k / 12))).toFixed(decimals);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  return times;
}"""

#: the frames' times in ms, and the addresses that were asked for meanwhile
Frames = tuple[list[float], list[str]]

#: walks over a map by one pointer event a frame, and notes the frames' times
WANDER = """async ({ frames }) => {
  const map = document.querySelector("[data-testid=map-erm]");
  const { left, top, width, height } = map.getBoundingClientRect();
  const times = [];
  let last = await new Promise(requestAnimationFrame);
  for (let k = 0; k < frames; k++) {
    const clientX = left + width * (0.5 + 0.48 * Math.sin(k / 12));
    const clientY = top + height * (0.5 + 0.48 * Math.cos(k / 19));
    map.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY, bubbles: true }));
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  return times;
}"""

#: resolves window.answered with the ms from the file's choice to the end of the answer's busy state
WATCH_ANSWER = """() => {
  window.answered = new Promise((resolve) => {
    const mix = document.querySelector("[data-id=mix]");
    const input = document.querySelector("[data-testid=upload-a]");
    input.addEventListener("change", () => {
      const started = performance.now();
      new MutationObserver((_, observer) => {
        if (mix.hasAttribute("aria-busy")) return;
        observer.disconnect();
        resolve(performance.now() - started);
      }).observe(mix, { attributeFilter: ["aria-busy"] });
    }, { once: true, capture: true });
  });
}"""


def drag(
    page: Page,
    frames: int = FRAMES,
    testid: str = "lambda",
    low: float = 0,
    high: float = 1,
    decimals: int = 2,
) -> Frames:
    """Drag a slider for some frames; return their times in ms and the requests made meanwhile."""
    slider = {"testid": testid, "low": low, "high": high, "decimals": decimals}
    return _frames(page, DRAG, {"frames": frames, **slider})


def wander(page: Page, frames: int = FRAMES) -> Frames:
    """Walk over the plane for some frames; return as `drag` does."""
    return _frames(page, WANDER, {"frames": frames})


def _frames(page: Page, script: str, arguments: dict[str, Any]) -> Frames:
    requests: list[str] = []
    page.wait_for_timeout(1000)  # the browser fetches the page's icon when it likes
    page.on("request", lambda request: requests.append(request.url))
    times = page.evaluate(script, arguments)
    page.wait_for_timeout(500)  # also what a drag leaves behind must ask for nothing
    return times[5:], requests


#: what the finger does: query of the page, and how its frames are measured
GESTURES: dict[str, tuple[str, Callable[[Page], Frames]]] = {
    "λ": ("", drag),
    "budget of the attack": (
        "?view=evidence&panel=adversarial",
        partial(drag, testid="epsilon", low=0, high=16, decimals=0),
    ),
    "pointer on the plane": ("?view=boundary", wander),
    "steps of a training": (
        "?view=toy&at=2000",
        partial(drag, testid="toy-transport-slider", low=0, high=59, decimals=0),
    ),
}


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    """Print the app's start and memory, and the frames of three window sizes."""
    with served() as server, sync_playwright() as playwright:
        print(f"start of the process to the page: {server.start_s:.1f} s (target 12)")
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        for width, height in ((1600, 1000), (1366, 768), (390, 844)):
            for name, (query, gesture) in GESTURES.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(server.url + query)
                page.wait_for_selector("[data-ready=true]", timeout=60_000)
                times, requests = gesture(page)
                print(
                    f"{name}, {width} x {height}: frame time median "
                    f"{statistics.median(times):.1f} ms, p95 {percentile(times, 0.95):.1f} ms "
                    f"(target 20), requests {len(requests)}"
                )
                page.close()
        print(f"upload to answer: {upload_time(browser, server.url):.0f} ms")
        browser.close()
        print(f"resident memory: {resident_mb(server.pid):.0f} MB (target 1300)")


def upload_time(browser: Browser, url: str) -> float:
    """Return ms from choosing a new 1-megapixel photo to its answer on the page, median of 5."""
    page = browser.new_page()
    page.goto(url)
    page.wait_for_selector("[data-ready=true]", timeout=60_000)
    times = []
    for seed in range(5):
        page.evaluate(WATCH_ANSWER)
        content = {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": smooth_jpeg(seed)}
        page.get_by_test_id("upload-a").set_input_files(content)
        times.append(page.evaluate("window.answered"))
    page.close()
    return statistics.median(times)


if __name__ == "__main__":
    main()
