"""QR codes, drawn here, so that no other server is asked."""

import segno

from mixup_demo.serving.schema import Answer, Request
from mixup_demo.serving.services import Services
from mixup_demo.texts.input_error import InputError

#: characters of an address; longer ones make codes that phones cannot read from paper
MOST = 1200
#: modules of white around the code, as its standard asks
_QUIET = 4


def qr_svg(text: str) -> str:
    """Return a text as a QR code, an SVG element of no fixed size, dark on white.

    Raises:
        InputError: "error.qr", the text is empty or too long.
    """
    if not 0 < len(text) <= MOST:
        raise InputError("error.qr", value=len(text), limit=MOST)
    code = segno.make(text, error="l", micro=False)
    drawn = code.svg_inline(border=_QUIET, omitsize=True, light="#fff", dark="#000")
    return str(drawn)


def qr(services: Services, request: Request) -> Answer:
    """Return the code of {"text": an address} as {"svg": an element}."""
    return {"svg": qr_svg(str(request.get("text", "")))}
