"""What the page and the API may ask about results, and about attacks on one picture."""

from collections.abc import Callable
from typing import Any

import numpy as np

from mixup_demo.evidence.files import read
from mixup_demo.images.preparing import display_size
from mixup_demo.images.reading import Pixels
from mixup_demo.probes.attacks import LEVEL
from mixup_demo.probes.chunks import Stop
from mixup_demo.results import Attack
from mixup_demo.serving import attacks
from mixup_demo.serving.asking import core_seconds, in_turn, is_ours
from mixup_demo.serving.attacks import attack as answer_attack
from mixup_demo.serving.controls import Text
from mixup_demo.serving.encoding import by_class
from mixup_demo.serving.jobs import BESIDE_SECONDS, key_of
from mixup_demo.serving.questions import (
    AttackQuestion,
    asked_of,
    proposed,
    read_pictures,
    unknown,
)
from mixup_demo.serving.ready import Ready
from mixup_demo.serving.schema import (
    Answer,
    ClassInput,
    PictureInput,
    Request,
    Schema,
    Setting,
)
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import DEVICE, PAIR
from mixup_demo.views.evidence.attack_payload import attack_payload, pixels_payload
from mixup_demo.views.evidence.settings import ATTACK, EPSILON, SOURCE

ATTACKED = Schema(
    (
        PictureInput("image", "image", "label"),
        ClassInput("label"),
        *(Setting(EPSILON), Setting(ATTACK, "method"), Setting(SOURCE)),
        *(Setting(PAIR), Setting(DEVICE)),
    )
)
#: the name is checked against the files that there are
RESULTS = Schema((Setting(Text("name", "", ".*", 1, "error.evidence"), required=True),))


def question(services: Services, request: Request) -> AttackQuestion:
    """Check all inputs of an attack; propose the class if it is not given.

    Raises:
        InputError: the first input that breaks its rule; "error.source.none", there is no third
            model for a black box.
    """
    chosen = ATTACKED.check(request)
    comparison, device = asked_of(services, chosen)
    black = chosen[SOURCE.name] == "black"
    source = services.zoo.black_box(comparison) if black else None
    pictures, known = read_pictures(services, ATTACKED, request, comparison)
    (label,) = proposed(services, comparison, device, pictures, known)
    method = chosen[ATTACK.name]
    return AttackQuestion(
        pictures[0], label, method, source, comparison, device, guessed=unknown(known)
    )


def _budget(request: Request) -> int:
    return int(EPSILON.check(request.get(EPSILON.name, EPSILON.default)))


def attack(services: Services, request: Request) -> Answer:
    """Attack one image with every budget. Answers are made in turn, see `in_turn`."""
    return _in_turn(services, request, attacks.CACHE, attack_payload)


def attack_pixels(services: Services, request: Request) -> Answer:
    """Return what the models were shown at another budget of the same attack, in turn as well."""
    return _in_turn(services, request, "pixels of attacks", lambda _, *of: pixels_payload(*of))


def _in_turn(
    services: Services,
    request: Request,
    kind: str,
    payload: Callable[[AttackQuestion, Attack, int], dict[str, Any]],
) -> Answer:
    chosen = ATTACKED.check(request)
    comparison, device = asked_of(services, chosen)
    gflop = attacks.gflop(comparison, chosen[ATTACK.name])

    def make(stop: Stop) -> tuple[Ready, float]:
        asked = question(services, request)
        known = attacks.at_hand(services, asked)
        answer = Ready(payload(asked, answer_attack(services, asked, stop), _budget(request)))
        return answer, BESIDE_SECONDS if known else core_seconds(gflop, device)

    return in_turn(
        services,
        kind,
        request,
        key_of(request, ATTACKED.names),
        make,
        core_seconds(gflop, device),
        extra=True,  # it takes as long as the first answers of many others
        at_hand=lambda: (
            is_ours(ATTACKED, request, comparison)
            and attacks.at_hand(services, question(services, request))
        ),
    )


def attack_report(services: Services, request: Request) -> tuple[Pixels, Pixels, dict[str, Any]]:
    """Attack an image and ask two models before and after.

    epsilon is the budget: how many levels of 1/255 each value may move, 0 to 16. method is fgsm or
    ifgsm (10 steps); source is white (each model's own gradient) or black (that of a third model);
    pair names the models as in /mix. Returns the adversarial image as the models see it and the
    perturbation, amplified about mid grey (PNGs of squares for pixels; in the white box two, the
    left model's first), and JSON with label (proposed by the models if not given), epsilon, method,
    source, amplification, predictions (model -> before, after -> class -> probability) and device.
    """
    budget, asked = _budget(request), question(services, request)
    answered = answer_attack(services, asked)
    amplification = 0.5 / (max(budget, 1) * LEVEL)  # a budget of 0 leaves nothing to be amplified
    clean, adversarial = (_shown(answered, step) for step in (0, budget))
    report = {
        "label": answered.classes[answered.label],
        "epsilon": budget,
        "method": answered.method,
        "source": answered.source,
        "amplification": amplification,
        "predictions": {
            model: {
                "before": by_class(answered.classes, rows[0]),
                "after": by_class(answered.classes, rows[budget]),
            }
            for model, rows in answered.probabilities.items()
        },
        "device": answered.device,
    }
    scale = max(1, display_size(asked.comparison.input_size)[0] // clean.shape[1])
    difference = 0.5 + amplification * (adversarial - clean)
    return _enlarged(adversarial, scale), _enlarged(difference, scale), report


def _shown(answered: Attack, step: int) -> np.ndarray:
    """Return what the models were shown at one budget, side by side where it differs by model."""
    images = [rows[step] for rows in answered.images.values()]
    return np.concatenate(images if answered.source == "white" else images[:1], axis=2)


def _enlarged(image: np.ndarray, scale: int) -> Pixels:
    """Return an image (3, H, W) of values in [0, 1] with squares of `scale` pixels for pixels."""
    pixels: Pixels = np.rint(255 * image.transpose(1, 2, 0)).astype(np.uint8)
    return pixels.repeat(scale, axis=0).repeat(scale, axis=1)


def evidence(services: Services, request: Request) -> dict[str, Any]:
    """Return the results of one evaluation of the models, models/results/NAME.json."""
    return read(request.get("name"))
