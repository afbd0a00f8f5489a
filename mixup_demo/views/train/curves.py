"""The small training's curves: accuracy and loss, where images are mixed and where they are not."""

from collections.abc import Iterator, Sequence

import plotly.graph_objects as go

from mixup_demo.batches.learning import EPOCHS, MODELS, PLACES, Epoch
from mixup_demo.figures.series import Series, series_figure

#: place -> dash
DASHES = {"learned": "dot", "clean": "dash", "test": "solid"}
AXIS = {"title": {"text": "[[train.learn.epoch]]"}, "range": [0.5, EPOCHS + 0.5]}


def accuracy_figure(epochs: Sequence[Epoch]) -> go.Figure:
    """Draw the accuracy of both models over epochs, and the best that mixed images allow."""
    series = list(_series([one.accuracy for one in epochs]))
    ceiling = [round(one.ceiling, 4) for one in epochs]
    numbers = list(range(1, len(epochs) + 1))
    series.append(
        Series("[[train.learn.ceiling]]", "class-other", numbers, ceiling, mode="lines", width=1.5)
    )
    y = {"title": {"text": "[[train.learn.accuracy]]"}, "range": [0, 1.02], "tickformat": ".0%"}
    return series_figure(series, AXIS, y)


def loss_figure(epochs: Sequence[Epoch]) -> go.Figure:
    """Draw the losses of both models over epochs, in nat."""
    y = {"title": {"text": "[[train.learn.loss]]"}, "rangemode": "tozero"}
    return series_figure(list(_series([one.loss for one in epochs])), AXIS, y)


def _series(values: Sequence[dict[str, dict[str, float]]]) -> Iterator[Series]:
    for model in MODELS:
        for place in PLACES:
            yield Series(
                f"[[train.learn.{model}]], [[train.learn.{place}]]",
                model,
                list(range(1, len(values) + 1)),
                [round(one[model][place], 4) for one in values],
                mode="lines",
                dash=DASHES[place],
                width=2.0,
            )
