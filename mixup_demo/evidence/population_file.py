"""Reading the results file "population": one line or plane among many."""

import csv
import io
import json
import logging
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from mixup_demo.evidence import files as evidence
from mixup_demo.evidence import rules
from mixup_demo.results import PAIRS, PlaneMeasures, Smoothness
from mixup_demo.texts.input_error import InputError

_LOG = logging.getLogger(__name__)

NAME = "population"
#: the results file on how far networks agree that differ in their seed
SEEDS = "agreement"
#: the results file of the same models at equal calibration
EQUAL = "equal_calibration"

MODELS = ("erm", "mixup")

#: measures that are larger where an answer is smoother; all others are smaller
LARGER = frozenset({"boundary_thickness", "adversarial_thickness"})

#: measures of planes; all others are of pairs
OF_PLANES = frozenset(field.name for field in fields(PlaneMeasures))

#: in which measures are shown; the file has them in the order of the alphabet
ORDER = (
    *(field.name for field in fields(Smoothness)),
    "adversarial_thickness",
    *(field.name for field in fields(PlaneMeasures)),
)

DIGITS = 4

#: by model, values by measure; None where it has none
Marks = Mapping[str, Mapping[str, float | None]]

KINDS = {"pair": "pairs", "plane": "planes"}
IMAGES = ("image_a", "image_b", "image_c")
AGREEMENT = "agreement"


def read(results: Path = evidence.RESULTS) -> dict[str, Any]:
    """Return the file "population" from a folder of results.

    Raises:
        InputError: "error.population.missing", it has not been measured yet, or is damaged.
    """
    content = _content(results / f"{NAME}.json")
    if not content:
        raise InputError("error.population.missing")
    return content


def read_of(digests: Collection[str], results: Path = evidence.RESULTS) -> dict[str, Any] | None:
    """Return the file "population" of the models with these digests, None if there is none.

    It is the bundled models' or that of a pair that a user has measured.

    Args:
        digests: of the two models' weights.
        results: the folder of results.
    """
    files = [results / f"{NAME}.json", *sorted(results.glob(f"{PAIRS}/*/{NAME}.json"))]
    return next((one for one in map(_content, files) if one and is_of(digests, one)), None)


def _content(file: Path) -> dict[str, Any]:
    """Return what a file holds, which nobody may change; nothing where it cannot be read.

    Where there is one, the log says so.
    """
    try:
        known = file.stat()
        return _parsed(file, known.st_mtime_ns, known.st_size)
    except FileNotFoundError:
        return {}
    except OSError as error:
        _LOG.error("%s cannot be read (%s). Make it readable, or delete it.", file, error.strerror)
        return {}


@lru_cache(maxsize=32)
def _parsed(file: Path, changed: int, size: int) -> dict[str, Any]:
    """Return what this version of a file holds; nothing of a damaged one, which the log names."""
    with suppress(ValueError):
        content = json.loads(file.read_text("utf-8"))
        if isinstance(content, dict) and isinstance(content.get("models"), dict):
            return content
    _LOG.error("%s is damaged. Measure it again, or delete it.", file)
    return {}


def is_of(digests: Collection[str], content: Mapping[str, Any]) -> bool:
    """Return whether a file was measured with the models of these digests, and no others."""
    measured = content["models"].values()
    return len(measured) == len(digests) and all(
        any(digest.startswith(start) for digest in digests) for start in measured
    )


def sides(content: Mapping[str, Any]) -> dict[str, str]:
    """Return the models' names by role: of a user's pair, the left one is "erm"."""
    return dict(zip(MODELS, content.get("pair", content["models"]), strict=True))


def part(results: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return what a name stands for, as the file holds it.

    Args:
        results: the file "population".
        name: "all" for the whole file, "pairs", "planes", or a measure.

    Raises:
        InputError: "error.population", there is nothing of this name.
    """
    kinds = {kind: of for kind in KINDS.values() if (of := results["values"][kind])}
    singles = {key: one for of in kinds.values() for key, one in of["measures"].items()}
    parts: dict[str, Mapping[str, Any]] = {"all": results, **kinds, **singles}
    if name not in parts:
        raise InputError("error.population", value=name, names=", ".join(parts))
    return parts[name]


def measures(results: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what compares the two models, by measure: those of pairs, then those of planes.

    Each holds the values of "erm" and of "mixup", the mean "difference" mixup − ERM and its 95 %
    "interval". Without planes (data of two classes has none) there are those of pairs alone.

    Args:
        results: the file "population", as `read` gives it.
    """
    parts = (results["values"][kind] for kind in KINDS.values())
    found = {name: one for part in parts if part for name, one in part["measures"].items()}
    return {name: found[name] for name in ORDER if name in found}


def significant(value: float) -> float:
    """Return a number as the file holds it, with four significant digits."""
    return float(f"{value:.{DIGITS}g}")


def text_key(name: str) -> str:
    """Return the text key of a measure's name; ".unit" is beside it."""
    return f"plane.{name}" if name in OF_PLANES else f"measure.{name}"


def verdict(name: str, interval: Sequence[float]) -> str:
    """Return "better" where mixup is smoother in the whole interval, "worse", or else "open".

    Args:
        name: of the measure.
        interval: of the difference mixup − ERM.
    """
    return rules.verdict(interval, smaller_is_better=name not in LARGER)


def percentile(values: ArrayLike, value: float) -> float:
    """Return the percentile rank of a value among values (N,), 0 to 100.

    It is the share of values below, plus half the share of those that are equal, in per cent.

    Args:
        values: as the file holds them.
        value: rounded here as they are there, so that what was equal before still is.

    Raises:
        ValueError: there are no values.
    """
    others, value = np.asarray(values, float), significant(value)
    if not others.size:
        raise ValueError(
            "A percentile needs at least one value to compare with, but there is none."
        )
    return float(50 * ((others < value).mean() + (others <= value).mean()))


def population_csv(results: Mapping[str, Any]) -> str:
    """Return all single values as CSV, a row for each pair or plane and model.

    Columns: kind ("pair" or "plane"), its number from 0, the numbers of its test images, the
    model, and the measures. What a row has no value of is empty. Agreement is of both models.

    Args:
        results: the file "population", as `read` gives it.
    """
    present = {kind: results["values"][part] for kind, part in KINDS.items()}
    names = [name for part in present.values() if part for name in part["measures"]]
    columns = ("kind", "number", *IMAGES, "model", *names)
    text = io.StringIO()
    table = csv.DictWriter(text, columns, lineterminator="\n")
    table.writeheader()
    for kind, part in present.items():
        table.writerows(_rows(kind, part) if part else ())
    return text.getvalue()


def _rows(kind: str, part: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    columns = {
        model: {name: _values(one, model) for name, one in part["measures"].items()}
        for model in MODELS
    }
    images = {name: part[name] for name in IMAGES if name in part}
    for number in range(part["n"]):
        for model, measured in columns.items():
            yield {
                **{"kind": kind, "number": number, "model": model},
                **_nth({**images, **measured}, number),
            }


def _values(measure: Mapping[str, Any], model: str) -> Sequence[float]:
    values: Sequence[float] = measure[model] if model in measure else measure["values"]
    return values


def _nth(columns: Mapping[str, Sequence[float]], number: int) -> dict[str, float]:
    """Return the values in one row of columns, of which some are shorter."""
    return {name: rows[number] for name, rows in columns.items() if number < len(rows)}
