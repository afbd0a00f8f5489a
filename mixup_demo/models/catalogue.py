"""The models that a page offers: those that are bundled, ImageNet's, and its user's own pairs."""

from collections.abc import Sequence
from pathlib import Path

from mixup_demo.models import zoo
from mixup_demo.models.pretrained import imagenet
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.own import own_pair
from mixup_demo.models.zoo import Zoo

#: of a user's own pair: LEFT and RIGHT, and what the page calls them, nothing for their own names
Pair = tuple[Sequence[str], Sequence[str]]


def page_zoo(
    pairs: Sequence[Pair] = (),
    folder: Path = zoo.MODELS,
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
    for sources, labels in pairs:
        found = own_pair(sources, {**known, **others}, shared, labels)
        others |= found.models
        own[found.name] = {name: name for name in found.models}
    comparisons = {**own, **zoo.COMPARISONS, **imagenet.COMPARISONS}
    return Zoo(folder, others.values(), comparisons)
