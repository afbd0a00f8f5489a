"""The thousand classes of ImageNet-1k: short names, all different, and what else they go by."""

from collections import Counter
from functools import cache

from timm.data.imagenet_info import ImageNetInfo

from mixup_demo.models.spec import ClassList

IMAGENET, THOUSAND = "imagenet-1k", 1000

#: label -> name, where two classes are described by the same word alone
APART = {134: "crane (bird)", 517: "crane (machine)"}


@cache
def imagenet() -> ClassList:
    """Return the classes in the order of the labels.

    A class goes by the first synonym of its description in timm that no other class begins with,
    whatever the case of its letters; the others are its synonyms.
    """
    described = [description.split(", ") for description in _descriptions()]
    taken = Counter(words[0].casefold() for words in described)
    names = [APART.get(label, _own(words, taken)) for label, words in enumerate(described)]
    others = [
        tuple(word for word in words if word != name)
        for name, words in zip(names, described, strict=True)
    ]
    return ClassList(IMAGENET, tuple(names), tuple(others))


@cache
def synsets() -> tuple[str, ...]:
    """Return WordNet's numbers of the classes, by which files name them, in the same order."""
    info = ImageNetInfo(IMAGENET)
    return tuple(info.index_to_label_name(label) for label in range(THOUSAND))


def _descriptions() -> list[str]:
    info = ImageNetInfo(IMAGENET)
    return [info.index_to_description(label) for label in range(THOUSAND)]


def _own(words: list[str], taken: Counter[str]) -> str:
    """Return the first of a class's words that is no other class's first."""
    first, *rest = words
    if taken[first.casefold()] == 1:
        return first
    return next((word for word in rest if not taken[word.casefold()]), first)
