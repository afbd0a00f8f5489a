"""What the config.json of a model's folder says, checked before anything is built from it.

The form is that of timm's `save_for_hf`, which its `local-dir:` and the Hub's models of timm use.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import timm

from mixup_demo.models.networks import ARCHITECTURES
from mixup_demo.models.pretrained import classes as imagenet
from mixup_demo.models.pretrained.shown import MAX_LETTERS, colour_of, is_text, label_of
from mixup_demo.models.spec import ClassList
from mixup_demo.texts.input_error import InputError

CONFIG, WEIGHTS = "config.json", "model.safetensors"
#: bytes of a config.json, classes of a model (a map of the plane holds their indices as 16-bit
#: numbers with a sign), pixels a side
MAX_BYTES, MAX_CLASSES, MIN_SIDE, MAX_SIDE = 8 * 2**20, 2**15, 8, 1024
#: the largest mean and deviation: beyond it, and below its inverse, fp32 has no room
MOST = 1e30

#: fields that name files, addresses or code elsewhere
ELSEWHERE = (
    *("url", "file", "state_dict", "hf_hub_id", "hf_hub_filename", "custom_load"),
    *("auto_map", "custom_pipelines", "trust_remote_code", "checkpoint_path", "cache_dir"),
    *("pretrained", "pretrained_cfg_overlay"),
)
#: arguments of a network that the loader gives itself
OURS = ("num_classes", "in_chans", "pretrained_cfg", "features_only", "scriptable", "exportable")
#: filters for shrinking that timm names, all others become bicubic, as timm's own choice is
Filter = Literal["hamming", "bilinear", "bicubic"]
FILTERS: Mapping[object, Filter] = {name: name for name in get_args(Filter)}


@dataclass(frozen=True)
class Config:
    """A checked config.json.

    Attributes:
        source: what the user calls the model, for sentences.
        architecture: a name of timm's, or of `networks.ARCHITECTURES`.
        arguments: of the network.
        classes: in the order of the logits.
        sizes: heights and widths that it may be asked at, in pixels; the stated one first.
        crop: share of the picture's centre that is kept.
        interpolation: filter for shrinking.
        mean, std: of each channel, images in [0, 1].
        label: what the page calls it, where the file says so.
        colour: of its marks, "#rrggbb", where the file says so.
        sha256: of the weights, where the file says so.
    """

    source: str
    architecture: str
    arguments: Mapping[str, Any]
    classes: ClassList
    sizes: tuple[tuple[int, int], ...]
    crop: float
    interpolation: Filter
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    label: str | None
    colour: str | None
    sha256: str | None


def read_config(folder: Path, source: str, known: Iterable[ClassList] = ()) -> Config:
    """Return what a folder's config.json says.

    Args:
        folder: that holds it.
        source: what the user calls the model, for sentences.
        known: class lists; a model with the same names in the same order has that list.

    Raises:
        InputError: "error.own...", something is missing, wrong, or names what is elsewhere.
    """
    whole = _content(folder, source)
    inner = whole.get("pretrained_cfg", whole)
    inner = inner if isinstance(inner, Mapping) else {}
    _refuse_elsewhere(source, (whole, inner))
    architecture = whole.get("architecture")
    if not isinstance(architecture, str) or not _is_known(architecture):
        raise InputError("error.own.architecture", source=source, value=str(architecture)[:40])
    label, colour, digest = (whole.get(field) for field in ("label", "colour", "sha256"))
    return Config(
        source,
        architecture,
        _arguments(source, whole.get("model_args", {})),
        _classes(source, {**inner, **whole}, known),
        _sizes(source, inner),
        _crop(inner),
        FILTERS.get(str(inner.get("interpolation")), "bicubic"),
        _three(source, inner, "mean", (0.485, 0.456, 0.406)),
        _three(source, inner, "std", (0.229, 0.224, 0.225)),
        label_of(label, source) if isinstance(label, str) else None,
        colour_of(colour, source) if isinstance(colour, str) else None,
        digest if isinstance(digest, str) else None,
    )


def _content(folder: Path, source: str) -> dict[str, Any]:
    path = folder / CONFIG
    if not path.is_file():
        raise InputError("error.own.file", source=source, file=CONFIG)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError(f"more than {MAX_BYTES:,} bytes")
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        if not isinstance(content, dict):
            raise ValueError("no JSON object")
    except (OSError, ValueError, RecursionError) as error:
        raise InputError("error.own.json", source=source, value=str(error)[:80]) from error
    return content


def _refuse_elsewhere(source: str, parts: Iterable[Mapping[str, Any]]) -> None:
    for part in parts:
        named = next((field for field in ELSEWHERE if part.get(field)), None)
        if named:
            raise InputError("error.own.elsewhere", source=source, field=named)


def _is_known(architecture: str) -> bool:
    return architecture in ARCHITECTURES or timm.is_model(architecture)


def _arguments(source: str, given: object) -> dict[str, Any]:
    """Return a network's arguments: numbers, words and lists of these."""
    arguments = dict(given) if isinstance(given, Mapping) else {}
    for name, value in arguments.items():
        plain = all(_is_plain(one) for one in (value if isinstance(value, list) else [value]))
        if name in (*ELSEWHERE, *OURS[2:]) or not plain:
            raise InputError("error.own.elsewhere", source=source, field=f"model_args.{name}")
    return {name: value for name, value in arguments.items() if name not in OURS}


def _is_plain(value: object) -> bool:
    return value is None or (
        isinstance(value, str | int | float | bool)
        and not (isinstance(value, str) and ({"/", "\\", ":"} & set(value)))
    )


def _classes(source: str, said: Mapping[str, Any], known: Iterable[ClassList]) -> ClassList:
    """Return the classes: named, or ImageNet's where there are a thousand without names."""
    names, count = said.get("label_names"), said.get("num_classes")
    if names is None and count == imagenet.THOUSAND:
        return imagenet.imagenet()
    if isinstance(names, Mapping):
        names = [names.get(str(index)) for index in range(len(names))]
    if not isinstance(names, list) or not _are_names(names, count):
        raise InputError(
            "error.own.classes",
            source=source,
            value="2+" if count is None else str(count)[:40],
            limit=MAX_LETTERS,
        )
    if tuple(names) == imagenet.synsets():
        return imagenet.imagenet()
    described = said.get("label_descriptions")
    described = described if isinstance(described, Mapping) else {}
    # a description lists synonyms; a name of its own may hold a comma, as "Springfield, IL" does
    first = {name: text.split(", ")[0] for name, text in described.items() if isinstance(text, str)}
    shown = tuple(first[name] if is_text(first.get(name)) else name for name in names)
    shown = shown if len(set(shown)) == len(shown) else tuple(names)
    same = (one for one in (*known, imagenet.imagenet()) if one.names == shown)
    return next(same, None) or ClassList(f"own-{_digest(shown)}", shown)


def _digest(names: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:8]


def _are_names(names: list[Any], count: object) -> bool:
    return (
        2 <= len(names) <= MAX_CLASSES
        and count in (None, len(names))
        and all(map(is_text, names))
        and len(set(names)) == len(names)
    )


def _sizes(source: str, inner: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    """Return the sizes: the stated one, and that for tests where the network takes others too."""
    fields = ["input_size"] if inner.get("fixed_input_size") else ["input_size", "test_input_size"]
    stated = [inner[field] for field in fields if inner.get(field) is not None]
    for size in stated or [None]:
        if not _is_size(size):
            raise InputError("error.own.input", source=source, value=str(size)[:40])
    return tuple(dict.fromkeys((size[1], size[2]) for size in stated))


def _is_size(size: object) -> bool:
    """Return whether this is a list of 3 channels, height and width."""
    if not isinstance(size, list) or len(size) != 3 or size[0] != 3:
        return False
    return all(isinstance(side, int) and MIN_SIDE <= side <= MAX_SIDE for side in size[1:])


def _crop(inner: Mapping[str, Any]) -> float:
    crop = inner.get("crop_pct")
    return float(crop) if isinstance(crop, int | float) and 0 < crop <= 1 else 1.0


def _three(
    source: str, inner: Mapping[str, Any], field: str, usual: tuple[float, float, float]
) -> tuple[float, float, float]:
    values = inner.get(field, usual)
    right = isinstance(values, list | tuple) and len(values) == 3
    if not right or not all(_is_number(value) for value in values):
        raise InputError("error.own.number", source=source, field=field)
    if field == "std" and min(values) < 1 / MOST:
        raise InputError("error.own.number", source=source, field=field)
    red, green, blue = values
    return float(red), float(green), float(blue)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -MOST <= value <= MOST
