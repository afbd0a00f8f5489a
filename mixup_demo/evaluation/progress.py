"""A progress bar for evaluations, shown on terminals only."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")


def progress(items: Sequence[Item], name: str) -> Iterator[Item]:
    """Yield the items and show a progress bar on a terminal."""
    yield from tqdm(items, desc=name, disable=None, leave=False)
