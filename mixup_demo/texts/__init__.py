"""Every sentence of the page by key, English and Korean side by side.

A topic is a module with one table ``TEXTS: dict[key, (English, Korean)]``. Sentences may hold
``{placeholders}`` in `str.format` style.
"""

from mixup_demo.texts import (
    attack,
    boundary,
    charts,
    claims,
    errors,
    evidence,
    gan,
    mix,
    models,
    page,
    plane,
    playground,
    probes,
    toy_view,
)

LANGUAGES = ("en", "ko")

TEXTS: dict[str, tuple[str, str]] = {
    **errors.TEXTS,
    **page.TEXTS,
    **mix.TEXTS,
    **models.TEXTS,
    **probes.TEXTS,
    **evidence.TEXTS,
    **claims.TEXTS,
    **charts.TEXTS,
    **attack.TEXTS,
    **plane.TEXTS,
    **boundary.TEXTS,
    **playground.TEXTS,
    **toy_view.TEXTS,
    **gan.TEXTS,
}


def text(key: str, language: str, **values: object) -> str:
    """Return the sentence `key` in `language`, its placeholders filled.

    Raises:
        KeyError: no sentence has this key.
    """
    sentence = TEXTS[key][LANGUAGES.index(language)]
    return sentence.format(**values) if values else sentence


def table(language: str) -> dict[str, str]:
    """Return all sentences of one language, for the page to look up."""
    index = LANGUAGES.index(language)
    return {key: pair[index] for key, pair in TEXTS.items()}
