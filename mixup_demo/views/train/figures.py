"""The λ of many batches beside Beta(α, α)."""

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray
from scipy.stats import beta

from mixup_demo.batches.arguments import MixupArguments
from mixup_demo.batches.results import OPERATIONS, Draws
from mixup_demo.figures import theme

BINS = 32
EDGES = np.linspace(0, 1, BINS + 1)
MIDDLES = ((EDGES[1:] + EDGES[:-1]) / 2).round(4).tolist()
#: stripes of its colour, so that this is not all that tells CutMix from mixup
HATCH = {"shape": "/", "size": 7, "solidity": 0.45}
#: of the height where there is nothing to draw: Plotly's own reaches below zero
EMPTY = [0, 0.1]


def draws_figure(arguments: MixupArguments, draws: Draws) -> go.Figure:
    """Draw how often λ falls into each of `BINS` bins: as played, and as Beta(α, α) says.

    Bars are the λ that targets have; those of CutMix are corrected for boxes clipped at the border,
    which moves them away from its Beta, and are none of Beta's where `cutmix_minmax` draws the
    boxes. Heights are shares of each operation's images.
    """
    figure = go.Figure(
        layout=theme.layout(
            barmode="overlay",
            bargap=0.06,
            hovermode="x",
            xaxis=theme.axis(range=[0, 1], title={"text": "λ"}),
            yaxis=theme.axis(
                tickformat=".0%", title={"text": "[[train.draws.axis]]"}, **theme.GRID
            ),
            margin={"l": 58, "r": 14, "t": 8, "b": 44},
        )
    )
    for name, alpha in (("mixup", arguments.mixup_alpha), ("cutmix", arguments.cutmix)):
        lam = draws.lam[draws.operation == OPERATIONS.index(name)]
        if alpha > 0 and len(lam):
            figure.add_trace(_played(name, lam))
            if name == "mixup" or not arguments.cutmix_minmax:
                figure.add_trace(_expected(name, alpha))
    if not figure.data:
        figure.update_yaxes(range=EMPTY)
    return figure


def _played(name: str, lam: NDArray[np.float64]) -> go.Bar:
    played = np.histogram(lam, EDGES)[0] / len(lam)
    pattern = HATCH if name == "cutmix" else None
    return go.Bar(
        x=MIDDLES,
        y=played.round(5).tolist(),
        name=f"[[train.draws.{name}]]",
        marker={"color": theme.var(name), "opacity": 0.55, "pattern": pattern},
        hovertemplate="%{fullData.name}: %{y:.1%}<extra></extra>",
    )


def _expected(name: str, alpha: float) -> go.Scatter:
    return go.Scatter(
        x=MIDDLES,
        y=np.diff(beta.cdf(EDGES, alpha, alpha)).round(5).tolist(),
        name=f"Beta({alpha:g}, {alpha:g})",
        mode="lines",
        line={"color": theme.var(name), "width": 2.5, "dash": "dash"},
        hovertemplate="%{fullData.name}: %{y:.1%}<extra></extra>",
    )
