"""What the page and the API may ask about the plane through three pictures."""

from dataclasses import replace
from functools import partial
from typing import Any

from mixup_demo.evidence import population_file as population
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.chunks import Stop, StoppedError
from mixup_demo.probes.plane_geometry import NAMES, geometry
from mixup_demo.results import PlaneAnswers
from mixup_demo.serving import planes
from mixup_demo.serving.asking import core_seconds, in_turn, is_ours
from mixup_demo.serving.controls import Text
from mixup_demo.serving.encoding import rounded
from mixup_demo.serving.jobs import BESIDE_SECONDS, key_of
from mixup_demo.serving.questions import (
    PlaneQuestion,
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
    PictureInput,
    Request,
    Schema,
    Setting,
    visitor_of,
)
from mixup_demo.serving.services import Services
from mixup_demo.serving.settings import CALIBRATION, DEVICE, PAIR
from mixup_demo.views.boundary import places
from mixup_demo.views.boundary.payload import plane_figure, plane_payload
from mixup_demo.views.boundary.population import no_place, place_payload
from mixup_demo.views.boundary.settings import RESOLUTION, SHOW

PLANE = Schema(
    (
        *(
            PictureInput(
                side.lower(),
                f"image_{side.lower()}",
                f"label_{side.lower()}",
                *(side, "error.plane.missing", "error.plane.picture"),
            )
            for side in NAMES
        ),
        *(ClassInput(f"label_{side.lower()}") for side in NAMES),
        *(Setting(RESOLUTION), Setting(PAIR), Setting(DEVICE), Setting(CALIBRATION)),
    )
)
#: of `population`: what is checked is the results file's business
POPULATION = Schema((Setting(Text("name", "all", ".*", 1, "error.population")),))


def question(services: Services, request: Request) -> PlaneQuestion:
    """Check all inputs of a plane; propose the classes that are not given.

    Raises:
        InputError: the first input that breaks its rule; it names the picture, A, B or C.
    """
    chosen = PLANE.check(request)
    comparison, device = asked_of(services, chosen)
    pictures, known = read_pictures(services, PLANE, request, comparison)
    resolution = chosen[RESOLUTION.name]
    asked = PlaneQuestion(pictures, (), resolution, calibrated_as(comparison, chosen), device)
    geometry(asked.images)  # for its check
    labels = proposed(services, comparison, device, pictures, known)
    return replace(asked, labels=labels, guessed=unknown(known))


def plane(services: Services, request: Request) -> Answer:
    """Answer the plane at its resolution, or at once at the finest where that is known.

    Without a resolution that is the first at which this machine answers soon. It ends what the same
    visitor asked for before. Answers are made in turn, see `in_turn`.
    """
    services.stop(places.PLACES, visitor_of(request))
    comparison, device = asked_of(services, PLANE.check(request))
    steps = planes.steps(comparison, device)
    resolution = int(RESOLUTION.check(request.get(RESOLUTION.name, steps[0])))
    later = resolution > steps[0]
    return in_turn(
        services,
        planes.CACHE,
        request,
        key_of(request, PLANE.names),
        partial(_answer_plane, services, request, resolution),
        core_seconds(planes.points(resolution, later) * comparison.gflop, device),
        extra=later,
        at_hand=partial(_is_at_hand, services, request, comparison, resolution),
    )


def _is_at_hand(
    services: Services, request: Request, comparison: Comparison, resolution: int
) -> bool:
    if not is_ours(PLANE, request, comparison):
        return False
    asked = replace(question(services, request), resolution=resolution)
    return planes.at_hand(services, asked) is not None


def _answer_plane(
    services: Services, request: Request, resolution: int, stop: Stop
) -> tuple[Ready, float]:
    """Return the plane at a resolution or finer; and about what it took of a core.

    Raises:
        StoppedError: `stop` said so.
    """
    asked = replace(question(services, request), resolution=resolution)
    if known := planes.at_hand(services, asked):
        return Ready(plane_payload(asked, known)), BESIDE_SECONDS
    answered = planes.finest(services, asked, stop)
    if answered is None:
        raise StoppedError
    later = resolution > planes.ladder(asked)[0]
    gflop = planes.points(resolution, later) * asked.comparison.gflop
    return Ready(plane_payload(asked, answered)), core_seconds(gflop, asked.device)


def draw_plane(services: Services, request: Request) -> Answer:
    """Answer a plane as a figure: a request as in `plane`, and show. In turn, see `in_turn`."""
    show = SHOW.check(request.get(SHOW.name))
    chosen = PLANE.check(request)
    comparison, device = asked_of(services, chosen)
    resolution = chosen[RESOLUTION.name]

    def make(stop: Stop) -> tuple[Ready, float]:
        asked = question(services, request)
        answered = planes.finest(services, asked, stop)
        if answered is None:
            raise StoppedError
        return Ready({"figure": plane_figure(asked, answered, show)}), seconds

    seconds = core_seconds(planes.points(resolution, later=False) * comparison.gflop, device)
    return in_turn(
        services,
        "figures of planes",
        request,
        key_of(request, (*PLANE.names, SHOW.name)),
        make,
        seconds,
        at_hand=partial(_is_at_hand, services, request, comparison, resolution),
    )


def place(services: Services, request: Request) -> Answer:
    """Find the places of three images in the population, when their plane is finished.

    They are found in turn, see `in_turn`, after all that others are waiting for. A newer plane and
    `stop` end it as well.
    """
    chosen = PLANE.check(request)
    comparison, device = asked_of(services, chosen)
    comparison = calibrated_as(comparison, chosen)
    results = places.population_of(comparison)
    if results is None:
        return no_place(population.read(), comparison)
    seconds = core_seconds(places.gflop(comparison, results), device)

    def make(stop: Stop) -> tuple[Ready, float]:
        found = places.marks(services, question(services, request), results, stop)
        return Ready(place_payload(results, found)), seconds

    key = key_of(request, PLANE.names)
    return in_turn(services, places.PLACES, request, key, make, seconds, extra=True)


def stop(services: Services, request: Request) -> Answer:
    """End the plane and the places that a visitor is waiting for."""
    for awaited in (planes.CACHE, places.PLACES):
        services.stop(awaited, visitor_of(request))
    return ENDED


def plane_report(services: Services, request: Request) -> dict[str, Any]:
    """Ask two models on the plane through three images.

    resolution is the number of points a side, 8 to 96; pair names the models, and calibration how
    they answer, as in /mix. Returns JSON with coordinates in L2 units of the images (x of the
    columns, y of the rows, positions of the images), classes (names), labels (those not given are
    proposed by the models), agreement of the two models, resolution and device, and for each model
    (erm and mixup, or the two that pair names): classes (indices, row by row), confidence (row by
    row, to four decimals) and measures (fragmentation, foreign_share, boundary_length).
    """
    answered = planes.plane(services, question(services, request))
    return {
        "coordinates": {
            "x": answered.x.tolist(),
            "y": answered.y.tolist(),
            "positions": answered.positions.tolist(),
        },
        "classes": list(answered.classes),
        "labels": {
            side.lower(): answered.classes[index]
            for side, index in zip(NAMES, answered.labels, strict=True)
        },
        **{model: _report(answers) for model, answers in answered.answers.items()},
        "agreement": answered.agreement,
        "resolution": answered.resolution,
        "device": answered.device,
    }


def _report(answers: PlaneAnswers) -> dict[str, Any]:
    return {
        "classes": answers.classes.tolist(),
        "confidence": rounded(answers.confidence),
        "measures": vars(answers.measures).copy(),
    }


def population_part(services: Services, request: Request) -> dict[str, Any]:
    """Return what the ERM and the mixup model measure on many pairs and planes of test images.

    name is all for the whole results file; pairs or planes; or one measure, of which the answer
    holds all values of erm and of mixup, the mean difference mixup - ERM and its 95 % interval.
    """
    return dict(population.part(population.read(), str(request.get("name"))))
