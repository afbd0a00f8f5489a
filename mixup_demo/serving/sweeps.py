"""Sweeps, computed once for all who ask; of large models coarse to fine, gradients last.

A newer request of the same visitor ends the older one; others who wait for the same sweep take its
computation over.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from mixup_demo.models import cost
from mixup_demo.models.devices import choose_device
from mixup_demo.probes.chunks import Stop, never
from mixup_demo.probes.sweep import LAMBDAS
from mixup_demo.probes.sweep import sweep as probe_sweep
from mixup_demo.results import Sweep
from mixup_demo.serving import lending
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.questions import SweepQuestion
from mixup_demo.serving.services import Services
from mixup_demo.serving.stopping import unless_stopped

CACHE, CACHED = "sweeps", 512

ALL = len(LAMBDAS)
#: points of a first look, and of the second one where all of them take longer than so many seconds
FIRST, SECOND, LONG_SECONDS = 11, 21, 8


class Stage(NamedTuple):
    """How much of a sweep is computed: at how many points, and whether gradients are."""

    points: int
    gradients: bool


WHOLE = Stage(ALL, True)
#: where others wait too, everybody gets a first look before anybody gets all
CROWDED = (Stage(FIRST, False), WHOLE)


def stages(asked: SweepQuestion) -> tuple[Stage, ...]:
    """Return the stages in which this machine answers, at least one.

    The last one is the whole sweep, but where that would take too long.
    """
    if seconds(asked) <= cost.SOON_SECONDS:
        return (WHOLE,)
    once = seconds(asked) / passes(WHOLE)
    points = (FIRST, SECOND, ALL) if once * ALL > LONG_SECONDS else (FIRST, ALL)
    steps = (*(Stage(count, False) for count in points), WHOLE)
    return tuple(one for one in steps if once * passes(one) <= cost.LIMIT_SECONDS) or steps[:1]


def seconds(asked: SweepQuestion) -> float:
    """Return about how long the whole sweep takes, computed from nothing."""
    return cost.seconds(passes(WHOLE) * asked.comparison.gflop, choose_device(asked.device))


def passes(stage: Stage) -> int:
    """Return how often a stage that nothing is known of takes an image through the models."""
    return stage.points * (1 + cost.GRADIENT * stage.gradients)


class Progress(NamedTuple):
    """How far a sweep is.

    Attributes:
        number: of the stage that comes next, from 0; None at the end.
        next: that stage; None at the end.
        done: share of all stages' arithmetic that is done, from 0 to 1.
        then: the same at the end of the next stage.
    """

    number: int | None
    next: Stage | None
    done: float
    then: float


COMPLETE = Progress(None, None, 1.0, 1.0)


def progress(stage: Stage, steps: tuple[Stage, ...]) -> Progress:
    """Return how far a sweep is at the end of a stage."""
    if stage not in steps or stage == steps[-1]:
        return COMPLETE
    number = steps.index(stage) + 1
    counts = [passes(one) for one in steps]
    done, then = (sum(counts[:end]) / sum(counts) for end in (number, number + 1))
    return Progress(number, steps[number], done, then)


def sweep(
    services: Services, asked: SweepQuestion, stage: Stage = WHOLE, stop: Stop = never
) -> Sweep:
    """Return the sweep, computed once for identical questions, also for those in flight.

    Args:
        services: what requests share.
        asked: the question.
        stage: how much of it is wanted.
        stop: whether this caller shall stop.

    Raises:
        InputError: "error.cost", it is too much for this machine.
        StoppedError: `stop` said so.
    """
    kept: SingleFlight[Sweep] = services.cache(CACHE, CACHED)
    key = _key(asked, stage)
    return unless_stopped(kept, key, lambda: _compute(services, asked, stage, stop), stop)


def at_hand(services: Services, asked: SweepQuestion) -> tuple[Stage, Sweep] | None:
    """Return the finest stage that is known, and the sweep; None where nothing is."""
    kept: SingleFlight[Sweep] = services.cache(CACHE, CACHED)
    known = (kept.kept(_key(asked, stage)) for stage in _finest_first(asked))
    return next(((stage_of(found), found) for found in known if found), None)


def _finest_first(asked: SweepQuestion) -> Iterator[Stage]:
    """Yield the stages that may be known; which stages there are, is measured of the machine."""
    yield WHOLE
    yield from reversed(stages(asked))
    yield CROWDED[0]


def stage_of(swept: Sweep) -> Stage:
    """Return how much of a sweep there is: it may be more than was asked for."""
    answers = next(iter(swept.answers.values()))
    return Stage(len(swept.lam), answers.gradient_norm is not None)


def remember(services: Services, asked: SweepQuestion, answered: Sweep) -> None:
    """Put a sweep that was computed earlier into the cache."""
    services.cache(CACHE, CACHED).get(_key(asked, WHOLE), lambda: answered)


def _key(asked: SweepQuestion, stage: Stage) -> str:
    return asked.key if stage == WHOLE else f"{asked.key}/{stage.points}/{stage.gradients}"


def _compute(services: Services, asked: SweepQuestion, stage: Stage, stop: Stop) -> Sweep:
    gflop = passes(stage) * asked.comparison.gflop
    known = at_hand(services, asked)
    if known and passes(known[0]) >= passes(stage):  # others went further while this one waited
        return known[1]
    a, b = (picture.input for picture in asked.pictures)
    label_a, label_b = asked.labels
    given: dict[str, Any] = {
        "image_a": a,
        "image_b": b,
        "label_a": label_a,
        "label_b": label_b,
        "method": asked.method,
        "seed": asked.seed,
        "gradients": stage.gradients,
        "points": stage.points,
        "known": known[1] if known else None,
    }
    if lending.pays(asked.comparison, gflop):
        lent: Sweep | None = lending.run("sweep", asked.comparison, gflop, **given)
        if lent:
            return lent
    cost.check(gflop, choose_device(asked.device))
    engine = services.engine(asked.comparison, asked.device)
    return probe_sweep(engine, **given, stop=stop)


def smoothness(swept: Sweep) -> dict[str, dict[str, Any]]:
    """Return the measures of the line by model and name."""
    return {model: vars(answers.smoothness).copy() for model, answers in swept.answers.items()}
