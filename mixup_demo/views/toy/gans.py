"""GANs that were recorded, bundled ones or live trainings.

A live training is smaller than the bundled ones. It has the plain GAN beside the one with mixup, in
the background, shared by all who ask for the same.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from mixup_demo.evidence import files as evidence
from mixup_demo.gan.files import KEPT, Run, file_name, load, pack
from mixup_demo.gan.recipe import Recipe, recorded
from mixup_demo.gan.results import Snapshot
from mixup_demo.gan.targets import Target
from mixup_demo.gan.training import Training, snapshots
from mixup_demo.serving.background import Shared
from mixup_demo.serving.line import Place
from mixup_demo.serving.newest import Visitor
from mixup_demo.serving.services import Services
from mixup_demo.views.toy.gan_questions import RUNS, GanQuestion

NAME = "gan"
#: a live training takes a megabyte of snapshots, and while it runs some more for its networks
CACHE, CACHED = "GAN trainings", 24


@dataclass(frozen=True, eq=False)
class RecordedRun:
    """A recorded run as far as it has come.

    Attributes:
        run: its snapshots, at least one.
        recorded: the iterations of all snapshots, also of those to come.
    """

    run: Run
    recorded: tuple[int, ...]

    @property
    def done(self) -> bool:
        """Whether all snapshots are there."""
        return len(self.run.iteration) == len(self.recorded)

    def column(self, alpha: float) -> int:
        """Return which of the run's GANs has this α.

        Raises:
            ValueError: none has.
        """
        column: int = self.run.about["recipe"]["alphas"].index(alpha)
        return column


@lru_cache
def bundled(dataset: str, loss: str, seed: int, runs: Path = RUNS) -> RecordedRun:
    """Return a bundled run, which is read once.

    Raises:
        ValueError, OSError: its file is broken.
    """
    run = load(runs / file_name(dataset, loss, seed))
    return RecordedRun(run, tuple(run.iteration.tolist()))


def gan_stage(
    services: Services, asked: GanQuestion, visitor: Visitor, start: int = 0
) -> RecordedRun | Place | None:
    """Return a run as far as it has come, as soon as it has more than the first `start` snapshots.

    At once where it has ended; its place where that takes long. None where the visitor's next call
    of this function or of `stop` came first.

    Args:
        asked: the question.
        visitor: who asks; this ends what they asked for before.
        start: how many snapshots they have.

    Raises:
        InputError: "error.busy", too many wait.
    """
    cancel = services.newest(CACHE).begin(visitor)
    if asked.recipe is None:
        return bundled(asked.dataset, asked.loss, asked.seed)
    at = recorded(asked.recipe.iterations)
    found = _training(services, asked.recipe).more_than(start, cancel)
    if found is None:
        return None
    made, place = found
    return place or RecordedRun(pack(made, {"recipe": asked.recipe.as_dict()}), at)


def stop(services: Services, visitor: Visitor) -> None:
    """End the visitor's wait for a live training, if any; it pauses if nobody else waits for it."""
    services.stop(CACHE, visitor)


def _training(services: Services, recipe: Recipe) -> Shared[Snapshot]:
    found: Shared[Snapshot] = services.cache(CACHE, CACHED).get(recipe, lambda: _begin(recipe))
    return found


def _begin(recipe: Recipe) -> Shared[Snapshot]:
    at = recorded(recipe.iterations)
    return Shared(snapshots(Training(recipe), at, KEPT), len(at))


def results(
    dataset: str, loss: str, folder: Path = evidence.RESULTS, name: str = NAME
) -> dict[str, Any] | None:
    """Return what runs of a data set and loss measured; None where there are none.

    Args:
        dataset, loss: which.
        folder: of the results files.
        name: of the file; without it that of the bundled runs.
    """
    if name not in evidence.names(folder):
        return None
    losses = evidence.read(name, folder)["values"]["losses"]
    measured: dict[str, Any] | None = losses.get(loss, {}).get(dataset)
    return measured


def ends(target: Target) -> dict[str, float]:
    """Return where the square ends in which samples and surfaces are shown."""
    end = target.extent
    return {"left": -end, "right": end, "bottom": -end, "top": end}
