"""The Evidence view's controls, as data."""

from mixup_demo.probes.attack_methods import METHODS, MOST
from mixup_demo.serving.controls import Choice, Number, Text
from mixup_demo.serving.settings import PAIR

PANELS = (
    *("generalisation", "corrupted", "adversarial", "corruptions", "calibration", "between"),
    *("gan", "limits"),
)
#: the open ones, "between-gan"
NAME = f"(?:{'|'.join(PANELS)})"
PANEL = Text("panel", "", f"(?:{NAME}(?:-{NAME})*)?", len(PANELS), "error.panel")
#: in levels of 1/255
EPSILON = Number("epsilon", 4, 0, MOST, 1, "error.epsilon", whole=True)
ATTACK = Choice("attack", METHODS[0], METHODS, "error.attack")
SOURCE = Choice("source", "white", ("white", "black"), "error.source")
#: which of the visitor's pictures is attacked
ATTACKED = Choice("attacked", "a", ("a", "b", "c"), "error.attacked")

CONTROLS = (PANEL, EPSILON, ATTACK, SOURCE, ATTACKED, PAIR)
