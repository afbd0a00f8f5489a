"""The chart of the GANs: means, bands, live runs."""

import numpy as np
import plotly.graph_objects as go
import pytest

from mixup_demo.figures import theme
from mixup_demo.views.toy.figures.gan import Curves, gan_figure

AT = (0, 1, 10, 100)
VALUES = {
    "modes": [[0, 2, 4, 8], [0, 4, 4, 6], [0, 0, 1, 7]],
    "quality": [[0, 0.1, 0.2, 0.9], [0, 0.2, 0.2, 0.6], [0, 0.3, 0.2, 0.3]],
}
PLAIN = Curves("erm", "plain", AT, VALUES)
MIXUP = Curves("mixup", "mixup", AT, VALUES)
LIVE = Curves("mixup", "mine", AT[:3], {name: [rows[0][:3]] for name, rows in VALUES.items()}, True)


def lines(figure: go.Figure, axis: str) -> dict[str, go.Scatter]:
    return {one.name: one for one in figure.data if one.yaxis == axis and one.name}


def bands(figure: go.Figure, axis: str) -> list[go.Scatter]:
    return [one for one in figure.data if one.yaxis == axis and one.fill == "toself"]


@pytest.mark.parametrize(("measure", "axis"), [("modes", "y"), ("quality", "y2")])
def test_lines_are_means_and_bands_reach_from_the_least_to_the_greatest(measure: str, axis: str):
    figure = gan_figure([PLAIN, MIXUP], 8)
    values = np.array(VALUES[measure], float)[:, 1:]
    for name, model in (("plain", "erm"), ("mixup", "mixup")):
        line = lines(figure, axis)[name]
        assert line.x == (1, 10, 100)
        assert line.y == pytest.approx(values.mean(axis=0), abs=1e-4)
        assert (line.line.color, line.line.dash) == (theme.var(model), theme.DASHES[model])
    for band in bands(figure, axis):
        assert band.x == (1, 10, 100, 100, 10, 1)
        assert band.y[:3] == tuple(values.max(axis=0))
        assert band.y[:2:-1] == tuple(values.min(axis=0))
    assert len(bands(figure, axis)) == 2


def test_a_live_run_is_a_thinner_line_without_a_band():
    figure = gan_figure([PLAIN, LIVE], 8)
    drawn = lines(figure, "y")
    assert drawn["mine"].line.width < drawn["plain"].line.width
    assert drawn["mine"].y == (2, 4)
    assert len(bands(figure, "y")) == 1


def test_one_seed_has_no_band():
    alone = Curves("erm", "plain", AT, {name: rows[:1] for name, rows in VALUES.items()})
    assert not bands(gan_figure([alone], 8), "y")


def test_axes_are_logarithmic_and_end_with_the_training():
    figure = gan_figure([LIVE, PLAIN], 25)
    for axis in (figure.layout.xaxis, figure.layout.xaxis2):
        assert axis.type == "log"
        assert axis.range == (0, 2)
        assert axis.tickvals == (1, 10, 100)
    assert figure.layout.yaxis.range[1] >= 25
    titles = [note.text for note in figure.layout.annotations]
    assert titles == ["[[gan.measure.modes]]", "[[gan.measure.quality]]"]


def test_before_the_first_iteration_there_is_an_empty_chart():
    begun = Curves("erm", "mine", (0,), {name: [[0]] for name in VALUES}, True)
    figure = gan_figure([begun], 8)
    assert all(not one.x for one in figure.data)
    assert figure.layout.xaxis.range == (0, 1)
