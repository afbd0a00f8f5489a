"""A user's own pair: two folders, models of the Hub, or names of the zoo."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path, PurePath, PurePosixPath
from typing import NamedTuple

from mixup_demo.models.pretrained.config import CONFIG, WEIGHTS, Config, read_config
from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.folder import spec_of
from mixup_demo.models.pretrained.hub import HubFile
from mixup_demo.models.pretrained.shown import colour_of, label_of
from mixup_demo.models.spec import ClassList, Comparison, ModelSpec, Preprocessing, comparable
from mixup_demo.texts.input_error import InputError

HUB = "hf-hub:"
#: what stands in the keys of the page's texts where a model's name does: the two methods, as the
#: folders of a training are called as well, and what a card says
RESERVED = ("erm", "mixup", "card")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")


class Side(NamedTuple):
    """One of the two: a folder with its config, or a model that is known."""

    folder: Path | None
    config: Config | None
    model: ModelSpec | None

    @property
    def classes(self) -> ClassList:
        """What it answers."""
        return self.config.classes if self.config else self.known.classes

    @property
    def known(self) -> ModelSpec:
        """The model, of a side that is one."""
        if self.model is None:
            raise ValueError("This side is a folder.")
        return self.model

    @property
    def label(self) -> str | None:
        """What the page calls it: as its config says, or as an earlier pair of the user's did."""
        return self.config.label if self.config else self.known.provenance.get("label")

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """The heights and widths that it may be asked at."""
        return self.config.sizes if self.config else (self.known.input_size,)

    @property
    def rule(self) -> Preprocessing:
        """How it wants pictures cut."""
        if self.config is None:
            return self.known.preprocessing
        return Preprocessing(self.config.crop, self.config.interpolation)


def own_pair(
    sources: Sequence[str],
    models: Mapping[str, ModelSpec],
    downloads: Downloads,
    labels: Sequence[str] = (),
    colours: Sequence[str] = (),
) -> Comparison:
    """Return the two models of a pair, checked: of the same classes and size, their weights whole.

    Both are shown pictures that are cut by the left one's rule, at the largest size that both take;
    mean and standard deviation are each one's own.

    Args:
        sources: LEFT and RIGHT, each a folder, "hf-hub:owner/name" or a name of `models`.
        models: those that are there.
        downloads: fetches what is on the Hub.
        labels: what the page calls the two; without them the configs' own labels, or their names,
            which also stand in for two labels that are alike.
        colours: of their marks, "#rrggbb"; without them the configs' own, or the page's.

    Raises:
        InputError: the first check that fails.
    """
    known = {model.classes.id: model.classes for model in models.values()}
    sides = [_side(source, models, known.values(), downloads) for source in sources]
    _check_alike(sources, sides)
    size = max(set(sides[0].sizes) & set(sides[1].sizes))
    names = _names(sources, sides, models)
    said, marks = _labels(sides, names, labels), _colours(sides, colours)
    built = [
        _coloured(_built(side, name, size, sides[0].rule, label), colour)
        for side, name, label, colour in zip(sides, names, said, marks, strict=True)
    ]
    if not comparable(*built):
        raise InputError("error.own.cut", left=sources[0], right=sources[1])
    return Comparison(":".join(names), dict(zip(names, built, strict=True)))


def _side(
    source: str,
    models: Mapping[str, ModelSpec],
    known: Iterable[ClassList],
    downloads: Downloads,
) -> Side:
    if source in models:
        return Side(None, None, models[source])
    if source.startswith(HUB):
        folder = _snapshot(source, downloads)
    elif Path(source).expanduser().is_dir():
        folder = Path(source).expanduser()
    else:
        raise InputError("error.own.source", value=source)
    return Side(folder, read_config(folder, source, known), None)


def hub_files(source: str) -> list[HubFile]:
    """Return the two files of a model on the Hub, "hf-hub:owner/name" or "…@revision".

    Raises:
        InputError: "error.own.source", this is no such name.
    """
    repo, _, revision = source.removeprefix(HUB).partition("@")
    if not _REPOSITORY.fullmatch(repo):
        raise InputError("error.own.source", value=source)
    return [HubFile(source, repo, file, revision or "main") for file in (CONFIG, WEIGHTS)]


def _snapshot(source: str, downloads: Downloads) -> Path:
    """Return the folder of the Hub's cache that holds a model's files, fetched if need be."""
    config, _ = [downloads.path(file) for file in hub_files(source)]
    return config.parent


def _check_alike(sources: Sequence[str], sides: Sequence[Side]) -> None:
    left, right = (side.classes.names for side in sides)
    if len(left) != len(right):
        raise InputError("error.own.count", left=len(left), right=len(right))
    if left != right:
        pairs = enumerate(zip(left, right, strict=True))
        number = next(k for k, (one, two) in pairs if one != two)
        raise InputError("error.own.order", number=number, left=left[number], right=right[number])
    if not set(sides[0].sizes) & set(sides[1].sizes):
        said = ["/".join(f"{h} × {w}" for h, w in side.sizes) for side in sides]
        raise InputError("error.own.size", left=said[0], right=said[1])
    if sources[0] == sources[1]:
        raise InputError("error.pair.same", value=":".join(sources), model=sources[0])


def _names(
    sources: Sequence[str], sides: Sequence[Side], models: Mapping[str, ModelSpec]
) -> list[str]:
    """Return names for links, each of one model alone, and none of `RESERVED`."""
    found: list[str] = []
    for source, side in zip(sources, sides, strict=True):
        if side.model:
            found.append(side.model.name)
            continue
        taken = {*models, *RESERVED, *found}
        found.append(next(name for name in _possible_names(source) if name not in taken))
    return found


def _possible_names(source: str) -> Iterator[str]:
    """Yield what a folder or repository is called, then with what holds it, then with numbers."""
    path: PurePath
    if source.startswith(HUB):
        path = PurePosixPath(source.removeprefix(HUB).partition("@")[0])
    else:
        path = Path(os.path.abspath(Path(source).expanduser()))  # noqa: PTH100 - links keep theirs
    own, holder = (re.sub(r"[^\w.-]+", "-", part) for part in (path.name, path.parent.name))
    yield own or "model"
    longer = f"{holder}-{own}" if holder and own else own or "model"
    yield longer
    yield from (f"{longer}-{number}" for number in count(2))


def _labels(sides: Sequence[Side], names: Sequence[str], given: Sequence[str]) -> list[str]:
    """Return what the page calls the two: as it was given, else by their configs or names.

    Raises:
        InputError: "error.own.label", a given one is too long or empty; "error.own.labels", the
            given ones are alike.
    """
    if given:
        said = [label_of(label) for label in given]
        if len(set(said)) < len(said):
            raise InputError("error.own.labels", value=said[0])
        return said
    said = [side.label or name for side, name in zip(sides, names, strict=True)]
    # as of two trainings that differ in their seed alone, whose labels say what was mixed
    return said if len(set(said)) == len(said) else list(names)


def _colours(sides: Sequence[Side], given: Sequence[str]) -> list[str | None]:
    """Return the colours of the two's marks: as they were given, else of their configs."""
    if given:
        return [colour_of(colour) for colour in given]
    return [side.config.colour if side.config else None for side in sides]


def _built(
    side: Side, name: str, size: tuple[int, int], rule: Preprocessing, label: str
) -> ModelSpec:
    if side.folder is None or side.config is None:
        known = side.known.provenance
        # a trained model of this package has no label: its name in words comes from its recipe
        named = {"label": label} if label != known.get("label", name) else {}
        return replace(side.known, provenance={**known, **named})
    return spec_of(side.folder, side.config, name, size, rule, label)


def _coloured(model: ModelSpec, colour: str | None) -> ModelSpec:
    if colour is None:
        return model
    return replace(model, provenance={**model.provenance, "colour": colour})
