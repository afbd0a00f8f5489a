"""The controls of the frame, and those of all views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mixup_demo.serving.controls import Choice, Control
from mixup_demo.serving.settings import DEVICE
from mixup_demo.texts import LANGUAGES

if TYPE_CHECKING:  # a view brings all that it answers with
    from mixup_demo.serving.view import View

LANGUAGE = Choice("lang", LANGUAGES[0], LANGUAGES, "error.language")
#: what is left out at first for a newcomer's sake
MORE = Choice("more", "0", ("0", "1"), "error.switch")
#: larger type, and all that a room has to see on one screen
PRESENT = Choice("present", "0", ("0", "1"), "error.switch")
#: the step of the tour that is shown, 0 for none; as many as web/tour.js has
TOUR = Choice("tour", "0", ("0", "1", "2", "3", "4", "5", "6"), "error.tour")
#: whether the page tells about itself
ABOUT = Choice("about", "0", ("0", "1"), "error.switch")


def controls(views: Sequence[View]) -> tuple[Control, ...]:
    """Return all controls that a link may restore, each once; the first view opens the page.

    Raises:
        ValueError: two views have different controls of one name.
    """
    names = tuple(view.name for view in views)
    view = Choice("view", names[0], names, "error.view")
    own = (view, LANGUAGE, MORE, PRESENT, TOUR, ABOUT, DEVICE)
    found: dict[str, Control] = {}
    for control in (*own, *(control for view in views for control in view.controls)):
        if found.setdefault(control.name, control) != control:
            raise ValueError(f"Two different controls are named {control.name!r}: rename one.")
    return tuple(found.values())
