"""Charts that the chapters alone have."""

from mixup_demo.evidence.panel import Chart, Values, chart
from mixup_demo.figures.marks import PAPERS
from mixup_demo.figures.series import Series, series_figure

#: the smaller network in one colour and dash, the larger in another
_LOOKS = {"LeNet": ("class-b", "dash"), "VGG-11": ("class-a", "solid")}


def speech(speech: Values) -> Chart:
    """Return the paper's test errors on speech commands over α, a line a network.

    Args:
        speech: the paper's numbers on speech, traced.
    """
    series = []
    for network, (colour, dash) in _LOOKS.items():
        rows = [row for row in speech["rows"] if str(row["network"]) == network]
        series.append(
            Series(
                rows[0]["network"],
                colour,
                [row["alpha"] for row in rows],
                [row["error"] for row in rows],
                dash=dash,
                symbol=PAPERS,
            )
        )
    x = {"title": {"text": "α"}, "tickvals": [0, 0.1, 0.2], "range": [-0.02, 0.22]}
    y = {
        "title": {"text": "[[evidence.measure.test-error]]"},
        **{"ticksuffix": " %", "rangemode": "tozero"},
    }
    figure = series_figure(series, x, y)
    figure.update_layout(showlegend=True, legend={"orientation": "h", "y": 1.12, "x": 0})
    return chart("learn.kinds.chart", figure)
