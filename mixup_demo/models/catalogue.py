"""The models that a page offers: those that are bundled, ImageNet's, and its user's own pairs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from mixup_demo.models.comparisons import COMPARISONS
from mixup_demo.models.manifest import MODELS
from mixup_demo.models.pretrained import imagenet
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.own import own_pair
from mixup_demo.models.spec import ModelSpec
from mixup_demo.models.temperature import AS_TRAINED
from mixup_demo.models.zoo import Zoo
from mixup_demo.results import FOLDER, PAIRS

#: the temperatures of users' pairs, in the folder of the models
MEASURED = f"{FOLDER}/{PAIRS}/*/calibration.json"


class Pair(NamedTuple):
    """A user's own pair, each part of the left and of the right model.

    Attributes:
        sources: folders, models of the Hub, or names.
        labels: what the page calls them; nothing for their own names.
        colours: of their marks; nothing for their own, or the page's.
    """

    sources: Sequence[str]
    labels: Sequence[str] = ()
    colours: Sequence[str] = ()


def page_zoo(
    pairs: Sequence[Pair] = (),
    folder: Path = MODELS,
    downloads: Downloads | None = None,
) -> Zoo:
    """Return all models of a page; the first of the user's own pairs opens it.

    Args:
        pairs: the user's own.
        folder: of the bundled models.
        downloads: fetches weights from the Hub.

    Raises:
        InputError: a pair of the user's cannot be compared, see `own_pair`.
        WeightsError: the bundled models are not there.
    """
    shared = downloads or Downloads()
    others = {model.name: model for model in imagenet.imagenet_models(shared)}
    known = Zoo(folder, others.values()).models
    own: dict[str, dict[str, str]] = {}
    for pair in pairs:
        models = {**known, **others}
        found = own_pair(pair.sources, models, shared, pair.labels, pair.colours)
        others |= calibrated(found.models, folder)
        own[found.name] = {name: name for name in found.models}
    comparisons = {**own, **COMPARISONS, **imagenet.COMPARISONS}
    return Zoo(folder, others.values(), comparisons)


def calibrated(models: Mapping[str, ModelSpec], folder: Path) -> dict[str, ModelSpec]:
    """Return models with the temperatures that ``evaluate --pair`` has fitted to these weights.

    Whatever they were called then, their digests count. What was measured of just these two goes
    before what was measured of one of them beside another. A model at which no temperature could be
    fitted gets none.

    Args:
        models: of a user's pair, the left one first.
        folder: of the bundled models, where results lie.
    """
    fits = [_fitted(models, file) for file in sorted(folder.glob(MEASURED))]
    found = dict(models)
    for fit in sorted(fits, key=len):
        for name, after in fit.items():
            found[name] = replace(
                found[name], temperature=after["temperature"], calibration_error=after["ece"]
            )
    return found


def _fitted(models: Mapping[str, ModelSpec], file: Path) -> dict[str, dict[str, float]]:
    """Return what one file says, by name, of those models whose weights it was measured with."""
    content = json.loads(file.read_text("utf-8"))
    return {
        name: content["values"][role]["after"]
        for role, measured in zip(("erm", "mixup"), content["pair"], strict=True)
        for name, model in models.items()
        if model.digest.startswith(content["models"][measured])
        and content["values"][role]["after"]["temperature"] != AS_TRAINED
    }
