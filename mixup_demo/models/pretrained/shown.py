"""What a page shows of a user's model: its label, its colour, and the names of its classes."""

import re

from mixup_demo.texts.input_error import InputError

#: letters of a class's name, and of a model's label: what `training.own` writes, as "mixup,
#: α = 0.123457 or CutMix, α = 0.123457", has room
MAX_LETTERS, MAX_LABEL = 120, 60
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
#: what no page can show: control characters, and halves of a character
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def colour_of(value: str, source: str | None = None) -> str:
    """Return a colour as "#rrggbb".

    Args:
        value: as it was written.
        source: what the user calls the model whose config.json says so; None where a command does.

    Raises:
        InputError: "error.own.colour" or, of a config, ".colour.config", it is written otherwise.
    """
    if not _COLOUR.fullmatch(value):
        if source is None:
            raise InputError("error.own.colour", value=value)
        raise InputError("error.own.colour.config", source=source, value=value)
    return value.lower()


def label_of(value: str, source: str | None = None) -> str:
    """Return what the page calls a model, without blanks around it.

    Args:
        value, source: as in `colour_of`.

    Raises:
        InputError: "error.own.label" or, of a config, ".label.config", it has no letters, too many,
            or control characters.
    """
    said = value.strip()
    if not is_text(said, MAX_LABEL):
        shown = _UNSHOWN.sub("?", said)[:MAX_LABEL]
        if source is None:
            raise InputError("error.own.label", value=shown, limit=MAX_LABEL)
        raise InputError("error.own.label.config", source=source, value=shown, limit=MAX_LABEL)
    return said


def is_text(value: object, limit: int = MAX_LETTERS) -> bool:
    """Return whether this is a text of 1 to `limit` letters that a page can show."""
    return (
        isinstance(value, str)
        and bool(value.strip())
        and len(value) <= limit
        and not _UNSHOWN.search(value)
    )
