"""Requests that ask networks: what is known is answered at once, the rest in turn."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial

from mixup_demo.models import cost
from mixup_demo.models.devices import choose_device
from mixup_demo.models.spec import Comparison
from mixup_demo.models.workers import workers
from mixup_demo.probes.chunks import Stop
from mixup_demo.serving.jobs import BESIDE_SECONDS, Make
from mixup_demo.serving.line import Place, waiting
from mixup_demo.serving.ready import Ready
from mixup_demo.serving.schema import ENDED, Answer, Request, Schema, visitor_of
from mixup_demo.serving.services import Services
from mixup_demo.serving.sources import own_class
from mixup_demo.serving.stopping import unless_stopped


def in_turn(
    services: Services,
    kind: str,
    request: Request,
    key: Hashable,
    make: Make,
    seconds: float,
    extra: bool = False,
    at_hand: Callable[[], bool] = lambda: False,
) -> Answer:
    """Answer a request from what was answered before, or in turn.

    It ends what the same visitor asked for before.

    Args:
        services: what requests share.
        kind: of the question; a visitor waits for one of each.
        request: names the visitor.
        key: of all that the answer depends on.
        make: makes it.
        seconds: of a core that this takes, about.
        extra: whether everything else comes before.
        at_hand: whether it need not wait, because only its JSON is to be made.

    Returns:
        The answer; {"waits": {before, seconds}, "again": ms} while others come first; or
        {"ended": True} where the visitor's next request came first.

    Raises:
        InputError: what `make` raises; "error.crowd", too many wait.
        StoppedError: the sender has left, or asked for something else, while it was made at once.
    """
    cancel = services.newest(kind).begin(visitor_of(request))
    known = services.answers.kept((kind, key))
    if known is not None:
        return known
    kept = partial(_kept, services, (kind, key), make)
    if at_hand():
        return kept(cancel.is_set)[0]
    found = services.jobs.answer((kind, key), kept, cancel, seconds, extra)
    if isinstance(found, Place):
        return waiting(found)
    return ENDED if found is None else found


def _kept(services: Services, key: Hashable, make: Make, stop: Stop) -> tuple[Ready, float]:
    took = 0.0

    def measured() -> Ready:
        nonlocal took
        answer, took = make(stop)
        return answer

    found = unless_stopped(services.answers, key, measured, stop)
    services.jobs.forget(key)  # it would hold the answer beyond its cache's bounds
    return found, took


def core_seconds(gflop: float, device_name: str) -> float:
    """Return about how many seconds of one core an answer takes, photos and JSON included."""
    device = choose_device(device_name)
    return BESIDE_SECONDS + cost.seconds(gflop, device) * workers(device).count


def is_ours(schema: Schema, request: Request, comparison: Comparison) -> bool:
    """Return whether a request's pictures and classes are known without asking a network.

    So they are of bundled photos, which are read already, whose class the models know or the
    request gives: other classes are for the models to propose.
    """
    return all(
        isinstance(image := request.get(one.name), Mapping)
        and set(image) == {"photo"}
        and (request.get(one.label) or own_class(image, comparison) is not None)
        for one in schema.pictures
    )
