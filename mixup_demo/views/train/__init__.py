"""The Train view: from the demo to one's own training, in the library one uses."""

from pathlib import Path

from mixup_demo.serving.view import Endpoint, View
from mixup_demo.views.train import requests as ask
from mixup_demo.views.train.payload import config
from mixup_demo.views.train.settings import CONTROLS
from mixup_demo.views.train.texts import TEXTS

VIEW = View(
    "train",
    Path(__file__).parent,
    CONTROLS,
    (ask.train_batch, ask.train_draws, ask.train_code, ask.train_learn, ask.train_learn_stop),
    (Endpoint("batch", ask.batch_report, ask.BATCH, (("json", "batch"),)),),
    texts=TEXTS,
    config=config,
    apart=True,
)
