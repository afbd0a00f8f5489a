"""An hour of mixed load: does memory stay level, and is anything left behind?

python -m benchmarks.soak [--minutes 60] [--visitors 8]

Visitors come and go: each does one of the modes of `benchmarks.load`, with photos that nobody had
before, and leaves. Every half minute, or tenth of the time where that is less, a line says what the
server holds.
"""

import argparse
import itertools
import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event

from benchmarks.memory import cpu_seconds, open_files, resident_mb, threads
from benchmarks.modes import Mode, Watch, lecture, mix, page, planes, toy, uploads
from benchmarks.server import Server, served
from benchmarks.sweep import machine
from benchmarks.visitors import LostError, Visitor, component

#: how often each mode is chosen; planes that nobody had before cost seconds of all cores
MODES: dict[Mode, int] = {page: 3, lecture: 4, uploads: 8, toy: 2, mix: 3, planes: 1}
LOOK_S = 30.0
#: share of the time after which memory is to be level, and what it may still grow by
LEVEL_AFTER, MOST_GROWTH = 0.3, 0.05
MOST_VISITORS = 60


@dataclass(frozen=True)
class Look:
    """What a server holds at a moment.

    Attributes:
        seconds: since the beginning.
        memory: resident, in MB.
        threads, files: how many.
        answers, lost: of all visitors until then.
    """

    seconds: float
    memory: float
    threads: int
    files: int
    answers: int
    lost: int

    def __str__(self) -> str:
        return (
            f"{self.seconds:>7.0f} s {self.memory:>7.0f} MB {self.threads:>4} threads "
            f"{self.files:>4} files {self.answers:>7} answers {self.lost:>4} lost"
        )


def look(server: Server, began: float, watch: Watch) -> Look:
    """Return what the server holds now."""
    answers = sum(map(len, watch.waits.values()))
    held = (resident_mb(server.pid), threads(server.pid), open_files(server.pid))
    return Look(time.monotonic() - began, *held, answers, len(watch.lost))


def visit(url: str, part: int, numbers: "itertools.count[int]", over: Event, watch: Watch) -> None:
    """Be one visitor after another, until it is over."""
    while not over.is_set():
        number = next(numbers)
        mode = random.Random(number).choices(list(MODES), list(MODES.values()))[0]
        visitor = Visitor(url, part, number)
        try:
            mode(visitor, number, watch)
        except LostError as error:
            watch.lost.append(str(error))
        finally:
            visitor.close()


def soaked(server: Server, minutes: float, visitors: int) -> list[Look]:
    """Print and return what the server holds, look by look, the last one when all have left."""
    watch, over, numbers = Watch(), Event(), itertools.count(1000)
    part, began, looks = component(server.url), time.monotonic(), []
    every = min(LOOK_S, 6 * minutes)
    with ThreadPoolExecutor(visitors) as pool:
        for _ in range(visitors):
            pool.submit(visit, server.url, part, numbers, over, watch)
        while time.monotonic() - began < 60 * minutes:
            time.sleep(every)
            looks.append(look(server, began, watch))
            print(looks[-1], flush=True)
        over.set()
    time.sleep(5)
    looks.append(look(server, began, watch))
    print(looks[-1], "when all had left", flush=True)
    for why in watch.lost[:5]:
        print("lost:", why[:200])
    return looks


def main() -> None:
    """Print the curve and what it comes to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--visitors", type=int, default=8, help="at a time")
    given = parser.parse_args()
    print(machine())
    with served() as server:
        idle = open_files(server.pid)
        looks = soaked(server, given.minutes, min(max(1, given.visitors), MOST_VISITORS))
        level = looks[int(LEVEL_AFTER * len(looks))].memory
        print(
            f"memory grew by {looks[-1].memory / level - 1:+.1%} after the first part "
            f"(at most {MOST_GROWTH:+.0%}); files open {idle} before, {looks[-1].files} after; "
            f"{1e3 * cpu_seconds(server.pid) / max(1, looks[-1].answers):.1f} ms CPU an answer"
        )


if __name__ == "__main__":
    main()
