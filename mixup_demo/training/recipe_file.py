"""Recipes that users write, JSON with the fields of `Recipe`: what each field may hold, as data."""

import json
import math
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mixup_demo.models.networks import ARCHITECTURES
from mixup_demo.training.data import SIZE
from mixup_demo.training.recipe import SCHEDULES, Recipe


class Rule(NamedTuple):
    """What a field may hold.

    Attributes:
        said: the rule in words, which go on from "must be".
        holds: whether a value of JSON obeys it.
    """

    said: str
    holds: Callable[[Any], bool]


def _number(low: float, high: float = math.inf, above: bool = False, whole: bool = False) -> Rule:
    """Return the rule of a finite number from `low`, or only above it, to `high`."""
    kinds = int if whole else (int, float)

    def holds(value: Any) -> bool:
        if isinstance(value, bool) or not isinstance(value, kinds):  # True is an int in Python
            return False
        return low <= value <= high and value < math.inf and not (above and value == low)

    kind = "a whole number" if whole else "a number"
    end = "" if high == math.inf else f" and at most {high:,g}"
    return Rule(f"{kind} {'above' if above else 'of at least'} {low:g}{end}", holds)


def _whole(low: int, high: float = math.inf) -> Rule:
    return _number(low, high, whole=True)


def _one_of(names: Collection[str]) -> Rule:
    return Rule(
        f"one of {', '.join(names)}", lambda value: isinstance(value, str) and value in names
    )


def _or_null(rule: Rule) -> Rule:
    return Rule(f"{rule.said}, or null", lambda value: value is None or rule.holds(value))


NAME = Rule(
    "the name of a file: letters, digits, '-', '_' and '.', of which none is in front",
    lambda value: isinstance(value, str) and re.fullmatch(r"[\w-][\w.-]*", value) is not None,
)
SWITCH = Rule("true or false", lambda value: isinstance(value, bool))
SHARE = _number(0, 1)

#: field of `Recipe` -> what it may hold; what depends on the images is checked beside these
RULES: Mapping[str, Rule] = {
    "name": NAME,
    "architecture": _one_of(ARCHITECTURES),
    "alpha": _number(0),
    "cutmix_alpha": _number(0),
    "lambda_per_sample": SWITCH,
    "mix_labels": SWITCH,
    "epochs": _whole(1),
    "seed": _whole(0, 2**31 - 1),
    "train_images": _or_null(_whole(1)),
    "held_out": _whole(0),
    "corruption": SHARE,
    "dropout": SHARE,
    "label_smoothing": SHARE,
    "batch_size": _whole(1),
    "learning_rate": _number(0, above=True),
    "momentum": SHARE,
    "weight_decay": _number(0),
    "schedule": _one_of(SCHEDULES),
    "crop_padding": _whole(0, min(SIZE) - 1),  # a border reflects less than the image itself
    "flip": SWITCH,
    "measure_every": _whole(1),
}


def read_recipe(path: Path) -> Recipe:
    """Return the recipe in a JSON file with the fields of `Recipe`; those left out have defaults.

    Raises:
        ValueError: it is no such file, or a field breaks its rule.
        OSError: it cannot be read.
    """
    values = _object(path)
    if "name" not in values:
        raise ValueError(
            f'{path}: a recipe must have a name, but this one has none. Add for example "name": '
            '"mine".'
        )
    for name, value in values.items():
        _check(path, name, value)
    return Recipe(**values)


def _check(path: Path, name: str, value: Any) -> None:
    if name not in RULES:
        raise ValueError(
            f"{path}: a recipe has no unknown fields, but this one has {name!r}. Leave it out, or "
            f"choose one of {', '.join(RULES)}."
        )
    if not RULES[name].holds(value):
        shown = json.dumps(value, ensure_ascii=False)
        raise ValueError(
            f"{path}: {name} must be {RULES[name].said}, but is {shown}. Change it there."
        )


def _object(path: Path) -> dict[str, Any]:
    """Return the one JSON object in a file.

    Raises:
        ValueError: it holds something else.
        OSError: it cannot be read.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no UTF-8, or no JSON: of the latter it says line and column
        raise ValueError(
            f'{path}: a recipe must be JSON, such as {{"name": "mine"}}, but is not ({error}). '
            "Correct it there."
        ) from error
    if not isinstance(values, dict):
        raise ValueError(
            f'{path}: a recipe must be one JSON object, such as {{"name": "mine"}}, but is a '
            f"{type(values).__name__}. Put its fields in braces."
        )
    return values
