"""How sentences work, and those that all rooms share; English and Korean side by side.

A topic is a module with one table ``TEXTS: dict[key, (English, Korean)]``. Sentences may hold
``{placeholders}`` in `str.format` style. A view's own sentences live in its folder; `page.words`
puts all of them together.
"""

from collections.abc import Mapping

from mixup_demo.texts import (
    batch_errors,
    charts,
    errors,
    image_errors,
    lecture_errors,
    measures,
    models,
    pretrained,
    server_errors,
    toy_errors,
)

LANGUAGES = ("en", "ko")

Table = Mapping[str, tuple[str, str]]

#: what this room holds itself
TEXTS: dict[str, tuple[str, str]] = {
    **errors.TEXTS,
    **image_errors.TEXTS,
    **batch_errors.TEXTS,
    **lecture_errors.TEXTS,
    **server_errors.TEXTS,
    **toy_errors.TEXTS,
    **models.TEXTS,
    **pretrained.TEXTS,
    **measures.TEXTS,
    **charts.TEXTS,
}


def text(key: str, language: str, **values: object) -> str:
    """Return the shared sentence `key` in `language`, its placeholders filled.

    Raises:
        KeyError: no shared sentence has this key.
    """
    return fill(TEXTS, key, language, **values)


def fill(table: Table, key: str, language: str, **values: object) -> str:
    """Return the sentence `key` of a table in `language`, its placeholders filled.

    Raises:
        KeyError: no sentence has this key.
    """
    sentence = table[key][LANGUAGES.index(language)]
    return sentence.format(**values) if values else sentence
