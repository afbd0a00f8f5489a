"""The paper's numbers: read from one file, and put into sentences that say what the paper does.

A sentence that needs no more than these numbers names them as ``{papers_NAME}``, see `NAMES`; those
that compare them with ours are made by `mixup_demo.evidence`.
"""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parents[2] / "assets" / "paper.json"

Numbers = Mapping[str, Any]


@lru_cache
def numbers() -> dict[str, Any]:
    """Return the paper's numbers, each with its status: C confirmed, R as reported."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


#: what sentences call a number -> where it is
NAMES: Mapping[str, Callable[[Numbers], float]] = {
    "papers_alpha": lambda of: _first(of["test_error"], data="CIFAR-10")["alpha"],
    "papers_alpha_low": lambda of: of["imagenet_alpha"]["interval"][0],
    "papers_alpha_high": lambda of: of["imagenet_alpha"]["interval"][1],
    "papers_budget": lambda of: of["adversarial"]["budget"],
    "papers_epochs": lambda of: _first(of["training"], data="CIFAR-10")["epochs"][0],
    "papers_epochs_short": lambda of: _first(of["training"], data="ImageNet")["epochs"][0],
    "papers_epochs_long": lambda of: _first(of["training"], data="ImageNet")["epochs"][-1],
    "papers_gan_alpha": lambda of: of["gan"]["alpha"],
    "papers_gan_steps": lambda of: of["gan"]["discriminator_steps"],
    "papers_gan_width": lambda of: of["gan"]["width"],
}


def _first(table: Numbers, data: str) -> Numbers:
    """Return a table's first row on some data."""
    rows: list[Numbers] = table["rows"]
    return next(row for row in rows if row["data"] == data)


def filled(
    table: Mapping[str, tuple[str, str]], paper: Numbers | None = None
) -> dict[str, tuple[str, str]]:
    """Return a table of sentences with the paper's numbers in them; other placeholders stay.

    Args:
        table: key -> (English, Korean).
        paper: the numbers; None for those of the file.
    """
    of = numbers() if paper is None else paper
    words = {f"{{{name}}}": f"{find(of):g}" for name, find in NAMES.items()}
    return {
        key: (_put(english, words), _put(korean, words)) for key, (english, korean) in table.items()
    }


def _put(sentence: str, words: Mapping[str, str]) -> str:
    for name, number in words.items():
        sentence = sentence.replace(name, number)
    return sentence
