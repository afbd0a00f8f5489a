"""The Toy view: ERM and mixup trained on points of the plane, and GANs beside them."""

from pathlib import Path

from mixup_demo.serving.view import Endpoint, View
from mixup_demo.views.toy import gan_requests as ask_gan
from mixup_demo.views.toy import gan_settings, settings
from mixup_demo.views.toy import requests as ask
from mixup_demo.views.toy.gan_questions import GAN
from mixup_demo.views.toy.payload import config
from mixup_demo.views.toy.questions import TOY, TOY_CODE
from mixup_demo.views.toy.texts import TEXTS

VIEW = View(
    "toy",
    Path(__file__).parent,
    (*settings.CONTROLS, settings.AT, *gan_settings.CONTROLS),
    (
        *(ask.toy, ask.draw_toy, ask.toy_strip, ask.toy_seeds, ask.toy_stop),
        ask.toy_code,
        *(ask_gan.gan, ask_gan.gan_stop),
    ),
    (
        Endpoint("toy", ask.toy_report, TOY, (("json", "toy"),)),
        Endpoint("toy_code", ask.toy_code_file, TOY_CODE, (("file", "code"),)),
        Endpoint("gan", ask_gan.gan_report, GAN, (("json", "gan"),)),
    ),
    TEXTS,
    config,
)
