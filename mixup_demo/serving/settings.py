"""Controls that several views share, as data."""

from mixup_demo.serving.controls import Choice, ModelsChoice, Number

PAIR = ModelsChoice("pair", "")
#: the models as they were trained, or each at the temperature that was fitted to it
CALIBRATION = Choice("calibration", "trained", ("trained", "equal"), "error.calibration")
DEVICE = Choice("device", "auto", ("auto", "cpu", "gpu"), "error.device.name")
SEED = Number("seed", 0, 0, 2**31 - 1, 1, "error.seed", whole=True)
