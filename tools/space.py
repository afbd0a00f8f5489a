"""Check what the README's head tells Hugging Face Spaces, against the keys that Spaces document.

    python tools/space.py [--space OWNER/NAME]

``--space`` first writes the address of the thumbnail, which must name the Space that shows it, into
the head. See https://huggingface.co/docs/hub/spaces-config-reference.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
#: a picture that tools/sharing.py makes
THUMBNAIL = "assets/sharing/mix-en.jpg"

Check = Callable[[Any], bool]


def matches(pattern: str) -> Check:
    """Return a check whether a value is text of a pattern."""
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def every(check: Check) -> Check:
    """Return a check whether a value is a list of which each passes another check."""
    return lambda value: isinstance(value, list) and bool(value) and all(map(check, value))


def is_switch(value: Any) -> bool:
    """Return whether a value is true or false."""
    return isinstance(value, bool)


_COLOUR = matches("red|yellow|green|blue|indigo|purple|pink|gray")
_ID = matches(r"[\w.-]+/[\w.-]+")
_FLAVOURS = (
    "cpu-basic|cpu-upgrade|zero-a10g|t4-small|t4-medium|l4x1|l4x4|l40sx1|l40sx4|l40sx8|"
    "a10g-small|a10g-large|a10g-largex2|a10g-largex4|a100-large"
)
#: all that Spaces document, and what each may be
KEYS: dict[str, Check] = {
    "title": matches(".+"),
    "emoji": matches(r"\W+"),
    "colorFrom": _COLOUR,
    "colorTo": _COLOUR,
    "sdk": matches("gradio|docker|static"),
    "python_version": matches(r"3\.\d+(\.\d+)?"),
    "sdk_version": matches(r"\d+\.\d+\.\d+"),
    "suggested_hardware": matches(_FLAVOURS),
    "suggested_storage": matches("small|medium|large"),
    "app_file": lambda value: (ROOT / str(value)).is_file(),
    "app_port": lambda value: isinstance(value, int),
    "base_path": matches("/.*"),
    "fullWidth": is_switch,
    "header": matches("mini|default"),
    "short_description": matches(".{1,60}"),
    "license": matches("[a-z0-9.-]+"),
    "models": every(_ID),
    "datasets": every(_ID),
    "tags": every(matches("[a-z0-9-]+")),
    "thumbnail": matches(rf"https://huggingface\.co/spaces/.+/resolve/main/{THUMBNAIL}"),
    "pinned": is_switch,
    "disable_embedding": is_switch,
    "startup_duration_timeout": matches(r"\d+[smh]"),
    "custom_headers": lambda value: isinstance(value, dict),
    "preload_from_hub": every(matches(r"[\w.-]+/[\w.-]+( [\w./,-]+( [0-9a-f]{40})?)?")),
}
REQUIRED = ("title", "sdk", "sdk_version", "python_version", "app_file", "license")


def head(text: str) -> dict[str, Any]:
    """Return the front matter of a README."""
    found: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return found


def wrong(found: dict[str, Any]) -> Iterator[str]:
    """Yield a sentence for each entry that Spaces do not know or would not take."""
    for key in REQUIRED:
        if key not in found:
            yield f"{key} is missing"
    for key, value in found.items():
        if key not in KEYS:
            yield f"{key} is none of the documented keys"
        elif not KEYS[key](value):
            yield f"{key} may not be {value!r}"


def with_thumbnail(text: str, space: str) -> str:
    """Return a README whose head names the thumbnail of a Space, OWNER/NAME."""
    line = f"thumbnail: https://huggingface.co/spaces/{space}/resolve/main/{THUMBNAIL}\n"
    text = re.sub(r"^thumbnail: .*\n", "", text, flags=re.MULTILINE)
    return text.replace("pinned: ", f"{line}pinned: ", 1)


def main() -> None:
    """Write the thumbnail where a Space is named; say what is wrong, if anything."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--space", metavar="OWNER/NAME")
    space = options.parse_args().space
    if space is not None:
        if not _ID(space):
            options.error(f"a Space is named OWNER/NAME, but this is {space}")
        README.write_text(with_thumbnail(README.read_text("utf-8"), space), "utf-8")
    sentences = list(wrong(head(README.read_text("utf-8"))))
    if sentences:
        sys.exit("\n".join(f"error: README.md: {sentence}" for sentence in sentences))
    print("README.md: all entries are known to Spaces")


if __name__ == "__main__":
    main()
