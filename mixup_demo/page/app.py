"""The page: its views, its API, and how it is served."""

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from gradio.utils import get_upload_folder
from starlette.middleware import Middleware

from mixup_demo.limits import MAX_CALLS, MAX_MEGABYTES
from mixup_demo.models import cost
from mixup_demo.models.catalogue import page_zoo
from mixup_demo.models.devices import choose_device
from mixup_demo.models.workers import give_way
from mixup_demo.page.audience import AudienceMiddleware
from mixup_demo.page.calls import CallsMiddleware, CheckedBlocks
from mixup_demo.page.document import Document
from mixup_demo.page.explorer import Explorer
from mixup_demo.page.limiting import LimitsMiddleware
from mixup_demo.page.middleware import StaticMiddleware
from mixup_demo.page.operations import OperationsMiddleware
from mixup_demo.page.receiving import ReceivingMiddleware
from mixup_demo.page.security import SecurityMiddleware
from mixup_demo.page.static import StaticFiles
from mixup_demo.serving import api, examples, memory, planes
from mixup_demo.serving.polls import Polls
from mixup_demo.serving.room import delete_unfinished
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import DEVICE
from mixup_demo.serving.view import View
from mixup_demo.views import VIEWS

#: networks take turns with all who are answered in Python; by Python's own 5 ms, each of their
#: layers would wait that long for the next one under load
SWITCH_SECONDS = 0.0005
#: how often Gradio looks whether a call of the API waits, and whether one tells its progress, which
#: none of ours does; by its own 1 and 10 ms it takes a fifteenth of a core while nobody asks
QUEUE_SECONDS, PROGRESS_SECONDS = 0.02, 0.5
MINUTE, HOUR = 60, 3600
#: sessions that Gradio keeps, 40 KB each; nothing is in them, and one that is forgotten begins anew
SESSIONS = 256
#: Gradio's page of the API: the endpoints' components lie there, so that the page itself need not
#: load Gradio's scripts for them
API_PAGE = "endpoints"
#: an environment variable: "1" offers the endpoints to language models, by MCP, which is off else;
#: it needs requirements-mcp.txt
MCP_WANTED = "MIXUP_MCP"
#: shows what Gradio's own button at the foot of that page shows
OPEN_API = "() => { document.querySelector('footer .show-api')?.click(); }"


class Page:
    """The page, built and ready to be served.

    Args:
        services: what requests share; without it that of the bundled models and ImageNet's.
        views: the first one opens the page.

    Raises:
        WeightsError: weights are missing or damaged; the message names file and remedy.
        InputError: an environment variable breaks its rule.
    """

    def __init__(self, services: Services | None = None, views: Sequence[View] = VIEWS) -> None:
        self.services = services or Services(page_zoo(), uploads=Path(get_upload_folder()))
        zoo = self.services.zoo
        zoo.check(zoo.default)
        planes.finest_allowed()  # what is wrong with it is said now, not to visitors
        examples.recall(self.services)
        self._ready = threading.Event()
        self.static = StaticFiles(views, self.services)
        self.document = Document(views, self.services, self.static)
        self.document.prepare()
        self._endpoints = [endpoint for view in views for endpoint in view.endpoints]
        self.blocks = CheckedBlocks(
            title="mixup explorer", analytics_enabled=False, delete_cache=(HOUR, 6 * HOUR)
        )
        with self.blocks:
            Explorer(views, self.services)
        with self.blocks.route("API", API_PAGE, show_in_navbar=False):
            api.add_endpoints(self._endpoints, self.services)
            self.blocks.load(None, js=OPEN_API, api_visibility="private")
        self.blocks.queue(max_size=MAX_CALLS)
        self.blocks._queue.sleep_when_free = QUEUE_SECONDS
        self.blocks._queue.progress_update_sleep_when_free = PROGRESS_SECONDS

    def launch(self, **more: Any) -> None:
        """Serve the page and prepare the models meanwhile; returns when the server is stopped.

        Args:
            more: options of `gradio.Blocks.launch` that override `options`.
        """
        _end_when_told()
        _ask_oneself_directly()
        sys.setswitchinterval(SWITCH_SECONDS)
        memory.share_arenas()
        give_way()
        for task in (self.warm_up, self.keep_house):
            threading.Thread(target=task, name=task.__name__, daemon=True).start()
        self.blocks.launch(**{**self.options(), **more})

    def warm_up(self) -> None:
        """Pack the files and answer once with the opening models, so that nobody waits for it."""
        self.static.pack()
        zoo = self.services.zoo
        engine = self.services.engine(zoo.comparison(zoo.default), DEVICE.default)
        engine.probabilities(np.zeros((1, 3, *engine.input_size), np.float32))
        cost.speed(choose_device(DEVICE.default))
        self._ready.set()

    def keep_house(self) -> None:
        """Let go, every minute, of models that nobody asks, broken uploads, and free memory."""
        while True:
            time.sleep(MINUTE)
            try:
                self.tidy()
            except Exception:  # the next round may go well; without this it would never come
                logging.getLogger(__name__).exception("A round of housekeeping failed.")

    def tidy(self) -> None:
        """Let go once of what `keep_house` says."""
        self.services.let_go()
        delete_unfinished(self.services.uploads)
        memory.give_back()

    def options(self) -> dict[str, Any]:
        """Return how the page is served; address and port come from Gradio's own variables."""
        return {
            "server_name": os.environ.get("GRADIO_SERVER_NAME", "127.0.0.1"),
            "app_kwargs": {
                "middleware": [
                    Middleware(SecurityMiddleware),
                    Middleware(
                        OperationsMiddleware,
                        is_ready=self._ready.is_set,
                        meters=self.services.meters,
                    ),
                    Middleware(LimitsMiddleware),
                    Middleware(AudienceMiddleware, polls=Polls()),
                    Middleware(StaticMiddleware, static=self.static, document=self.document),
                    Middleware(ReceivingMiddleware, uploads=self.services.uploads),
                    Middleware(CallsMiddleware, endpoints=self._endpoints),
                ]
            },
            "max_file_size": f"{MAX_MEGABYTES}mb",
            "ssr_mode": False,
            "run_history": False,
            "enable_monitoring": False,  # else whoever asks has its address written to the log
            "state_session_capacity": SESSIONS,
            "mcp_server": os.environ.get(MCP_WANTED) == "1",
            "show_error": False,  # but for what is said on purpose: messages of bugs name paths
            "footer_links": ["api", "gradio"],
        }


def _end_when_told() -> None:
    """Let SIGTERM end the page as Ctrl+C does: what is being answered has five seconds more.

    The first process of a container gets no signal that it has no handler for, so that every stop
    would last until the container is killed. Python lets the main thread alone choose: who serves
    the page from another one ends it.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _ask_oneself_directly() -> None:
    """Have Gradio's first question, which is to itself, go past a proxy of the environment."""
    known = os.environ.get("no_proxy", os.environ.get("NO_PROXY", ""))
    own = ("localhost", "127.0.0.1", os.environ.get("GRADIO_SERVER_NAME", ""))
    os.environ["no_proxy"] = ",".join(name for name in (known, *own) if name)
