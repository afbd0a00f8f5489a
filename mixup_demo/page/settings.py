"""The controls of the frame, and those of all views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mixup_demo.serving.controls import Choice, Control, Number, Text
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

#: letters of a lecture that its link holds; servers and proxies take addresses of 8 KB
LINKED = 6000
_FILE = r"(?:https://[a-z0-9.-]+(?::[0-9]{1,5})?/)?[A-Za-z0-9_][A-Za-z0-9._/-]*[.]json"
#: the bundled lecture, the visitor's own, one that the link holds, or the address of one
LECTURE = Text("lecture", "", rf"(?:1|own|~[A-Za-z0-9_-]+|{_FILE})?", LINKED, "error.lecture")
#: of a lecture; a word of four letters names a question of one of so many steps
MOST_STEPS, MOST_ANSWERS = 60, 4
STEP = Number("step", 1, 1, MOST_STEPS, 1, "error.step", whole=True)
#: whether this is the window with the speaker's notes
SPEAKER = Choice("speaker", "0", ("0", "1"), "error.switch")
#: the step whose question is answered here, 0 for none, and how many answers it has
ASK = Number("ask", 0, 0, MOST_STEPS, 1, "error.ask", whole=True)
CHOICES = Number("choices", MOST_ANSWERS, 2, MOST_ANSWERS, 1, "error.choices", whole=True)
#: an answer, see web/lecture/codeword.js
WORD = Text("word", "", "(?:[a-z]{4})?", 4, "error.word")
#: of the live poll that takes the answer
POLL = Text("poll", "", "(?:[a-z]{6})?", 6, "error.poll")
#: whether one panel stands alone, for a frame in another page
EMBED = Choice("embed", "0", ("0", "1"), "error.switch")
#: each of these shows something in the place of the views
IN_PLACE = (LECTURE, ASK, WORD)
#: what no view's first state depends on
APART = (TOUR, ABOUT, LECTURE, STEP, SPEAKER, ASK, CHOICES, WORD, POLL, EMBED)


def controls(views: Sequence[View]) -> tuple[Control, ...]:
    """Return all controls that a link may restore, each once; the first view opens the page.

    Raises:
        ValueError: two views have different controls of one name.
    """
    names = tuple(view.name for view in views)
    view = Choice("view", names[0], names, "error.view")
    own = (view, LANGUAGE, MORE, PRESENT, *APART, DEVICE)
    found: dict[str, Control] = {}
    for control in (*own, *(control for view in views for control in view.controls)):
        if found.setdefault(control.name, control) != control:
            raise ValueError(f"Two different controls are named {control.name!r}: rename one.")
    return tuple(found.values())
