"""A class that opens the Toy view at once, and one in which each has settings of their own.

python -m benchmarks.classroom [--students 100]

Students ask a page of this machine, over loopback, as its scripts do: part by part until the last
frame, with the strip of other α after it.
"""

import argparse
import json
import statistics
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from benchmarks.server import served
from benchmarks.sweep import Row, machine
from mixup_demo.page.explorer import ELEMENT

STUDENTS, MOST_STUDENTS = 100, 200
#: of these there are as many as the line takes without a refusal
OWN = 20
LIMIT_S = 300


class Student:
    """One page's requests.

    Args:
        url: of the page.
        component: number of the page's component, which its scripts ask.
        number: tells students apart.
    """

    def __init__(self, url: str, component: int, number: int) -> None:
        self._url, self._component = url, component
        self._visitor = f"student {number}"
        self.received = 0

    def ask(self, method: str, request: dict[str, Any]) -> dict[str, Any]:
        """Ask one request; count the bytes of the answer."""
        body = {
            "session_hash": self._visitor,
            "component_id": self._component,
            "fn_name": method,
            "data": {**request, "visitor": self._visitor},
        }
        asked = urllib.request.Request(
            f"{self._url}gradio_api/component_server",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(asked, timeout=LIMIT_S) as answered:
            content = answered.read()
        self.received += len(content)
        found: dict[str, Any] = json.loads(content)
        return found

    def watch(self, request: dict[str, Any]) -> tuple[float, float, int]:
        """Train; return seconds to the first and to the last frame, and how often it was asked."""
        began, start, asked, first = time.perf_counter(), 0, 0, 0.0
        while time.perf_counter() - began < LIMIT_S:
            part = self.ask("toy", {**request, "start": start})
            if "frames" not in part:
                raise RuntimeError(f"refused: {part}")
            asked, start = asked + 1, start + len(part["frames"])
            first = first or (time.perf_counter() - began if part["frames"] else 0.0)
            if part["done"]:
                return first, time.perf_counter() - began, asked
            time.sleep(part.get("again", 0) / 1e3)
        raise RuntimeError(f"no last frame after {LIMIT_S} s")


def component(url: str) -> int:
    """Return the number of the page's component that has the views."""
    with urllib.request.urlopen(f"{url}config", timeout=60) as answered:
        parts = json.load(answered)["components"]
    return int(next(one["id"] for one in parts if one["props"].get("elem_id") == ELEMENT))


def together(url: str, requests: list[dict[str, Any]]) -> Iterator[Row]:
    """Let as many students as there are requests ask at the same moment; yield what they see."""
    students = [Student(url, component(url), number) for number in range(len(requests))]
    start = Barrier(len(students))

    def one(student: Student, request: dict[str, Any]) -> tuple[float, float, int]:
        start.wait()
        return student.watch(request)

    with ThreadPoolExecutor(len(students)) as pool:
        found = list(pool.map(one, students, requests))
    firsts, lasts, asked = zip(*found, strict=True)
    yield Row("first frame, median", statistics.median(firsts), "s")
    yield Row("first frame, slowest", max(firsts), "s")
    yield Row("last frame, median", statistics.median(lasts), "s")
    yield Row("last frame, slowest", max(lasts), "s")
    yield Row("requests a student", statistics.mean(asked), "")
    yield Row("answers a student", statistics.mean(s.received for s in students) / 1e6, "MB")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=STUDENTS, help=f"to {MOST_STUDENTS}")
    students = min(max(1, parser.parse_args().students), MOST_STUDENTS)
    print(machine())
    cases = {
        f"{students} students, the preset": [{} for _ in range(students)],
        f"{students} students, one other question": [{"toy_seed": 7}] * students,
        f"{OWN} students, each their own seed": [{"toy_seed": 100 + k} for k in range(OWN)],
    }
    for title, requests in cases.items():
        with served() as server:
            print(title)
            for row in together(server.url, requests):
                print(row, flush=True)


if __name__ == "__main__":
    main()
