"""The first state, before the page's scripts run."""

import pytest

from mixup_demo.serving.first import First
from mixup_demo.views.mix.first import first_state


@pytest.mark.parametrize(
    "answer", [{}, {"leading": [], "labels": [3, 3]}, {"leading": [1], "labels": [3, 5]}]
)
def test_nothing_stands_there_that_scripts_would_say_otherwise(answer: dict[str, list[int]]):
    config = {"controls": {"pair": {"default": "erm:mixup"}}}
    assert first_state(First(answer, config, {}, {})) == {}
