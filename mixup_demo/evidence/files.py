"""The results that evaluations of the models have written, `models/results/NAME.json`."""

import json
from pathlib import Path
from typing import Any

from mixup_demo.results import FOLDER
from mixup_demo.texts.input_error import InputError

RESULTS = Path(__file__).resolve().parents[2] / "models" / FOLDER


def names(results: Path = RESULTS) -> tuple[str, ...]:
    """Return the names of the results there are, in the order of the alphabet."""
    return tuple(sorted(file.stem for file in results.glob("*.json")))


def read(name: object, results: Path = RESULTS) -> dict[str, Any]:
    """Return the results of one name: values, and the command, data and models they come from.

    Raises:
        InputError: "error.evidence", there are none of this name.
    """
    known = names(results)
    if name not in known:
        raise InputError("error.evidence", value=name, names=", ".join(known) or "–")
    content: dict[str, Any] = json.loads((results / f"{name}.json").read_text(encoding="utf-8"))
    return content
