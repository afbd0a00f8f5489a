"""QR codes: drawn as their standard wants them, and refused where a phone could not read them."""

from xml.etree import ElementTree

import pytest
import segno

from mixup_demo.serving.qr import MOST, qr_svg
from mixup_demo.texts.input_error import InputError

ADDRESS = "https://example.org/?view=mix&a=cat-1&b=dog-1&lam=0.62&lang=ko"


def test_the_svg_draws_the_modules_of_the_code():
    root = ElementTree.fromstring(qr_svg(ADDRESS))
    code = segno.make(ADDRESS, error="l", micro=False)
    side = code.symbol_size(border=4)[0]
    assert root.get("viewBox") == f"0 0 {side} {side}"
    assert root.get("width") is None
    light, dark = (path.get("d") or "" for path in root.iter() if path.tag.endswith("path"))
    runs = [int(one.partition("h")[2].partition("m")[0]) for one in dark.split("M")[1:]]
    assert light.startswith("M0 0h")
    assert dark.count("h") >= len(runs) > 0
    drawn = sum(int("".join(c for c in part if c.isdigit())) for part in _widths(dark))
    assert drawn == sum(module for row in code.matrix for module in row)


def _widths(path: str) -> list[str]:
    return [part.partition("m")[0] for part in path.split("h")[1:]]


@pytest.mark.parametrize("text", ["", "x" * (MOST + 1)])
def test_no_text_and_too_much_are_refused(text: str):
    with pytest.raises(InputError, match=f"1 to {MOST} characters"):
        qr_svg(text)
