"""All sentences of the page: the shared ones, the frame's, and every view's."""

from collections.abc import Mapping, Sequence

from mixup_demo import texts
from mixup_demo.evidence import texts as evidence
from mixup_demo.page.texts import LATER, TEXTS
from mixup_demo.serving.view import View


def sentences(views: Sequence[View]) -> dict[str, tuple[str, str]]:
    """Return all sentences by key, (English, Korean).

    Raises:
        ValueError: a key stands in two tables.
    """
    found: dict[str, tuple[str, str]] = {}
    for one in (texts.TEXTS, TEXTS, evidence.TEXTS, *(view.texts for view in views)):
        twice = found.keys() & one.keys()
        if twice:
            raise ValueError(f"These text keys stand in two tables: {', '.join(sorted(twice))}.")
        found |= one
    return found


def at_once(views: Sequence[View]) -> dict[str, tuple[str, str]]:
    """Return the sentences that every page comes with, by key.

    Raises:
        ValueError: see `sentences`.
    """
    later = LATER.keys() | {key for view in views for key in view.later}
    return {key: pair for key, pair in sentences(views).items() if key not in later}


def table(all_sentences: Mapping[str, tuple[str, str]], language: str) -> dict[str, str]:
    """Return all sentences of one language, for the page to look up."""
    index = texts.LANGUAGES.index(language)
    return {key: pair[index] for key, pair in all_sentences.items()}
