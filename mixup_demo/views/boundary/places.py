"""Where a visitor's pictures lie in the population: their measures, taken as the population's."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mixup_demo.evidence.population_file import MODELS, Marks, read_of, sides
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.chunks import Stop
from mixup_demo.serving import planes
from mixup_demo.serving.questions import PlaneQuestion, SweepQuestion
from mixup_demo.serving.services import Services
from mixup_demo.serving.sweeps import WHOLE, passes, smoothness, sweep
from mixup_demo.serving.thickness import PASSES, thickness

#: who waits for places is not who waits for a plane: late places would end that otherwise
PLACES = "places"


def population_of(comparison: Comparison) -> dict[str, Any] | None:
    """Return the population that was measured with these models, weights, temperature and all.

    None where there is none.
    """
    return read_of([model.digest for model in comparison.models.values()])


def gflop(comparison: Comparison, results: Mapping[str, Any]) -> float:
    """Return the arithmetic of `marks`, computed from nothing."""
    measured = results["values"]["planes"]
    points = planes.points(measured["resolution"], later=False) if measured else 0
    return (points + passes(WHOLE) + PASSES) * comparison.gflop


def marks(
    services: Services, asked: PlaneQuestion, results: Mapping[str, Any], stop: Stop
) -> Marks:
    """Return what both models' measures are on the way from B to A, and in the plane.

    The plane has the resolution of the population's planes, on which fragmentation depends. The
    population holds pairs of two classes and planes of three, so pictures that have fewer get no
    value there.

    Args:
        services: what requests share.
        asked: the pictures; their own resolution does not matter.
        results: the file "population".
        stop: whether this caller shall stop.

    Raises:
        StoppedError: `stop` said so.
    """
    asked = replace(asked, comparison=_by_role(asked.comparison, results))
    found: dict[str, dict[str, float | None]] = {model: {} for model in MODELS}
    measured = results["values"]["planes"]
    if measured and len(set(asked.labels)) == len(asked.labels):
        whole = replace(asked, resolution=measured["resolution"])
        for model, answers in planes.plane(services, whole, stop).answers.items():
            found[model].update(vars(answers.measures))
    if asked.labels[0] != asked.labels[1]:
        for model, values in _of_line(services, line(asked), stop).items():
            found[model].update(values)
    return found


def _by_role(comparison: Comparison, results: Mapping[str, Any]) -> Comparison:
    """Return the models under the roles that they have in the population, in whatever order."""
    starts = {role: results["models"][name] for role, name in sides(results).items()}
    models = comparison.models.values()
    return Comparison(
        comparison.name,
        {
            role: next(model for model in models if model.digest.startswith(start))
            for role, start in starts.items()
        },
    )


def line(asked: PlaneQuestion) -> SweepQuestion:
    """Return what is asked of the way from B to A."""
    pictures, labels = asked.pictures[:2], asked.labels[:2]
    return SweepQuestion(pictures, labels, "mixup", 0, asked.comparison, asked.device)


def _of_line(services: Services, asked: SweepQuestion, stop: Stop) -> Marks:
    swept = smoothness(sweep(services, asked, stop=stop))
    attacked = thickness(services, asked)
    return {
        model: {**measured, "adversarial_thickness": attacked[model]}
        for model, measured in swept.items()
    }
