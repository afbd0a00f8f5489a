"""Make the pictures that stand for the page where a link to it is shared.

    python tools/sharing.py

Run it after a view's look has changed. It starts the page, opens each view in each language, and
writes ``assets/sharing/VIEW-LANGUAGE.jpg``. Needs the development requirements.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.server import served
from mixup_demo.page.head import SHARED_SIZE
from mixup_demo.page.static import SHARING
from mixup_demo.texts import LANGUAGES
from mixup_demo.views import VIEWS
from tests.browser.find_browser import find_browser

#: of the JPEG
QUALITY = 72
#: what says that a view has drawn all it shows first, by view
DRAWN = {
    "mix": ".path-chart .main-svg",
    "boundary": "[data-testid=agreement]:not(:empty)",
    "toy": ".map-figure [data-part=said]:not(:empty)",
    "evidence": "[data-id=claims] li",
    "train": "[data-id=train-chart] .main-svg",
    "learn": ".plot-svg path",
}


def main() -> None:
    """Write all pictures."""
    SHARING.mkdir(exist_ok=True)
    width, height = SHARED_SIZE
    with served() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for view in VIEWS:
            for language in LANGUAGES:
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto(f"{server.url}?view={view.name}&lang={language}")
                save(page, view.name, SHARING / f"{view.name}-{language}.jpg")
                page.close()
        browser.close()


def save(page: Page, view: str, file: Path) -> None:
    """Write what is seen of a view as soon as it has drawn."""
    page.wait_for_selector("[data-ready=true]", timeout=120_000)
    page.wait_for_selector(f"[data-view={view}] {DRAWN[view]}", timeout=120_000)
    page.wait_for_load_state("networkidle")
    with Image.open(BytesIO(page.screenshot())) as image:
        image.convert("RGB").save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    print(f"{file.name:20} {file.stat().st_size / 1024:6.1f} kB")


if __name__ == "__main__":
    main()
