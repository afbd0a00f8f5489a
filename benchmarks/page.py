"""The page in a real browser: start, memory, frame times under the finger, upload to answer.

python -m benchmarks.page
"""

import argparse
import statistics
from collections.abc import Callable
from typing import Any, NamedTuple

from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

from benchmarks.memory import resident_mb
from benchmarks.photos import smooth_jpeg
from benchmarks.server import served
from tests.browser.find_browser import find_browser

FRAMES = 240
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

#: calls `move(k)` once a frame, which says whether it moved something; notes the frames' times, and
#: the moves after which what is watched had been written anew when the next frame was painted
WATCHED = """async (frames, watch, move) => {
  let answered = false;
  const observer = new MutationObserver(() => { answered = true; });
  observer.observe(document.querySelector(watch), { childList: true, characterData: true });
  const times = [];
  let [moved, painted] = [0, 0];
  let last = await new Promise(requestAnimationFrame);
  for (let k = 0; k < frames; k++) {
    answered = false;
    const moving = move(k);
    const now = await new Promise(requestAnimationFrame);
    moved += moving;
    painted += moving && answered;
    times.push(now - last);
    last = now;
  }
  observer.disconnect();
  return { times, moved, painted };
}"""

#: drags the slider by one input event a frame, as a fast finger does
DRAG = f"""({{ frames, watch, testid, low, high, decimals }}) => {{
  const slider = document.querySelector(`[data-testid=${{testid}}]`);
  return ({WATCHED})(frames, watch, (k) => {{
    const before = slider.value;
    slider.value = (low + (high - low) * (0.5 + 0.5 * Math.sin(k / 12))).toFixed(decimals);
    slider.dispatchEvent(new Event("input", {{ bubbles: true }}));
    return slider.value !== before;
  }});
}}"""

#: walks over a map by one pointer event a frame
WANDER = f"""({{ frames, watch }}) => {{
  const map = document.querySelector("[data-testid=map-erm]");
  const {{ left, top, width, height }} = map.getBoundingClientRect();
  return ({WATCHED})(frames, watch, (k) => {{
    const clientX = left + width * (0.5 + 0.48 * Math.sin(k / 12));
    const clientY = top + height * (0.5 + 0.48 * Math.cos(k / 19));
    const at = {{ clientX, clientY, bubbles: true, isPrimary: true }};
    map.dispatchEvent(new PointerEvent("pointermove", at));
    return true;
  }});
}}"""


class Frames(NamedTuple):
    """What a gesture of one move a frame met.

    Attributes:
        times: from one frame to the next, ms.
        requests: addresses that were asked for meanwhile.
        moved: how many events moved something.
        painted: how many of these the page had answered when the next frame was painted.
    """

    times: list[float]
    requests: list[str]
    moved: int
    painted: int


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
    watch: str = "[data-id=weight-a]",
) -> Frames:
    """Drag a slider for some frames, and watch an element that is part of what follows it."""
    slider = {"testid": testid, "low": low, "high": high, "decimals": decimals}
    return _frames(page, DRAG, {"frames": frames, "watch": watch, **slider})


def wander(page: Page, frames: int = FRAMES) -> Frames:
    """Walk over the plane for some frames."""
    return _frames(page, WANDER, {"frames": frames, "watch": "[data-testid=point-weights]"})


def drag_budget(page: Page, frames: int = FRAMES) -> Frames:
    """Drag the attack's budget to and fro."""
    watch = "[data-id=epsilon-value]"
    return drag(page, frames, "epsilon", high=16, decimals=0, watch=watch)


def scrub_training(page: Page, frames: int = FRAMES) -> Frames:
    """Scrub through the frames of a training on points."""
    watch = "[data-view=toy] .map-figure [data-part=said]"
    return drag(page, frames, "toy-transport-slider", high=59, decimals=0, watch=watch)


def scrub_gan(page: Page, frames: int = FRAMES) -> Frames:
    """Scrub through the frames of a GAN, as soon as they have come."""
    page.get_by_test_id("gan").scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('[data-testid=gan-says] li')")
    page.wait_for_selector("[data-id=gan-progress]:not([data-busy])", state="attached")
    high = float(page.get_by_test_id("gan-transport-slider").get_attribute("max") or 0)
    watch = "[data-testid=gan] .map-figure [data-part=said]"
    return drag(page, frames, "gan-transport-slider", high=high, decimals=0, watch=watch)


def _frames(page: Page, script: str, arguments: dict[str, Any]) -> Frames:
    requests: list[str] = []
    page.wait_for_timeout(1000)  # the browser fetches the page's icon when it likes
    page.on("request", lambda request: requests.append(request.url))
    found = page.evaluate(script, arguments)
    page.wait_for_timeout(500)  # also what a drag leaves behind must ask for nothing
    return Frames(found["times"][5:], requests, found["moved"], found["painted"])


#: what the finger does: query of the page, and how its frames are measured
GESTURES: dict[str, tuple[str, Callable[[Page], Frames]]] = {
    "λ": ("", drag),
    "budget of the attack": ("?view=evidence&panel=adversarial", drag_budget),
    "pointer on the plane": ("?view=boundary", wander),
    "λ, any two models": ("?pair=small-mixup-0.2:small-cutmix-1", drag),
    "iterations of a GAN": ("?view=toy&steps=60&n=50&at=0", scrub_gan),
    "steps of a training": ("?view=toy&at=2000", scrub_training),
}


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    """Print the app's start and memory, and the frames of three window sizes."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with served() as server, sync_playwright() as playwright:
        print(f"start of the process to the page: {server.start_s:.1f} s (target 12)")
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        for width, height in ((1600, 1000), (1366, 768), (390, 844)):
            for name, (query, gesture) in GESTURES.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(server.url + query)
                page.wait_for_selector("[data-ready=true]", timeout=60_000)
                found = gesture(page)
                print(
                    f"{name}, {width} x {height}: frame time median "
                    f"{statistics.median(found.times):.1f} ms, "
                    f"p95 {percentile(found.times, 0.95):.1f} ms (target 20), "
                    f"answered within a frame {found.painted} of {found.moved}, "
                    f"requests {len(found.requests)}"
                )
                page.close()
        print(f"upload to answer: {upload_time(browser, server.url):.0f} ms")
        browser.close()
        print(f"resident memory: {resident_mb(server.pid):.0f} MB (target 1300)")


def upload_time(browser: Browser, url: str) -> float:
    """Return ms from choosing a new 1-megapixel photo to its answer on the page, median of 5."""
    times: list[float] = []
    page = browser.new_page()
    page.goto(url)
    page.wait_for_selector("[data-ready=true]", timeout=60_000)
    for seed in range(5):
        page.evaluate(WATCH_ANSWER)
        content = FilePayload(name="p.jpg", mimeType="image/jpeg", buffer=smooth_jpeg(seed))
        page.get_by_test_id("upload-a").set_input_files(content)
        times.append(page.evaluate("window.answered"))
    page.close()
    return statistics.median(times)


if __name__ == "__main__":
    main()
