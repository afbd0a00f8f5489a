"""What a visitor waits for: requests, bytes, layout shift and times of a cold load.

python -m benchmarks.load_page [--url URL] [--list]
"""

import argparse
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.server import served
from tests.browser.find_browser import find_browser

#: bits a second down and up, and the wait before each answer in ms, as browsers' tools name them
FAST_3G = {"downloadThroughput": 1.44e6 / 8, "uploadThroughput": 675e3 / 8, "latency": 562}
#: by name; None leaves the network of this machine
NETWORKS: dict[str, dict[str, float] | None] = {"unthrottled": None, "Fast 3G": FAST_3G}
VIEWS = ("mix", "boundary", "toy", "evidence", "train", "learn")
WINDOW = {"width": 1366, "height": 768}
LIMIT_MS = 180_000

#: notes on the page, looked at after every frame: when the first state could be read, when a drag
#: of λ first changed picture and answers, when a chart was drawn; and how far the layout shifted
WATCH = """() => {
  window.noted = {};
  window.moved = [];
  const what = ({ node, previousRect: from, currentRect: to }) =>
    `${node?.id || node?.className || node?.nodeName} ${from.y | 0}+${from.height | 0} -> `
    + `${to.y | 0}+${to.height | 0}`;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      if (one.hadRecentInput) continue;
      moved.push({ by: one.value, at: one.startTime | 0, parts: one.sources.map(what) });
    }
  }).observe({ type: "layout-shift", buffered: true });
  const first = (name, when) => {
    if (!(name in noted) && when()) noted[name] = performance.now();
  };
  const filled = (selector) => document.querySelector(selector)?.textContent.trim();
  const readable = {
    mix: () => filled("[data-id=soft-bar]") && filled("[data-mark=erm] .bar-value") && shown(),
    boundary: () => filled("[data-testid=agreement]"),
    toy: () => filled("[data-view=toy] .map-figure [data-part=said]"),
    evidence: () => filled("[data-view=evidence] .panel h2"),
    train: () => filled("[data-id=train-grid] li"),
    learn: () => filled("[data-view=learn] h2"),
  };
  const shown = () => {
    const canvas = document.querySelector("[data-testid=mixed]");
    return canvas?.style.background.includes("data:") || (canvas && drawn(canvas).some(Boolean));
  };
  const drawn = (canvas) => {
    const { width, height } = canvas;
    return [...canvas.getContext("2d").getImageData(width / 2, height / 2, 9, 1).data];
  };
  const state = () => [
    drawn(document.querySelector("[data-testid=mixed]")).join(),
    [...document.querySelectorAll("[data-mark] .bar-value")].map((node) => node.textContent).join(),
  ];
  let before = null;
  const tryDrag = () => {
    const slider = document.querySelector("[data-testid=lambda]");
    if (!slider || "usable" in noted) return;
    const now = state();
    first("usable", () => before && now.every((part, i) => part && part !== before[i]));
    before = now;
    slider.value = Number(slider.value) > 0.5 ? "0.2" : "0.8";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const look = () => {
    first("readable", readable[VIEW]);
    if (VIEW === "mix" && "readable" in noted) tryDrag();
    first("chart", () => document.querySelector(`[data-view=${VIEW}] .plot .main-svg`));
    first("ready", () => document.querySelector("[data-ready=true]"));
    requestAnimationFrame(() => requestAnimationFrame(look));
  };
  look();
}"""


@dataclass(frozen=True)
class Load:
    """One cold load.

    Attributes:
        requests: address -> bytes that were received for it, headers included.
        moved: layout shifts: "by" how much, "at" ms, and the "parts" that moved, with upper edge
            and height before and after.
        times: ms from the start of the navigation, by what had come.
    """

    requests: dict[str, int]
    moved: list[dict[str, Any]]
    times: dict[str, float]

    @property
    def shift(self) -> float:
        """Cumulative layout shift."""
        return float(sum(one["by"] for one in self.moved))

    @property
    def megabytes(self) -> float:
        """Bytes of all requests, in millions."""
        return sum(self.requests.values()) / 1e6


@contextmanager
def cold(browser: Browser, network: dict[str, float] | None) -> Iterator[tuple[Page, CDPSession]]:
    """Open a page with an empty cache on a network."""
    context = browser.new_context(viewport=WINDOW, locale="en-US")  # type: ignore[arg-type]
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if network:
        session.send("Network.emulateNetworkConditions", {"offline": False, **network})
    yield page, session
    context.close()


def load(browser: Browser, url: str, view: str, network: dict[str, float] | None = None) -> Load:
    """Return what a cold load of a view met, until nothing more comes."""
    with cold(browser, network) as (page, session):
        addresses: dict[str, str] = {}
        found: dict[str, int] = {}

        def sent(event: dict[str, Any]) -> None:
            addresses[event["requestId"]] = event["request"]["url"]

        def finished(event: dict[str, Any]) -> None:
            address = addresses.get(event["requestId"], "data:")
            if address.startswith("http"):
                name = address.removeprefix(url) or "the page"
                found[name] = found.get(name, 0) + round(event["encodedDataLength"])

        session.on("Network.requestWillBeSent", sent)
        session.on("Network.loadingFinished", finished)
        page.add_init_script(f"({WATCH.replace('VIEW', repr(view))})()")
        page.goto(f"{url}?view={view}" if view != VIEWS[0] else url, timeout=LIMIT_MS)
        page.wait_for_function("window.noted?.ready", timeout=LIMIT_MS)
        if view == VIEWS[0]:
            page.wait_for_function("noted.usable", timeout=LIMIT_MS)
        page.wait_for_timeout(3000)  # what follows of itself
        return Load(found, page.evaluate("moved"), page.evaluate("noted"))


def origin(address: str) -> str:
    """Return whose a request is: ours, Gradio's or the chart library's."""
    if "plotly" in address:
        return "plotly.js"
    return "ours" if address.startswith(("explorer/", "the page")) else "Gradio"


def describe(found: Load) -> str:
    """Return a load in one line."""
    seconds = ", ".join(f"{name} {ms / 1000:.1f} s" for name, ms in found.times.items())
    parts: dict[str, list[int]] = {}
    for address, size in found.requests.items():
        parts.setdefault(origin(address), []).append(size)
    shares = ", ".join(f"{name} {len(of)} / {sum(of) / 1e3:.0f} kB" for name, of in parts.items())
    return (
        f"{len(found.requests)} requests, {found.megabytes:.2f} MB ({shares}), "
        f"layout shift {found.shift:.3f}, {seconds}"
    )


def main() -> None:
    """Print cold loads of each view on each network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="of a running page; without it one is started")
    parser.add_argument("--list", action="store_true", help="each request of the first load")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--view", action="append", choices=VIEWS)
    asked = parser.parse_args()
    if asked.url:
        _report(asked.url, asked)
    else:
        with served() as server:
            _report(server.url, asked)


def _report(url: str, asked: argparse.Namespace) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for view in asked.view or VIEWS:
            for name, network in NETWORKS.items():
                loads = [load(browser, url, view, network) for _ in range(asked.repeats)]
                middle = statistics.median_low([each.times["ready"] for each in loads])
                found = next(each for each in loads if each.times["ready"] == middle)
                print(f"{view}, {name}: {describe(found)}", flush=True)
                if asked.list and name == next(iter(NETWORKS)):
                    for address, size in sorted(found.requests.items(), key=lambda pair: -pair[1]):
                        print(f"  {size:9,} {address}")
        browser.close()


if __name__ == "__main__":
    main()
