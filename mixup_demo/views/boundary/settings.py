"""The Boundary view's controls, as data."""

from mixup_demo.serving.controls import Choice, Number
from mixup_demo.serving.settings import CALIBRATION, PAIR

SHOW = Choice("show", "classes", ("classes", "difference", "confidence", "margin"), "error.show")
RESOLUTION = Number("resolution", 48, 8, 96, 1, "error.resolution", whole=True)
#: a place in the plane: shares of its width from the left, and of its height from below
PLACE_X = Number("x", 0.5, 0.0, 1.0, 0.001, "error.place")
PLACE_Y = Number("y", 0.5, 0.0, 1.0, 0.001, "error.place")

CONTROLS = (SHOW, RESOLUTION, PLACE_X, PLACE_Y, PAIR, CALIBRATION)
