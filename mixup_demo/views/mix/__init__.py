"""The Mix view: two pictures, what mixup makes of them, and what models say to it."""

from pathlib import Path

from mixup_demo.serving.view import Endpoint, View
from mixup_demo.views.mix import films, mixtures
from mixup_demo.views.mix import requests as ask
from mixup_demo.views.mix.first import first_state
from mixup_demo.views.mix.payload import config, opening
from mixup_demo.views.mix.settings import CONTROLS
from mixup_demo.views.mix.texts import TEXTS

VIEW = View(
    "mix",
    Path(__file__).parent,
    CONTROLS,
    (ask.ask, ask.inspect, ask.draw, ask.stop_sweep, films.film),
    (
        Endpoint("mix", mixtures.mix, mixtures.MIX, (("image", "mixed"), ("json", "report"))),
        Endpoint("sweep", ask.sweep, ask.SWEEP, (("json", "sweep"),)),
        Endpoint("film", films.film_file, films.FILM, (("file", "film"),)),
        Endpoint("draw_lambda", ask.draw_lambda, ask.DRAW, (("number", "lam"),)),
    ),
    TEXTS,
    config,
    opening=opening,
    first=first_state,
)
