"""A class that opens the Toy view at once, and one in which each has settings of their own.

python -m benchmarks.classroom [--students 100]

Students ask a page of this machine, over loopback, as its scripts do: part by part until the last
frame, with the strip of other α after it.
"""

import argparse
import statistics
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from benchmarks.server import served
from benchmarks.sweep import Row, machine
from benchmarks.visitors import Visitor, component

STUDENTS, MOST_STUDENTS = 100, 200
#: of these there are as many as the line takes without a refusal
OWN = 20


def together(url: str, requests: list[dict[str, Any]]) -> Iterator[Row]:
    """Let as many students as there are requests ask at the same moment; yield what they see."""
    students = [Visitor(url, component(url), number) for number in range(len(requests))]
    start = Barrier(len(students))

    def one(student: Visitor, request: dict[str, Any]) -> tuple[float, float, int]:
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
    cases: dict[str, list[dict[str, Any]]] = {
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
