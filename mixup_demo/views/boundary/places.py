"""Where a visitor's pictures lie in the population: their measures, taken as the population's."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

from mixup_demo.serving import planes as boundary, sweeps as handlers
from mixup_demo.models import zoo
from mixup_demo.evidence.population_file import MODELS, Marks
from mixup_demo.serving.cache import SingleFlight
from mixup_demo.probes.thickness import adversarial_thickness
from mixup_demo.serving.questions import PlaneQuestion, Question, engine

CACHED_THICKNESSES = 1024

_thicknesses: SingleFlight[dict[str, float]] = SingleFlight(CACHED_THICKNESSES)


def comparable(pair: str, results: Mapping[str, Any]) -> bool:
    """Return whether the population was measured with these models, weights and all.

    Args:
        pair: see `settings.PAIR`.
        results: the file "population".
    """
    digests = {name: zoo.card(name)["sha256"] for name in zoo.pair_models(pair).values()}
    measured = results["models"]
    return set(measured) == set(digests) and all(
        digest.startswith(measured[name]) for name, digest in digests.items()
    )


def marks(asked: PlaneQuestion, results: Mapping[str, Any], visitor: Hashable) -> Marks | None:
    """Return what both models' measures are on the way from B to A, and in the plane.

    The plane has the resolution of the population's planes, on which fragmentation depends. The
    population holds pairs of two classes and planes of three, so pictures that have fewer get no
    value there.

    Args:
        asked: the pictures; their own resolution does not matter.
        results: the file "population".
        visitor: who asks; their next call of this function or of `stop` ends this one.

    Returns:
        None if it was ended.
    """
    asked = replace(asked, pair=_named(asked.pair))
    found: dict[str, dict[str, float | None]] = {model: {} for model in MODELS}
    planes = results["values"]["planes"]
    if planes and len(set(asked.labels)) == len(asked.labels):
        whole = replace(asked, resolution=planes["resolution"])
        stages = list(boundary.plane_stages(whole, _waiting(visitor)))
        if not stages:
            return None
        for model, answers in stages[-1].answers.items():
            found[model].update(vars(answers.measures))
    if asked.labels[0] != asked.labels[1]:
        for model, measured in _of_line(line(asked)).items():
            found[model].update(measured)
    return found


def _named(pair: str) -> str:
    """Return the name of the pair with these models, which may have been put together by hand.

    Raises:
        StopIteration: there is none; `comparable` has said so before.
    """
    asked = set(zoo.pair_models(pair).values())
    return next(name for name, models in zoo.PAIRS.items() if set(models.values()) == asked)


def stop(visitor: Hashable) -> None:
    """End the `marks` that a visitor is waiting for, if any."""
    boundary.stop(_waiting(visitor))


def _waiting(visitor: Hashable) -> Hashable:
    """Return who waits: not the visitor of a plane, which a late place would end otherwise."""
    return ("place", visitor)


def line(asked: PlaneQuestion) -> Question:
    """Return what is asked of the way from B to A."""
    (a, b, _), (label_a, label_b, _) = asked.pictures, asked.labels
    return Question(a, b, label_a, label_b, "mixup", 0, asked.pair, asked.device)


def _of_line(asked: Question) -> Marks:
    thickness = _thicknesses.get(asked.key, lambda: _thickness(asked))
    return {
        model: {**smoothness, "adversarial_thickness": thickness[model]}
        for model, smoothness in handlers.smoothness(handlers.answer(asked)).items()
    }


def _thickness(asked: Question) -> dict[str, float]:
    """Return the adversarial thickness from A towards B's class, by model."""
    models, image = engine(asked.pair, asked.device), asked.a.input[None]
    found = adversarial_thickness(models, image, [asked.label_a], [asked.label_b])
    return {model: float(values[0]) for model, values in found.items()}
