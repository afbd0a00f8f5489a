"""Trainings of ERM and mixup side by side, recorded as they run.

A training runs in the background and is shared by all who ask for the same; it pauses when all of
them have left, and resumes when somebody asks again.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from threading import Event
from typing import Any

from numpy.typing import NDArray

from mixup_demo.serving.background import Shared
from mixup_demo.serving.services import Services
from mixup_demo.toy.data import points
from mixup_demo.toy.question import STRIP_ALPHAS, ToyQuestion
from mixup_demo.toy.results import FRAME, FRAMES, Frame, Points
from mixup_demo.toy.training import recorded_steps, train

#: a training of four classes takes 4 MB
CACHE, CACHED = "trainings", 48

#: moments of the strip's trainings, of which the last is shown: often enough to notice a stop
STRIP_FRAMES = 20
#: from a question, its points and how many moments are recorded to these moments, one by one
Trainer = Callable[[ToyQuestion, Points, int], Iterator[Frame]]

#: an answer brings at least one frame, and one more for so many as were there before
GROWTH = 4


class Training:
    """One question's training, as far as it has come; safe for threads.

    Args:
        asked: the settings.
        frames: how many moments are recorded, at most.
        trainer: makes the frames.

    Attributes:
        points: what is trained on and tested with.
        recorded: the steps of all frames, also of those to come.
    """

    def __init__(self, asked: ToyQuestion, frames: int = FRAMES, trainer: Trainer = train) -> None:
        self.points: Points = points(asked)
        self.recorded = recorded_steps(asked.steps, frames)
        self._frames = Shared(trainer(asked, self.points, frames), len(self.recorded))

    def frames(self, count: int, cancel: Event) -> list[Frame] | None:
        """Return the frames there are, as soon as they are at least so many; None if cancelled.

        Args:
            count: how many frames are waited for.
            cancel: set to end this call's wait.

        Raises:
            InputError: training cannot reach so many frames with these settings.
        """
        return self._frames.items(count, cancel)


def training(services: Services, asked: ToyQuestion, frames: int = FRAMES) -> Training:
    """Return the one training of a question, which begins when frames are asked of it."""
    kept = services.cache(CACHE, CACHED)
    found: Training = kept.get((asked, frames), lambda: Training(asked, frames))
    return found


def stage(
    services: Services, asked: ToyQuestion, visitor: Hashable, start: int = 0
) -> list[Frame] | None:
    """Return all frames so far, as soon as there are some more than the first `start`.

    The more there are, the more must come before the next answer, so that the first comes at once
    and all in a dozen answers. None where the visitor's next call of this function or of `stop`
    came first.

    Args:
        asked: the question.
        visitor: who asks; this ends what they asked for before.
        start: how many frames they have.

    Raises:
        InputError: "error.toy.diverged", there are no more frames with these settings.
    """
    cancel = services.newest(CACHE).begin(visitor)
    found = training(services, asked)
    return found.frames(min(start + 1 + start // GROWTH, len(found.recorded)), cancel)


def frame_at(services: Services, asked: ToyQuestion, step: int) -> Frame:
    """Return the last frame of a training at or before a step; waits until the training has ended.

    Raises:
        InputError: "error.toy.diverged", as in `stage`.
    """
    found = training(services, asked)
    frames = found.frames(len(found.recorded), Event()) or []
    return [frame for frame in frames if frame.step <= step][-1]


def strip(services: Services, asked: ToyQuestion, visitor: Hashable) -> Frame | None:
    """Return the last frame of a training with each of `STRIP_ALPHAS`, else as the question says.

    None where the visitor's next call of this function or of `stop` came first; a `stage` may be
    waited for meanwhile.

    Raises:
        InputError: "error.toy.diverged", as in `stage`.
    """
    cancel = services.newest(CACHE).begin(("strip", visitor))
    found = training(services, replace(asked, alphas=STRIP_ALPHAS), STRIP_FRAMES)
    frames = found.frames(len(found.recorded), cancel)
    return frames[-1] if frames else None


def stop(services: Services, visitor: Hashable) -> None:
    """End the visitor's wait for frames and for the strip, if any."""
    services.stop(CACHE, visitor)
    services.stop(CACHE, ("strip", visitor))


def ends() -> dict[str, float]:
    """Return where the frame ends, in which points lie and maps are drawn."""
    return {"left": -FRAME, "right": FRAME, "bottom": -FRAME, "top": FRAME}


def places(found: Points) -> dict[str, NDArray[Any]]:
    """Return points and labels by their names in answers."""
    return {
        "train": found.train,
        "labels": found.labels,
        "true": found.true,
        "test": found.test,
        "test_labels": found.test_labels,
    }
