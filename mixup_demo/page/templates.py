"""The views' HTML, with words in place."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from mixup_demo.serving.first import escaped
from mixup_demo.serving.view import View

#: templates, scripts and styles of the frame, which views share
WEB = Path(__file__).parent / "web"
#: behind each view: it is in the order of the window before it is painted, see web/order.js
_ARRANGE = "<script>explorer.arrange();</script>"


def template(views: Sequence[View], words: Mapping[str, str], shown: str) -> str:
    """Return the views' HTML with words in place, so that nothing is blank at first.

    Args:
        views: all of them.
        words: sentences by key.
        shown: name of the view that is not hidden; of others that stand apart there is nothing.
    """
    panels = "".join(
        f'<div data-view="{view.name}"{"" if view.name == shown else " hidden"}>'
        f"{'' if view.apart and view.name != shown else markup(view)}</div>{_ARRANGE}"
        for view in views
    )
    tabs = "".join(
        f'<a data-go="{view.name}" href="?view={view.name}" data-text="view.{view.name}" '
        f'data-testid="view-{view.name}"{_current(view.name == shown)}></a>'
        for view in views
    )
    return _worded(_html("shell", {"tabs": tabs, "views": panels}, (WEB,)), words)


def markup(view: View) -> str:
    """Return a view's HTML without words."""
    return _html(view.name, {}, (view.web, WEB))


def _worded(whole: str, words: Mapping[str, str]) -> str:
    named = re.sub(
        r'data-label="([\w.-]+)"',
        lambda found: f'{found[0]} aria-label="{escape(words[found[1]])}"',
        whole,
    )
    return re.sub(
        r'data-text="([\w.-]+)"[^>]*>', lambda found: found[0] + escaped(words[found[1]]), named
    )


def _current(shown: bool) -> str:
    return ' aria-current="page"' if shown else ""


def _html(name: str, values: dict[str, str], folders: Sequence[Path]) -> str:
    """Return NAME.html of the first folder that has it, its {placeholders} filled in.

    A placeholder that is not one of `values` names a partial to inline, together with its own
    values: {picture side=a name=A}.

    Raises:
        FileNotFoundError: no folder has it.
    """

    def fill(match: re.Match[str]) -> str:
        if match[1] in values:
            return values[match[1]]
        return _html(match[1], dict(part.split("=") for part in match[2].split()), folders)

    files = [path for folder in folders if (path := folder / f"{name}.html").is_file()]
    if not files:
        places = ", ".join(map(str, folders))
        raise FileNotFoundError(f"There is no {name}.html in any of these folders: {places}.")
    content = files[0].read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)((?: \w+=[\w.-]+)*)\}", fill, content)
