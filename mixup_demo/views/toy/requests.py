"""What the Toy view's scripts ask the server for; the manner of `requests`."""

from collections.abc import Mapping
from typing import Any

from mixup_demo.views.toy import trainings as playground, settings as toy_settings
from mixup_demo.views.toy.payload import strip_payload, toy_payload, toy_picture
from mixup_demo.toy.question import ToyQuestion, toy_question
from mixup_demo.serving.requests import Answer, answering


@answering
def toy(request: Mapping[str, Any]) -> Answer:
    """Train ERM and mixup; answer as soon as there are new frames.

    Args:
        request: any of `toy_settings.CONTROLS` by name; start, how many frames the page has;
            columns, of the curves' panels; and visitor, a text that tells pages apart. A visitor's
            newer request ends the older one.

    Returns:
        The frames from start on and the curves of all; {"ended": True} if a newer request or
        `toy_stop` came first.
    """
    asked = _question(request)
    start = toy_settings.START.check_whole(request.get("start", toy_settings.START.default))
    columns = toy_settings.COLUMNS.check_whole(request.get("columns", toy_settings.COLUMNS.default))
    frames = playground.stage(asked, str(request.get("visitor")), start)
    if frames is None:
        return {"ended": True}
    return toy_payload(asked, playground.training(asked), frames, start, columns)


@answering
def draw_toy(request: Mapping[str, Any]) -> Answer:
    """Answer the maps at one step as a figure, when the training has ended.

    Args:
        request: as in `toy`, without start; and at, the step.
    """
    asked = _question(request)
    step = toy_settings.AT.check_whole(request.get("at", toy_settings.AT.default))
    frame = playground.frame_at(asked, step)
    return {"figure": toy_picture(asked, playground.training(asked), frame)}


@answering
def toy_strip(request: Mapping[str, Any]) -> Answer:
    """Train with each α of the strip; answer the ends: {"strip": [...]} or {"ended": True}.

    Args:
        request: as in `toy`, without start.
    """
    frame = playground.strip(_question(request), str(request.get("visitor")))
    return {"ended": True} if frame is None else strip_payload(frame)


@answering
def toy_stop(request: Mapping[str, Any]) -> Answer:
    """End what a visitor is waiting for: {"visitor": text}."""
    playground.stop(str(request.get("visitor")))
    return {"ended": True}


def _question(request: Mapping[str, Any]) -> ToyQuestion:
    names = (control.name for control in toy_settings.CONTROLS)
    return toy_question(**{name: request[name] for name in names if name in request})
