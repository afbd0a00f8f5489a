"""What the page's scripts ask the server for: dictionaries in, dictionaries out.

A visitor's mistake comes back as ``{"error": {language: sentence}}``, so that the page can show it
in its own language; everything else that goes wrong is a bug and stays an exception.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from gradio.utils import get_upload_folder

from mixup_demo.serving import planes as boundary, sweeps as handlers, settings
from mixup_demo.images import gallery
from mixup_demo.views.boundary import places
from mixup_demo.evidence import population_file as population
from mixup_demo import texts
from mixup_demo.texts.input_error import InputError
from mixup_demo.views.evidence.attack_payload import attack_payload
from mixup_demo.page.config import image_payload
from mixup_demo.views.boundary.payload import plane_figure, plane_payload
from mixup_demo.views.boundary.population import place_payload
from mixup_demo.views.mix.payload import sweep_payload
from mixup_demo.serving.pictures import picture
from mixup_demo.serving.questions import PlaneQuestion, attack_question, plane_question, question

Answer = dict[str, Any]


def answering(function: Callable[[Mapping[str, Any]], Answer]) -> Callable[[Any], Answer]:
    """Turn an `InputError` of a request's function into its answer."""

    def answer(request: Any) -> Answer:
        try:
            return function(request if isinstance(request, Mapping) else {})
        except InputError as error:
            return {"error": {language: error.message(language) for language in texts.LANGUAGES}}

    answer.__name__ = function.__name__
    return answer


@answering
def ask(request: Mapping[str, Any]) -> Answer:
    """Answer a pair of images.

    Args:
        request: a and b, each {"photo": key} or {"upload": path}; and optionally label_a, label_b
            (class names), method, seed, pair, device.
    """
    (image_a, label_a), (image_b, label_b) = (source(request.get(side)) for side in "ab")
    asked = question(
        image_a,
        image_b,
        request.get("label_a") or label_a,
        request.get("label_b") or label_b,
        **{name: request[name] for name in ("method", "seed", "pair", "device") if name in request},
    )
    return sweep_payload(asked, handlers.answer(asked))


@answering
def inspect(request: Mapping[str, Any]) -> Answer:
    """Check one uploaded image; return it as the page shows it.

    Args:
        request: {"upload": path, "side": "A" or "B"}.
    """
    path, _ = source(request)
    return {"image": image_payload(picture(path, str(request.get("side"))))}


@answering
def draw(request: Mapping[str, Any]) -> Answer:
    """Draw the strip's λ from {"alpha", "seed"}."""
    return {"lam": handlers.draw_lambdas(request.get("alpha"), request.get("seed"))}


@answering
def attack(request: Mapping[str, Any]) -> Answer:
    """Attack one image with every budget.

    Args:
        request: image, as a in `ask`; and optionally label (class name), attack, source, device.
    """
    image, own_label = source(request.get("image"))
    chosen = {name: request[name] for name in ("source", "device") if name in request}
    if "attack" in request:
        chosen["method"] = request["attack"]
    asked = attack_question(image, request.get("label") or own_label, **chosen)
    return attack_payload(asked, handlers.attack_answer(asked))


@answering
def plane(request: Mapping[str, Any]) -> Answer:
    """Answer the plane through three images; ends what the same visitor asked for before.

    Args:
        request: a, b and c, as in `ask`; and optionally label_a, label_b, label_c (class names),
            resolution, pair, device, and visitor, a text that tells pages apart.

    Returns:
        The plane at that resolution, or at once at the finest where that is known; {"ended": True}
        if a newer request or `stop` came first.
    """
    visitor = str(request.get("visitor"))
    places.stop(visitor)
    asked = _plane_question(request)
    answered = boundary.plane_stage(asked, visitor)
    return plane_payload(asked, answered) if answered else {"ended": True}


@answering
def draw_plane(request: Mapping[str, Any]) -> Answer:
    """Answer a plane as a figure.

    Args:
        request: as in `plane`; and show, see `settings`.
    """
    show = settings.SHOW.check(request.get("show"))
    return {"figure": plane_figure(boundary.plane_answer(_plane_question(request)), show)}


def _plane_question(request: Mapping[str, Any]) -> PlaneQuestion:
    pictures = [source(request.get(side)) for side in "abc"]
    a, b, c = (file for file, _ in pictures)
    given = [request.get(f"label_{side}") for side in "abc"]
    labels = [name or own for name, (_, own) in zip(given, pictures, strict=True)]
    chosen = {name: request[name] for name in ("resolution", "pair", "device") if name in request}
    return plane_question(a, b, c, *labels, **chosen)


@answering
def place(request: Mapping[str, Any]) -> Answer:
    """Find the place of three images in the population; to be asked when their plane is finished.

    Args:
        request: as in `plane`.

    Returns:
        What `place_payload` gives, or {"ended": True} if a newer plane or `stop` came first.
    """
    asked, results = _plane_question(request), population.read()
    if not places.comparable(asked.pair, results):
        return place_payload(results, None)
    marks = places.marks(asked, results, str(request.get("visitor")))
    return {"ended": True} if marks is None else place_payload(results, marks)


@answering
def stop(request: Mapping[str, Any]) -> Answer:
    """End the plane and the places that a visitor is waiting for: {"visitor": text}."""
    visitor = str(request.get("visitor"))
    boundary.stop(visitor)
    places.stop(visitor)
    return {"ended": True}


def source(image: object) -> tuple[Path | None, str | None]:
    """Return an image's file and, where it is one of ours, its class.

    Raises:
        InputError: no such photo; or a path that no upload of this server has: the scripts'
            requests could name any file of the machine.
    """
    if not isinstance(image, Mapping):
        return None, None
    if "photo" in image:
        photo = gallery.photo(str(image["photo"]))
        return photo.file, photo.label
    path = Path(str(image.get("upload"))).resolve()
    if not path.is_relative_to(Path(get_upload_folder()).resolve()) or not path.is_file():
        raise InputError("error.image.gone")
    return path, None
