"""Jupyter notebooks, format 4.5."""

from collections.abc import Iterable
from typing import Any


def notebook(cells: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return a notebook for Python as JSON.

    Args:
        cells: kind, "markdown" or "code", and text of each.
    """
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    made = [_cell(kind, number, text) for number, (kind, text) in enumerate(cells)]
    return {"cells": made, "metadata": about, "nbformat": 4, "nbformat_minor": 5}


def _cell(kind: str, number: int, text: str) -> dict[str, Any]:
    own: dict[str, Any] = {"outputs": [], "execution_count": None} if kind == "code" else {}
    lines = text.splitlines(keepends=True)
    return {"cell_type": kind, "id": f"part-{number}", "metadata": {}, "source": lines, **own}
