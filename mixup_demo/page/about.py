"""About this page: paper, code, citations and credits, read from the files that hold them.

Nothing is said twice: authors and titles come from ``CITATION.cff``, the photos from
``assets/examples.json``, and where a licence can be read from ``assets/CREDITS.md``.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from mixup_demo.images.gallery import ASSETS

ROOT = ASSETS.parent
CITATION = ROOT / "CITATION.cff"
CREDITS = ASSETS / "CREDITS.md"
#: where the licences of the photos lie that have no address of their own
LICENCES = ASSETS / "licences"
FONTS = Path(__file__).parent / "web" / "fonts"

#: licence in `FONTS` -> the font of which it is
FONT_NAMES = {
    "OFL-source-sans.txt": "Source Sans 3",
    "OFL-noto-sans-kr.txt": "Noto Sans KR",
    "OFL-stix-two-math.txt": "STIX Two Math",
    "OFL-noto-sans-symbols-2.txt": "Noto Sans Symbols 2",
}
#: package -> its name, licence, and where that can be read
LIBRARIES = {
    "plotly": ("Plotly", "MIT", "https://github.com/plotly/plotly.js/blob/master/LICENSE"),
    "gradio": (
        "Gradio",
        "Apache-2.0",
        "https://github.com/gradio-app/gradio/blob/main/LICENSE",
    ),
    "torch": (
        "PyTorch",
        "BSD-3-Clause",
        "https://github.com/pytorch/pytorch/blob/main/LICENSE",
    ),
    "latex2mathml": (
        "latex2mathml",
        "MIT",
        "https://github.com/roniemartinez/latex2mathml/blob/master/LICENSE",
    ),
    "timm": (
        "timm",
        "Apache-2.0",
        "https://github.com/huggingface/pytorch-image-models/blob/main/LICENSE",
    ),
}
#: by the identifier of SPDX
CODE_LICENCES = {"Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0"}


def about() -> dict[str, Any]:
    """Return all that the page says about itself.

    Raises:
        KeyError: `CITATION` lacks a field, or a photo its author, licence or source.
        ValueError: `CREDITS` does not say where a photo's licence can be read.
    """
    software = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
    paper = software["references"][0]
    return {
        "paper": {
            "title": paper["title"],
            "authors": [_full(author) for author in paper["authors"]],
            "venue": f"{paper['conference']['name']}, {paper['year']}",
            "url": paper["url"],
        },
        "code": {
            "licence": {
                "name": software["license"],
                "url": CODE_LICENCES[software["license"]],
            },
            "repository": software.get("repository-code"),
        },
        "cite": {"paper": paper_bibtex(paper), "explorer": software_bibtex(software)},
        "photos": photos(),
        "fonts": [
            {"name": FONT_NAMES[path.name], "licence": {"name": "OFL-1.1", "url": path.name}}
            for path in sorted(FONTS.glob("OFL-*.txt"), key=lambda path: FONT_NAMES[path.name])
        ],
        "libraries": [
            {"name": name, "licence": {"name": licence, "url": url}}
            for name, licence, url in LIBRARIES.values()
        ],
    }


def files() -> dict[str, Path]:
    """Return the texts of licences that `about` refers to by their names alone."""
    return {path.name: path for path in (*LICENCES.glob("*.txt"), *FONTS.glob("OFL-*.txt"))}


def photos() -> list[dict[str, Any]]:
    """Return what is to be said of each example photo: title, author, licence, source, file.

    Raises:
        KeyError: a photo lacks one of them.
        ValueError: see `about`.
    """
    index = json.loads((ASSETS / "examples.json").read_text(encoding="utf-8"))["photos"]
    links = licence_links(CREDITS.read_text(encoding="utf-8"))
    return [
        {
            **{name: entry[name] for name in ("title", "author", "source")},
            "key": key,
            "file": Path(entry["file"]).name,
            "licence": _licence(entry["licence"], links),
        }
        for key, entry in index.items()
    ]


def licence_links(credits: str) -> dict[str, str]:
    """Return where each licence can be read, from the links of a credits page.

    Texts that lie beside the page are named by their file.
    """
    found = re.findall(r"\[([\w.-]+)\]\(([^)\s]+)\)", credits)
    return {name: url if ":" in url else Path(url).name for name, url in found}


def _licence(name: str, links: Mapping[str, str]) -> dict[str, str | None]:
    if name == "Public domain":
        return {"name": name, "url": None}
    if name not in links:
        raise ValueError(
            f"{CREDITS.name} does not say where the licence {name} can be read: link it there as "
            f"[{name}](address)."
        )
    return {"name": name, "url": links[name]}


def paper_bibtex(paper: Mapping[str, Any]) -> str:
    """Return the BibTeX entry of a conference paper, a reference of a CFF file."""
    first = paper["authors"][0]["family-names"].lower()
    word = paper["title"].partition(":")[0].lower()
    fields = {
        "title": paper["title"],
        "author": _authors(paper["authors"]),
        "booktitle": re.sub(r"\s*\(.*\)$", "", paper["conference"]["name"]),
        "year": paper["year"],
        "url": paper["url"],
    }
    return _bibtex("inproceedings", f"{first}{paper['year']}{word}", fields)


def software_bibtex(software: Mapping[str, Any]) -> str:
    """Return the BibTeX entry of the software of a CFF file."""
    fields = {
        "title": software["title"],
        "author": _authors(software["authors"]),
        "url": software.get("repository-code"),
        "note": f"Software, {software['license']}",
    }
    return _bibtex("misc", software["title"].replace(" ", "-"), fields)


def _authors(authors: Sequence[Mapping[str, str]]) -> str:
    # a group's name stands in braces of its own, or BibTeX takes it for given and family names
    return " and ".join(
        f"{{{author['name']}}}"
        if "name" in author
        else f"{author['family-names']}, {author['given-names']}"
        for author in authors
    )


def _full(author: Mapping[str, str]) -> str:
    return author.get("name") or f"{author['given-names']} {author['family-names']}"


def _bibtex(kind: str, key: str, fields: Mapping[str, object]) -> str:
    known = {name: value for name, value in fields.items() if value}
    width = max(map(len, known))
    lines = ",\n".join(f"  {name:<{width}} = {{{value}}}" for name, value in known.items())
    return f"@{kind}{{{key},\n{lines}\n}}"
