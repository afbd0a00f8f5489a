"""The chapters as JSON, and what each fetches when it is reached."""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from mixup_demo.images import gallery
from mixup_demo.results import Sweep
from mixup_demo.serving.encoding import rounded
from mixup_demo.serving.examples import example_sweep
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import sweep as sweep_of
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.learn import sheets
from mixup_demo.views.learn.chapter import Chapter
from mixup_demo.views.learn.chapters import CHAPTERS
from mixup_demo.views.learn.code import CODE
from mixup_demo.views.learn.evidence import Evidence, collect
from mixup_demo.views.learn.formulas import mathml
from mixup_demo.views.learn.numbers import NUMBERS
from mixup_demo.views.learn.references import REFERENCES
from mixup_demo.views.learn.texts.glossary import TERMS

#: of probabilities, so that their logarithms are right to what is shown of them
DIGITS = 6
#: the pair of chapter 6: the plain model sees a third class between them
PATH = ("airplane-2", "dog-2")


@lru_cache
def evidence() -> Evidence:
    """Return the evidence of the results files, read once."""
    return collect()


def chapter_payload(chapter: Chapter) -> dict[str, Any]:
    """Return a chapter: its text keys, formulas, question, numbers and doors."""
    return {
        "name": chapter.name,
        "title": chapter.key("title"),
        "paragraphs": chapter.keys("", chapter.paragraphs),
        "more": chapter.keys("more.", chapter.more),
        "formulas": [mathml(name) for name in chapter.formulas],
        "figure": chapter.figure,
        "question": {
            "ask": chapter.key("ask"),
            "answers": chapter.answers,
            "right": chapter.right,
            "because": chapter.key("because"),
        },
        "says": [NUMBERS[name](evidence()).as_dict() for name in chapter.numbers],
        "charts": charts_file(chapter) if chapter.charts else None,
        "doors": [{"text": door.text, "href": door.href} for door in chapter.doors],
        "code": [{"name": f"learn.code.{name}", "text": CODE[name]} for name in chapter.code],
    }


def charts_file(chapter: Chapter) -> str:
    """Return the file of a chapter's charts."""
    return f"learn-{chapter.name}.json"


def charts_payload(chapter: Chapter) -> list[dict[str, Any]]:
    """Return a chapter's charts, each with the parts of its legend."""
    found = evidence()
    return [
        {**found.chart(one.panel, one.title).as_dict(), "legend": list(one.legend)}
        for one in chapter.charts
    ]


def loss_payload(sweep: Sweep) -> dict[str, Any]:
    """Return the losses of each model along λ: against either label, and against the soft one.

    Of the bundled models on the opening pair; the soft one was computed of the whole distribution,
    not of the other two.

    Args:
        sweep: M models at K points of λ.
    """
    a, b = sweep.labels
    smallest = np.finfo(np.float32).tiny
    logs = {
        model: -np.log(np.maximum(each.probabilities, smallest))
        for model, each in sweep.answers.items()
    }
    return {
        "lam": rounded(sweep.applied),
        "classes": [sweep.classes[a], sweep.classes[b]],
        "models": {
            model: {
                "a": rounded(logs[model][:, a], DIGITS),
                "b": rounded(logs[model][:, b], DIGITS),
                "soft": rounded(each.loss, DIGITS),
            }
            for model, each in sweep.answers.items()
        },
    }


def path_payload(sweep: Sweep) -> dict[str, Any]:
    """Return what each model answers along λ: the shares of either class, and the likeliest class.

    It begins where the first model is surest of a class that neither photo has, else in the middle.

    Args:
        sweep: M models at K points of λ.
    """
    a, b = sweep.labels
    return {
        "photos": list(PATH),
        "start": _surest_of_a_third(sweep),
        "lam": rounded(sweep.applied),
        "classes": [sweep.classes[a], sweep.classes[b]],
        "models": {
            model: {
                "a": rounded(each.probabilities[:, a]),
                "b": rounded(each.probabilities[:, b]),
                "first": [sweep.classes[k] for k in each.probabilities.argmax(axis=1)],
                "share": rounded(each.confidence),
            }
            for model, each in sweep.answers.items()
        },
    }


def _surest_of_a_third(sweep: Sweep) -> int:
    first = next(iter(sweep.answers.values()))
    third = ~np.isin(first.probabilities.argmax(axis=1), sweep.labels)
    if not third.any():
        return len(third) // 2
    return int(np.where(third, first.confidence, 0).argmax())


def _answered(
    services: Services, pair: tuple[str, str], make: Callable[[Sweep], dict[str, Any]]
) -> dict[str, Any] | None:
    """Return what is made of a pair's answers; None where they cost too much for this machine."""
    try:
        return make(sweep_of(services, example_sweep(services, *pair)))
    except InputError:
        return None


def files(services: Services) -> dict[str, bytes]:
    """Return what the page fetches when the view opens, and when a chapter is reached, by name."""
    whole = {
        "chapters": [chapter_payload(one) for one in CHAPTERS],
        "references": [vars(one) for one in REFERENCES],
        "sheets": [one.name for one in sheets.SHEETS],
        "terms": [f"learn.term.{name}" for name in TERMS],
        "losses": _answered(services, gallery.pairs()[0], loss_payload),
        "path": _answered(services, PATH, path_payload),
    }
    charts = {charts_file(one): charts_payload(one) for one in CHAPTERS if one.charts}
    made = {name: _json(content) for name, content in {"learn.json": whole, **charts}.items()}
    return {**made, **dict(sheets.files(evidence()))}


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()
