"""Check your mixup: what goes wrong in practice, with numbers of the batch and settings at hand.

Each finding is a rule, what it amounts to here, and a remedy; its words are the page's. One that
the settings or the batch cause stands out, the others are good to know.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from timm.data.mixup import Mixup
from torchvision.transforms import v2

from mixup_demo.batches import trials
from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.expectation import larger_share, mixed_accuracy
from mixup_demo.batches.playing import CUTMIX
from mixup_demo.batches.results import Batch, Draws

#: processes of which the λ are shown
RANKS = 4
#: α above which it is called large: the paper's own range on ImageNet ends at 0.4, on CIFAR-10 it
#: takes 1 (section 3), and more only where labels are corrupted (section 3.4)
LARGE = 1.0


@dataclass(frozen=True)
class Finding:
    """One point of the list.

    Attributes:
        name: of its words.
        caused: whether settings or batch cause it.
        values: what its words are filled with.
    """

    name: str
    caused: bool
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Checked:
    """What is checked.

    Attributes:
        arguments: of timm's class.
        images: before mixing, (N, 3, H, W), N even.
        labels: of the images, (N,).
        batch: after mixing.
        draws: λ of many such batches.
        given: how many images were chosen: N, or one more.
    """

    arguments: MixupArguments
    images: NDArray[np.float32]
    labels: NDArray[np.intp]
    batch: Batch
    draws: Draws
    given: int


def check(at: Checked) -> list[Finding]:
    """Return all findings, those that are caused here first."""
    found = [*_of_the_batch(at), *_of_the_targets(at), *_of_lambda(at), *_of_training(at)]
    return sorted(found, key=lambda finding: not finding.caused)


def _of_the_batch(at: Checked) -> Iterator[Finding]:
    size = len(at.labels)
    odd = at.given % 2 == 1
    error = trials.odd(at.arguments, at.given if odd else size - 1)
    yield Finding("odd", odd, {"n": str(at.given), "error": error})
    flip = int((at.labels == at.labels[::-1]).sum())
    roll = int((at.labels == np.roll(at.labels, 1)).sum())
    values = {"n": str(size), "flip": str(flip), "roll": str(roll)}
    yield Finding("same", flip > 0, values)
    yield Finding("one", False, {"error": trials.odd(at.arguments, 1)})
    words = {"timm": trials.bytes_into(Mixup), "torchvision": trials.bytes_into(v2.MixUp)}
    yield Finding("uint8", False, words)
    yield from _variance(at)


def _variance(at: Checked) -> Iterator[Finding]:
    """Yield how much less images differ once they are mixed, which BatchNorm takes for all."""
    clean, mixed = (float(images.std(axis=0).mean()) for images in (at.images, at.batch.images))
    values = {"clean": f"{clean:.3f}", "mixed": f"{mixed:.3f}"}
    yield Finding("batchnorm", at.arguments.mixup_alpha > 0 and mixed < clean, values)


def _of_the_targets(at: Checked) -> Iterator[Finding]:
    own = at.arguments
    off = own.label_smoothing / own.num_classes
    values = {
        "smoothing": f"{own.label_smoothing:g}",
        "on": f"{1 - own.label_smoothing + off:.4g}",
        "off": f"{off:.2g}",
        "classes": str(own.num_classes),
    }
    yield Finding("smoothing", own.label_smoothing > 0, values)
    shape = " × ".join(map(str, trials.broadcast(at.labels.tolist())))
    yield Finding("integers", False, {"n": str(len(at.labels)), "shape": shape})
    yield Finding("loss", own.active)


def _of_lambda(at: Checked) -> Iterator[Finding]:
    own = at.arguments
    both = own.mixup_alpha > 0 and own.cutmix > 0
    cut = own.prob * (own.switch_prob if both else float(own.cutmix > 0))
    mixed = own.prob * own.active - cut
    values = {
        name: f"{100 * share:.0f}"
        for name, share in (("mixup", mixed), ("cutmix", cut), ("none", 1 - mixed - cut))
    }
    yield Finding("prob", both or own.prob < 1, values)
    words = {"timm": trials.no_alpha(Mixup), "torchvision": trials.no_alpha(v2.MixUp)}
    yield Finding("zero", own.mixup_alpha == 0, words)
    less = f"{100 * (1 - larger_share(own.mixup_alpha)):.0f}"
    large = own.mixup_alpha > LARGE
    yield Finding("large", large, {"alpha": f"{own.mixup_alpha:g}", "less": less})
    yield from _boxes(at)
    if own.active:
        lam = trials.ranks(own, at.images, at.labels, RANKS)
        values = {"lam": ", ".join(f"{value:.2f}" for value in lam), "ranks": str(RANKS)}
        yield Finding("ddp", own.mode == "batch", values)


def _boxes(at: Checked) -> Iterator[Finding]:
    cut = at.draws.operation == CUTMIX
    if cut.any():
        asked, used = at.draws.asked[cut].mean(), at.draws.lam[cut].mean()
        values = {"asked": f"{asked:.3f}", "used": f"{used:.3f}", "n": f"{cut.sum():,}"}
        name = "clipped" if at.arguments.correct_lam else "uncorrected"
        yield Finding("minmax" if at.arguments.cutmix_minmax else name, True, values)


def _of_training(at: Checked) -> Iterator[Finding]:
    own = at.arguments
    if own.cutmix > 0:  # whose λ are those of its boxes
        reached = float(np.maximum(at.draws.lam, 1 - at.draws.lam).mean())
    else:
        reached = mixed_accuracy(own.mixup_alpha, own.prob)
    yield Finding("accuracy", own.active, {"accuracy": f"{100 * reached:.0f}"})
    yield Finding("schedule", False)
