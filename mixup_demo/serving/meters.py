"""How many answers were given, how long they took, and what is kept, for Prometheus.

Names of questions, outcomes and caches are the only labels: no picture, address or file name.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.line import WAITS
from mixup_demo.texts.input_error import InputError

#: seconds: from what a cache answers to what a large plane takes
BUCKETS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)


Answered = TypeVar("Answered")
#: gives all caches by name
Caches = Callable[[], Mapping[str, SingleFlight[Any]]]


class Meters:
    """Counts what one page answers; safe for threads.

    Args:
        caches: gives all caches by name, whenever it is asked.
        waiting: by the name of a line, gives how much waits in it for a free core.
    """

    def __init__(self, caches: Caches, waiting: Mapping[str, Callable[[], float]]) -> None:
        self._registry = CollectorRegistry()
        self._answers = Counter(
            "mixup_answers",
            "Answers, by question and outcome.",
            ("question", "outcome"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "mixup_answer_seconds",
            "Time of the request that brought the answer; it may have waited in earlier ones.",
            ("question",),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._under_way = Gauge(
            "mixup_answers_under_way", "Questions that wait for answers.", registry=self._registry
        )
        queue = Gauge(
            "mixup_queue_length",
            "What waits for a core, by line: answers, trainings, and batches of networks.",
            ("line",),
            registry=self._registry,
        )
        for line, length in waiting.items():
            queue.labels(line).set_function(length)
        self._registry.register(_CacheCollector(caches))
        ProcessCollector(registry=self._registry)

    def counted(self, question: str, answer: Callable[[], Answered]) -> Answered:
        """Return an answer, and count it.

        Its outcome is "answered", "waiting" (its place in the line was told), "refused" (a
        visitor's mistake) or "failed".
        """
        started, outcome = time.perf_counter(), "failed"
        try:
            with self._under_way.track_inprogress():
                found = answer()
            outcome = "waiting" if isinstance(found, Mapping) and WAITS in found else "answered"
            return found
        except InputError:
            outcome = "refused"
            raise
        finally:
            self._answers.labels(question, outcome).inc()
            if outcome != "waiting":
                self._seconds.labels(question).observe(time.perf_counter() - started)

    def text(self) -> bytes:
        """Return all numbers in Prometheus' text format."""
        return generate_latest(self._registry)


class _CacheCollector(Collector):
    """Reads the caches when it is asked, so that counting costs them next to nothing."""

    def __init__(self, caches: Caches) -> None:
        self._caches = caches

    def collect(self) -> Iterable[Metric]:
        hits = CounterMetricFamily("mixup_cache_hits", "Found in a cache.", labels=["cache"])
        misses = CounterMetricFamily("mixup_cache_misses", "Had to be computed.", labels=["cache"])
        kept = GaugeMetricFamily("mixup_cache_entries", "Kept in a cache.", labels=["cache"])
        for name, cache in self._caches().items():
            hits.add_metric([name], cache.hits)
            misses.add_metric([name], cache.misses)
            kept.add_metric([name], len(cache))
        return hits, misses, kept
