"""The small training, recorded as it runs: shared by all who ask for the same."""

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.learning import EPOCHS, Epoch, learn
from mixup_demo.serving.background import Shared
from mixup_demo.serving.line import Place
from mixup_demo.serving.newest import Visitor
from mixup_demo.serving.services import Services

CACHE, CACHED = "small trainings", 32


def stage(
    services: Services, own: MixupArguments, seed: int, visitor: Visitor, start: int
) -> tuple[list[Epoch], Place | None] | None:
    """Return all epochs so far, as soon as there are some more than the first `start`.

    Fewer, and the place in the line, where that takes long. None where the visitor's next call of
    this function or of `stop` came first.

    Args:
        services: what requests share.
        own: the arguments of timm's class.
        seed: of the training.
        visitor: who asks; this ends what they asked for before.
        start: how many epochs they have.

    Raises:
        InputError: "error.busy", too many wait.
    """
    cancel = services.newest(CACHE).begin(visitor)
    found: Shared[Epoch] = services.cache(CACHE, CACHED).get(
        (own, seed), lambda: Shared(learn(own, seed), EPOCHS)
    )
    return found.more_than(start, cancel)


def stop(services: Services, visitor: Visitor) -> None:
    """End the visitor's wait, if any."""
    services.stop(CACHE, visitor)
