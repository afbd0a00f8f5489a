"""Every sentence there is, put together here from the tables of all rooms and views."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

from mixup_demo import texts, views
from mixup_demo.evidence import texts as evidence_texts
from mixup_demo.evidence.panel import Says


def _tables() -> Iterator[dict[str, tuple[str, str]]]:
    yield texts.TEXTS
    yield evidence_texts.TEXTS
    for module in pkgutil.walk_packages(views.__path__, f"{views.__name__}."):
        *_, parent, name = module.name.split(".")
        if "texts" in (parent, name):
            yield getattr(import_module(module.name), "TEXTS", {})


TEXTS = {key: sentences for table in _tables() for key, sentences in table.items()}


#: values that no sentence of this key needs: others that are computed alike do
SPARE = {
    "evidence.alphas.says.few": {"better", "total", "worse"},
    "evidence.adversarial.says.budgets": {"open"},
    "evidence.adversarial.says.masked": {"verdict"},
    "evidence.between.says.trained": {"open"},
    "evidence.corrupted.says.dropout": {"measure"},
    "evidence.summary.black": {"restarts", "open", "seeds_open"},
    **{
        f"evidence.studies.says.{study}.few": {"better", "total", "worse"}
        for study in ("added", "alphas", "curves", "length", "relatives")
    },
    "evidence.gan.says.modes": {"modes"},
    "evidence.gan.says.quality": {"modes"},
}


def is_told(says: Says) -> bool:
    """Whether a sentence says each of its values, in every language, and asks for no other."""
    values = says.values.keys() - SPARE.get(says.key, set())
    return all(set(re.findall(r"\{(\w+)\}", one)) == values for one in TEXTS[says.key])


def text(key: str, language: str, **values: object) -> str:
    return texts.fill(TEXTS, key, language, **values)
