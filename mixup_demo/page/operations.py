"""For those who run the page: is it alive, is it ready, what does it do."""

import json
import os
from collections.abc import Callable

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from mixup_demo.page.asgi import path_of
from mixup_demo.serving.meters import Meters

HEALTH, METRICS = "healthz", "metrics"
#: an environment variable: "1" answers `METRICS`, which is off else
METRICS_WANTED = "MIXUP_METRICS"


class OperationsMiddleware:
    """ASGI middleware: answers ``/healthz`` and, where it is wanted, ``/metrics``.

    ``/healthz`` answers 200 as long as the process answers at all, and with ``?ready`` 503 until
    the opening models are loaded.

    Args:
        app: answers everything else.
        is_ready: whether the opening models are loaded.
        meters: what the page has counted.
    """

    def __init__(self, app: ASGIApp, is_ready: Callable[[], bool], meters: Meters) -> None:
        self.app = app
        self.is_ready = is_ready
        self.meters = meters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for the operator, or pass the request on."""
        response = self._response(scope) if scope["type"] == "http" else None
        await (response or self.app)(scope, receive, send)

    def _response(self, scope: Scope) -> Response | None:
        path = path_of(scope)
        if scope["method"] not in ("GET", "HEAD"):
            return None
        if path == HEALTH:
            return self._health("ready" in Request(scope).query_params)
        if path == METRICS and os.environ.get(METRICS_WANTED) == "1":
            return Response(self.meters.text(), media_type=CONTENT_TYPE_LATEST)
        return None

    def _health(self, must_be_ready: bool) -> Response:
        ready = self.is_ready()
        content = json.dumps({"alive": True, "models_loaded": ready})
        status = 503 if must_be_ready and not ready else 200
        headers = {"cache-control": "no-store"}
        return Response(content, status, headers, media_type="application/json")
