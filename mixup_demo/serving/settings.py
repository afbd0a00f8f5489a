"""Controls that several views share, as data."""

from mixup_demo.serving.controls import Choice, ModelsChoice, Number

PAIR = ModelsChoice("pair", "")
DEVICE = Choice("device", "auto", ("auto", "cpu", "gpu"), "error.device.name")
SEED = Number("seed", 0, 0, 2**31 - 1, 1, "error.seed", whole=True)
