"""What a browser may fetch: compressed once, under a URL with a hash of the content.

Gradio compresses a static file at every request and sends it without Cache-Control; a lecture
hall that opens one link would wait for that. Scripts and styles of our own are joined, because each
request costs a slow network more than the bytes do.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import gradio
import plotly

from mixup_demo.evidence.files import RESULTS
from mixup_demo.figures import theme
from mixup_demo.images import gallery
from mixup_demo.models.manifest import STUDY_FOLDER
from mixup_demo.page import about
from mixup_demo.page.bundle import join, join_styles
from mixup_demo.page.compression import StaticFile
from mixup_demo.page.config import contents_file, page_config, script, styles_file, synonyms
from mixup_demo.page.templates import WEB, markup
from mixup_demo.page.texts import LATER
from mixup_demo.page.words import table
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import View
from mixup_demo.texts import LANGUAGES

PREFIX = "explorer"
#: by suffix. Not as `mimetypes` has it, which asks Windows' registry: where that takes scripts for
#: plain text, no browser would run them. Model cards are to be read in the browser, which would
#: save text/markdown
MEDIA_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".md": "text/plain",
    ".txt": "text/plain",
    ".html": "text/html",
    ".csv": "text/csv",
    ".ipynb": "application/x-ipynb+json",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
#: the style sheet
STYLES = "page.css"
CONFIG = "config.json"
#: what else classes go by, when one is looked for
SYNONYMS = "synonyms.json"
#: what the page tells about itself, when it is asked
ABOUT = "about.json"
#: scripts of the frame that are fetched when they are asked for
LATER_SCRIPTS = {
    "tour.js": "page/web/tour.js",
    "about.js": "page/web/about.js",
    "handout.js": "page/web/handout.js",
    "lecture.js": "page/web/lecture/lecture.js",
    "share.js": "page/web/lecture/share.js",
}
#: the style sheets and sentences of a lecture and of sharing; and the lecture that is bundled
LATER_STYLES = {"lecture.css": "page/web/lecture/"}
LATER_TEXTS = "lecture-texts.json"
LECTURE = gallery.ASSETS / "lecture.json"
#: where the page's script begins
MAIN = "page/web/main.js"
#: the letters that every visitor needs
FONT = "page/web/fonts/latin.woff2"
#: plotly.js without its three-dimensional charts and maps, a third of the whole; and the whole
CHARTS = gallery.ASSETS / "plotly" / "plotly-cartesian.min.js"
ALL_CHARTS = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
#: pictures that stand for the page where its link is shared
SHARING = gallery.ASSETS / "sharing"

#: Gradio's front end; its names hold hashes of the content
GRADIO_ASSETS = Path(gradio.__file__).parent / "templates" / "frontend" / "assets"


class StaticFiles:
    """Everything of ours that the browser may ask for, made once, and Gradio's front end.

    Fonts lie where they lie in the package; all else lies at the top.

    Args:
        views: whose ``web`` folders are served.
        services: what requests share.
    """

    def __init__(self, views: Sequence[View], services: Services) -> None:
        self._views, self._services = views, services
        self._folders = [("page/web", WEB), *((f"views/{v.name}/web", v.web) for v in views)]

    @cached_property
    def config(self) -> dict[str, Any]:
        """What the page's scripts know before any question."""
        return page_config(self._views, self._services)

    @cached_property
    def files(self) -> dict[str, StaticFile]:
        """All files by their path below `base`."""
        contents = dict((*self._scripts(), *self._fonts(), *self._data()))
        return {name: StaticFile(_media_type(name), content) for name, content in contents.items()}

    def pack(self) -> None:
        """Pack what a first visit asks for; all else is packed when it is first asked for."""
        for name, file in self.files.items():
            if name == CONFIG or (name.endswith((".js", ".css")) and name != ALL_CHARTS.name):
                file.packed(b"br")

    @cached_property
    def gradio(self) -> dict[str, StaticFile]:
        """Gradio's scripts and styles by name; packed when they are first asked for."""
        found = (path for path in GRADIO_ASSETS.iterdir() if path.suffix in {".js", ".css"})
        return {path.name: StaticFile(_media_type(path.name), path) for path in found}

    def _sources(self, suffix: str) -> dict[str, Path]:
        return {
            f"{prefix}/{path.relative_to(folder).as_posix()}": path
            for prefix, folder in self._folders
            for path in sorted(folder.rglob(f"*{suffix}"))
        }

    def _scripts(self) -> Iterator[tuple[str, bytes]]:
        first = self._views[0]
        entries: dict[str, list[str]] = {script(first, first): [MAIN]}
        for view in self._views:
            entry = f"views/{view.name}/web/{view.name}.js"
            entries.setdefault(script(view, first), []).append(entry)
        entries |= {name: [entry] for name, entry in LATER_SCRIPTS.items()}
        joined = join(_texts(self._sources(".js")), entries)
        yield from ((name, text.encode()) for name, text in joined.items())
        yield from self._styles()

    def _styles(self) -> Iterator[tuple[str, bytes]]:
        sheets = {"theme.css": theme.style_sheet(), **_texts(self._sources(".css"))}
        apart = {styles_file(view): f"views/{view.name}/" for view in self._views if view.apart}
        for file, folder in (apart | LATER_STYLES).items():
            own = [name for name in sheets if name.startswith(folder)]
            yield file, join_styles({name: sheets.pop(name) for name in own}).encode()
        yield STYLES, join_styles(sheets).encode()

    def _fonts(self) -> Iterator[tuple[str, bytes]]:
        yield from ((name, path.read_bytes()) for name, path in self._sources(".woff2").items())

    def _data(self) -> Iterator[tuple[str, bytes]]:
        folder = self._services.zoo.folder or Path("none")
        sources = [photo.file for photo in gallery.photos().values()]
        sources += [CHARTS, ALL_CHARTS, LECTURE, *sorted(SHARING.glob("*.jpg"))]
        for models in (folder, folder / STUDY_FOLDER):
            sources += (models / "cards").glob("*.md")
        sources += RESULTS.glob("*.json")
        sources += about.files().values()
        yield from ((path.name, path.read_bytes()) for path in sources)
        yield CONFIG, json.dumps(self.config, ensure_ascii=False).encode()
        yield SYNONYMS, json.dumps(synonyms(self._services.zoo), ensure_ascii=False).encode()
        yield ABOUT, json.dumps(about.about(), ensure_ascii=False).encode()
        yield LATER_TEXTS, json.dumps(_by_language(LATER), ensure_ascii=False).encode()
        for view in self._views:
            yield from (view.files(self._services) if view.files else {}).items()
            if view.apart:
                yield contents_file(view), json.dumps(_contents(view), ensure_ascii=False).encode()

    @cached_property
    def base(self) -> str:
        """The folder of the files, relative to the page."""
        digest = hashlib.sha256()
        for name, file in sorted(self.files.items()):
            digest.update(name.encode() + file.content)
        return f"{PREFIX}/{digest.hexdigest()[:12]}"


def _contents(view: View) -> dict[str, Any]:
    """Return what a view that stands apart brings: sentences by language, HTML without them."""
    return {"texts": _by_language(view.later), "html": markup(view)}


def _by_language(texts: Mapping[str, tuple[str, str]]) -> dict[str, dict[str, str]]:
    return {language: table(texts, language) for language in LANGUAGES}


def _texts(paths: dict[str, Path]) -> dict[str, str]:
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items()}


def _media_type(name: str) -> str:
    found = MEDIA_TYPES.get(Path(name).suffix, "application/octet-stream")
    if found.startswith("text/") or found == "application/json":
        return f"{found}; charset=utf-8"
    return found
