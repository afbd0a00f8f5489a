"""The attack chart: how sure each model is of the image's class, over the budget."""

import plotly.graph_objects as go

from mixup_demo.figures.series import Series, series_figure
from mixup_demo.figures.theme import MARKS
from mixup_demo.results import Attack


def attack_figure(attack: Attack) -> go.Figure:
    """Draw the probability of the image's own class over the budget, in levels of 1/255."""
    series = [
        Series(
            f"[[model.{model}]]",
            mark.name,
            attack.epsilons.tolist(),
            [round(float(value), 4) for value in probabilities[:, attack.label]],
            mode="lines",
            dash=mark.dash,
        )
        for mark, (model, probabilities) in zip(MARKS, attack.probabilities.items(), strict=True)
    ]
    last = int(attack.epsilons[-1])
    x = {
        "title": {"text": "[[attack.axis.budget]]"},
        "range": [0, last],
        "tickvals": list(range(0, last + 1, 4)),
    }
    y = {"title": {"text": "[[attack.axis.own]]"}, "range": [0, 1.03], "tickformat": ".0%"}
    return series_figure(series, x, y)
