"""Every sentence there is, put together here from the tables of all rooms and views."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from mixup_demo import texts, views
from mixup_demo.evidence import texts as evidence_texts


def _tables() -> Iterator[dict[str, tuple[str, str]]]:
    yield texts.TEXTS
    yield evidence_texts.TEXTS
    for module in pkgutil.walk_packages(views.__path__, f"{views.__name__}."):
        *_, parent, name = module.name.split(".")
        if "texts" in (parent, name):
            yield getattr(import_module(module.name), "TEXTS", {})


TEXTS = {key: sentences for table in _tables() for key, sentences in table.items()}


def text(key: str, language: str, **values: object) -> str:
    return texts.fill(TEXTS, key, language, **values)
