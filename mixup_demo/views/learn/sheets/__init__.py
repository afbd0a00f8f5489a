"""Two exercise sheets with solutions: from one source to print, and as notebooks."""

import json
from collections.abc import Iterator

from mixup_demo.serving.notebook import notebook
from mixup_demo.texts import LANGUAGES
from mixup_demo.views.learn.evidence import Evidence
from mixup_demo.views.learn.sheets.exercises import SHEETS
from mixup_demo.views.learn.sheets.paper import cells, html

__all__ = ["SHEETS", "files"]


def files(found: Evidence) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each sheet, to print and as a notebook, in each language."""
    for sheet in SHEETS:
        for language in LANGUAGES:
            name = f"sheet-{sheet.name}-{language}"
            yield f"{name}.html", html(sheet, found, language).encode()
            made = notebook(cells(sheet, found, language))
            yield f"{name}.ipynb", json.dumps(made, ensure_ascii=False, indent=1).encode()
