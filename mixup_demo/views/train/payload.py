"""A mixed batch as what the page shows: strips of images, λ, boxes, targets, findings."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.checks import Checked, check
from mixup_demo.batches.learning import EPOCHS, Epoch
from mixup_demo.batches.libraries import rules
from mixup_demo.batches.losses import losses
from mixup_demo.batches.results import OPERATIONS, Draws
from mixup_demo.images import gallery, thumbnails
from mixup_demo.models.comparisons import COMPARISONS
from mixup_demo.serving.encoding import figure_json
from mixup_demo.serving.services import Services
from mixup_demo.views.train.curves import accuracy_figure, loss_figure
from mixup_demo.views.train.figures import draws_figure
from mixup_demo.views.train.settings import FEWEST, MOST

#: example pairs whose photos are the opening batch
OPENING_PAIRS = 4
#: of the strips, as WebP: what is shown; all numbers are of the images themselves
QUALITY = 82


def opening() -> list[str]:
    """Return the keys of the photos of the opening batch."""
    return [key for pair in gallery.pairs()[:OPENING_PAIRS] for key in pair]


def pair(services: Services) -> str:
    """Return the comparison whose classes the images have: that of the example photos' classes.

    It is the bundled one also where a user's own pair opens the page, whose classes the photos need
    not have.
    """
    bundled = next(iter(COMPARISONS))
    return bundled if bundled in services.zoo.comparisons else services.zoo.default


def config(services: Services) -> dict[str, Any]:
    """Return what the view's script knows before any question."""
    known = {"opening": opening(), "fewest": FEWEST, "most": MOST, "pair": pair(services)}
    return {"train": known}


def batch_payload(at: Checked, names: Sequence[str], seed: int) -> dict[str, Any]:
    """Return a batch before and after, as other libraries mix it, and what is to be said of it.

    Args:
        at: the batch.
        names: of the classes that labels stand for.
        seed: of the other libraries' draws.
    """
    own, batch = at.arguments, at.batch
    even = _most_even(batch.lam)
    return {
        "given": at.given,
        "labels": [names[label] for label in at.labels],
        "before": strip(at.images),
        "after": strip(batch.images),
        "cells": [_cell(at, names, i) for i in range(len(at.labels))],
        "rules": [
            {
                "name": rule.name,
                "strip": strip(rule.images),
                "partner": rule.partner.tolist(),
                "lam": rule.lam.round(4).tolist(),
            }
            for rule in rules(at.images, own.mixup_alpha, own.cutmix, seed)
        ],
        "findings": [asdict(finding) for finding in check(at)],
        "losses": [asdict(loss) for loss in losses(batch.targets[even])],
        "lossy": even,
    }


def _most_even(lam: NDArray[np.float64]) -> int:
    """Return the index of the image whose λ is nearest one half."""
    return int(np.abs(lam - 0.5).argmin())


def _cell(at: Checked, names: Sequence[str], i: int) -> dict[str, Any]:
    """Return what is said of one mixed image; its box as shares of the image."""
    batch, (height, width) = at.batch, at.images.shape[2:]
    partner = int(batch.partner[i])
    shown = list(dict.fromkeys((int(at.labels[i]), int(at.labels[partner]))))
    target = batch.targets[i]
    top, bottom, left, right = batch.boxes[i] / (height, height, width, width)
    return {
        "partner": partner,
        "operation": OPERATIONS[batch.operation[i]],
        "asked": round(float(batch.asked[i]), 4),
        "lam": round(float(batch.lam[i]), 4),
        "box": [round(float(end), 4) for end in (top, bottom, left, right)],
        "target": [[names[k], round(float(target[k]), 4)] for k in shown],
        "rest": round(float(target.sum() - target[shown].sum()), 4),
        "others": len(target) - len(shown),
    }


def strip(images: NDArray[np.float32]) -> str:
    """Return images (N, 3, H, W) side by side in one picture, as a data URI."""
    row = np.concatenate(list(images), axis=2).transpose(1, 2, 0)
    return thumbnails.data_uri(np.rint(row * 255).astype(np.uint8), QUALITY)


def draws_payload(arguments: MixupArguments, draws: Draws) -> dict[str, Any]:
    """Return the λ of many batches as a figure, and in how many images each operation was used."""
    counts = [int((draws.operation == code).sum()) for code in range(len(OPERATIONS))]
    return {
        "batches": draws.batches,
        "images": len(draws.lam),
        "counts": dict(zip(OPERATIONS, counts, strict=True)),
        "figure": figure_json(draws_figure(arguments, draws)),
    }


def learning_payload(epochs: Sequence[Epoch]) -> dict[str, Any]:
    """Return the curves of a small training, and where both models stand after its last epoch."""
    last = epochs[-1]
    shares = {
        "mixed": last.accuracy["mixup"]["learned"],
        "ceiling": last.ceiling,
        "clean": last.accuracy["mixup"]["clean"],
        "test": last.accuracy["mixup"]["test"],
        "erm": last.accuracy["erm"]["test"],
    }
    return {
        "done": len(epochs) == EPOCHS,
        "epoch": len(epochs),
        "epochs": EPOCHS,
        "shares": shares,
        "accuracy": figure_json(accuracy_figure(epochs)),
        "loss": figure_json(loss_figure(epochs)),
    }
