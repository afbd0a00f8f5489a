"""What the page and the API may ask about trainings in the plane."""

from threading import Event
from typing import Any

import numpy as np

from mixup_demo.serving.background import Shared
from mixup_demo.serving.encoding import rounded
from mixup_demo.serving.line import Place, waiting
from mixup_demo.serving.ready import Ready
from mixup_demo.serving.schema import ENDED, Answer, Request, visitor_of
from mixup_demo.serving.services import Services
from mixup_demo.toy.results import MODELS, SIDE, Frame, curves
from mixup_demo.toy.training import maps_of, networks_at
from mixup_demo.views.toy import settings, trainings
from mixup_demo.views.toy.code import code, file_name
from mixup_demo.views.toy.payload import (
    seeds_payload,
    strip_payload,
    toy_payload,
    toy_picture,
)
from mixup_demo.views.toy.questions import toy_question

#: whole trainings as answers, a megabyte each, made once for all who ask
WHOLE, CACHED = "whole toy trainings", 48
#: networks as files, up to some megabytes each
CODE, CODE_KEPT = "toy code", 8


def toy(services: Services, request: Request) -> Answer:
    """Train ERM and mixup; answer as soon as there are new frames.

    Args:
        services: what requests share.
        request: any of `settings.CONTROLS` by name; start, how many frames the page has; columns,
            of the curves' panels; and visitor. A visitor's newer request ends the older one.

    Returns:
        The frames from start on and the curves of all; the place in the line, see `waiting`, where
        that takes long; {"ended": True} if a newer request or `toy_stop` came first.
    """
    asked = toy_question(request)
    start = int(settings.START.check(request.get("start", settings.START.default)))
    columns = int(settings.COLUMNS.check(request.get("columns", settings.COLUMNS.default)))
    found = trainings.stage(services, asked, visitor_of(request), start)
    if found is None:
        return ENDED
    frames, place = found
    if place:
        return waiting(place)
    training = trainings.training(services, asked)

    def answer() -> Ready:
        return Ready(toy_payload(asked, training, frames, start, columns))

    if start or len(frames) < len(training.recorded):
        return answer()
    # a whole training: what a class that follows one link asks for
    whole: Ready = services.cache(WHOLE, CACHED).get((asked, columns), answer)
    return whole


def draw_toy(services: Services, request: Request) -> Answer:
    """Answer the maps at one step as a figure, when the training has ended.

    Args:
        services: what requests share.
        request: as in `toy`, without start; and at, the step.

    Returns:
        figure; the place in the line until the training has ended; or {"ended": True}, the
        visitor's next request came first.
    """
    asked = toy_question(request)
    step = int(settings.AT.check(request.get("at", settings.AT.default)))
    frames = trainings.whole(services, asked, visitor_of(request), "figure")
    if not isinstance(frames, list):
        return waiting(frames) if frames else ENDED
    frame = trainings.frame_at(frames, step)
    return {"figure": toy_picture(asked, trainings.training(services, asked), frame)}


def toy_strip(services: Services, request: Request) -> Answer:
    """Train with each α of the strip.

    Returns:
        The ends, {"strip": [...]}, in one frame; the place in the line until they are there;
        {"ended": True} as in `toy`.
    """
    found = trainings.strip(services, toy_question(request), visitor_of(request))
    if found is None:
        return ENDED
    if isinstance(found, Place):
        return waiting(found)
    return {"frames": [True], "done": True, **strip_payload(found)}


def toy_seeds(services: Services, request: Request) -> Answer:
    """Train a finished training with more seeds; answer as soon as there is one more.

    Args:
        services: what requests share.
        request: as in `toy`; start, how many seeds the page knows of.

    Returns:
        frames, one entry for each new seed; made, how many there are, of n; says, what they say,
        when all are there; the place in the line or {"ended": True} as in `toy`.
    """
    asked = toy_question(request)
    start = int(settings.START.check(request.get("start", settings.START.default)))
    visitor = visitor_of(request)
    frames = trainings.whole(services, asked, visitor, "judged")
    if not isinstance(frames, list):
        return waiting(frames) if frames else ENDED
    found = trainings.seeds(services, asked, visitor, start)
    if found is None:
        return ENDED
    scores, place = found
    if place:
        return waiting(place)
    answer = seeds_payload(asked, trainings.training(services, asked), frames, scores)
    new = {"frames": [True] * (len(scores) - start), "start": start, "done": "says" in answer}
    return {**answer, **new}


def toy_stop(services: Services, request: Request) -> Answer:
    """End what a visitor is waiting for."""
    trainings.stop(services, visitor_of(request))
    return ENDED


def toy_report(services: Services, request: Request) -> dict[str, Any]:
    """Train an ERM and a mixup network side by side on points of the plane.

    Both share initial weights, batches and all settings; mixup draws λ ~ Beta(α, α) (α = 0 is ERM).
    Returns JSON with classes (their number), frame (left, right, bottom, top) and side of the maps,
    points (train, labels as trained on, true labels, test, test_labels), frames and curves (loss,
    train_accuracy, test_accuracy, confidence, boundary_length, gradient_norm -> model -> a value a
    frame). A frame holds step; maps by model: the probability of each class but the last at side x
    side points, row by row from the bottom; and mixed: numbers i and j of the points that the next
    step mixes, and the weight lam of i.
    """
    asked = toy_question(request)
    points = trainings.training(services, asked).points
    frames = trainings.all_frames(services, asked)
    return {
        "classes": points.classes,
        "frame": trainings.ends(),
        "side": SIDE,
        "points": {name: values.tolist() for name, values in trainings.places(points).items()},
        "frames": [_frame_report(frame) for frame in frames],
        "curves": curves(frames),
    }


def toy_code(services: Services, request: Request) -> Answer:
    """Return a training's networks as a PyTorch file, for the page: its name and text.

    Until the training has ended, and its networks are there again, the place in the line;
    {"ended": True} as in `draw_toy`.
    """
    visitor = visitor_of(request)
    frames = trainings.whole(services, toy_question(request), visitor, "code")
    if not isinstance(frames, list):
        return waiting(frames) if frames else ENDED
    name, writing = _code_of(services, request, frames)
    cancel = services.newest(trainings.CACHE).begin(visitor.waiting_for("code"))
    written = writing.whole(cancel)
    if not isinstance(written, list):
        return waiting(written) if written else ENDED
    return {"name": name, "text": written[0].decode()}


def toy_code_file(services: Services, request: Request) -> tuple[str, bytes]:
    """Train as /toy does, and return both networks as a PyTorch file that holds their weights.

    at is the step after which they are taken; the last one recorded before it counts. The file
    says by how much its probabilities differ from those that the page shows.
    """
    frames = trainings.all_frames(services, toy_question(request))
    name, writing = _code_of(services, request, frames)
    written = writing.items(1, Event()) or []
    return name, written[0]


def _code_of(
    services: Services, request: Request, frames: list[Frame]
) -> tuple[str, Shared[bytes]]:
    """Return the name of a file, and its content as the one item that is made in the background.

    For the networks are trained anew up to their step, in the line that other trainings wait in.
    """
    asked = toy_question(request)
    step = int(settings.AT.check(request.get("at", settings.AT.default)))
    frame = trainings.frame_at(frames, step)
    points = trainings.training(services, asked).points

    def write(_: int) -> bytes:
        networks = networks_at(asked, points, frame.step)
        shown = frame.maps.astype(np.float32)
        apart = float(np.abs(maps_of(networks, asked.activation) - shown).max())
        return code(asked, points, frame.step, networks, apart).encode()

    writing: Shared[bytes] = services.cache(CODE, CODE_KEPT).get(
        (asked, frame.step), lambda: Shared(map(write, range(1)), 1, extra=True)
    )
    return file_name(asked), writing


def _frame_report(frame: Frame) -> dict[str, Any]:
    return {
        "step": frame.step,
        "maps": {
            model: rounded(maps[:-1], 3) for model, maps in zip(MODELS, frame.maps, strict=True)
        },
        "mixed": {
            "i": frame.first.tolist(),
            "j": frame.second.tolist(),
            "lam": frame.lam[1].tolist(),
        },
    }
