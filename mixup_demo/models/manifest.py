"""What a folder of models says of them: its manifest, the studies' and the fitted temperatures."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mixup_demo.results import FOLDER

MODELS = Path(__file__).resolve().parents[2] / "models"
MANIFEST = "manifest.json"
#: of the models' folder: the temperature that `evaluation.temperatures` has fitted to each
TEMPERATURES = Path(FOLDER, "temperatures.json")
#: in the models' folder: the models of `training.studies`, of which only some come with weights
STUDY_FOLDER = "studies"


class WeightsError(RuntimeError):
    """Weights that are missing or damaged; the message names the file and the remedy."""


def read_manifest(folder: Path = MODELS) -> dict[str, Any]:
    """Return a folder's manifest: name of a model -> its entry (see `training.export`).

    Raises:
        WeightsError: there is no readable manifest.
    """
    path = folder / MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise WeightsError(f"{path} cannot be read ({error}). {remedy(path)}") from error
    if not isinstance(manifest, dict):
        raise WeightsError(f"{path} must name models, but holds something else. {remedy(path)}")
    return manifest


def studied(folder: Path) -> dict[str, Any]:
    """Return the entries of the studies' models whose weights are there, from `folder` on.

    Raises:
        WeightsError: the studies' manifest is not readable.
    """
    studies = folder / STUDY_FOLDER
    manifest = read_manifest(studies) if studies.is_dir() else {}
    return {
        name: {**entry, "file": f"{STUDY_FOLDER}/{entry['file']}"}
        for name, entry in manifest.items()
        if (studies / entry["file"]).is_file()
    }


def fitted_temperatures(folder: Path, manifest: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the temperatures of the folder's results, of models whose weights are still those.

    Each is "temperature", and "ece" as the results have it. Empty where none were measured yet.

    Args:
        folder: of the models.
        manifest: name of a model -> its entry.
    """
    path = folder / TEMPERATURES
    if not path.is_file():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: content["values"]["models"][name]
        for name, digest in content["models"].items()
        if name in manifest and manifest[name]["sha256"].startswith(digest)
    }


def remedy(path: Path) -> str:
    """Return the sentence that says how a missing or damaged file of the models comes back."""
    inner = path.parts[-2:] if path.parent.name == STUDY_FOLDER else path.parts[-1:]
    return f"Restore it with: git checkout -- {'/'.join(('models', *inner))}"
