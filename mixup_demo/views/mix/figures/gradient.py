"""The gradient chart: how strongly each model's loss reacts to the pixels, over λ."""

import plotly.graph_objects as go

from mixup_demo.figures import theme
from mixup_demo.results import Sweep


def gradient_figure(sweep: Sweep) -> go.Figure:
    """Draw the norm of the loss's gradient with respect to the image (paper, Fig. 2, right).

    Returns:
        Two lines over λ on one scale from 0, the left model's solid and the right one's dashed.

    Raises:
        ValueError: the sweep was computed without gradients.
    """
    figure = go.Figure(layout=_layout())
    for mark, (model, answers) in zip(theme.MARKS, sweep.answers.items(), strict=True):
        norms = answers.gradient_norm
        if norms is None:
            raise ValueError("This sweep holds no gradient norms: compute it with gradients=True.")
        figure.add_trace(
            go.Scatter(
                x=sweep.lam.tolist(),
                # four significant digits: the page need not carry more
                y=[float(f"{value:.4g}") for value in norms],
                name=f"[[model.{model}]]",
                mode="lines",
                line={"width": 2.5, "color": theme.var(mark.name), "dash": mark.dash},
                hovertemplate="%{y:.3g}",
            )
        )
    return figure


def _layout() -> go.Layout:
    return theme.layout(
        hovermode="x unified",
        xaxis=theme.axis(
            range=[0, 1],
            tickvals=[0, 0.25, 0.5, 0.75, 1],
            ticktext=["B", "0.25", "0.5", "0.75", "A"],
            hoverformat=".2f",
            unifiedhovertitle={"text": "λ = %{x:.2f}"},
            title={"text": "λ", "standoff": 4},
            automargin=True,
        ),
        yaxis=theme.axis(
            rangemode="tozero",
            nticks=5,
            title={"text": "[[chart.gradient.y]]", "standoff": 6},
        ),
        margin={"l": 62, "r": 10, "t": 8, "b": 40},
    )
