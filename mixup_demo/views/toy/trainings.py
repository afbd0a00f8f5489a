"""Trainings of ERM and mixup side by side, recorded as they run.

A training runs in the background and is shared by all who ask for the same; it pauses when all of
them have left, and resumes when somebody asks again. Presets are there already.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from threading import Event
from typing import Any

from numpy.typing import NDArray

from mixup_demo.results import Floats
from mixup_demo.serving.background import Shared
from mixup_demo.serving.line import Place
from mixup_demo.serving.newest import Visitor
from mixup_demo.serving.services import Services
from mixup_demo.toy.data import points
from mixup_demo.toy.question import STRIP_ALPHAS, ToyQuestion
from mixup_demo.toy.results import FRAME, FRAMES, Frame, Points
from mixup_demo.toy.training import recorded_steps, train
from mixup_demo.views.toy import presets
from mixup_demo.views.toy.settings import SEED

#: a training of four classes takes 4 MB when it has ended
CACHE, CACHED = "trainings", 48
#: what a visitor may wait for beside a training's frames, each by itself
KINDS = ("strip", "seeds", "judged")

#: moments of the strip's trainings, of which the last is shown: often enough to notice a stop
STRIP_FRAMES = 20
#: from a question, its points and how many moments are recorded to these moments, one by one
Trainer = Callable[[ToyQuestion, Points, int], Iterator[Frame]]

#: trainings of a visitor's own settings from which something is concluded; a few take seconds, and
#: the interval over them says what they are worth
OWN_SEEDS = 5


class Training:
    """One question's training, as far as it has come; safe for threads.

    Args:
        asked: the settings.
        frames: how many moments are recorded, at most.
        trainer: makes the frames.
        made: all frames, where they are there already.
        extra: whether everything else is trained before this.

    Attributes:
        points: what is trained on and tested with.
        recorded: the steps of all frames, also of those to come.
        frames: made as they are asked for; InputError where training cannot reach so many with
            these settings, or too many wait.
    """

    def __init__(
        self,
        asked: ToyQuestion,
        frames: int = FRAMES,
        trainer: Trainer = train,
        made: Sequence[Frame] = (),
        extra: bool = False,
    ) -> None:
        self.points: Points = points(asked)
        self.recorded = recorded_steps(asked.steps, frames)
        source = trainer(asked, self.points, frames)
        self.frames: Shared[Frame] = Shared(source, len(self.recorded), made, extra)

    @property
    def nbytes(self) -> int:
        """The memory of its points and of the frames so far."""
        return self.points.nbytes + self.frames.nbytes

    @property
    def broken(self) -> bool:
        """Whether it is to be begun anew, see `Shared`."""
        return self.frames.broken


def training(services: Services, asked: ToyQuestion, frames: int = FRAMES) -> Training:
    """Return the one training of a question, which begins when frames are asked of it."""

    def begin() -> Training:
        made = presets.recorded(asked) if frames == FRAMES else None
        return Training(asked, frames, made=made or (), extra=frames < FRAMES)

    found: Training = services.cache(CACHE, CACHED).get((asked, frames), begin)
    return found


def stage(
    services: Services, asked: ToyQuestion, visitor: Visitor, start: int = 0
) -> tuple[list[Frame], Place | None] | None:
    """Return all frames so far, as soon as there are some more than the first `start`.

    As `Shared.more_than`: with the place where they are not there in time. None where the visitor's
    next call of this function or of `stop` came first.

    Args:
        services: what requests share.
        asked: the question.
        visitor: who asks; this ends what they asked for before.
        start: how many frames they have.

    Raises:
        InputError: "error.toy.diverged", there are no more frames with these settings;
            "error.busy", too many wait.
    """
    cancel = services.newest(CACHE).begin(visitor)
    return training(services, asked).frames.more_than(start, cancel)


def whole(
    services: Services, asked: ToyQuestion, visitor: Visitor, kind: str, frames: int = FRAMES
) -> list[Frame] | Place | None:
    """Return all frames of a training, or its place until they are there.

    None where the visitor's next call with this kind came first; a `stage` may be waited for
    meanwhile.

    Raises:
        InputError: as in `stage`.
    """
    cancel = services.newest(CACHE).begin(visitor.waiting_for(kind))
    return training(services, asked, frames).frames.whole(cancel)


def all_frames(services: Services, asked: ToyQuestion) -> list[Frame]:
    """Return all frames of a training, when it has ended; for the API, which does not ask again.

    Raises:
        InputError: as in `stage`.
    """
    found = training(services, asked)
    return found.frames.items(len(found.recorded), Event()) or []


def frame_at(frames: Sequence[Frame], step: int) -> Frame:
    """Return the last frame at or before a step."""
    return [frame for frame in frames if frame.step <= step][-1]


def strip(services: Services, asked: ToyQuestion, visitor: Visitor) -> Frame | Place | None:
    """Return the last frame of a training with each of `STRIP_ALPHAS`, else as the question says.

    Its place until it is there. None where the visitor's next call of this function or of `stop`
    came first; a `stage` may be waited for meanwhile.

    Raises:
        InputError: as in `stage`.
    """
    asked = replace(asked, alphas=STRIP_ALPHAS)
    if made := presets.recorded(asked):
        return made[-1]
    found = whole(services, asked, visitor, "strip", STRIP_FRAMES)
    return found[-1] if isinstance(found, list) else found


def seeds(
    services: Services, asked: ToyQuestion, visitor: Visitor, start: int = 0
) -> tuple[list[Floats], Place | None] | None:
    """Return the scores at the end of trainings with `OWN_SEEDS` seeds, as far as they have come.

    They are the question's own seed and those after it. As soon as there are more than `start`; or
    fewer and the place in the line, where that takes long. None as in `stage`.

    Returns:
        (scores, M) of each seed, in the order of `SCORES`; and the place.

    Raises:
        InputError: as in `stage`.
    """
    cancel = services.newest(CACHE).begin(visitor.waiting_for("seeds"))
    found: Shared[Floats] = services.cache("toy seeds", CACHED).get(
        asked, lambda: Shared(_end_scores(asked), OWN_SEEDS, extra=True)
    )
    return found.more_than(start, cancel)


def _end_scores(asked: ToyQuestion) -> Iterator[Floats]:
    for more in range(OWN_SEEDS):
        seed = (asked.seed + more) % (int(SEED.maximum) + 1)
        yield presets.end_scores(replace(asked, seed=seed))


def stop(services: Services, visitor: Visitor) -> None:
    """End the visitor's wait for frames, for the strip and for seeds, if any."""
    for kind in KINDS:
        services.stop(CACHE, visitor.waiting_for(kind))
    services.stop(CACHE, visitor)


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
