"""Results files: their metadata, and how they are written."""

import json
import math
import re
from collections.abc import Sequence
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from mixup_demo.evaluation.answers import Material
from mixup_demo.models.manifest import WeightsError
from mixup_demo.models.spec import listed
from mixup_demo.training.export import hardware

PACKAGES = ("torch", "numpy", "scipy", "scikit-learn")
DECIMALS = 6

#: numbers from which on an array stands on one line of its file, instead of on a line each
LONG = 200
_NUMBER = r"(?:-?\d[-+.\de]*|null)"
_LONG_ARRAY = re.compile(rf"\[\s+(?:{_NUMBER},\s+){{{LONG - 1},}}{_NUMBER}\s+\]")


class Findings(NamedTuple):
    """What an evaluation found.

    Attributes:
        n: test images, or pairs of them, that it measured.
        models: names of all models it asked.
        values: as the file holds them.
    """

    n: int
    models: Sequence[str]
    values: dict[str, Any]


def record(name: str, findings: Findings, material: Material, command: str = "") -> dict[str, Any]:
    """Return the whole content of a file, ready for JSON.

    Args:
        name: of the evaluation.
        findings: its.
        material: what it measured.
        command: that does so again; without it that of the bundled models.
    """
    models = list(dict.fromkeys(findings.models))
    seeds = {material.recipe(model).seed for model in models if model in material.manifest}
    return {
        "name": name,
        "command": command or f"python -m mixup_demo.evaluate --only {name}",
        "data": material.data.name,
        "n": findings.n,
        "seeds": sorted(seeds),
        "random_seed": material.seed,
        "hardware": hardware(material.device),
        "precision": material.precision,
        "versions": {package: version(package) for package in PACKAGES},
        "date": datetime.now(timezone.utc).date().isoformat(),
        "models": {model: material.zoo.model(model).digest[:16] for model in models},
        "values": rounded(findings.values),
    }


def rounded(value: Any) -> Any:
    """Return values for JSON: numbers rounded, arrays as lists, None for what is no number."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [rounded(item) for item in value]
    if isinstance(value, float | np.floating):
        return round(float(value), DECIMALS) + 0.0 if math.isfinite(value) else None
    return value.item() if isinstance(value, np.generic) else value


def write(folder: Path, content: dict[str, Any]) -> tuple[Path, bool]:
    """Write a file of results, unless the one that is there differs in nothing but its date.

    Returns:
        The file, and whether it was written.

    Raises:
        WeightsError: the one that is there is of these models and of others as well: the page shows
            what it says of them.
    """
    path = folder / f"{content['name']}.json"
    if path.exists():
        there = json.loads(path.read_text(encoding="utf-8"))
        measured, wanted = (set(one.get("models", ())) for one in (content, there))
        if lost := sorted(wanted - measured):
            names = listed(tuple(lost))
            raise WeightsError(
                f"{path} holds results of {names} too, whose weights are missing here. "
                "Restore or train them, choose another folder with --models, or delete the file."
            )
        if {**there, "date": content["date"]} == content:
            return path, False
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False, allow_nan=False)
    draft = path.with_suffix(".part")  # what is stopped while it writes leaves the file whole
    draft.write_text(_LONG_ARRAY.sub(_on_one_line, text) + "\n", encoding="utf-8")
    draft.replace(path)
    return path, True


def _on_one_line(array: re.Match[str]) -> str:
    return f"[{' '.join(array[0][1:-1].split())}]"
