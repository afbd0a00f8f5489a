"""Code for one's own training: files of `assets/snippets`, with the page's settings in place.

Each file runs as it is, and the tests run it. Settings stand at its top, a line each,
`NAME = value` (in the shell `NAME=value`); nothing else is changed. A line `# %% Heading` begins a
cell of the notebook.
"""

import ast
import json
import re
import sys
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.images.gallery import ASSETS
from mixup_demo.serving.notebook import notebook as notebook_of

FOLDER = ASSETS / "snippets"
#: library -> its file
FILES = {
    "timm": "timm_mixup.py",
    "timm-command": "timm_train.sh",
    "torchvision": "torchvision_mixup.py",
    "two-loaders": "two_loaders.py",
    "permutation": "permutation.py",
    "keras": "keras_mixup.py",
    "fastai": "fastai_mixup.py",
    "lightning": "lightning_mixup.py",
    "own-photos": "own_photos.sh",
    "recipe": "recipe.sh",
}
LANGUAGES = {".py": "python", ".sh": "bash"}
CELL = re.compile(r"^# %% (.*)\n", re.M)
#: what modules of another name than theirs, or that need more, are installed by
PACKAGES = {"PIL": "pillow", "sklearn": "scikit-learn", "keras": "keras torch"}


def code(library: str, arguments: MixupArguments, seed: int) -> dict[str, Any]:
    """Return a library's code: its file's name, HTML, plain text, and notebook where it is Python.

    Args:
        library: a key of `FILES`.
        arguments: the settings.
        seed: of the training.
    """
    name = FILES[library]
    filled = fill(source(library), {**settings(arguments), "SEED": seed})
    language = LANGUAGES[name[-3:]]
    made = notebook(filled) if language == "python" else None
    return {
        "name": name,
        "text": filled,
        "html": highlight(filled, get_lexer_by_name(language), HtmlFormatter(nowrap=True)),
        "notebook": made and json.dumps(made, indent=1),
    }


@lru_cache
def source(library: str) -> str:
    """Return a library's file as it is in the repository."""
    return (FOLDER / FILES[library]).read_text("utf-8")


def settings(arguments: MixupArguments) -> dict[str, Any]:
    """Return the arguments by the names that they have in the files."""
    return {name.upper(): value for name, value in asdict(arguments).items()}


def fill(text: str, values: dict[str, Any]) -> str:
    """Return a file with settings in place; a comment behind one stays.

    Args:
        text: of the file.
        values: by the names of the file; those that it lacks are left out.
    """
    for name, value in values.items():
        python = rf"^({name} = )[^#\n]*?((?:  #.*)?)$"
        text = re.sub(python, rf"\g<1>{literal(value)}\g<2>", text, flags=re.M)
        text = re.sub(rf"^{name}=.*$", f"{name}={shell(value)}", text, flags=re.M)
    return text


def literal(value: Any) -> str:
    """Return a value as Python writes it, texts between double quotes."""
    return json.dumps(value) if isinstance(value, str) else repr(value)


def shell(value: Any) -> str:
    """Return a value as a word of a command line."""
    if isinstance(value, tuple):
        return f'"{" ".join(map(str, value))}"'
    return '""' if value is None else str(value)


def notebook(text: str) -> dict[str, Any]:
    """Return Python as a notebook: what installs the packages, then a heading and a cell a part."""
    first, *parts = CELL.split(text)
    cells = [("markdown", _words(first))] if first.strip() else []
    cells.append(("code", f"%pip install --quiet {' '.join(packages(text))}"))
    for heading, body in zip(parts[::2], parts[1::2], strict=True):
        cells += [("markdown", f"## {heading}"), ("code", body.strip())]
    return notebook_of(cells)


def packages(text: str) -> list[str]:
    """Return the packages that Python needs besides its own library, in alphabetical order."""
    nodes = list(ast.walk(ast.parse(text)))
    names = [one.name for node in nodes if isinstance(node, ast.Import) for one in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    modules = {name.partition(".")[0] for name in names} - sys.stdlib_module_names
    return sorted({one for module in modules for one in PACKAGES.get(module, module).split()})


def _words(docstring: str) -> str:
    return docstring.strip().strip('"').strip()
