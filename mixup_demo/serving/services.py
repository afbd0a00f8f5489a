"""What requests share: models, prepared engines, caches, and who waits for what."""

import gc
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

from mixup_demo.models.devices import choose_device
from mixup_demo.models.engine import Engine
from mixup_demo.models.spec import Comparison, ModelSpec
from mixup_demo.models.workers import waiting
from mixup_demo.models.zoo import Zoo
from mixup_demo.serving.background import trainings_line
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.jobs import Jobs, probes_line
from mixup_demo.serving.meters import Meters
from mixup_demo.serving.newest import Newest, Visitor
from mixup_demo.serving.pictures import Picture
from mixup_demo.serving.ready import Ready
from mixup_demo.serving.settings import DEVICE

#: named comparisons that are kept ready, which are all that there are, as trained and calibrated;
#: and those that visitors put together. One of two small networks takes some MB
NAMED_ENGINES, CHOSEN_ENGINES = 64, 8
#: weights of each kind beyond which those not used for longest are let go: two of two ResNet-50s
ENGINE_BYTES = 256 * 2**20
#: seconds after which engines are let go that nobody has asked; to prepare one takes a second
IDLE_SECONDS = 600
CACHED_PICTURES = 64
CACHED_ANSWERS = 1024
#: memory of the results of one kind, and of pictures: a sweep over 1,000 classes takes a megabyte,
#: an attack on a picture of 224 x 224 pixels twenty
CACHE_BYTES = 96 * 2**20
#: how much waits, by line: answers and trainings of visitors, and batches of networks under way
LINES: dict[str, Callable[[], float]] = {
    "answers": lambda: probes_line().waiting,
    "trainings": lambda: trainings_line().waiting,
    "batches": waiting,
}
#: no file is in here
NOWHERE = Path("no such folder")


class Services:
    """Shared by all requests of one page, and handed to each; safe for threads.

    Nothing in here is needed for an answer to be right, so any replica can answer any request.

    Args:
        zoo: the models; without it those that are bundled.
        uploads: the folder of what the server has received.
    """

    def __init__(self, zoo: Zoo | None = None, uploads: Path = NOWHERE) -> None:
        self.zoo = zoo or Zoo()
        self.uploads = uploads
        self.pictures: SingleFlight[Picture] = SingleFlight(CACHED_PICTURES, CACHE_BYTES)
        self.answers: SingleFlight[Ready] = SingleFlight(CACHED_ANSWERS, CACHE_BYTES)
        self.jobs = Jobs(probes_line)
        self._named: SingleFlight[Engine] = SingleFlight(NAMED_ENGINES, ENGINE_BYTES)
        self._chosen: SingleFlight[Engine] = SingleFlight(CHOSEN_ENGINES, ENGINE_BYTES)
        self._caches: dict[str, SingleFlight[Any]] = {}
        self._newest: dict[str, Newest] = {}
        self._lock = Lock()
        self.meters = Meters(self._all_caches, LINES)

    def engine(self, comparison: Comparison, device_name: str) -> Engine:
        """Return the prepared models of a comparison on a device.

        Later calls return the same object as long as it is among those used last, and was used in
        the last minutes; named comparisons have a place of their own, for of others there are
        hundreds.

        Raises:
            InputError: "error.device", there is no such device on this machine.
            WeightsError: weights are missing or damaged.
        """
        device = choose_device(device_name)
        ready = self._named if comparison.name in self.zoo.comparisons else self._chosen
        return ready.get((comparison.digest, device), lambda: Engine(comparison, device))

    def source(self, model: ModelSpec, device_name: str) -> Engine:
        """Return one model as an engine of its own: the source of attacks in the black box.

        Errors as in `engine`.
        """
        return self.engine(Comparison(model.name, {"source": model}), device_name)

    def let_go(self, seconds: float = IDLE_SECONDS) -> None:
        """Let go of what nobody waits for, and of engines that nobody has asked in so many seconds.

        The opening ones stay.
        """
        self.jobs.let_go()
        opening = self.zoo.comparison(self.zoo.default)
        self._named.kept((opening.digest, choose_device(DEVICE.default)))
        if self._named.let_go(seconds) + self._chosen.let_go(seconds):
            gc.collect()  # networks hold themselves in circles

    def comparison(self, name: object) -> Comparison:
        """Return the comparison that a request names; "" is the one that opens the page.

        Raises:
            InputError: as `Zoo.comparison`.
        """
        return self.zoo.comparison(self.zoo.default if name == "" else name)

    def cache(self, name: str, capacity: int) -> SingleFlight[Any]:
        """Return the cache of this name, which is made at the first call."""
        with self._lock:
            return self._caches.setdefault(name, SingleFlight(capacity, CACHE_BYTES))

    def _all_caches(self) -> dict[str, SingleFlight[Any]]:
        with self._lock:
            own = (
                *(("pictures", self.pictures), ("answers", self.answers)),
                *(("named", self._named), ("chosen", self._chosen)),
            )
            return {**self._caches, **dict(own)}

    def newest(self, name: str) -> Newest:
        """Return who waits for one kind of answer; made at the first call."""
        with self._lock:
            return self._newest.setdefault(name, Newest())

    def stop(self, name: str, visitor: Visitor) -> None:
        """End what a visitor waits for of one kind, if anything."""
        self.newest(name).end(visitor)
