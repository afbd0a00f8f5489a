import numpy as np
import plotly.graph_objects as go
import pytest
from scipy.stats import percentileofscore

from mixup_demo.evidence.distribution_figures import distribution_figure, edges, mark_traces, shares
from mixup_demo.evidence.population_file import measures
from tests.evidence import kit

RESULTS = kit.population(pairs=40, planes=30, attacked=20)
ROWS = (("erm", "y"), ("mixup", "y2"))


@pytest.mark.parametrize("name", ["steepest_slope", "adversarial_thickness", "foreign_share"])
def test_each_model_has_a_row_of_bars_that_count_all_its_values(name: str):
    figure = distribution_figure(RESULTS, name)
    assert [type(trace) for trace in figure.data] == [go.Bar, go.Bar]
    for trace, (model, axis) in zip(figure.data, ROWS, strict=True):
        values = measures(RESULTS)[name][model]
        counted = [
            np.mean([low <= v < high for v in values]) for low, high in trace.customdata[:-1]
        ]
        assert list(trace.y)[:-1] == pytest.approx(counted, abs=0.06)  # edges are shown rounded
        assert sum(trace.y) == pytest.approx(1, abs=1e-3)
        assert (trace.name, trace.yaxis) == (f"[[model.{model}]]", axis)
        assert trace.marker.color == f"var(--{model})"


def test_both_rows_share_bins_and_scale_and_erm_is_above():
    figure = distribution_figure(RESULTS, "steepest_slope")
    erm, mixup = figure.data
    assert (erm.x, erm.width) == (mixup.x, mixup.width)
    upper, lower = figure.layout.yaxis, figure.layout.yaxis2
    assert upper.range == lower.range
    assert max(*erm.y, *mixup.y) < upper.range[1]
    assert upper.domain[0] > lower.domain[1]
    names = {note.yref: note.text for note in figure.layout.annotations}
    assert names == {"y domain": "[[model.erm]]", "y2 domain": "[[model.mixup]]"}


def test_whole_numbers_have_a_bin_each():
    values = {"erm": [1.0, 3.0, 3.0], "mixup": [2.0, 5.0, 5.0]}
    assert edges(values).tolist() == [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]
    assert shares(values["erm"], edges(values)) == pytest.approx([1 / 3, 0, 2 / 3, 0, 0])


def test_bins_reach_from_the_smallest_value_to_the_largest():
    bins = edges({"erm": [0.25, 0.75], "mixup": [0.5, 4.25]})
    assert (bins[0], bins[-1], len(bins)) == (0.25, 4.25, 21)
    assert len(edges({"erm": [0.5], "mixup": [0.5]})) == 21  # nor must they differ


def test_the_visitors_values_are_marked_with_their_percentile():
    marks = {"erm": 0.25, "mixup": 0.5}
    top = distribution_figure(RESULTS, "miss_rate").layout.yaxis.range[1]
    traces = mark_traces(RESULTS, "miss_rate", marks)
    for trace, (model, axis) in zip(traces, ROWS, strict=True):
        values = measures(RESULTS)["miss_rate"][model]
        rank = percentileofscore(values, marks[model], kind="mean")
        assert (set(trace.x), trace.yaxis) == ({marks[model]}, axis)
        assert 0 == trace.y[0] < trace.y[1] < top
        assert f"[[population.percentile]] {rank:.0f}<" in trace.hovertemplate
        assert f"[[model.{model}]]" in trace.hovertemplate
        assert trace.name == "[[population.yours]]"


def test_one_models_mark_alone_is_drawn_alone():
    (mark,) = mark_traces(RESULTS, "miss_rate", {"mixup": 0.5})
    assert mark.yaxis == "y2"


def test_an_unknown_measure_has_no_distribution():
    with pytest.raises(KeyError, match="agreement"):
        distribution_figure(RESULTS, "agreement")
