"""Requests of the Boundary view -> probes -> results: plain functions, as in `handlers`.

They keep no state but a cache of what was computed, and who is waiting for what.
"""

from collections import OrderedDict, deque
from collections.abc import Hashable, Iterator
from dataclasses import replace
from threading import Event, Lock
from typing import Any

from mixup_demo.serving.encoding import rounded
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.probes.plane import RESOLUTIONS, Stop, StoppedError, never
from mixup_demo.probes.plane import plane as probe_plane
from mixup_demo.probes.plane_geometry import NAMES
from mixup_demo.serving.questions import PlaneQuestion, engine
from mixup_demo.results import Plane, PlaneAnswers

#: at the finest resolution a plane takes a quarter of a megabyte
CACHED_PLANES = 192
REMEMBERED_VISITORS = 1024

FIRST = RESOLUTIONS[0]


class Newest:
    """Stop signs by visitor: a visitor's newer request ends the older one; safe for threads.

    Args:
        capacity: how many visitors are remembered; a forgotten one's request runs to its end.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._signs: OrderedDict[Hashable, Event] = OrderedDict()
        self._lock = Lock()

    def begin(self, visitor: Hashable) -> Event:
        """End the visitor's older request; return the event that will end this one."""
        sign = Event()
        with self._lock:
            self._end(visitor)
            self._signs[visitor] = sign
            if len(self._signs) > self._capacity:
                self._signs.popitem(last=False)
        return sign

    def end(self, visitor: Hashable) -> None:
        """End the visitor's request, if there is one."""
        with self._lock:
            self._end(visitor)

    def _end(self, visitor: Hashable) -> None:
        older = self._signs.pop(visitor, None)
        if older:
            older.set()


_planes: SingleFlight[Plane] = SingleFlight(CACHED_PLANES)
_newest = Newest(REMEMBERED_VISITORS)


def plane_answer(asked: PlaneQuestion) -> Plane:
    """Return the plane, computed once for identical questions, also for those in flight."""
    return _answer(asked, never)


def remember(asked: PlaneQuestion, plane: Plane) -> None:
    """Put a plane that was computed earlier into the cache."""
    _planes.get(asked.key, lambda: plane)


def plane_stage(asked: PlaneQuestion, visitor: Hashable) -> Plane | None:
    """Return the finest plane that is at hand, else the one at the resolution that is asked for.

    None where the visitor's next call of this function or of `stop` came first.

    Args:
        asked: the question.
        visitor: who asks; this ends what they asked for before.
    """
    stopped = _newest.begin(visitor).is_set
    finest = _planes.kept(replace(asked, resolution=RESOLUTIONS[-1]).key)
    return finest or next(iter(deque(_stages(asked, stopped), maxlen=1)), None)


def plane_stages(asked: PlaneQuestion, visitor: Hashable) -> Iterator[Plane]:
    """Return what yields the plane coarse to fine, the last at the resolution that is asked for.

    A plane that was computed before comes at once and alone. Stages are shared with whoever else
    asks for them, and ended by the visitor's next call of this function or of `stop`: then nothing
    more is yielded.

    Args:
        asked: the question.
        visitor: who asks.
    """
    return _stages(asked, _newest.begin(visitor).is_set)


def stop(visitor: Hashable) -> None:
    """End the stages that a visitor is waiting for, if any."""
    _newest.end(visitor)


def _stages(asked: PlaneQuestion, stopped: Stop) -> Iterator[Plane]:
    finished = _planes.kept(asked.key)
    resolutions = (asked.resolution,) if finished else stages(asked.resolution)
    for resolution in resolutions:
        try:
            answered = _answer(replace(asked, resolution=resolution), stopped)
        except StoppedError:
            return
        yield answered


def stages(resolution: int) -> list[int]:
    """Return the resolutions on the way to one, each half of the next as far as that goes.

    The first is 24 or little more, or the resolution itself where that is less; 24 comes before an
    odd resolution without regard to halves.
    """
    way = [resolution]
    while way[0] % 2 == 0 and way[0] >= 2 * FIRST:
        way.insert(0, way[0] // 2)
    return way if way[0] < 2 * FIRST else [FIRST, *way]


def _answer(asked: PlaneQuestion, stopped: Stop) -> Plane:
    """Return the plane, unless this caller shall stop.

    Whoever computes it for all may be stopped: then another who waits for it takes over.

    Raises:
        StoppedError: this caller shall stop.
    """
    while not stopped():
        try:
            answered = _planes.get(asked.key, lambda: _compute(asked, stopped))
        except StoppedError:
            continue  # if not on our behalf, on that of another whom we waited for
        if not stopped():
            return answered
    raise StoppedError


def _compute(asked: PlaneQuestion, stopped: Stop) -> Plane:
    coarser = (replace(asked, resolution=coarse) for coarse in stages(asked.resolution)[-2::-1])
    known = next((found for stage in coarser if (found := _planes.kept(stage.key))), None)
    models = engine(asked.pair, asked.device)
    return probe_plane(models, asked.images, asked.labels, asked.resolution, known, stopped)


def plane_report(asked: PlaneQuestion) -> dict[str, Any]:
    """Return a plane as plain numbers: coordinates, and both models' maps and measures."""
    plane = plane_answer(asked)
    return {
        "coordinates": {
            "x": plane.x.tolist(),
            "y": plane.y.tolist(),
            "positions": plane.positions.tolist(),
        },
        "classes": list(plane.classes),
        "labels": {
            side.lower(): plane.classes[index]
            for side, index in zip(NAMES, plane.labels, strict=True)
        },
        **{model: _report(answers) for model, answers in plane.answers.items()},
        "agreement": plane.agreement,
        "resolution": plane.resolution,
        "device": plane.device,
    }


def _report(answers: PlaneAnswers) -> dict[str, Any]:
    return {
        "classes": answers.classes.tolist(),
        "confidence": rounded(answers.confidence),
        "measures": vars(answers.measures).copy(),
    }
