"""The page's HTML: what stands around Gradio's, for one address and one visitor.

The frame and its views are ours and lie beside Gradio's application, whose part is the server: its
queue, its uploads, its API. So the page needs not wait for Gradio's front end, and what it shows at
first is in the HTML itself, before any script.
"""

import json
import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from sys import getsizeof
from typing import Any, NamedTuple
from urllib.parse import urlencode

from mixup_demo.images import gallery
from mixup_demo.page.filling import fill
from mixup_demo.page.head import PLACEHOLDER_METAS, THEME, THEME_FOR_GRADIO, head, ordering
from mixup_demo.page.settings import APART, IN_PLACE
from mixup_demo.page.static import StaticFiles
from mixup_demo.page.templates import template
from mixup_demo.page.words import table
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.first import Fill, First, escaped, tag
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import View
from mixup_demo.texts import LANGUAGES

#: views' HTML for different links that is kept, and its memory: up to a quarter of a megabyte each
KEPT, KEPT_BYTES = 256, 16 * 2**20


class _Body(NamedTuple):
    """The views' HTML, and whether it has a first state."""

    html: str
    at_first: bool

    @property
    def nbytes(self) -> int:
        """Memory of the HTML."""
        return getsizeof(self.html)


@dataclass(frozen=True)
class Visit:
    """What is known of a visit before the page answers.

    Attributes:
        link: parameters of the address.
        languages: Accept-Language.
        root: address of the page, without a slash at its end.
    """

    link: Mapping[str, str]
    languages: str
    root: str

    @property
    def language(self) -> str:
        """The link's language, else the first of the browser's that the page speaks."""
        wanted = [self.link.get("lang", "")]
        wanted += [part.strip()[:2].lower() for part in self.languages.split(",")]
        return next((code for code in wanted if code in LANGUAGES), LANGUAGES[0])

    @property
    def apart(self) -> bool:
        """Whether a lecture, or a question of one, stands in the place of the views."""
        return any(self.link.get(control.name) for control in IN_PLACE)


class Document:
    """Completes Gradio's HTML.

    Args:
        views: the first one opens the page.
        services: what requests share.
        static: what the HTML refers to.
    """

    def __init__(self, views: Sequence[View], services: Services, static: StaticFiles) -> None:
        self._views = {view.name: view for view in views}
        self._services = services
        self._static = static
        self._made: SingleFlight[_Body] = SingleFlight(KEPT, KEPT_BYTES)

    def prepare(self) -> None:
        """Make what every page needs, so that no request waits for it.

        Raises:
            ValueError: scripts cannot be joined, or two views tell the page of one thing.
        """
        here = Visit({}, "", "")
        self.complete("<head></head><gradio-app></gradio-app>", here)

    @cached_property
    def opening(self) -> Mapping[str, Any]:
        """The answer that the page opens with; empty where there is none."""
        found = next((view.opening for view in self._views.values() if view.opening), None)
        return found(self._services) if found else {}

    def key(self, visit: Visit) -> Hashable | None:
        """Return what the page of a visit depends on; None where Gradio may have a say in it."""
        if any(name.startswith("__") or name == "deep_link" for name in visit.link):
            return None
        lecture = visit.link.get("lecture")
        view = self._view(visit).name
        return (visit.root, view, visit.language, self._known(visit), visit.apart, lecture)

    def _view(self, visit: Visit) -> View:
        return self._views.get(visit.link.get("view", ""), next(iter(self._views.values())))

    def _known(self, visit: Visit) -> tuple[tuple[str, str], ...]:
        return tuple(sorted(item for item in visit.link.items() if item[0] in self._names))

    def complete(self, html: str, visit: Visit) -> str:
        """Return Gradio's HTML as the page of a visit."""
        view, language, known = self._view(visit), visit.language, self._known(visit)
        given = (view.name, language, known, visit.apart)
        shown, at_first = self._made.get(given, lambda: self._make(*given))
        html = PLACEHOLDER_METAS.sub("", html)
        html = re.sub(r'(<html\s+lang=)"\w+"', rf'\1"{language}"', html, count=1)
        html = html.replace('control_page_title="true"', 'control_page_title="false"', 1)
        html = html.replace(
            "<head>", "<head>" + self._head(view, language, visit.root, at_first), 1
        )
        html = html.replace("<gradio-app", f"{shown}<gradio-app", 1)
        return html.replace("</gradio-app>", f"</gradio-app>{THEME_FOR_GRADIO}", 1)

    @cached_property
    def _names(self) -> frozenset[str]:
        """Parameters of a link on which a first state may depend; others make no other body."""
        known = {*self._static.config["controls"], "a", "b", "la", "lb"}
        return frozenset(known - {control.name for control in APART})

    def _head(self, view: View, language: str, root: str, at_first: bool) -> str:
        address = f"{root}/?{urlencode({'view': view.name, 'lang': language})}"
        photos = gallery.pairs()[0] if at_first else ()
        files = [gallery.photo(key).file.name for key in photos]
        words = self._words(view, language)
        first = next(iter(self._views))
        return head(view.name, first, words, language, self._static, address, files)

    def _words(self, view: View, language: str) -> Mapping[str, str]:
        texts: Mapping[str, Mapping[str, str]] = self._static.config["texts"]
        return {**texts[language], **table(view.later, language)}

    def _first(self, view: View, language: str, link: Mapping[str, str]) -> Mapping[str, Fill]:
        if view.first is None:
            return {}
        config = self._static.config
        return view.first(First(self.opening, config, self._words(view, language), link))

    def _frame(self, words: Mapping[str, str]) -> Mapping[str, Fill]:
        """Return what the frame's controls say, so that they have their size at once."""
        devices: Sequence[str] = self._static.config["devices"]
        options = (
            tag("option", {"value": name}, escaped(words[f"device.{name}"])) for name in devices
        )
        return {
            "device": Fill("".join(options)),
            "language": Fill(escaped(words["language.other"])),
        }

    def _make(
        self, name: str, language: str, link: tuple[tuple[str, str], ...], apart: bool
    ) -> _Body:
        """Return the views' HTML; there is no first state where it is not seen."""
        view = self._views[name]
        fills = {} if apart else self._first(view, language, dict(link))
        words = self._words(view, language)
        views = tuple(self._views.values())
        html = fill(template(views, words, name), {**fills, **self._frame(words)})
        opening = json.dumps(self.opening if fills else None).replace("</", r"<\/")
        base = escape(self._static.base)
        whole = (
            f'{THEME}{ordering()}<div id="explorer" data-base="{base}">{html}</div>'
            f'<script type="application/json" id="explorer-opening">{opening}</script>'
        )
        return _Body(whole, bool(fills))
