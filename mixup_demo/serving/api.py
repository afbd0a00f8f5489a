"""The public endpoints; nothing else answers by accident."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import gradio as gr
import numpy as np

from mixup_demo.serving import planes as boundary, sweeps as handlers, settings
from mixup_demo.texts.input_error import InputError
from mixup_demo.evidence.files import read as read_results
from mixup_demo.evidence.population_file import part
from mixup_demo.evidence.population_file import read as read_population
from mixup_demo.serving.questions import attack_question, plane_question, question
from mixup_demo.views.toy.gan_api import gan, gan_inputs
from mixup_demo.views.toy.api import toy, toy_inputs


class ImageFile(gr.Image):
    """An image input that hands over the uploaded file unopened: `images` alone decodes."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, type="filepath", sources=["upload"])

    def preprocess(self, payload: Any) -> Any:
        """Return the path of the uploaded file, None where there is none."""
        return payload.path if payload else None

    def get_block_name(self) -> str:
        """Name the component of Gradio's front end that draws this one."""
        return "image"


def add_endpoints() -> None:
    """Add the endpoints to the page that is being built; they show nothing on it."""
    with gr.Group(visible=False):
        lam = gr.Number(settings.LAMBDA.default, label="lam")
        alpha = gr.Number(settings.ALPHA.default, label="alpha")
        inputs = _sweep_inputs()
        mixed = gr.Image(label="mixed", format="png", type="numpy")
        report, curves = gr.JSON(label="report"), gr.JSON(label="sweep")
        drawn = gr.Number(label="lam")
        image_a, image_b, *rest = inputs
        _endpoint(mix, [image_a, image_b, lam, *rest], [mixed, report])
        _endpoint(sweep, inputs, curves)
        _endpoint(draw_lambda, [alpha, rest[3]], drawn)
        _endpoint(attack, [*_attack_inputs(), *rest[4:]], _attack_outputs())
        _endpoint(plane, [*_plane_inputs(), *rest[4:]], gr.JSON(label="plane"))
        _endpoint(evidence, gr.Textbox(label="name"), gr.JSON(label="results"))
        _endpoint(toy, toy_inputs(), gr.JSON(label="toy"))
        _endpoint(gan, gan_inputs(), gr.JSON(label="gan"))
        _endpoint(population, gr.Textbox("all", label="name"), gr.JSON(label="population"))


def _sweep_inputs() -> list[gr.components.Component]:
    """Return the inputs of a question, in the order of `sweep`'s parameters."""
    return [
        ImageFile(label="image_a"),
        ImageFile(label="image_b"),
        gr.Textbox(settings.METHOD.default, label="method"),
        gr.Textbox(None, label="label_a"),
        gr.Textbox(None, label="label_b"),
        gr.Number(settings.SEED.default, label="seed"),
        gr.Textbox(settings.PAIR.default, label="pair"),
        gr.Textbox(settings.DEVICE.default, label="device"),
    ]


def _attack_inputs() -> list[gr.components.Component]:
    """Return the inputs of an attack, in the order of `attack`'s parameters before the pair."""
    return [
        ImageFile(label="image"),
        gr.Textbox(None, label="label"),
        gr.Number(settings.EPSILON.default, label="epsilon"),
        gr.Textbox(settings.ATTACK.default, label="method"),
        gr.Textbox(settings.SOURCE.default, label="source"),
    ]


def _plane_inputs() -> list[gr.components.Component]:
    """Return the inputs of a plane, in the order of `plane`'s parameters before the pair."""
    return [
        *(ImageFile(label=f"image_{side}") for side in "abc"),
        *(gr.Textbox(None, label=f"label_{side}") for side in "abc"),
        gr.Number(settings.RESOLUTION.default, label="resolution"),
    ]


def _attack_outputs() -> list[gr.components.Component]:
    return [
        gr.Image(label="adversarial", format="png", type="numpy"),
        gr.Image(label="perturbation", format="png", type="numpy"),
        gr.JSON(label="report"),
    ]


def _endpoint(function: Callable[..., Any], inputs: Any, outputs: Any) -> None:
    trigger = gr.Button(visible=False)
    trigger.click(
        told(function),
        inputs,
        outputs,
        api_name=function.__name__,
        api_description=function.__doc__,
        concurrency_limit=4,
        show_progress="hidden",
    )


def told(function: Callable[..., Any]) -> Callable[..., Any]:
    """Turn an `InputError` into the message that Gradio shows and sends."""

    @wraps(function)  # Gradio reads the API's parameter names off the signature
    def call(*values: Any) -> Any:
        try:
            return function(*values)
        except InputError as error:
            raise gr.Error(str(error), print_exception=False) from error

    return call


def mix(
    image_a: str | None,
    image_b: str | None,
    lam: float = settings.LAMBDA.default,
    method: str = settings.METHOD.default,
    label_a: str | None = None,
    label_b: str | None = None,
    seed: float = settings.SEED.default,
    pair: str = settings.PAIR.default,
    device: str = settings.DEVICE.default,
) -> tuple[np.ndarray, dict[str, Any]]:
    """Mix two images at one λ and ask two models.

    pair names the models: cifar10 or small-0.1 to small-32 (an ERM and a mixup model, answers keyed
    erm and mixup), or any two of models/manifest.json as LEFT:RIGHT (answers keyed by these names).
    Returns the mixed image (512 x 512, PNG) and JSON with lam (as applied; CutMix corrects it to
    the area that is really A's), labels (those not given are proposed by the models), soft_label,
    predictions (model -> class -> probability), smoothness (model -> measure of the line) and
    device.
    """
    asked = question(image_a, image_b, label_a, label_b, method, seed, pair, device)
    return handlers.mix(asked, lam)


def sweep(
    image_a: str | None,
    image_b: str | None,
    method: str = settings.METHOD.default,
    label_a: str | None = None,
    label_b: str | None = None,
    seed: float = settings.SEED.default,
    pair: str = settings.PAIR.default,
    device: str = settings.DEVICE.default,
) -> dict[str, Any]:
    """Ask both models along the whole line from B (λ = 0) to A (λ = 1), in 101 points.

    pair names the models, and with them the keys of their answers, as in /mix. Returns JSON with
    lam (as applied), classes, labels, smoothness and device, and for each model (erm and mixup, or
    the two that pair names): probabilities (101 x classes) and gradient_norm (101).
    """
    asked = question(image_a, image_b, label_a, label_b, method, seed, pair, device)
    return handlers.sweep_report(asked)


def draw_lambda(
    alpha: float = settings.ALPHA.default, seed: float = settings.SEED.default
) -> float:
    """Draw λ ~ Beta(α, α), α from 0.05 to 32; the same seed gives the same λ."""
    return handlers.draw_lambda(alpha, seed)


def attack(
    image: str | None,
    label: str | None = None,
    epsilon: float = settings.EPSILON.default,
    method: str = settings.ATTACK.default,
    source: str = settings.SOURCE.default,
    pair: str = settings.PAIR.default,
    device: str = settings.DEVICE.default,
) -> tuple[np.ndarray, np.ndarray, dict[str, Any]]:
    """Attack an image and ask two models before and after.

    epsilon is the budget: how many levels of 1/255 each value may move, 0 to 16. method is fgsm or
    ifgsm (10 steps); source is white (each model's own gradient) or black (that of a third model);
    pair names the models as in /mix. Returns the adversarial image as the models see it and the
    perturbation, amplified about mid grey (PNGs of 32 x 32 squares; in the white box two, the left
    model's first), and JSON with label (proposed by the models if not given), epsilon, method,
    source, amplification, predictions (model -> before, after -> class -> probability) and device.
    """
    asked = attack_question(image, label, method, source, pair, device)
    return handlers.attack(asked, epsilon)


def plane(
    image_a: str | None,
    image_b: str | None,
    image_c: str | None,
    label_a: str | None = None,
    label_b: str | None = None,
    label_c: str | None = None,
    resolution: float = settings.RESOLUTION.default,
    pair: str = settings.PAIR.default,
    device: str = settings.DEVICE.default,
) -> dict[str, Any]:
    """Ask two models on the plane through three images.

    resolution is the number of points a side, 8 to 96; pair names the models as in /mix. Returns
    JSON with coordinates in L2 units of the images (x of the columns, y of the rows, positions of
    the images), classes (names), labels (those not given are proposed by the models), agreement of
    the two models, resolution and device, and for each model (erm and mixup, or the two that pair
    names): classes (indices, row by row), confidence (row by row, to four decimals) and measures
    (fragmentation, foreign_share, boundary_length).
    """
    pictures, labels = (image_a, image_b, image_c), (label_a, label_b, label_c)
    return boundary.plane_report(plane_question(*pictures, *labels, resolution, pair, device))


def evidence(name: str) -> dict[str, Any]:
    """Return the results of one evaluation of the models, models/results/NAME.json."""
    return read_results(name)


def population(name: str = "all") -> dict[str, Any]:
    """Return what the ERM and the mixup model measure on many pairs and planes of test images.

    name is all for the whole results file; pairs or planes; or one measure, of which the answer
    holds all values of erm and of mixup, the mean difference mixup - ERM and its 95 % interval.
    """
    return dict(part(read_population(), name))
