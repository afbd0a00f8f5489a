"""A template filled in by the data-id of its elements."""

import re
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser

from mixup_demo.serving.first import VOID, Fill


class _Places(HTMLParser):
    """Finds where the elements with a data-id begin, and where their content ends.

    Attributes:
        places: data-id -> (start, start of the content, end of the content) as offsets.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.places: dict[str, tuple[int, int, int]] = {}
        self._lines = [0, *(found.end() for found in re.finditer("\n", html))]
        self._open: list[tuple[str, str | None, int, int]] = []
        self.feed(html)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        after = start + len(self.get_starttag_text() or "")
        name = dict(attrs).get("data-id")
        if tag not in VOID:
            self._open.append((tag, name, start, after))
        elif name:
            self.places[name] = (start, after, after)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, name, start, after = self._open.pop()
            if name and opened == tag:
                self.places[name] = (start, after, self._offset())
            if opened == tag:
                return


def fill(html: str, fills: Mapping[str, Fill]) -> str:
    """Return a template with the content and the attributes that its elements get.

    An element that the template lacks is left out: what it would have said stands elsewhere, or
    comes with the scripts.
    """
    places = _Places(html).places
    found = sorted(((places[name], fills[name]) for name in fills if name in places), reverse=True)
    last = len(html)
    for (start, after, end), filled in found:
        if end > last:
            raise ValueError("One of two elements that are filled lies in the other: fill one.")
        inner = html[after:end] if filled.inner is None else filled.inner
        html = html[:start] + _opening(html[start:after], filled.attributes) + inner + html[end:]
        last = start
    return html


def _opening(tag: str, attributes: Mapping[str, str]) -> str:
    for name in attributes:
        tag = re.sub(rf'\s{re.escape(name)}="[^"]*"', "", tag)
    added = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return re.sub(r"/?>$", f"{added}>".replace("\\", r"\\"), tag)
