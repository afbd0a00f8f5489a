"""The training loop: one code path for ERM (α = 0), mixup and CutMix."""

import json
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from tqdm import tqdm

from mixup_demo.models.devices import fast_dtype
from mixup_demo.models.networks import WhitenedConvNet, build
from mixup_demo.training.batches import epoch_batches, steps_per_epoch, stream
from mixup_demo.training.data import Dataset, fingerprint
from mixup_demo.training.diverging import check_finite
from mixup_demo.training.recipe import Recipe
from mixup_demo.training.states import read_state
from mixup_demo.training.subset import measured_set, training_set

EVALUATION_BATCH = 500
TRAINING_IMAGES_MEASURED = 10_000
#: what a checkpoint holds, beside the data's fingerprint, which older ones lack
STATE = ("recipe", "log", "network", "optimiser", "schedule")


@dataclass(frozen=True)
class Run:
    """A finished training.

    Attributes:
        network: trained weights, evaluation mode, on the CPU.
        log: an entry a measured epoch: epoch, loss (nat), train_error and test_error (shares;
            10,000 training images at most, as they are, with the labels that are trained on; for
            test images, what `measured_set` gives), seconds (since the start, all resumed parts
            added up).
    """

    network: nn.Module
    log: list[dict[str, float]]


def train(recipe: Recipe, data: Dataset, folder: Path, device: torch.device) -> Run:
    """Train one model, resuming from `folder` where an earlier call was stopped.

    After every measured epoch the state goes to ``checkpoint.pt`` (replaced atomically) and the log
    to ``log.jsonl``. All randomness is derived from (seed, epoch), so a run that was killed at any
    moment and started again sees what it would have seen, and ends with the weights that it would
    have had, but for rounding: other processors and numbers of threads add sums in other orders.

    Args:
        folder: where this run keeps its state; one folder a run.

    Raises:
        ValueError: `folder` holds the state of another recipe, of other data, or a damaged one.
        DivergedError: the training diverged.
    """
    folder.mkdir(parents=True, exist_ok=True)
    trainer = _Trainer(recipe, data, device)
    log = trainer.resume(folder / "checkpoint.pt")
    for entry in log[-1:]:  # the state may be an older program's, which went on
        check_finite(recipe, int(entry["epoch"]), entry["loss"], folder)
    started = time.perf_counter() - (log[-1]["seconds"] if log else 0.0)
    total = recipe.epochs * trainer.steps
    first = int(log[-1]["epoch"]) + 1 if log else 0
    with tqdm(
        total=total, initial=first * trainer.steps, desc=recipe.name, unit="step", disable=None
    ) as bar:
        for epoch in range(first, recipe.epochs):
            loss = trainer.run_epoch(epoch, bar)
            if not measured(recipe, epoch):
                continue
            check_finite(recipe, epoch, loss, folder)
            errors = trainer.errors()
            seconds = time.perf_counter() - started
            log.append({"epoch": epoch, "loss": loss, **errors, "seconds": seconds})
            trainer.save(folder, log)
            bar.set_postfix({"epoch": epoch + 1, "loss": f"{loss:.3f}", **errors})
    return Run(trainer.network.eval().cpu(), log)


def measured(recipe: Recipe, epoch: int) -> bool:
    """Return whether errors are measured and the state is kept after an epoch (from 0)."""
    return (epoch + 1) % recipe.measure_every == 0 or epoch + 1 == recipe.epochs


class _Trainer:
    """Network, optimiser, schedule and resident data of one run."""

    def __init__(self, recipe: Recipe, data: Dataset, device: torch.device) -> None:
        self.recipe, self.device = recipe, device
        torch.backends.cudnn.benchmark = True  # all batches are of one shape
        self.data = fingerprint(data)
        self.n_classes = len(data.classes)
        learned = training_set(recipe, data)
        self.images, self.labels = learned.images.to(device), learned.labels.to(device)
        tested, test_labels = measured_set(recipe, data)
        self.test_images, self.test_labels = tested.to(device), test_labels.to(device)
        self.steps = steps_per_epoch(recipe, len(self.labels))
        self.network = (
            _initial_network(recipe, learned.images, self.n_classes)
            .to(device)
            .to(memory_format=torch.channels_last)
        )
        self.optimiser = sgd(
            self.network, recipe.learning_rate, recipe.momentum, recipe.weight_decay
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda step: rate(recipe.schedule, step / (recipe.epochs * self.steps))
        )

    def run_epoch(self, epoch: int, bar: tqdm) -> float:  # type: ignore[type-arg]
        """Train for one epoch; return the mean loss in nat."""
        self.network.train()
        # dropout draws from torch's global generator, the only one it can use
        torch.manual_seed(self.recipe.seed * 100_003 + epoch)
        total = torch.zeros((), device=self.device)
        for inputs, targets in epoch_batches(
            self.recipe, epoch, self.images, self.labels, self.n_classes
        ):
            with autocast(self.device):
                logits = self.network(inputs)
            loss = F.cross_entropy(logits.float(), targets)
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            self.optimiser.step()
            self.schedule.step()
            total += loss.detach()
            bar.update()
        return float(total) / self.steps

    def errors(self) -> dict[str, float]:
        """Return the shares of wrong answers, on 10,000 training images and on all test images.

        Of more training images every k-th of each label counts, in whatever order they come.
        """
        step = math.ceil(len(self.labels) / TRAINING_IMAGES_MEASURED)
        seen = self.labels.argsort(stable=True)[::step]
        return {
            "train_error": error_rate(self.network, self.images[seen], self.labels[seen]),
            "test_error": error_rate(self.network, self.test_images, self.test_labels),
        }

    def save(self, folder: Path, log: list[dict[str, float]]) -> None:
        """Write checkpoint and log; a kill in between leaves the older checkpoint whole."""
        state = {
            "recipe": self.recipe.as_dict(),
            "data": self.data,
            "log": log,
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
        }
        draft = folder / "checkpoint.part"
        torch.save(state, draft)
        draft.replace(folder / "checkpoint.pt")
        lines = "".join(json.dumps(entry) + "\n" for entry in log)
        (folder / "log.jsonl").write_text(lines, encoding="utf-8")

    def resume(self, checkpoint: Path) -> list[dict[str, float]]:
        """Load the state an earlier run left, if there is one; return its log."""
        if not checkpoint.exists():
            return []
        state = read_state(checkpoint, self.device, STATE)
        if Recipe(**state["recipe"]) != self.recipe:
            raise ValueError(
                f"{checkpoint} was written by another recipe: {state['recipe']}. "
                "Delete its folder, or give the recipe another name."
            )
        if state.get("data", self.data) != self.data:  # older checkpoints do not say
            raise ValueError(
                f"{checkpoint} was written with other images or another split of them. Give that "
                "data again, delete the checkpoint's folder, or name another one by --runs."
            )
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.schedule.load_state_dict(state["schedule"])
        return list(state["log"])


def _initial_network(recipe: Recipe, images: Tensor, n_classes: int) -> nn.Module:
    """Build the network from the recipe's seed; fit a whitening layer to the first images."""
    torch.manual_seed(recipe.seed)
    network = build(recipe.architecture, n_classes, recipe.dropout)
    if isinstance(network, WhitenedConvNet):
        chosen = torch.from_numpy(stream(recipe, "order").permutation(len(images))[:5000])
        network.fit_whitening(images[chosen].float() / 255)
    return network


def sgd(network: nn.Module, rate: float, momentum: float, decay: float) -> torch.optim.Optimizer:
    """Return SGD with Nesterov momentum; biases and norms are not decayed."""
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    groups = [
        {"params": [p for p in trained if p.ndim > 1], "weight_decay": decay},
        {"params": [p for p in trained if p.ndim <= 1], "weight_decay": 0.0},
    ]
    return torch.optim.SGD(groups, lr=rate, momentum=momentum, nesterov=momentum > 0)


def rate(schedule: str, progress: float) -> float:
    """Return the learning rate as a share of its peak, `progress` running from 0 to 1.

    Raises:
        ValueError: the schedule is not one of "triangle", "steps" and "cosine".
    """
    if schedule == "triangle":
        return min(0.2 + 4 * progress, (1 - progress) / 0.8) if progress < 1 else 0.0
    if schedule == "steps":
        return 0.1 ** ((progress >= 0.5) + (progress >= 0.75))
    if schedule == "cosine":
        return 0.5 * (1 + math.cos(math.pi * progress))
    raise ValueError(f"A schedule is 'triangle', 'steps' or 'cosine', not {schedule!r}.")


def autocast(device: torch.device, wanted: bool = True) -> torch.autocast:
    """Return bf16 autocast where the hardware gains from it, else a context that does nothing."""
    gains = fast_dtype(device) == torch.bfloat16
    return torch.autocast(device.type, torch.bfloat16, enabled=wanted and gains)


def _chunks(images: Tensor, labels: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    return zip(images.split(EVALUATION_BATCH), labels.split(EVALUATION_BATCH), strict=True)


@torch.no_grad()
def error_rate(network: nn.Module, images: Tensor, labels: Tensor, fast: bool = True) -> float:
    """Return the share of uint8 images (N, 3, H, W) whose most probable class is not the label.

    Args:
        fast: compute in bf16 where the hardware gains from it, as training does; else in fp32.
    """
    network.eval()
    wrong = 0
    for some_images, some_labels in _chunks(images, labels):
        inputs = (some_images.float() / 255).contiguous(memory_format=torch.channels_last)
        with autocast(images.device, fast):
            answers = network(inputs).argmax(1)
        wrong += int((answers != some_labels).sum())
    return wrong / len(labels)
