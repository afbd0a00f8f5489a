"""A plane whose answers are known: three classes around their images, a fourth to the right."""

import numpy as np

from mixup_demo.probes.plane_measures import agreement, plane_measures
from mixup_demo.results import Plane, PlaneAnswers
from mixup_demo.serving.pictures import Picture
from mixup_demo.serving.questions import PlaneQuestion
from tests.kit import comparison

CLASSES = ("ant", "bee", "cow", "dog")
LABELS = (2, 1, 0)
POSITIONS = np.array([[0.0, 0.0], [10.0, 0.0], [4.0, 8.0]])


def plane(resolution: int = 24) -> Plane:
    """ERM names the nearest image's class, dog beyond x = 11, surely; mixup alike, less surely."""
    steps = np.arange(resolution) / resolution
    x, y = -2.5 + 15 * steps, -2 + 12 * steps
    points = np.stack(np.meshgrid(x, y), axis=-1)
    nearest = np.linalg.norm(points[:, :, None] - POSITIONS, axis=-1).argmin(axis=-1)
    erm = np.where(points[..., 0] > 11, 3, np.array(LABELS)[nearest]).astype(np.int16)
    mixup = np.array(LABELS)[nearest].astype(np.int16)
    answers = {"erm": _answers(erm, 0.9), "mixup": _answers(mixup, 0.6)}
    return Plane(
        x=x,
        y=y,
        positions=POSITIONS,
        labels=LABELS,
        classes=CLASSES,
        answers=answers,
        agreement=agreement([erm, mixup]),
        device="cpu",
        precision="fp32",
    )


def _answers(classes: np.ndarray, confidence: float) -> PlaneAnswers:
    flat = np.full(classes.shape, confidence, np.float32)
    return PlaneAnswers(classes, flat, 2 * flat - 1, 1 - flat, plane_measures(classes, LABELS))


def question(name: str = "", resolution: int = 24) -> PlaneQuestion:
    """Ask of three pictures of plain colours."""
    display = np.zeros((512, 512, 3), np.uint8)
    pictures = tuple(
        Picture(display, np.full((3, 32, 32), value / 255, np.float32), f"{name}{value}")
        for value in (10, 100, 200)
    )
    return PlaneQuestion(pictures, LABELS, resolution, comparison(), "cpu")
