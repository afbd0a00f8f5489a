"""Fetch weights beforehand: ``python -m mixup_demo.fetch resnet18-a1``.

NAME is a comparison or a model of ImageNet, a network of timm, or hf-hub:OWNER/NAME. The files go
into the Hub's cache (HF_HOME), where page and training find them, without a connection too
(HF_HUB_OFFLINE=1). What is there already is compared with its hash and not fetched again.
"""

import argparse
import sys
from pathlib import Path

from mixup_demo.models.pretrained.downloads import Downloads
from mixup_demo.models.pretrained.hub import HubFile
from mixup_demo.models.pretrained.imagenet import COMPARISONS, PRETRAINED
from mixup_demo.models.pretrained.own import HUB, hub_files
from mixup_demo.models.pretrained.timm_weights import timm_file
from mixup_demo.texts.input_error import InputError

#: seconds between two lines of progress
PAUSE = 2.0
#: what else it takes
OTHERS = "a network that timm has on the Hub, or hf-hub:OWNER/NAME"


def arguments() -> argparse.ArgumentParser:
    """Return the command line's options."""
    parser = argparse.ArgumentParser(prog="mixup_demo.fetch", description=__doc__)
    names = ", ".join([*COMPARISONS, *(one.name for one in PRETRAINED)])
    parser.add_argument("names", nargs="+", metavar="NAME", help=f"{names}, {OTHERS}")
    return parser


def files(name: str) -> list[HubFile]:
    """Return the files behind a name.

    Raises:
        InputError: "error.fetch.name", "error.own.source", there is none of this name.
    """
    if name.startswith(HUB):
        return hub_files(name)
    wanted = COMPARISONS[name].values() if name in COMPARISONS else [name]
    found = [file for one in wanted if (file := timm_file(one))]
    if not found:
        names = ", ".join([*COMPARISONS, *(one.name for one in PRETRAINED)])
        raise InputError("error.fetch.name", value=name, names=names)
    return found


def main(argv: list[str] | None = None, downloads: Downloads | None = None) -> None:
    """Fetch what is named, with a line for each file and its progress.

    Args:
        argv: the command's arguments; None for the process's own.
        downloads: what fetches.

    Raises:
        SystemExit: a file cannot be had; the message says why, and the remedy.
    """
    shared = downloads or Downloads()
    try:
        for file in [one for name in arguments().parse_args(argv).names for one in files(name)]:
            path = _followed(shared, file)
            print(f"{file.repo} {file.file}: {path.stat().st_size:,} bytes, {path}", flush=True)
    except InputError as error:
        raise SystemExit(f"error: {error}") from error


def _followed(downloads: Downloads, file: HubFile) -> Path:
    download = downloads.start(file)
    while (path := download.wait(PAUSE)) is None:
        total = f" of {download.total / 1e6:.1f}" if download.total else ""
        print(f"{file.repo} {file.file}: {download.done / 1e6:.1f}{total} MB", file=sys.stderr)
    return path


if __name__ == "__main__":
    main()
