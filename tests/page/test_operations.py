"""What those who run the page ask: is it alive, is it ready, what does it do."""

import asyncio
import json
import re
import time
from threading import Event
from types import SimpleNamespace

import pytest

from mixup_demo.models.workers import Workers
from mixup_demo.page.app import Page
from mixup_demo.page.operations import METRICS_WANTED, OperationsMiddleware
from mixup_demo.serving import services as services_module
from mixup_demo.serving.line import Line, Place, Work, waiting
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import answering
from mixup_demo.texts.input_error import InputError


def get(
    app: OperationsMiddleware, path: str, query: str = "", root_path: str = ""
) -> tuple[int, bytes]:
    messages = []

    async def send(message):
        messages.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
    asyncio.run(app({**scope, "headers": [], "root_path": root_path}, None, send))
    return messages[0]["status"], messages[1]["body"]


async def gradio(scope, receive, send):
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b"gradio"})


def operations(services: Services, ready: bool = True) -> OperationsMiddleware:
    return OperationsMiddleware(gradio, lambda: ready, services.meters)


def test_it_is_found_below_another_path_and_with_a_slash_at_its_end():
    app = operations(Services())
    for path, root in (("/healthz/", ""), ("/sub/healthz", "/sub"), ("/sub/healthz/", "/sub")):
        assert get(app, path, root_path=root)[0] == 200


@pytest.mark.parametrize(
    ("ready", "query", "status"),
    [(True, "ready", 200), (False, "ready", 503), (True, "", 200), (False, "", 200)],
)
def test_health_is_liveness_and_readiness(ready: bool, query: str, status: int):
    found, body = get(operations(Services(), ready), "/healthz", query)
    assert found == status
    assert json.loads(body) == {"alive": True, "models_loaded": ready}


def test_metrics_are_off_by_default(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(METRICS_WANTED, raising=False)
    assert get(operations(Services()), "/metrics") == (404, b"gradio")


def test_metrics_count_answers_refusals_and_caches(monkeypatch: pytest.MonkeyPatch):
    services = Services()

    def fine(services, request):
        return {"value": services.cache("numbers", 2).get(request["key"], lambda: 1)}

    def wrong(services, request):
        raise InputError("error.busy", limit=1, seconds=1)

    def waits(services, request):
        return waiting(Place(1, None))

    for key in (1, 1, 2):
        answering(fine, services)({"key": key})
    answering(wrong, services)({})
    answering(waits, services)({})
    with pytest.raises(KeyError):
        answering(fine, services)({})
    monkeypatch.setenv(METRICS_WANTED, "1")
    status, body = get(operations(services), "/metrics")
    text = body.decode()
    assert status == 200
    for line in (
        'mixup_answers_total{outcome="answered",question="fine"} 3.0',
        'mixup_answers_total{outcome="refused",question="wrong"} 1.0',
        'mixup_answers_total{outcome="failed",question="fine"} 1.0',
        'mixup_answers_total{outcome="waiting",question="waits"} 1.0',
        'mixup_answer_seconds_count{question="fine"} 4.0',
        'mixup_cache_hits_total{cache="numbers"} 1.0',
        'mixup_cache_misses_total{cache="numbers"} 2.0',
        'mixup_cache_entries{cache="numbers"} 2.0',
        *(
            f'mixup_queue_length{{line="{line}"}} 0.0'
            for line in ("answers", "trainings", "batches")
        ),
        "mixup_answers_under_way 0.0",
    ):
        assert line in text.splitlines()
    assert 'mixup_answer_seconds_count{question="waits"}' not in text
    assert re.search(r"^process_resident_memory_bytes [\d.e+]+$", text, re.M)


def test_housekeeping_goes_on_after_a_round_that_failed(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    rounds: list[int] = []

    def tidy() -> None:
        rounds.append(1)
        raise OSError("the disk is away")

    def sleep(_: float) -> None:
        if len(rounds) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        Page.keep_house(SimpleNamespace(tidy=tidy))  # type: ignore[arg-type]
    assert caplog.text.count("OSError: the disk is away") == 2


def test_the_queue_s_length_counts_who_waits_in_the_line(monkeypatch: pytest.MonkeyPatch):
    go = Event()
    with Workers(1) as workers:
        line = Line(workers)
        monkeypatch.setattr(services_module, "trainings_line", lambda: line)
        for _ in range(3):
            line.join(Work(lambda: float(go.wait(60)), lambda: True))
        while line.waiting == 3:  # the first has not begun yet
            pass
        text = Services().meters.text().decode()
        go.set()
    assert 'mixup_queue_length{line="trainings"} 2.0' in text.splitlines()
