"""The segments of a JPEG, counted before anything is decoded.

Each scan goes over all blocks of the picture, so of few bytes many scans make minutes of work; and
Pillow collects what stands before the first one segment by segment.
"""

import re
from typing import NamedTuple

#: a marker that is neither a stuffed byte of the data, nor a fill byte, nor a restart
_MARKER = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
#: marker codes: start of image, start of scan, end of image; below the first frame's none has a
#: length
_SOI, _EOI, _SOS, _FIRST_FRAME = 0xD8, 0xD9, 0xDA, 0xC0
#: those without a length before the first scan, where Pillow reads, past an end of the image too
_BARE = frozenset((*range(_FIRST_FRAME), 0xC8, _SOI, _EOI, *range(0xF0, 0xFE)))


class Segments(NamedTuple):
    """How many segments a JPEG has.

    Attributes:
        scans: that start a scan.
        all: of any kind, restarts left out.
    """

    scans: int
    all: int


def count_segments(content: bytes, most: int) -> Segments:
    """Return how many segments a JPEG has (ITU-T T.81, annex B).

    Up to the first scan it reads as Pillow does, which collects all segments there; where libjpeg
    reads otherwise, it refuses the file. From there on it reads as libjpeg does.

    Args:
        content: of the file.
        most: as soon as there are more segments than this, no further one is counted.
    """
    scans = count = at = 0
    while count <= most and (marker := _MARKER.search(content, at)):
        code, at = marker[1][0], marker.end()
        if code == _EOI and scans:
            break
        if not (code < _FIRST_FRAME or code == _SOI if scans else code in _BARE):
            at += max(2, int.from_bytes(content[at : at + 2], "big"))
        count += 1
        scans += code == _SOS
    return Segments(scans, count)
