"""What the page and the API may ask for as a film: the whole line between two pictures."""

import base64

from mixup_demo.models.names import names
from mixup_demo.probes.chunks import Stop, StoppedError, never
from mixup_demo.serving import sweeps
from mixup_demo.serving.asking import core_seconds, in_turn
from mixup_demo.serving.film import FORMATS, MEDIA
from mixup_demo.serving.jobs import key_of
from mixup_demo.serving.questions import asked_of
from mixup_demo.serving.ready import Ready
from mixup_demo.serving.schema import Answer, Request, Schema, Setting
from mixup_demo.serving.services import Services
from mixup_demo.serving.stopping import unless_stopped
from mixup_demo.serving.sweeps import sweep as answer_sweep
from mixup_demo.texts import LANGUAGES, TEXTS
from mixup_demo.views.mix.frames import Words, frames
from mixup_demo.views.mix.requests import SWEEP, question
from mixup_demo.views.mix.settings import FORMAT, LANGUAGE

FILM = Schema((*SWEEP.inputs, Setting(FORMAT), Setting(LANGUAGE)))
#: films, which take some hundred kilobytes each
FILMS, FILMS_KEPT = "films", 16
#: seconds of a core to draw and to encode one
DRAWN_SECONDS = 2.0


def film(services: Services, request: Request) -> Answer:
    """Draw the whole line from B to A and back as a film, for the page.

    Films are made in turn, see `in_turn`: the pictures of one take some 40 MB.

    Args:
        services: what requests share.
        request: as in `ask`; format and language.

    Returns:
        name and type of the file, and its bytes as base64; or the place in the line.
    """
    comparison, device = asked_of(services, FILM.check(request))
    sweep = core_seconds(sweeps.passes(sweeps.WHOLE) * comparison.gflop, device)
    seconds = sweep + DRAWN_SECONDS

    def make(stop: Stop) -> tuple[Ready, float]:
        name, content = film_file(services, request, stop)
        file = base64.b64encode(content).decode()
        return Ready({"name": name, "type": MEDIA[name.rpartition(".")[2]], "file": file}), seconds

    return in_turn(services, FILMS, request, key_of(request, FILM.names), make, seconds)


def film_file(services: Services, request: Request, stop: Stop = never) -> tuple[str, bytes]:
    """Draw the line from B to A and back as a film: mixture, soft label and both predictions.

    format is mp4 or gif, language en or ko; the rest is as in /mix. Returns the file: 5
    seconds of 720 x 400 pixels, 20 frames a second as MP4 and 10 as GIF.
    """
    chosen = {one.name: one.check(request.get(one.name, one.default)) for one in (FORMAT, LANGUAGE)}
    kind, language = str(chosen[FORMAT.name]), str(chosen[LANGUAGE.name])
    asked = question(services, request)
    swept = answer_sweep(services, asked, stop=stop)
    name = f"mixup-{'-'.join(swept.classes[k] for k in swept.labels)}.{kind}"

    def make() -> bytes:
        a, b = (picture.display for picture in asked.pictures)
        column = LANGUAGES.index(language)
        said = {key: pair[column] for key, pair in TEXTS.items()}
        words = Words({**said, **names(services.zoo, language)})
        drawn = frames((a, b), swept, asked.comparison.input_size, words)
        if stop():
            raise StoppedError
        return FORMATS[kind](drawn)

    kept = services.cache(FILMS, FILMS_KEPT)
    content: bytes = unless_stopped(kept, (asked.key, kind, language), make, stop)
    return name, content
