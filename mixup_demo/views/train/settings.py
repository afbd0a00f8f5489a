"""The Train view's controls: the arguments of timm's Mixup by their own names, images, and code."""

from mixup_demo.serving.controls import Choice, Control, Number, Text

#: images of a batch
FEWEST, MOST = 4, 16
#: classes of the example photos
PHOTO_CLASSES = 10
NO_MINMAX = "none"
LIBRARIES = (
    *("timm", "timm-command", "torchvision", "two-loaders", "permutation"),
    *("keras", "fastai", "lightning", "own-photos", "recipe"),
)

MIXUP = Number("mixup_alpha", 1.0, 0.0, 32.0, 0.01, "error.argument", (0.0, 0.2, 0.4, 1.0, 8.0))
CUTMIX = Number("cutmix_alpha", 0.0, 0.0, 32.0, 0.01, "error.argument", (0.0, 0.5, 1.0))
#: smallest and largest side of a box, as shares of the image's
MINMAX = Choice(
    "cutmix_minmax", NO_MINMAX, (NO_MINMAX, "0.2-0.8", "0.3-0.9", "0.4-0.6"), "error.option"
)
PROB = Number("prob", 1.0, 0.0, 1.0, 0.05, "error.argument")
SWITCH = Number("switch_prob", 0.5, 0.0, 1.0, 0.05, "error.argument")
MODE = Choice("mode", "batch", ("batch", "pair", "elem"), "error.option")
CORRECT = Choice("correct_lam", "on", ("on", "off"), "error.option")
SMOOTHING = Number("label_smoothing", 0.1, 0.0, 0.5, 0.01, "error.argument")
CLASSES = Number(
    "num_classes", PHOTO_CLASSES, PHOTO_CLASSES, 1000, 1, "error.num_classes", whole=True
)
SEED = Number("train_seed", 0, 0, 2**31 - 1, 1, "error.seed", whole=True)
#: keys of example photos with dots between them; none for the opening batch
IMAGES = Text(
    "images", "", rf"(?:[a-z]+-\d(?:\.[a-z]+-\d){{{FEWEST - 1},{MOST - 1}}})?", MOST, "error.batch"
)
#: the library whose code is shown
LIBRARY = Choice("library", LIBRARIES[0], LIBRARIES, "error.option")

#: of timm's class
ARGUMENTS: tuple[Control, ...] = (
    *(MIXUP, CUTMIX, MINMAX, PROB, SWITCH, MODE, CORRECT, SMOOTHING, CLASSES),
)
#: of a request: how many epochs the page has; no part of the state
START = Number("start", 0, 0, 2**31 - 1, 1, "error.share", whole=True)
CONTROLS: tuple[Control, ...] = (*ARGUMENTS, SEED, IMAGES, LIBRARY)
