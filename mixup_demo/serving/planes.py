"""Planes, coarse to fine, computed once for all who ask.

Whoever computes one may be stopped; others who wait for the same plane take its computation over.
"""

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mixup_demo.models import cost
from mixup_demo.models.devices import choose_device
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.chunks import Stop, StoppedError, never
from mixup_demo.probes.plane import COARSER, RESOLUTIONS
from mixup_demo.probes.plane import plane as probe_plane
from mixup_demo.results import Plane
from mixup_demo.serving import lending
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.questions import PlaneQuestion
from mixup_demo.serving.services import Services
from mixup_demo.serving.stopping import unless_stopped
from mixup_demo.texts.input_error import InputError

#: at the finest resolution a plane takes a quarter of a megabyte
CACHE, CACHED = "planes", 192

FIRST = RESOLUTIONS[0]
#: estimated seconds within which a first map shall be there; in truth it takes about half of that
FIRST_SECONDS = 8
#: environment variable: the finest resolution that the page gets, for machines that many share
FINEST = "MIXUP_FINEST"


def plane(services: Services, asked: PlaneQuestion, stop: Stop = never) -> Plane:
    """Return the plane, computed once for identical questions, also for those in flight.

    Args:
        services: what requests share.
        asked: the question.
        stop: whether this caller shall stop.

    Raises:
        InputError: "error.cost", it is too much for this machine.
        StoppedError: `stop` said so.
    """
    kept: SingleFlight[Plane] = services.cache(CACHE, CACHED)
    return unless_stopped(kept, asked.key, lambda: _compute(services, asked, stop), stop)


def remember(services: Services, asked: PlaneQuestion, answered: Plane) -> None:
    """Put a plane that was computed earlier into the cache."""
    services.cache(CACHE, CACHED).get(asked.key, lambda: answered)


def finest(services: Services, asked: PlaneQuestion, stopped: Stop) -> Plane | None:
    """Return the finest plane that is at hand, else the one at the resolution that is asked for.

    None where `stopped` said so.
    """
    known = at_hand(services, asked)
    if known is not None:
        return known
    reached = next(iter(deque(plane_stages(services, asked, stopped), maxlen=1)), None)
    # who was stopped meanwhile has a coarser one, which is no answer
    return reached if reached is not None and reached.resolution == asked.resolution else None


def at_hand(services: Services, asked: PlaneQuestion) -> Plane | None:
    """Return the finest plane, where it is known."""
    kept: SingleFlight[Plane] = services.cache(CACHE, CACHED)
    ends = (replace(asked, resolution=end) for end in (RESOLUTIONS[-1], ladder(asked)[-1]))
    return next((found for whole in ends if (found := kept.kept(whole.key))), None)


def plane_stages(services: Services, asked: PlaneQuestion, stopped: Stop) -> Iterator[Plane]:
    """Yield the plane coarse to fine, the last at the resolution that is asked for.

    A plane that was computed before comes at once and alone. Stages are shared with whoever else
    asks for them; after `stopped` said so nothing more is yielded.
    """
    finished = services.cache(CACHE, CACHED).kept(asked.key)
    resolutions = (asked.resolution,) if finished else stages(asked.resolution)
    for resolution in resolutions:
        try:
            answered = plane(services, replace(asked, resolution=resolution), stopped)
        except StoppedError:
            return
        yield answered


def stages(resolution: int) -> list[int]:
    """Return the resolutions up to one, each half of the next as far as that goes.

    The first is 24 or little more, or the resolution itself where that is less; 24 comes before an
    odd resolution without regard to halves.
    """
    found = [resolution]
    while found[0] % 2 == 0 and found[0] >= 2 * FIRST:
        found.insert(0, found[0] // 2)
    return found if found[0] < 2 * FIRST else [FIRST, *found]


def _compute(services: Services, asked: PlaneQuestion, stopped: Stop) -> Plane:
    gflop = asked.resolution**2 * asked.comparison.gflop
    kept = services.cache(CACHE, CACHED)
    coarser = (replace(asked, resolution=coarse) for coarse in _halves(asked.resolution))
    known = next((found for stage in coarser if (found := kept.kept(stage.key))), None)
    given: dict[str, Any] = {
        "images": asked.images,
        "labels": asked.labels,
        "resolution": asked.resolution,
        "known": known,
    }
    if lending.pays(asked.comparison, gflop):
        lent: Plane | None = lending.run("plane", asked.comparison, gflop, **given)
        if lent:
            return lent
    cost.check(gflop, choose_device(asked.device))
    engine = services.engine(asked.comparison, asked.device)
    return probe_plane(engine, **given, stop=stopped)


def _halves(resolution: int) -> Iterator[int]:
    """Yield the coarser resolutions whose points are also this one's, the finest first."""
    while resolution % 2 == 0 and resolution > COARSER[0]:
        resolution //= 2
        yield resolution


def ladder(asked: PlaneQuestion) -> tuple[int, ...]:
    """Return the resolutions at which this machine answers, coarse to fine, at least one.

    Where the models are so large that the first of `RESOLUTIONS` would not come soon, all are
    coarser; none is finer than the environment allows by `FINEST`.
    """
    return steps(asked.comparison, asked.device)


def steps(comparison: Comparison, device_name: str) -> tuple[int, ...]:
    """Return the `ladder` of these models on a device."""
    most = finest_allowed()
    device, gflop = choose_device(device_name), comparison.gflop
    soon = cost.seconds(RESOLUTIONS[0] ** 2 * gflop, device) <= FIRST_SECONDS
    wanted = RESOLUTIONS if soon else COARSER
    allowed = [one for one in wanted if one <= most]
    done = [one for one in allowed if cost.seconds(one**2 * gflop, device) <= cost.LIMIT_SECONDS]
    return tuple(done) or wanted[:1]


def finest_allowed() -> int:
    """Return the finest resolution that the page gets, by `FINEST` of the environment.

    Raises:
        InputError: "error.finest", it is no whole number, or less than the coarsest of all.
    """
    value = os.environ.get(FINEST, str(RESOLUTIONS[-1]))
    if not value.isdecimal() or int(value) < COARSER[0]:
        raise InputError("error.finest", name=FINEST, minimum=COARSER[0], value=value)
    return int(value)


def points(resolution: int, later: bool) -> int:
    """Return how many points are asked about; a later stage takes over those of half as many."""
    return resolution**2 - (resolution // 2) ** 2 * later
