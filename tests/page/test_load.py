"""200 streams at once, on the app as a user starts it: none is lost, and none in the way."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

from benchmarks.modes import REST_OF_MIX
from benchmarks.visitors import Visitor, component, file_data

STREAMS, API_STREAMS = 160, 40
ASKED = {"a": {"noise": 1}, "b": {"noise": 2}, "stage": 0}


def test_200_streams_at_once_lose_nothing(app_url: str):
    part, start = component(app_url), Barrier(STREAMS + API_STREAMS)
    with closing(Visitor(app_url, part, -1)) as first:
        expected = first.answer("ask", ASKED)

    def page(number: int) -> bool:
        with closing(Visitor(app_url, part, number)) as visitor:
            start.wait()
            return visitor.answer("ask", ASKED) == expected

    def api(number: int) -> bool:
        with closing(Visitor(app_url, part, number)) as visitor:
            start.wait()
            return b"event: complete" in visitor.call("draw_lambda", [1, number])

    with ThreadPoolExecutor(STREAMS + API_STREAMS) as pool:
        pages, calls = pool.map(page, range(STREAMS)), pool.map(api, range(API_STREAMS))
        assert [*pages, *calls] == [True] * (STREAMS + API_STREAMS)


def test_the_same_call_is_answered_with_the_same_file(app_url: str):
    with closing(Visitor(app_url)) as visitor:
        files = [file_data(visitor.upload(seed)) for seed in range(2)]
        image, report = _mixed(visitor, files)
        assert _mixed(visitor, files) == (image, report)
        assert visitor.send("GET", f"/gradio_api/file={image}").startswith(b"\x89PNG")


def _mixed(visitor: Visitor, files: list[dict[str, object]]) -> tuple[str, object]:
    """The path of the picture, and the report."""
    event = visitor.call("mix", [*files, 0.5, *REST_OF_MIX]).decode()
    image, report = json.loads(event.rpartition("data: ")[2])
    return image["path"], report
