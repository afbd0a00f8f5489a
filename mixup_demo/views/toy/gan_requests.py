"""What the page's scripts ask the server for about GANs; the manner of `requests`."""

from collections.abc import Mapping
from typing import Any

from mixup_demo.views.toy import gans as films
from mixup_demo.views.toy import gan_settings
from mixup_demo.views.toy.gan_payload import gan_payload
from mixup_demo.serving.requests import Answer, answering


@answering
def gan(request: Mapping[str, Any]) -> Answer:
    """Play a bundled run, or train live and answer as soon as there are new snapshots.

    Args:
        request: any of `gan_settings.CONTROLS` by name; start, how many snapshots the page has; and
            visitor, a text that tells pages apart. A visitor's newer request ends the older one.

    Returns:
        What `gan_payload` gives, or {"ended": True} if a newer request or `gan_stop` came first.
    """
    names = (control.name for control in gan_settings.CONTROLS)
    asked = films.gan_question(**{name: request[name] for name in names if name in request})
    start = gan_settings.START.check_whole(request.get("start", gan_settings.START.default))
    film = films.gan_stage(asked, str(request.get("visitor")), start)
    return gan_payload(asked, film, start) if film else {"ended": True}


@answering
def gan_stop(request: Mapping[str, Any]) -> Answer:
    """End what a visitor is waiting for: {"visitor": text}."""
    films.stop(str(request.get("visitor")))
    return {"ended": True}
