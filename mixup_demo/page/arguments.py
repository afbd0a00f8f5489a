"""The command that starts the page: ``python app.py --pair LEFT RIGHT``."""

import argparse
import os
import shlex
from collections.abc import Mapping, Sequence
from itertools import islice, zip_longest

from mixup_demo.models.catalogue import Pair
from mixup_demo.models.spec import Comparison

#: the same as --pair for containers: LEFT RIGHT, further pairs behind a semicolon
VARIABLE = "MIXUP_PAIR"
#: how a name with an apostrophe or a blank is written
REMEDY = "write double quotation marks around a name with an apostrophe or a blank."


def parser() -> argparse.ArgumentParser:
    """Return the command line's options."""
    options = argparse.ArgumentParser(prog="app.py", description="Start the mixup explorer.")
    options.add_argument(
        "--pair",
        nargs=2,
        action="append",
        metavar=("LEFT", "RIGHT"),
        default=[],
        help="two models to compare, the first pair opens the page: folders with config.json and "
        "model.safetensors, hf-hub:OWNER/NAME, or names of the page's own models; may be repeated. "
        f"the variable {VARIABLE} says the same, with ; between pairs",
    )
    options.add_argument(
        "--labels",
        nargs=2,
        action="append",
        metavar=("LEFT", "RIGHT"),
        default=[],
        help="what the page calls the two, once a pair, in their order",
    )
    options.add_argument(
        "--colours",
        nargs=2,
        action="append",
        metavar=("LEFT", "RIGHT"),
        default=[],
        help="of the marks of the two, once a pair, in their order: #rrggbb",
    )
    return options


def pairs(arguments: Sequence[str], environment: Mapping[str, str]) -> list[Pair]:
    """Return the user's own pairs, of the command line, else of the environment.

    Raises:
        SystemExit: the arguments are wrong; the message says how.
    """
    options = parser()
    given = options.parse_args(arguments)
    value = environment.get(VARIABLE, "")
    try:
        sources = given.pair or _of_variable(value, posix=os.name == "posix")
    except ValueError as error:
        rule = f"{VARIABLE} must be words as a shell splits them"
        options.error(f"{rule}, but is {value} ({error}): {REMEDY}")
    wrong = next((source for source in sources if len(source) != 2), None)
    if wrong is not None:
        options.error(f"{VARIABLE} must name two models a pair, but names {len(wrong)}: {wrong}")
    for name, values in (("labels", given.labels), ("colours", given.colours)):
        if len(values) > len(sources):
            options.error(f"--{name} must not be given more often than there are pairs.")
    looks = zip_longest(given.labels, given.colours, fillvalue=())
    return [
        Pair(found, *look)
        for found, look in zip_longest(sources, islice(looks, len(sources)), fillvalue=())
    ]


def _of_variable(value: str, posix: bool) -> list[list[str]]:
    """Return the names of a variable's pairs, as a shell splits them.

    Args:
        value: of the variable.
        posix: whether a backslash takes the next letter as it is; on Windows it is part of paths.

    Raises:
        ValueError: a quotation mark is not closed.
    """
    return [_split(pair, posix) for pair in value.split(";") if pair.strip()]


def _split(pair: str, posix: bool) -> list[str]:
    words = shlex.shlex(pair, posix=True, punctuation_chars=False)
    words.whitespace_split, words.commenters = True, ""
    if not posix:
        words.escape = ""
    return list(words)


def in_words(pair: Comparison) -> str:
    """Return what a pair that was found is, as the command prints it."""
    height, width = pair.input_size
    cut = pair.first.preprocessing
    said = [model.provenance.get("label", model.name) for model in pair.models.values()]
    return (
        f"{' and '.join(said)}: {len(pair.classes):,} classes, {height} × {width} pixels, "
        f"{pair.gflop:.2g} GFLOP a picture; both see its middle {cut.crop:.1%}, resampled "
        f"{cut.interpolation}. In links: pair={pair.name}"
    )
