"""A training and what came of it, as reports take it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mixup_demo.training.own.task import Learned, Task


@dataclass(frozen=True)
class Outcome:
    """A training and what came of it."""

    task: Task
    learned: Learned

    @property
    def method(self) -> str:
        """How it was trained, in words."""
        return self.task.recipe.method

    @property
    def mixed(self) -> bool:
        """Whether anything was mixed."""
        return self.method != self.task.recipe.plain.method

    @property
    def accuracy(self) -> float:
        """On the test images, as a share, of the last epoch."""
        return self.learned.log[-1]["test_accuracy"]


def by_method(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Return outcomes by how they were trained, a list of folds each."""
    found: dict[str, list[Outcome]] = {}
    for one in outcomes:
        found.setdefault(one.method, []).append(one)
    return found
