"""One training on one's own images: goes on where it was, alone or with other processes."""

import math
import time
from dataclasses import asdict
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.parallel import DistributedDataParallel
from tqdm import tqdm

from mixup_demo.batches.seeding import seeded
from mixup_demo.models.networks import WhitenedConvNet
from mixup_demo.training.batches import soft_targets
from mixup_demo.training.loop import autocast, sgd
from mixup_demo.training.own import checkpoint
from mixup_demo.training.own.loaders import (
    Batch,
    Images,
    Once,
    Steps,
    augmentation,
    loader,
    number,
)
from mixup_demo.training.own.network import architecture, build_network
from mixup_demo.training.own.norms import apart, joint
from mixup_demo.training.own.parts import mixing, rate, tested, timed
from mixup_demo.training.own.ranks import Ranks
from mixup_demo.training.own.task import Learned, Task
from mixup_demo.training.subset import corrupt_labels

#: of what numbers are drawn, beside those of `loaders`: mixing, the network's own, wrong labels
MIXING, NETWORK, NOISE = 2, 3, 4
#: training images that a whitening layer is fitted to
WHITENING = 1000
#: seconds between two checkpoints within an epoch
KEPT_EVERY = 60.0


def train(task: Task, ranks: Ranks) -> Learned:
    """Train, or go on; killed at any moment and called again, it ends with the same weights.

    The state is kept after each epoch and once a minute. All randomness follows from (seed, epoch,
    step, image), so nothing else need be kept; sums are added in another order by other processors
    and numbers of threads or processes, which rounding shows.

    Raises:
        ValueError: there are too few images for a batch; the folder holds another training; an
            image has become unreadable; the training diverged.
    """
    trainer = _Trainer(task, ranks)
    trainer.run()
    confusion, loss = trainer.tested()
    trainer.check_finite(loss)  # the state may be an older program's, which went on
    ranks.wait()
    return Learned(trainer.stored.eval().cpu(), trainer.log, confusion)


class _Trainer:
    """Network, optimiser and place of one training."""

    def __init__(self, task: Task, ranks: Ranks) -> None:
        self.task, self.ranks, self.recipe = task, ranks, task.recipe
        self.classes = len(task.photos.classes)
        self.log: list[dict[str, float]] = []
        self.step, self.seconds, self.total = 0, 0.0, torch.zeros((), device=ranks.device)
        network, self.stored = build_network(self.recipe, self.classes)
        if isinstance(network, WhitenedConvNet) and not checkpoint.exists(task.folder):
            network.fit_whitening(self._first_images())
        network = network.to(ranks.device).to(memory_format=torch.channels_last)
        self.network = joint(network) if ranks.world > 1 else network
        if ranks.world > 1 and (kinds := apart(self.network)):
            ranks.say(f"{', '.join(kinds)}: each process keeps statistics of its own share")
        recipe = self.recipe
        self.optimiser = sgd(
            self.network, recipe.learning_rate, recipe.momentum, recipe.weight_decay
        )
        self.mixing = mixing(self.recipe, self.classes)
        self._resume()
        self.steps = Steps(task.split.train, self.recipe, self.step, ranks.rank, ranks.world)
        self.last = self.recipe.epochs * self.steps.epoch_steps
        self.parallel = DistributedDataParallel(self.network) if ranks.world > 1 else self.network
        labels = torch.from_numpy(task.photos.labels.copy())
        rng = np.random.default_rng([self.recipe.seed, NOISE])
        learned = labels[torch.from_numpy(task.split.train)]
        labels[torch.from_numpy(task.split.train)] = corrupt_labels(
            learned, self.recipe.label_noise, self.classes, rng
        )
        self.learned = self._images(labels.numpy(), augment=True)
        shown = self._images(task.photos.labels, augment=False)
        once = Once(task.split.test, ranks.rank, ranks.world)
        self.test = loader(shown, once, task.workers, ranks.device.type == "cuda")

    def _images(self, labels: NDArray[np.int64], augment: bool) -> Images:
        recipe, cut = self.recipe, architecture(self.recipe.architecture).cut
        drawn = augmentation(recipe) if augment else None
        return Images(self.task.photos.files, labels, recipe.size, cut, drawn, recipe.seed)

    def _first_images(self) -> Tensor:
        rng = np.random.default_rng(self.recipe.seed)
        chosen = rng.permutation(self.task.split.train)[:WHITENING]
        images = self._images(self.task.photos.labels, augment=False)
        return torch.stack([images[0, int(index)][0] for index in chosen]).float() / 255

    def run(self) -> None:
        """Make all steps that are left; keep the state."""
        if self.step == self.last:
            return
        kept = time.perf_counter()
        gpu = self.ranks.device.type == "cuda"
        batches = timed(iter(loader(self.learned, self.steps, self.task.workers, gpu)))
        with self._bar() as bar:
            waited, busy, images = 0.0, 0.0, 0
            started = time.perf_counter()
            for batch, waiting in batches:
                self.total += self._learn(batch)
                self.step += 1
                bar.update()
                waited, images = waited + waiting, images + self.recipe.batch_size
                now = time.perf_counter()
                busy = now - started
                bar.set_postfix(images_s=f"{images / busy:.0f}", waiting=f"{waited / busy:.0%}")
                over = self.step % self.steps.epoch_steps == 0
                if over:
                    self.seconds += busy
                    self._measure(images / busy, waited / busy)
                    waited, images, started = 0.0, 0, time.perf_counter()
                if over or now - kept > KEPT_EVERY:
                    self._keep(0.0 if over else busy)
                    kept = now

    def _bar(self) -> "tqdm[Any]":
        hidden = None if self.ranks.first else True
        name, left = self.task.name, self.step
        return tqdm(total=self.last, initial=left, desc=name, unit="step", disable=hidden)

    def _learn(self, batch: Batch) -> Tensor:
        """Make a step; return the loss of the joint batch in nat."""
        device = self.ranks.device
        images, labels = (part.to(device, non_blocking=True) for part in batch)
        for group in self.optimiser.param_groups:
            group["lr"] = self.recipe.learning_rate * rate(self.step / self.last)
        # dropout and stochastic depth draw from torch's global generator, the only one they can use
        torch.manual_seed(number(self.recipe.seed, NETWORK, self.step, self.ranks.rank))
        self.parallel.train()
        inputs, targets = images.float() / 255, self._targets(labels)
        if self.mixing is not None:
            # one λ for the joint batch: the seed is the same in all processes
            with seeded(number(self.recipe.seed, MIXING, self.step)):
                inputs, targets = self.mixing(inputs, labels)
        with autocast(device):
            logits = self.parallel(inputs.contiguous(memory_format=torch.channels_last))
        loss = F.cross_entropy(logits.float(), targets)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.optimiser.step()
        return self.ranks.total(loss.detach()) / self.ranks.world

    def _targets(self, labels: Tensor) -> Tensor:
        return soft_targets(labels, self.classes, self.recipe.mixup.label_smoothing)

    def _measure(self, speed: float, waiting: float) -> None:
        """Add an entry to the log, and say it."""
        confusion, test_loss = self.tested()
        loss = float(self.total) / self.steps.epoch_steps
        self.check_finite(loss, test_loss)
        entry = {
            "epoch": self.step // self.steps.epoch_steps,
            "loss": loss,
            "test_loss": test_loss,
            "test_accuracy": float(confusion.trace() / confusion.sum()),
            "images_per_second": speed,
            "waiting": waiting,
            "seconds": self.seconds,
        }
        self.total = torch.zeros_like(self.total)
        self.log.append(entry)
        left = (self.last - self.step) / self.step * self.seconds
        self.ranks.say(
            f"{self.task.name}: epoch {entry['epoch']} of {self.recipe.epochs}, loss "
            f"{entry['loss']:.3f}, test accuracy {entry['test_accuracy']:.1%}, "
            f"{speed:.0f} images/s, {waiting:.0%} waiting, {left:.0f} s left"
        )

    def check_finite(self, *losses: float) -> None:
        """Refuse to go on with a network that is lost: no later step makes it finite again.

        Raises:
            ValueError: a loss is no finite number; the message says the remedy.
        """
        if not all(map(math.isfinite, losses)):
            epoch = -(-self.step // self.steps.epoch_steps)
            raise ValueError(
                f"{self.task.name}: the training diverged in epoch {epoch}, its loss is no number. "
                f"Lower --learning-rate, which is {self.recipe.learning_rate:g}, and give another "
                "--name: what this one holds was learned at that rate."
            )

    def tested(self) -> tuple[NDArray[np.int64], float]:
        """Return the confusion and the mean loss on the test images, see `parts.tested`."""
        return tested(self.network, self.test, self.classes, self.ranks)

    def _keep(self, busy: float) -> None:
        if self.ranks.first:
            checkpoint.write(
                self.task.folder,
                self._what(),
                {
                    "step": self.step,
                    "total": self.total,
                    "seconds": self.seconds + busy,
                    "log": self.log,
                    "network": self.network.state_dict(),
                    "optimiser": self.optimiser.state_dict(),
                },
            )

    def _resume(self) -> None:
        state = checkpoint.read(self.task.folder, self._what(), self.ranks.device)
        if state is not None:
            self.step, self.total = state["step"], state["total"]
            self.seconds, self.log = state["seconds"], state["log"]
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])

    def _what(self) -> dict[str, Any]:
        """What a checkpoint must have been written for."""
        tested = self.task.split.test.tolist()
        return {**asdict(self.recipe), "data": self.task.photos.digest, "tested": tested}
