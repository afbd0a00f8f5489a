"""The bar that shows how far an evaluation is, where somebody watches."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")


def progress(items: Sequence[Item], name: str) -> Iterator[Item]:
    """Yield the items while a bar moves on a terminal."""
    yield from tqdm(items, desc=name, disable=None, leave=False)
