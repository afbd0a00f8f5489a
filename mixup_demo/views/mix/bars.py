"""The rows of bars that show what models predict at each λ."""

from typing import Any

import numpy as np

from mixup_demo.results import Answers, Sweep
from mixup_demo.serving.encoding import rounded

#: classes besides A's and B's that get bars of their own
OTHERS_SHOWN = 2
#: the same of a long list, of which other classes are likely at each λ and to each model
LEADING_SHOWN = 5


def bars(sweep: Sweep, long: bool = False) -> list[dict[str, Any]]:
    """Return the rows of the answers: A's class, B's, the likeliest others, and the rest in one.

    The same rows for both models and for every λ, so that only lengths change under the finger.

    Args:
        sweep: the answers.
        long: whether there are too many classes to choose rows among them for all λ: then all
            others are the rest, and `leading` has the rows that change.
    """
    a, b = sweep.labels
    mean = sum(answers.probabilities.mean(axis=0) for answers in sweep.answers.values())
    others = [int(k) for k in np.argsort(-np.asarray(mean)) if k not in (a, b)]
    count = 0 if long else OTHERS_SHOWN
    named = [(a, "a")] + ([(b, "b")] if b != a else []) + [(k, "other") for k in others[:count]]
    found = [_bar(sweep, sweep.classes[index], kind, [index]) for index, kind in named]
    rest = others[count:]
    return [*found, _bar(sweep, None, "other", rest)] if rest else found


def _bar(sweep: Sweep, name: str | None, kind: str, columns: list[int]) -> dict[str, Any]:
    values = {
        model: rounded(answers.probabilities[:, columns].sum(axis=1))
        for model, answers in sweep.answers.items()
    }
    target = rounded(sweep.soft_labels[:, columns].sum(axis=1))
    return {"class": name, "kind": kind, "count": len(columns), "target": target, **values}


def leading(sweep: Sweep) -> dict[str, Any]:
    """Return by model its likeliest classes besides A's and B's at each λ, the likeliest first."""
    return {model: _leading(sweep, answers) for model, answers in sweep.answers.items()}


def _leading(sweep: Sweep, answers: Answers) -> dict[str, Any]:
    shares = answers.probabilities.copy()
    shares[:, sweep.labels] = -1
    first = np.argpartition(-shares, LEADING_SHOWN, axis=1)[:, :LEADING_SHOWN]
    order = np.argsort(-np.take_along_axis(shares, first, axis=1), axis=1, kind="stable")
    classes = np.take_along_axis(first, order, axis=1)
    likely = np.take_along_axis(shares, classes, axis=1)
    rest = 1 - answers.probabilities[:, sorted(set(sweep.labels))].sum(axis=1) - likely.sum(axis=1)
    return {
        "classes": classes.tolist(),
        "shares": rounded(likely),
        "count": len(sweep.classes) - len(set(sweep.labels)) - LEADING_SHOWN,
        "rest": rounded(np.clip(rest, 0, 1)),
    }
