"""The Evidence view: the claims made of mixup one by one, and a live attack."""

from pathlib import Path

from mixup_demo.serving.view import Endpoint, View
from mixup_demo.views.evidence import requests as ask
from mixup_demo.views.evidence.payload import files
from mixup_demo.views.evidence.settings import CONTROLS
from mixup_demo.views.evidence.texts import TEXTS

VIEW = View(
    "evidence",
    Path(__file__).parent,
    CONTROLS,
    (ask.attack, ask.attack_pixels),
    (
        Endpoint(
            "attack",
            ask.attack_report,
            ask.ATTACKED,
            (("image", "adversarial"), ("image", "perturbation"), ("json", "report")),
        ),
        Endpoint("evidence", ask.evidence, ask.RESULTS, (("json", "results"),)),
    ),
    TEXTS,
    files=files,
)
