"""A user's colour can be read on both pages, whatever it is."""

import pytest

from mixup_demo.figures.shades import CONTRAST, contrast, shades
from mixup_demo.figures.theme import COLOURS


def channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def test_contrast_is_wcag_s():
    assert contrast((0, 0, 0), (1, 1, 1)) == contrast((1, 1, 1), (0, 0, 0)) == pytest.approx(21)
    assert contrast(channels("#777777"), (1, 1, 1)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    "colour", ["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#808080"]
)
def test_both_shades_can_be_read(colour: str):
    for theme, shade in enumerate(shades(colour)):
        for ground in ("card", "on-model"):
            found = contrast(channels(shade), channels(COLOURS[ground][theme]))
            assert found >= CONTRAST - 0.05  # whole bytes


def test_a_colour_that_can_be_read_stays():
    (light, _), (_, dark) = shades("#7b3f98"), shades("#d7a3ee")
    assert (light, dark) == ("#7b3f98", "#d7a3ee")
