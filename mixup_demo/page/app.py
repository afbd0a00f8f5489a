"""The page: its views, its API, and how it is served."""

import os
import threading
from typing import Any

import gradio as gr
from starlette.middleware import Middleware

from mixup_demo.serving import examples, sweeps as handlers, settings
from mixup_demo.models import zoo
from mixup_demo.images.reading import MAX_MEGABYTES
from mixup_demo.serving import api
from mixup_demo.page.explorer import Explorer
from mixup_demo.page.static import StaticMiddleware

HOUR = 3600


def build() -> gr.Blocks:
    """Lay out the page.

    Raises:
        WeightsError: weights are missing or damaged; the message names file and remedy.
    """
    for model in zoo.PAIRS[settings.PAIR.default].values():
        zoo.checked_weights(model)
    examples.recall()
    page = gr.Blocks(title="mixup explorer", analytics_enabled=False, delete_cache=(HOUR, 6 * HOUR))
    with page:
        Explorer()
        api.add_endpoints()
    return page


def launch(page: gr.Blocks) -> None:
    """Serve the page and prepare the models meanwhile; returns when the server is stopped."""
    warm_up = threading.Thread(target=handlers.warm_up, name="warm-up", daemon=True)
    warm_up.start()
    page.launch(**launch_options())


def launch_options() -> dict[str, Any]:
    """Return how the page is served; address and port come from Gradio's own variables."""
    return {
        "server_name": os.environ.get("GRADIO_SERVER_NAME", "127.0.0.1"),
        "app_kwargs": {"middleware": [Middleware(StaticMiddleware)]},
        "max_file_size": f"{MAX_MEGABYTES}mb",
        "ssr_mode": False,
        "run_history": False,
        "show_error": True,
        "footer_links": ["api", "gradio", "settings"],
    }
