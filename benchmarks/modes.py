"""What visitors do in a load: each mode is one visitor's way through the page, timed."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Barrier, Lock

from benchmarks.visitors import LostError, Visitor, file_data

#: of visitors who upload, or look at planes of their own, there are at most so many
MOST = {"uploads": 150, "planes": 10}
#: λ drawn; values that a slider goes through under the finger; calls with the same files
DRAWS, DRAGGED, AGAIN = 3, 10, 5
#: what /mix takes beside two files and λ, as it is without anybody's choice
REST_OF_MIX = ("mixup", None, None, 0, "cifar10", "auto", "trained")


class Watch:
    """What the visitors of a mode see; safe for threads.

    Args:
        visitors: how many they are.

    Attributes:
        together: where they wait for each other.
        waits: seconds of each answer, by what was asked.
        lost: why answers did not come.
        moments: when something came, by `time.perf_counter`.
    """

    def __init__(self, visitors: int = 1) -> None:
        self.together = Barrier(visitors)
        self.waits: dict[str, list[float]] = {}
        self.lost: list[str] = []
        self.moments: dict[str, list[float]] = {}
        self._lock = Lock()

    def note(self, what: str, seconds: float) -> None:
        """Note an answer and how long it took."""
        with self._lock:
            self.waits.setdefault(what, []).append(seconds)

    def came(self, what: str) -> None:
        """Note that something is there now."""
        with self._lock:
            self.moments.setdefault(what, []).append(time.perf_counter())

    @contextmanager
    def answer(self, what: str) -> Iterator[None]:
        """Time one answer; one that does not come is counted as lost, and the visitor goes on."""
        began = time.perf_counter()
        try:
            yield
        except LostError as error:
            with self._lock:
                self.lost.append(f"{what}: {error}")
        else:
            self.note(what, time.perf_counter() - began)

    def facts(self) -> Iterator[str]:
        """Yield what else is to be said."""
        first, whole = self.moments.get("first look"), self.moments.get("all of it")
        if first and whole:
            before = sum(moment < max(first) for moment in whole)
            yield f"{before} of {len(whole)} had all points before everybody had the first 11"


Mode = Callable[[Visitor, int, Watch], None]


def page(visitor: Visitor, _: int, watch: Watch) -> None:
    """Open the page with all that its HTML asks for."""
    with watch.answer("page with its files"):
        watch.note("page", visitor.open())


def lecture(visitor: Visitor, number: int, watch: Watch) -> None:
    """Open one link, draw λ, drag it, look at a plane, a training and an attack."""
    photos = {"a": {"photo": "cat-1"}, "b": {"photo": "dog-1"}}
    with watch.answer("page with its files"):
        watch.note("page", visitor.open("?a=cat-1&b=dog-1"))
    with watch.answer("answer for every λ"):  # dragged from now on, without any request
        visitor.answer("ask", {**photos, "stage": 0})
    for draw in range(DRAWS):
        with watch.answer("λ drawn"):
            visitor.answer("draw", {"seed": DRAWS * number + draw})
    with watch.answer("plane"):
        visitor.answer("plane", {**photos, "c": {"photo": "frog-1"}})
    with watch.answer("training, a preset"):
        visitor.watch({})
    with watch.answer("attack"):
        visitor.answer("attack", {"image": photos["a"]})


def uploads(visitor: Visitor, number: int, watch: Watch) -> None:
    """Upload two photos that nobody else has and ask about them, coarse to fine."""
    with watch.answer("two uploads"):
        files = [visitor.upload(2 * number + side) for side in range(2)]
    asked = {side: {"upload": file} for side, file in zip("ab", files, strict=True)}
    watch.together.wait()
    began, stage = time.perf_counter(), None
    with watch.answer("first look"):
        parts = visitor.parts("ask", {**asked, "stage": 0})
        answer = next(parts)
        watch.note("first word: place or answer", time.perf_counter() - began)
        *_, answer = (answer, *parts)
        stage = answer["stage"]["number"]
    watch.came("all of it" if stage is None else "first look")
    if stage is not None:
        with watch.answer("all of it, after that"):
            visitor.answer("ask", {**asked, "stage": stage})
        watch.came("all of it")


def toy(visitor: Visitor, _: int, watch: Watch) -> None:
    """Watch a preset of the Toy view to its last frame."""
    with watch.answer("training, a preset"):
        visitor.watch({})


def planes(visitor: Visitor, number: int, watch: Watch) -> None:
    """Ask about a plane that nobody else has: its first map."""
    with watch.answer("first map"):
        noise = {side: {"noise": 3 * number + one} for one, side in enumerate("abc")}
        visitor.answer("plane", noise)


def mix(visitor: Visitor, _: int, watch: Watch) -> None:
    """Call /mix again and again with the same two files."""
    files = [file_data(visitor.upload(seed)) for seed in range(2)]
    for _again in range(AGAIN):
        with watch.answer("/mix"):
            visitor.call("mix", [*files, 0.5, *REST_OF_MIX])


MODES: dict[str, Mode] = {
    "page": page,
    "lecture": lecture,
    "uploads": uploads,
    "toy": toy,
    "planes": planes,
    "mix": mix,
}


def bare_page(visitor: Visitor, _: int, watch: Watch) -> None:
    """Open the bare app's page."""
    with watch.answer("page with its files"):
        watch.note("page", visitor.open())


def bare_lecture(visitor: Visitor, _: int, watch: Watch) -> None:
    """Drag λ: there each value under the finger is a request."""
    files = [file_data(visitor.upload(seed)) for seed in range(2)]
    for value in range(DRAGGED):
        with watch.answer("one λ under the finger"):
            visitor.call("mix", [*files, value / DRAGGED])


def bare_uploads(visitor: Visitor, number: int, watch: Watch) -> None:
    """Upload two photos and ask for the line between them."""
    files = [file_data(visitor.upload(2 * number + side)) for side in range(2)]
    with watch.answer("all of it"):
        visitor.call("sweep", files)


BARE: dict[str, Mode] = {
    "page": bare_page,
    "lecture": bare_lecture,
    "uploads": bare_uploads,
    "mix": mix,
}
