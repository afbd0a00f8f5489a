"""Requests -> probes -> payloads: plain functions that know nothing of the page.

They keep no state but caches of what was computed, so any replica can answer any request. Bad
input raises `InputError`.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from mixup_demo import mixing
from mixup_demo.serving import settings
from mixup_demo.models import zoo
from mixup_demo.models.devices import gpu_available
from mixup_demo.images.reading import DISPLAY_SIZE, Pixels
from mixup_demo.probes.attacks import LEVEL, attack_sweep
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.probes.sweep import sweep as probe_sweep
from mixup_demo.serving.questions import AttackQuestion, Question, black_box_engine, engine
from mixup_demo.results import Attack, Sweep

CACHED_SWEEPS = 512
CACHED_ATTACKS = 256

_sweeps: SingleFlight[Sweep] = SingleFlight(CACHED_SWEEPS)
_attacks: SingleFlight[Attack] = SingleFlight(CACHED_ATTACKS)


@lru_cache
def devices() -> tuple[str, ...]:
    """Return the device choices that this machine has."""
    return tuple(name for name in settings.DEVICE.options if name != "gpu" or gpu_available())


def answer(asked: Question) -> Sweep:
    """Return the sweep, computed once for identical questions, also for those in flight."""
    return _sweeps.get(asked.key, lambda: _compute(asked))


def remember(asked: Question, sweep: Sweep) -> None:
    """Put a sweep that was computed earlier into the cache."""
    _sweeps.get(asked.key, lambda: sweep)


def _compute(asked: Question) -> Sweep:
    return probe_sweep(
        engine(asked.pair, asked.device),
        asked.a.input,
        asked.b.input,
        asked.label_a,
        asked.label_b,
        asked.method,
        asked.seed,
    )


def draw_lambda(alpha: object, seed: object) -> float:
    """Draw λ ~ Beta(α, α) from a seed; 0 < α, see `settings.ALPHA`.

    Raises:
        InputError: α or the seed is outside its limits.
    """
    return draw_lambdas(alpha, seed)[0]


def draw_lambdas(alpha: object, seed: object) -> list[float]:
    """Draw the strip's λ, one after another from one seed; the first is `draw_lambda`'s."""
    rng = np.random.default_rng(settings.SEED.check_whole(seed))
    drawn = mixing.draw_lambda(settings.ALPHA.check(alpha), rng, settings.STRIP)
    return [float(value) for value in drawn]


def mix(asked: Question, lam: object) -> tuple[Pixels, dict[str, Any]]:
    """Mix two images at one λ and ask both models.

    Returns:
        The mixed image at display resolution, uint8 (512, 512, 3), and a dictionary with lam (as
        applied), labels, soft_label, predictions, smoothness and device.

    Raises:
        InputError: λ is no number from 0 to 1.
    """
    wanted = settings.LAMBDA.check(lam)
    applied, blend = _blend(asked, wanted)
    mixed_input = blend(asked.a.input, asked.b.input)
    mixed = blend(*(_channels_first(side.display) for side in (asked.a, asked.b)))
    classes = zoo.pair_classes(asked.pair)
    sweep = answer(asked)
    probabilities = engine(asked.pair, asked.device).probabilities(mixed_input[None])
    one_hot = mixing.one_hot([asked.label_a, asked.label_b], len(classes))
    soft_label = mixing.mix(one_hot[0], one_hot[1], applied)
    report = {
        "lam": applied,
        "labels": _labels(sweep),
        "soft_label": _by_class(classes, soft_label),
        "predictions": {
            model: _by_class(classes, rows[0]) for model, rows in probabilities.items()
        },
        "smoothness": smoothness(sweep),
        "device": sweep.device,
    }
    return np.rint(mixed.transpose(1, 2, 0)).astype(np.uint8), report


def _blend(
    asked: Question, lam: float
) -> tuple[float, Callable[[np.ndarray, np.ndarray], np.ndarray]]:
    """Return the λ that is applied, and what mixes two (3, H, W) float images with it."""
    if asked.method == "mixup":
        return lam, lambda a, b: mixing.mix(a, b, lam)
    size = asked.a.input.shape[-1]
    box = cutmix_box(lam, size, asked.seed)

    def paste(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        scale = a.shape[-1] // size
        return mixing.cutmix(a, b, mixing.Box(*(scale * edge for edge in box)))

    return mixing.box_lambda(box, size, size), paste


def cutmix_box(lam: float, size: int, seed: int) -> mixing.Box:
    """Return the box of one λ, its centre drawn from the seed as in a sweep."""
    centre = mixing.draw_centre(size, size, np.random.default_rng(seed))
    return mixing.cutmix_box(lam, size, size, centre)


def _channels_first(image: Pixels) -> np.ndarray:
    return image.transpose(2, 0, 1).astype(np.float32)


def sweep_report(asked: Question) -> dict[str, Any]:
    """Return a sweep as plain numbers: lam, classes, labels, smoothness, both models' curves."""
    sweep = answer(asked)
    curves = {
        model: {
            "probabilities": answers.probabilities.astype(float).tolist(),
            "gradient_norm": np.asarray(answers.gradient_norm, dtype=float).tolist(),
        }
        for model, answers in sweep.answers.items()
    }
    return {
        "lam": sweep.applied.astype(float).tolist(),
        "classes": list(sweep.classes),
        "labels": _labels(sweep),
        "smoothness": smoothness(sweep),
        "device": sweep.device,
        **curves,
    }


def smoothness(sweep: Sweep) -> dict[str, dict[str, float | None]]:
    """Return the measures of the line by model and name."""
    return {model: vars(answers.smoothness).copy() for model, answers in sweep.answers.items()}


def attack_answer(asked: AttackQuestion) -> Attack:
    """Return the attack with every budget, computed once for identical questions."""
    return _attacks.get(asked.key, lambda: _compute_attack(asked))


def _compute_attack(asked: AttackQuestion) -> Attack:
    source = black_box_engine(asked.device) if asked.source == "black" else None
    models, image = engine(asked.pair, asked.device), asked.picture.input
    return attack_sweep(models, source, image, asked.label, asked.method)


def attack(asked: AttackQuestion, epsilon: object) -> tuple[Pixels, Pixels, dict[str, Any]]:
    """Attack an image with one budget and ask both models before and after.

    Returns:
        The adversarial image and its difference from the image, as the networks see them, in
        squares without smoothing: in the white box (512, 1024, 3), the left model's image left and
        the right one's right, in the black box (512, 512, 3), as both see the same. The difference
        stands about mid grey, so amplified that the budget fills the range from black to white. And
        a dictionary with label, epsilon, method, source, amplification, predictions and device.

    Raises:
        InputError: the budget is no whole number from 0 to 16.
    """
    budget = settings.EPSILON.check_whole(epsilon)
    answered = attack_answer(asked)
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
                "before": _by_class(answered.classes, rows[0]),
                "after": _by_class(answered.classes, rows[budget]),
            }
            for model, rows in answered.probabilities.items()
        },
        "device": answered.device,
    }
    return _enlarged(adversarial), _enlarged(0.5 + amplification * (adversarial - clean)), report


def _shown(answered: Attack, step: int) -> np.ndarray:
    """Return what the models were shown at one budget, side by side where it differs by model."""
    images = [rows[step] for rows in answered.images.values()]
    return np.concatenate(images if answered.source == "white" else images[:1], axis=2)


def _enlarged(image: np.ndarray) -> Pixels:
    """Return an image (3, S, W) of values in [0, 1] with squares for pixels, 512 pixels high."""
    pixels: Pixels = np.rint(255 * image.transpose(1, 2, 0)).astype(np.uint8)
    scale = DISPLAY_SIZE // image.shape[1]
    return pixels.repeat(scale, axis=0).repeat(scale, axis=1)


def _labels(sweep: Sweep) -> dict[str, str]:
    return {side: sweep.classes[index] for side, index in zip("ab", sweep.labels, strict=True)}


def _by_class(classes: tuple[str, ...], values: np.ndarray) -> dict[str, float]:
    return {name: float(value) for name, value in zip(classes, values, strict=True)}


def warm_up() -> None:
    """Load the bundled pair and answer once, so that the first visitor need not wait for it."""
    ready = engine(settings.PAIR.default, settings.DEVICE.default)
    ready.probabilities(np.zeros((1, 3, ready.input_size, ready.input_size), np.float32))
