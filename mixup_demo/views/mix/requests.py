"""What the page and the API may ask about two pictures and what lies between them."""

from functools import partial
from typing import Any

import numpy as np

from mixup_demo import mixing
from mixup_demo.images.reading import data_uri
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.chunks import Stop
from mixup_demo.results import Sweep
from mixup_demo.serving import sweeps
from mixup_demo.serving.asking import core_seconds, in_turn, is_ours
from mixup_demo.serving.encoding import rounded
from mixup_demo.serving.jobs import BESIDE_SECONDS, key_of
from mixup_demo.serving.questions import (
    SweepQuestion,
    asked_of,
    calibrated_as,
    proposed,
    read_pictures,
    unknown,
)
from mixup_demo.serving.ready import Ready
from mixup_demo.serving.schema import (
    ENDED,
    Answer,
    ClassInput,
    Input,
    PictureInput,
    Request,
    Schema,
    Setting,
    visitor_of,
)
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import CALIBRATION, DEVICE, PAIR, SEED
from mixup_demo.serving.sources import picture_of
from mixup_demo.serving.sweeps import smoothness
from mixup_demo.serving.sweeps import sweep as answer_sweep
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.mix.payload import sweep_payload
from mixup_demo.views.mix.settings import ALPHA, METHOD, STRIP

PICTURES = tuple(
    PictureInput(name, f"image_{name}", f"label_{name}", name.upper(), "error.image.side")
    for name in "ab"
)
REST: tuple[Input, ...] = (
    Setting(METHOD),
    *(ClassInput(f"label_{name}") for name in "ab"),
    *(Setting(SEED), Setting(PAIR), Setting(DEVICE), Setting(CALIBRATION)),
)
SWEEP = Schema((*PICTURES, *REST))
NAMES = (*SWEEP.names, "stage")
DRAW = Schema((Setting(ALPHA), Setting(SEED)))
STRIP_OF = Schema((*DRAW.inputs, Setting(METHOD), Setting(PAIR)))


def question(services: Services, request: Request) -> SweepQuestion:
    """Check all inputs of a sweep; propose the classes that are not given.

    Raises:
        InputError: the first input that breaks its rule.
    """
    chosen = SWEEP.check(request)
    comparison, device = asked_of(services, chosen)
    pictures, known = read_pictures(services, SWEEP, request, comparison)
    labels = proposed(services, comparison, device, pictures, known)
    models = calibrated_as(comparison, chosen)
    method = chosen[METHOD.name]
    seed = chosen[SEED.name] if method == "cutmix" else 0
    return SweepQuestion(pictures, labels, method, seed, models, device, guessed=unknown(known))


def ask(services: Services, request: Request) -> Answer:
    """Answer all that depends on λ for the page: of large models coarse to fine.

    stage counts from 0, which it is without one; a later one is answered where that is known. The
    pictures come with the first one. It ends what the same visitor asked for before. Answers are
    made in turn, see `in_turn`; where others wait too, coarse to fine for everybody.
    """
    comparison, device = asked_of(services, SWEEP.check(request))
    later = request.get("stage", 0) != 0
    passes = sweeps.passes(sweeps.WHOLE if later else sweeps.CROWDED[0])
    return in_turn(
        services,
        sweeps.CACHE,
        request,
        key_of(request, NAMES),
        partial(_answer_stage, services, request),
        core_seconds(passes * comparison.gflop, device),
        extra=later,
        at_hand=partial(_is_at_hand, services, request, comparison),
    )


def _is_at_hand(services: Services, request: Request, comparison: Comparison) -> bool:
    if not is_ours(SWEEP, request, comparison):
        return False
    known = sweeps.at_hand(services, question(services, request))
    return known is not None and known[0] == sweeps.WHOLE


def _answer_stage(services: Services, request: Request, stop: Stop) -> tuple[Ready, float]:
    """Return a stage of a sweep, the finest that is known; and about what it took of a core."""
    asked = question(services, request)
    steps, known = sweeps.stages(asked), sweeps.at_hand(services, asked)
    stage = request.get("stage")
    wanted = stage if isinstance(stage, int) else 0
    if wanted <= 0 and steps == (sweeps.WHOLE,) and services.jobs.crowded:
        steps = sweeps.CROWDED
    number = min(max(wanted, 0), len(steps) - 1)
    if known and (known[0] == sweeps.WHOLE or known[0] in steps[number:]):
        progress = sweeps.progress(known[0], steps)
        return Ready(sweep_payload(asked, known[1], progress, wanted <= 0)), BESIDE_SECONDS
    swept = answer_sweep(services, asked, steps[number], stop)
    payload = sweep_payload(
        asked, swept, sweeps.progress(sweeps.stage_of(swept), steps), wanted <= 0
    )
    gflop = sweeps.passes(steps[number]) * asked.comparison.gflop
    return Ready(payload), core_seconds(gflop, asked.device)


def stop_sweep(services: Services, request: Request) -> Answer:
    """End the sweep that a visitor is waiting for."""
    services.stop(sweeps.CACHE, visitor_of(request))
    return ENDED


def inspect(services: Services, request: Request) -> Answer:
    """Check one image, uploaded or by its recipe; return it as the page shows it.

    Args:
        services: what requests share.
        request: {"image": as in `picture_of`} and optionally pair, whose aspect counts.

    Raises:
        InputError: there is no such image, or it breaks a rule.
    """
    comparison = services.comparison(request.get(PAIR.name, PAIR.default))
    picture = picture_of(services, request.get("image"), comparison.first)
    if picture is None:
        raise InputError("error.image.missing")
    return {"image": data_uri(picture.display)}


def draw(services: Services, request: Request) -> Answer:
    """Draw the strip as a training would: λ one after another from one seed, CutMix's boxes too.

    Returns lam, as drawn; for CutMix also boxes [[top, bottom, left, right], ...], clipped at the
    border, and applied: the λ that is left of each.
    """
    chosen = STRIP_OF.check(request)
    rng = np.random.default_rng(chosen[SEED.name])
    lam = _drawn(chosen, rng)
    if chosen[METHOD.name] == "mixup":
        return {"lam": lam, "applied": lam, "boxes": None}
    size = services.comparison(chosen[PAIR.name]).input_size
    boxes = [mixing.cutmix_box(one, *size, mixing.draw_centre(*size, rng)) for one in lam]
    applied = [mixing.box_lambda(box, *size) for box in boxes]
    return {"lam": lam, "applied": applied, "boxes": [list(box) for box in boxes]}


def _drawn(chosen: Request, rng: np.random.Generator) -> list[float]:
    return [float(value) for value in mixing.draw_lambda(chosen[ALPHA.name], rng, STRIP)]


def sweep(services: Services, request: Request) -> dict[str, Any]:
    """Ask both models along the whole line from B (λ = 0) to A (λ = 1), in 101 points.

    pair names the models, and with them the keys of their answers, and calibration how they answer,
    as in /mix. Returns JSON with lam (as applied), classes, labels, smoothness and device, and for
    each model (erm and mixup, or the two that pair names): probabilities (101 x classes, to six
    decimals) and gradient_norm (101).
    """
    swept = answer_sweep(services, question(services, request))
    curves = {
        model: {
            "probabilities": rounded(answers.probabilities, 6),
            "gradient_norm": np.asarray(answers.gradient_norm, dtype=float).tolist(),
        }
        for model, answers in swept.answers.items()
    }
    return {
        "lam": swept.applied.astype(float).tolist(),
        "classes": list(swept.classes),
        "labels": labels_of(swept),
        "smoothness": smoothness(swept),
        "device": swept.device,
        **curves,
    }


def draw_lambda(services: Services, request: Request) -> float:
    """Draw λ ~ Beta(α, α), α from 0.05 to 32; the same seed gives the same λ."""
    chosen = DRAW.check(request)
    return _drawn(chosen, np.random.default_rng(chosen[SEED.name]))[0]


def labels_of(swept: Sweep) -> dict[str, str]:
    """Return the classes of both pictures by side."""
    return {side: swept.classes[index] for side, index in zip("ab", swept.labels, strict=True)}
