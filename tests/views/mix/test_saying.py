"""The sentence's words follow from the numbers alone."""

import pytest

from mixup_demo.views.mix.saying import blend, manner


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        (1.0, "sure"),
        (0.9, "sure"),
        (0.899, "leaning"),
        (0.5, "leaning"),
        (0.499, "torn"),
        (0.1, "torn"),
    ],
)
def test_a_model_is_sure_leans_or_is_torn_by_its_confidence(confidence: float, said: str):
    assert manner(confidence) == said


@pytest.mark.parametrize(
    ("lam", "said"),
    [(0.0, "b"), (0.01, "blend"), (0.3, "blend"), (0.5, "half"), (0.51, "blend"), (1.0, "a")],
)
def test_a_blend_is_said_by_what_is_there(lam: float, said: str):
    assert blend(lam) == said


@pytest.mark.parametrize(("lam", "said"), [(0.0, "b"), (0.3, "same"), (0.5, "same"), (1.0, "a")])
def test_shares_of_one_class_are_not_told_apart(lam: float, said: str):
    assert blend(lam, one_class=True) == said
