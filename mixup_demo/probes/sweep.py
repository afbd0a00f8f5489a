"""The sweep: both models' answers along the whole path between two images."""

import numpy as np
from numpy.typing import NDArray

from mixup_demo import mixing
from mixup_demo.models.engine import Engine, Response, Singles
from mixup_demo.probes.smoothness import smoothness
from mixup_demo.results import Answers, Floats, Sweep
from mixup_demo.texts.input_error import InputError

LAMBDAS = np.arange(101) / 100


def sweep(
    engine: Engine,
    image_a: Singles,
    image_b: Singles,
    label_a: int,
    label_b: int,
    method: str = mixing.METHODS[0],
    seed: int = 0,
    gradients: bool = True,
) -> Sweep:
    """Ask both models at λ = 0, 0.01, ..., 1 (A's weight), and measure how they go from B to A.

    Args:
        engine: the models.
        image_a, image_b: (3, H, W) float32 in [0, 1], of the engine's input size.
        label_a, label_b: indices of their classes.
        method: "mixup", or "cutmix": a box of B on A, about one centre as far as it has room there.
        seed: of the centre.
        gradients: whether to compute gradient norms, which takes more than twice as long.

    Raises:
        InputError: "error.method", no such method; "error.label.index", no such class.
    """
    if method not in mixing.METHODS:
        raise InputError("error.method", value=method, names=", ".join(mixing.METHODS))
    labels = (label_a, label_b)
    targets = mixing.one_hot(labels, len(engine.classes))
    boxes = cutmix_boxes(LAMBDAS, *engine.input_size, seed) if method == "cutmix" else None
    applied = LAMBDAS if boxes is None else _corrected(boxes, *engine.input_size)
    soft_labels = mixing.mix(targets[:1], targets[1:], applied.astype(np.float32)[:, None])
    images = _mixed(image_a, image_b, boxes)
    responses = engine.respond(images, soft_labels if gradients else None)
    distance = float(np.linalg.norm(image_a - image_b))
    return Sweep(
        lam=LAMBDAS.copy(),
        applied=applied.copy(),
        soft_labels=soft_labels,
        boxes=boxes,
        labels=labels,
        classes=engine.classes,
        method=method,
        seed=seed,
        distance=distance,
        answers={
            name: _answers(response, soft_labels, applied, labels, distance)
            for name, response in responses.items()
        },
        device=engine.device,
        precision=engine.precision,
    )


def cutmix_boxes(lam: Floats, height: int, width: int, seed: int) -> NDArray[np.int64]:
    """Return a box at each λ, (P, 4), about one centre that is drawn from the seed.

    They are not clipped at the border but moved inside, so that the path ends in all of B.
    """
    centre = mixing.draw_centre(height, width, np.random.default_rng(seed))
    return np.array([mixing.inner_box(float(value), height, width, centre) for value in lam])


def _corrected(boxes: NDArray[np.int64], height: int, width: int) -> Floats:
    return np.array([mixing.box_lambda(mixing.Box(*box), height, width) for box in boxes])


def _mixed(a: Singles, b: Singles, boxes: NDArray[np.int64] | None) -> Singles:
    if boxes is None:
        return mixing.mix(a[None], b[None], LAMBDAS.astype(np.float32)[:, None, None, None])
    return np.stack([mixing.cutmix(a, b, mixing.Box(*box)) for box in boxes])


def _answers(
    response: Response,
    soft_labels: Singles,
    lam: Floats,
    labels: tuple[int, int],
    distance: float,
) -> Answers:
    log_probabilities, gradient_norm = response
    probabilities = np.exp(log_probabilities)
    return Answers(
        probabilities=probabilities,
        gradient_norm=gradient_norm,
        confidence=probabilities.max(axis=1),
        entropy=-(probabilities * log_probabilities).sum(axis=1),
        loss=-(soft_labels * log_probabilities).sum(axis=1),
        smoothness=smoothness(probabilities, soft_labels, lam, labels, distance, gradient_norm),
    )
