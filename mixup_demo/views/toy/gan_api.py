"""The public endpoint of the GANs."""

from typing import Any

import gradio as gr

from mixup_demo.views.toy import gans as films
from mixup_demo.views.toy import gan_settings as controls


def gan_inputs() -> list[gr.components.Component]:
    """Return the inputs, in the order of `gan`'s parameters."""
    return [
        gr.Textbox(controls.DATA.default, label="dataset"),
        gr.Number(controls.ALPHA.default, label="alpha"),
        gr.Textbox(controls.LOSS.default, label="loss"),
        gr.Number(controls.SEED.default, label="seed"),
    ]


def gan(
    dataset: str = controls.DATA.default,
    alpha: float = controls.ALPHA.default,
    loss: str = controls.LOSS.default,
    seed: float = controls.SEED.default,
) -> dict[str, Any]:
    """Return a GAN that was trained with mixup on the discriminator's inputs, alpha 0 being plain.

    dataset is ring (8 Gaussians), grid (25) or swiss (swiss roll); alpha is 0, 0.1, 0.2, 0.5 or 1;
    loss, the generator's, is nonsaturating or minimax.
    Returns JSON with frame (left, right, bottom, top), side of the surfaces, modes (their places,
    or of the swiss roll the middles of its parts), spread (standard deviation), recipe, results
    (of all seeds of this data set, over iterations), and frames: iteration, samples (512 places;
    null for those that are not finite), surface (side x side probabilities that a point is real,
    row by row from the bottom), modes (how many are covered) and quality (share of samples within
    three standard deviations).
    """
    return films.gan_report(films.gan_question("bundled", dataset, alpha, loss, seed))
