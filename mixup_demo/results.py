"""What probes return and figures draw: frozen records of NumPy arrays, safe to share and cache."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: of the models' folder: the files that evaluations write; and in there a folder for each pair that
#: a user has measured. Named here because neither `models` nor `evidence` may load the other
FOLDER, PAIRS = "results", "pairs"

Floats = NDArray[np.floating]
Integers = NDArray[np.integer]


class Record:
    """Makes the arrays of a record read-only: a cached result has many readers."""

    def __post_init__(self) -> None:
        for part in self._parts():
            if isinstance(part, np.ndarray):
                part.setflags(write=False)

    @property
    def nbytes(self) -> int:
        """The memory of its arrays, those of the records within included."""
        return sum(part.nbytes for part in self._parts() if isinstance(part, np.ndarray | Record))

    def _parts(self) -> Iterator[object]:
        for value in vars(self).values():
            yield from value.values() if isinstance(value, dict) else (value,)


@dataclass(frozen=True)
class Smoothness:
    """How one model behaves between two images; formulas and sources in `probes.smoothness`.

    Attributes:
        miss_rate: share of the line, 0 to 1, where the answer is neither of the two classes.
        label_gap: mean total variation distance to the soft label, 0 to 1.
        linearity_gap: mean total variation distance to the straight line between the answers at
            the two ends, 0 to 1.
        excess_variation: length of the answers' path beyond the direct one, at least 0.
        steepest_slope: largest change of the answer per unit of λ, in total variation distance.
        boundary_crossings: how often the answered class changes.
        boundary_thickness: length of the line on which A's class is ahead of B's by less than
            0.75, in units of the images (L2 distance, values in [0, 1]).
        mean_gradient_norm: mean L2 norm of the loss's gradient, nat per unit of the images; None
            where gradients were not asked for.
    """

    miss_rate: float
    label_gap: float
    linearity_gap: float
    excess_variation: float
    steepest_slope: float
    boundary_crossings: int
    boundary_thickness: float
    mean_gradient_norm: float | None


@dataclass(frozen=True, eq=False)
class Answers(Record):
    """What one model answers at the P points of a sweep, to K classes.

    Attributes:
        probabilities: float32, (P, K); rows sum to 1.
        gradient_norm: float32, (P,): L2 norm of the gradient of the loss with respect to the image
            in [0, 1]; None where gradients were not asked for.
        confidence: float32, (P,): the largest probability.
        entropy: float32, (P,), in nat.
        loss: float32, (P,): cross-entropy with the soft label, in nat.
        smoothness: the measures of the whole line.
    """

    probabilities: Floats
    gradient_norm: Floats | None
    confidence: Floats
    entropy: Floats
    loss: Floats
    smoothness: Smoothness


@dataclass(frozen=True, eq=False)
class Sweep(Record):
    """Models' answers along the path from image B (λ = 0) to image A (λ = 1), at P points.

    Attributes:
        lam: float64, (P,): the λ asked for, rising from 0 to 1.
        applied: float64, (P,): the λ that holds, which is A's share of the soft label. CutMix
            corrects it to the area that is really A's; otherwise it equals `lam`.
        soft_labels: float32, (P, K).
        boxes: int64, (P, 4): CutMix's box at each point as top, bottom, left, right in pixels of
            the input; None for mixup.
        labels: class indices of A and B.
        classes: the K names.
        method: "mixup" or "cutmix".
        seed: where the centre of CutMix's box comes from.
        distance: L2 distance of the two images, values in [0, 1].
        answers: of each model, by the keys of the comparison's models.
        device: "cpu" or "gpu", what was used.
        precision: number format of the inner layers, "bf16" or "fp32".
    """

    lam: Floats
    applied: Floats
    soft_labels: Floats
    boxes: Integers | None
    labels: tuple[int, int]
    classes: tuple[str, ...]
    method: str
    seed: int
    distance: float
    answers: dict[str, Answers]
    device: str
    precision: str

    @property
    def one_class(self) -> bool:
        """Whether both images are of one class."""
        a, b = self.labels
        return a == b


@dataclass(frozen=True, eq=False)
class Attack(Record):
    """Models' answers to one image under attack with B budgets, the first of which is none.

    Attributes:
        epsilons: int64, (B,): the budgets ε in levels of 1/255, from 0 upwards: how far each value
            of the image may move.
        images: float32, (B, 3, H, W) in [0, 1], by model: what it was shown; first the image
            itself.
        probabilities: float32, (B, K), by model; rows sum to 1.
        label: index of the image's class, which the attack moves away from.
        classes: the K names.
        method: "fgsm" or "ifgsm".
        source: whose gradient the attack followed: "white", each model's own, or "black", another
            model's.
        device: "cpu" or "gpu", what was used.
        precision: number format of the inner layers, "bf16" or "fp32".
    """

    epsilons: Integers
    images: dict[str, Floats]
    probabilities: dict[str, Floats]
    label: int
    classes: tuple[str, ...]
    method: str
    source: str
    device: str
    precision: str


@dataclass(frozen=True)
class PlaneMeasures:
    """How one model divides a plane; formulas and source in `probes.plane_measures`.

    Attributes:
        fragmentation: number of connected regions of one class, tiny ones left out.
        foreign_share: share of the plane, 0 to 1, where the answer is none of the three classes.
        boundary_length: length of the boundaries between classes, in sides of the plane.
    """

    fragmentation: int
    foreign_share: float
    boundary_length: float


@dataclass(frozen=True, eq=False)
class PlaneAnswers(Record):
    """What one model answers on a plane: maps (R, R), the row is y, rising, and the column x.

    Attributes:
        classes: int16, index of the likeliest class.
        confidence: float32, the largest probability.
        margin: float32, the largest probability less the second largest.
        entropy: float32, in nat.
        measures: of the whole plane.
    """

    classes: Integers
    confidence: Floats
    margin: Floats
    entropy: Floats
    measures: PlaneMeasures


@dataclass(frozen=True, eq=False)
class Plane(Record):
    """Models' answers on the plane through three images, at R x R points.

    Coordinates are L2 distances of images with values in [0, 1]: the origin is the first image, x
    runs towards the second, and y at right angles to it on the third's side.

    Attributes:
        x, y: float64, (R,), rising.
        positions: float64, (3, 2): where the images lie, as (x, y).
        labels: class indices of the three images.
        classes: the K names.
        answers: of each model, by the keys of the comparison's models.
        agreement: share of the plane, 0 to 1, where the models name the same class.
        device: "cpu" or "gpu", what was used.
        precision: number format of the inner layers, "bf16" or "fp32".
    """

    x: Floats
    y: Floats
    positions: Floats
    labels: tuple[int, int, int]
    classes: tuple[str, ...]
    answers: dict[str, PlaneAnswers]
    agreement: float
    device: str
    precision: str

    @property
    def resolution(self) -> int:
        """R, the number of points a side."""
        return len(self.x)
