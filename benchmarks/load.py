"""Many visitors at once: how long they wait, what is lost, and what an answer costs the server.

python -m benchmarks.load [--visitors 10 100 300] [--modes page lecture ...] [--bare]

Over loopback, all visitors of a mode begin at the same moment. They come from this process, which
takes its share of the same cores. With --bare they ask `benchmarks.bare`, an app such as one would
write first, in the modes that it has.
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Thread

from benchmarks.memory import cpu_seconds, resident_mb
from benchmarks.modes import BARE, MODES, MOST, Mode, Watch
from benchmarks.server import Server, served
from benchmarks.sweep import machine
from benchmarks.visitors import LostError, Visitor, component

VISITORS, MOST_VISITORS = (10, 100, 300), 400
LOOK_S = 0.2
#: seconds that a server rests before its memory is taken
REST_S = 3


class Memory:
    """Looks at a process's resident memory from its making until `end`.

    Args:
        pid: of the process.
    """

    def __init__(self, pid: int) -> None:
        self._pid, self._over = pid, Event()
        self.before = self.peak = resident_mb(pid)
        self._thread = Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(LOOK_S):
            self.peak = max(self.peak, resident_mb(self._pid))

    def end(self) -> None:
        """Stop looking."""
        self._over.set()
        self._thread.join()


def run(server: Server, mode: Mode, visitors: int, part: int) -> Watch:
    """Let so many visitors begin a mode at the same moment; return what they saw."""
    watch, start = Watch(visitors), Barrier(visitors)

    def one(number: int) -> None:
        visitor = Visitor(server.url, part, number)
        start.wait()
        try:
            mode(visitor, number, watch)
        except LostError as error:  # of what the mode does not time
            watch.lost.append(str(error))
        finally:
            visitor.close()

    with ThreadPoolExecutor(visitors) as pool:
        list(pool.map(one, range(visitors)))
    return watch


def measured(server: Server, name: str, mode: Mode, visitors: int, part: int) -> Iterator[str]:
    """Yield the lines of one mode."""
    memory, cpu, began = Memory(server.pid), cpu_seconds(server.pid), time.perf_counter()
    watch = run(server, mode, visitors, part)
    seconds, cpu = time.perf_counter() - began, cpu_seconds(server.pid) - cpu
    time.sleep(REST_S)
    memory.end()
    answers = sum(map(len, watch.waits.values()))
    yield (
        f"{name}, {visitors} visitors: {answers} answers, {len(watch.lost)} lost, "
        f"{answers / seconds:.0f}/s, {1e3 * cpu / max(1, answers):.1f} ms CPU each; "
        f"memory {memory.before:.0f}, {memory.peak:.0f}, {resident_mb(server.pid):.0f} MB"
    )
    for what, waits in watch.waits.items():
        ordered = sorted(waits)
        late = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
        middle = statistics.median(ordered)
        yield f"    {what:<34}{len(waits):>5} p50 {middle:>7.3f} s  p95 {late:>7.3f} s"
    yield from (f"    lost: {why[:150]}" for why in watch.lost[:3])
    yield from (f"    {fact}" for fact in watch.facts())


def main() -> None:
    """Print what each mode gives."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, nargs="+", default=VISITORS)
    parser.add_argument("--modes", nargs="+", choices=MODES, default=list(MODES))
    parser.add_argument("--bare", action="store_true", help="ask the app of benchmarks.bare")
    given = parser.parse_args()
    print(machine())
    modes = BARE if given.bare else MODES
    for name in (name for name in given.modes if name in modes):
        counts = [min(one, MOST_VISITORS, MOST.get(name, MOST_VISITORS)) for one in given.visitors]
        for visitors in dict.fromkeys(counts):
            with served(*(("-m", "benchmarks.bare") if given.bare else ())) as server:
                part = 0 if given.bare else component(server.url)
                if not given.bare:
                    _is_ready(server)
                for line in measured(server, name, modes[name], visitors, part):
                    print(line, flush=True)


def _is_ready(server: Server) -> None:
    """Wait until the models are loaded and the files packed."""
    visitor = Visitor(server.url)
    while True:
        try:
            visitor.send("GET", "/healthz?ready")
        except LostError:
            time.sleep(LOOK_S)
        else:
            visitor.close()
            return


if __name__ == "__main__":
    main()
