"""Write a model as a folder that ``python app.py --pair`` takes: config.json, model.safetensors.

``python -m mixup_demo.convert FILE --architecture resnet50 --to FOLDER`` takes a checkpoint of
torch.save: weights by name, at the top or under "state_dict", as clovaai's CutMix-PyTorch saves
them ("module." in front of each name is left out). It is read with ``weights_only=True``, so that
nothing in it is run. A file of safetensors, as model.safetensors without its config.json, will do
as well. ``python -m mixup_demo.convert cifar10-erm --to FOLDER`` takes a trained model
of this package by its name.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import timm
from torch import Tensor

from mixup_demo.models.manifest import MODELS, WeightsError
from mixup_demo.models.pretrained.checkpoint import read_checkpoint
from mixup_demo.models.pretrained.classes import THOUSAND
from mixup_demo.models.pretrained.config import CONFIG, WEIGHTS
from mixup_demo.models.pretrained.folder import check_folder, write_folder
from mixup_demo.models.pretrained.shown import MAX_LETTERS, is_text, label_of
from mixup_demo.models.zoo import Zoo
from mixup_demo.texts.input_error import InputError

#: share of the picture that is looked at, as most networks of timm do
CROP = 0.875


def arguments() -> argparse.ArgumentParser:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(prog="mixup_demo.convert", description=__doc__)
    parser.add_argument("source", metavar="FILE", help="a checkpoint, or a model of this package")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="is made")
    parser.add_argument("--architecture", help="of a checkpoint: a name of timm.list_models()")
    parser.add_argument(
        "--classes",
        type=Path,
        metavar="FILE",
        help="one name a line, in the order of the logits; a thousand without names are ImageNet's",
    )
    parser.add_argument("--size", type=int, default=224, help="pixels a side of its input")
    parser.add_argument("--crop", type=float, default=CROP, help="share of the picture's centre")
    parser.add_argument("--interpolation", default="bilinear", choices=("bilinear", "bicubic"))
    parser.add_argument("--label", help="what the page calls the model")
    parser.add_argument("--models", type=Path, default=MODELS, help="of this package's models")
    return parser


def main(argv: list[str] | None = None) -> None:
    """Convert, check the folder as the page will, and say what was written.

    Raises:
        SystemExit: the source is not what it must be; the message says why, and the remedy.
    """
    parser = arguments()
    options = parser.parse_args(argv)
    if not 0 < options.crop <= 1:
        parser.error(
            f"--crop must be above 0 and at most 1, but is {options.crop:g}; {CROP} without it"
        )
    try:
        if options.architecture:
            state, config = read_checkpoint(Path(options.source)), _config(options)
        else:
            state, config = _trained(options.source, options.models)
        if options.label:
            config["label"] = label_of(options.label)
        folder = _written(options.to, state, _classed(config, state, options.classes))
    except (InputError, WeightsError) as error:
        raise SystemExit(f"error: {error}") from error
    except OSError as error:
        file, reason = error.filename or options.source, error.strerror
        raise SystemExit(
            f"error: {InputError('error.convert.open', value=file, reason=reason)}"
        ) from error
    print(f"{folder}: {config['architecture']}, {len(state)} tensors")


def _written(folder: Path, state: Mapping[str, Tensor], config: Mapping[str, Any]) -> Path:
    """Write a folder after checking it as the page will; a model in it stays until that is done.

    Raises:
        InputError: the page would refuse it, see `check_folder`.
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # within the folder, which may be a mount: a file is only moved at once on one file system
    with TemporaryDirectory(prefix=".draft-", dir=folder) as place:
        draft = write_folder(Path(place), state, config)
        check_folder(draft, str(folder))
        for name in (WEIGHTS, CONFIG):
            (draft / name).replace(folder / name)
    return folder


def _config(options: argparse.Namespace) -> dict[str, Any]:
    """Return what config.json says of a checkpoint; mean and deviation are ImageNet's.

    Raises:
        InputError: "error.own.architecture", timm has none of this name.
    """
    name = options.architecture
    if not timm.is_model(name):
        raise InputError("error.own.architecture", source=options.source, value=name)
    return {
        "architecture": name,
        "pretrained_cfg": {
            "input_size": [3, options.size, options.size],
            "interpolation": options.interpolation,
            "crop_pct": options.crop,
            "mean": [0.485, 0.456, 0.406],
            "std": [0.229, 0.224, 0.225],
        },
    }


def _trained(name: str, models: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Return weights and config of a model that this package has trained.

    Raises:
        InputError: "error.convert.architecture", the name is that of a file.
        WeightsError: there is none of this name.
    """
    known = Zoo(models)
    try:
        model = known.model(name)
    except WeightsError as error:
        if Path(name).is_file():
            raise InputError("error.convert.architecture", value=name) from error
        raise
    entry, (height, width) = known.manifest[name], model.input_size
    return dict(model.load().state_dict()), {
        "architecture": entry["recipe"]["architecture"],
        "label_names": list(model.classes.names),
        "pretrained_cfg": {
            "input_size": [3, height, width],
            "fixed_input_size": True,
            "interpolation": model.preprocessing.interpolation,
            "crop_pct": model.preprocessing.crop,
            # the network normalises by itself
            "mean": [0.0, 0.0, 0.0],
            "std": [1.0, 1.0, 1.0],
        },
    }


def _classed(
    config: dict[str, Any], state: Mapping[str, Tensor], file: Path | None
) -> dict[str, Any]:
    """Return a config with the number of classes and their names.

    Raises:
        InputError: "error.convert.classes", there are no names for them; ".names", ".count", see
            `_names`.
        OSError: their file cannot be read.
    """
    count = _count(config["architecture"], state)
    names = config.get("label_names")
    if file is not None:
        names = _names(file, count)
    if names is None and count != THOUSAND:
        raise InputError("error.convert.classes", value=count)
    named = {} if names is None else {"label_names": names}
    return {**config, **named, "num_classes": count}


def _count(architecture: str, state: Mapping[str, Tensor]) -> int:
    """Return how many classes weights tell apart: the rows of the classifier, where timm names it.

    Else those of the last weight that has any, for counters have none.
    """
    known = timm.is_model(architecture)
    named = timm.get_pretrained_cfg_value(architecture, "classifier") if known else None
    classifier = named[0] if isinstance(named, tuple) else named
    rows = {name: len(value) for name, value in state.items() if value.ndim}
    return rows.get(f"{classifier}.weight", next(reversed(rows.values()), 0))


def _names(file: Path, count: int) -> list[str]:
    """Return the lines of a file that hold something, a name of each class.

    Raises:
        InputError: "error.convert.names", it holds no text; "error.convert.count", it does not name
            each class once, or one of the names is too long.
        OSError: it cannot be read.
    """
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError("error.convert.names", value=file) from error
    names = [line.strip() for line in lines if line.strip()]
    right = len({name for name in names if is_text(name)})
    if not len(names) == right == count:
        raise InputError(
            "error.convert.count",
            value=file,
            found=len(names),
            right=right,
            count=count,
            limit=MAX_LETTERS,
        )
    return names


if __name__ == "__main__":
    main()
