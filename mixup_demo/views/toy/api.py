"""The public endpoint of the Toy view."""

from typing import Any

import gradio as gr

from mixup_demo.views.toy import trainings as playground
from mixup_demo.views.toy import settings as controls
from mixup_demo.serving.controls import Control, Number
from mixup_demo.toy.question import toy_question


def toy_inputs() -> list[gr.components.Component]:
    """Return the inputs of a training, in the order of `toy`'s parameters."""
    return [_input(control) for control in controls.CONTROLS]


def _input(control: Control) -> gr.components.Component:
    if isinstance(control, Number):
        return gr.Number(control.default, label=control.name)
    return gr.Textbox(control.default, label=control.name)


def toy(
    dataset: str = controls.DATASET.default,
    n: float = controls.N.default,
    noise: float = controls.NOISE.default,
    flip: float = controls.FLIP.default,
    points: str | None = controls.POINTS.default,
    alpha: float = controls.ALPHA.default,
    lambdas: str = controls.LAMBDAS.default,
    depth: float = controls.DEPTH.default,
    width: float = controls.WIDTH.default,
    activation: str = controls.ACTIVATION.default,
    optimiser: str = controls.OPTIMISER.default,
    rate: float = controls.RATE.default,
    decay: float = controls.DECAY.default,
    batch: float = controls.BATCH.default,
    steps: float = controls.STEPS.default,
    seed: float = controls.SEED.default,
) -> dict[str, Any]:
    """Train an ERM and a mixup network side by side on points of the plane.

    Both share initial weights, batches and all settings; mixup draws λ ~ Beta(α, α) (α = 0 is ERM).
    Returns JSON with classes (their number), frame (left, right, bottom, top) and side of the maps,
    points (train, labels as trained on, true labels, test, test_labels), frames and curves (loss,
    train_accuracy, test_accuracy, confidence, boundary_length, gradient_norm -> model -> a value a
    frame). A frame holds step; maps by model: the probability of each class but the last at side x
    side points, row by row from the bottom; and mixed: numbers i and j of the points that the next
    step mixes, and the weight lam of i.
    """
    asked = toy_question(
        *(dataset, n, noise, flip, points),
        *(alpha, lambdas),
        *(depth, width, activation),
        *(optimiser, rate, decay, batch, steps, seed),
    )
    return playground.toy_report(asked)
