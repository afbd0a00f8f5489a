"""What the API may ask about two pictures at one λ: their mixture, and what models say to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from mixup_demo import mixing
from mixup_demo.images.reading import Pixels
from mixup_demo.probes.sweep import cutmix_box
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.serving.encoding import by_class
from mixup_demo.serving.questions import SweepQuestion
from mixup_demo.serving.schema import Request, Schema, Setting
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import smoothness
from mixup_demo.serving.sweeps import sweep as answer_sweep
from mixup_demo.views.mix.requests import PICTURES, REST, labels_of, question
from mixup_demo.views.mix.settings import LAMBDA

MIX = Schema((*PICTURES, Setting(LAMBDA), *REST))
#: cache of mixed images with what models say of them
MIXED, MIXED_KEPT = "mixtures", 128


def mix(services: Services, request: Request) -> tuple[Pixels, dict[str, Any]]:
    """Mix two images at one λ and ask two models.

    pair names the models: a comparison (cifar10; small-0.1 to small-32; resnet18-a1, resnet50-tv2,
    resnet50-a1; answers keyed erm and mixup), or any two comparable models as LEFT:RIGHT (answers
    keyed by these names); docs/models.md lists them.
    calibration is trained, or equal: each model's logits divided by its own fitted temperature.
    Returns the mixed image (PNG, longer side 512 pixels) and JSON with lam (as applied: CutMix's
    box has whole pixels, and is moved inside the image rather than clipped), labels (those not
    given are proposed by the models), soft_label, predictions (model -> class -> probability),
    smoothness (model -> measure of the line) and device.
    """
    wanted = LAMBDA.check(request.get(LAMBDA.name, LAMBDA.default))
    asked = question(services, request)
    kept: SingleFlight[Mixture] = services.cache(MIXED, MIXED_KEPT)
    found = kept.get((asked.key, wanted), lambda: _mixture(services, asked, wanted))
    return found.pixels, found.report


@dataclass(frozen=True, eq=False)
class Mixture:
    """What `mix` answers; nobody may change it."""

    pixels: Pixels
    report: dict[str, Any]

    @property
    def nbytes(self) -> int:
        """Memory of the image, beside which the report is small."""
        return self.pixels.nbytes


def _mixture(services: Services, asked: SweepQuestion, wanted: float) -> Mixture:
    applied, blend = _blend(asked, wanted)
    mixed_input = blend(*(picture.input for picture in asked.pictures))
    mixed = blend(*(_channels_first(picture.display) for picture in asked.pictures))
    swept = answer_sweep(services, asked)
    engine = services.engine(asked.comparison, asked.device)
    probabilities = engine.probabilities(mixed_input[None])
    a, b = mixing.one_hot(asked.labels, len(swept.classes))
    report = {
        "lam": applied,
        "labels": labels_of(swept),
        "soft_label": by_class(swept.classes, mixing.mix(a, b, applied)),
        "predictions": {
            model: by_class(swept.classes, rows[0]) for model, rows in probabilities.items()
        },
        "smoothness": smoothness(swept),
        "device": swept.device,
    }
    return Mixture(np.rint(mixed.transpose(1, 2, 0)).astype(np.uint8), report)


def _blend(
    asked: SweepQuestion, lam: float
) -> tuple[float, Callable[[np.ndarray, np.ndarray], np.ndarray]]:
    """Return the λ that is applied, and what mixes two (3, H, W) float images with it."""
    if asked.method == "mixup":
        return lam, lambda a, b: mixing.mix(a, b, lam)
    height, width = asked.comparison.input_size
    box = cutmix_box(lam, height, width, asked.seed)

    def paste(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        down, right = a.shape[-2] / height, a.shape[-1] / width
        edges = zip(box, (down, down, right, right), strict=True)
        return mixing.cutmix(a, b, mixing.Box(*(round(scale * edge) for edge, scale in edges)))

    return mixing.box_lambda(box, height, width), paste


def _channels_first(image: Pixels) -> np.ndarray:
    return image.transpose(2, 0, 1).astype(np.float32)
