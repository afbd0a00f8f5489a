"""The Toy view's controls, as data: what is trained on, by which network, and how."""

from mixup_demo.serving.controls import Choice, Control, Number, Text

DATASETS = (
    *("toy", "moons", "circles", "spirals2", "spirals3", "blobs2", "blobs3", "blobs4"),
    *("xor", "checkerboard", "iris", "drawn"),
)
#: points that a visitor may draw, for they travel in the address
MOST_DRAWN = 400

DATASET = Choice("dataset", "toy", DATASETS, "error.toy.dataset")
N = Number("n", 300, 10, 1000, 10, "error.toy.n", whole=True)
#: standard deviation, in units of the frame, of which the shapes fill -1 to 1
NOISE = Number("noise", 0.15, 0.0, 0.5, 0.01, "error.toy.noise")
FLIP = Number("flip", 0.0, 0.0, 0.5, 0.01, "error.toy.flip")
#: five characters a point: class 0 to 3; x and y, each as two digits to base 36, 00 to zz, from
#: the left or the bottom end of the frame to the other
POINTS = Text(
    "points", "", f"(?:[0-3][0-9a-z]{{4}}){{0,{MOST_DRAWN}}}", MOST_DRAWN, "error.toy.points"
)
ALPHA = Number("toy_alpha", 1.0, 0.0, 32.0, 0.01, "error.alpha.range", (0.0, 0.2, 1.0, 8.0))
LAMBDAS = Choice("lambdas", "batch", ("batch", "sample"), "error.toy.lambdas")
DEPTH = Number("depth", 3, 1, 6, 1, "error.toy.depth", whole=True)
WIDTH = Number("width", 64, 4, 256, 1, "error.toy.width", whole=True)
ACTIVATION = Choice("activation", "relu", ("relu", "tanh", "gelu"), "error.toy.activation")
OPTIMISER = Choice("optimiser", "adam", ("adam", "sgd"), "error.toy.optimiser")
RATE = Number("rate", 0.005, 0.0001, 1.0, 0.0001, "error.toy.rate", (0.001, 0.005, 0.02, 0.1))
DECAY = Number("decay", 0.0, 0.0, 0.1, 0.0001, "error.toy.decay", (0.0, 0.0001, 0.001, 0.01))
#: where there are fewer points than that, all are one batch
BATCH = Number("batch", 64, 8, N.maximum, 1, "error.toy.batch", whole=True)
STEPS = Number("steps", 2000, 60, 5000, 10, "error.toy.steps", whole=True)
SEED = Number("toy_seed", 0, 0, 2**31 - 1, 1, "error.seed", whole=True)

CONTROLS: tuple[Control, ...] = (
    *(DATASET, N, NOISE, FLIP, POINTS),
    *(ALPHA, LAMBDAS),
    *(DEPTH, WIDTH, ACTIVATION),
    *(OPTIMISER, RATE, DECAY, BATCH, STEPS, SEED),
)

#: the step that a link opens at, the end where it is not given; no part of a question
AT = Number("at", STEPS.maximum, 0, STEPS.maximum, 1, "error.toy.at", whole=True)
#: of a request: columns of the curves' panels, and how many frames the page has; no part of the
#: state
COLUMNS = Number("columns", 3, 1, 6, 1, "error.toy.columns", whole=True)
START = Number("start", 0, 0, 2**31 - 1, 1, "error.toy.start", whole=True)
