"""The Boundary view: the plane through three pictures, and whether it is typical."""

from pathlib import Path

from mixup_demo.serving.view import Endpoint, View
from mixup_demo.views.boundary import requests as ask
from mixup_demo.views.boundary.population import population_files
from mixup_demo.views.boundary.settings import CONTROLS
from mixup_demo.views.boundary.texts import TEXTS

VIEW = View(
    "boundary",
    Path(__file__).parent,
    CONTROLS,
    (ask.plane, ask.draw_plane, ask.place, ask.stop),
    (
        Endpoint("plane", ask.plane_report, ask.PLANE, (("json", "plane"),)),
        Endpoint("population", ask.population_part, ask.POPULATION, (("json", "population"),)),
    ),
    TEXTS,
    files=population_files,
)
