"""What the page's scripts ask the server for: dictionaries in, dictionaries out.

A visitor's mistake comes back as ``{"error": {language: sentence}}``, so that the page can show it
in its own language; everything else that goes wrong is a bug and stays an exception.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from gradio.utils import get_upload_folder

from mixup_demo import gallery, handlers, texts
from mixup_demo.errors import InputError
from mixup_demo.payload.attack import attack_payload
from mixup_demo.payload.page import image_payload
from mixup_demo.payload.sweep import sweep_payload
from mixup_demo.questions import attack_question, picture, question

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
