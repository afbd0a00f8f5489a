"""The segments of a JPEG, counted before anything is decoded.

Each scan goes over all blocks of the picture, so of few bytes many scans make minutes of work; and
Pillow collects what stands before the first one segment by segment.
"""

import re
from typing import NamedTuple

from mixup_demo.texts.input_error import InputError

#: a marker that is neither a stuffed byte of the data, nor a fill byte, nor a restart
_MARKER = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
#: marker codes: start of image, start of scan, end of image; below the first frame's none has a
#: length
_SOI, _EOI, _SOS, _FIRST_FRAME = 0xD8, 0xD9, 0xDA, 0xC0
#: those without a length before the first scan, where Pillow reads, past an end of the image too
_BARE = frozenset((*range(_FIRST_FRAME), 0xC8, _SOI, _EOI, *range(0xF0, 0xFE)))
#: those of which Pillow keeps each component in the segment, however many it has; and the length
#: of one with four, the most that Pillow takes, whose number libjpeg compares with the length
_FRAMES = frozenset((*range(_FIRST_FRAME, 0xD0), 0xDE)) - {0xC4, 0xC8, 0xCC}
_LONGEST_FRAME = 8 + 3 * 4


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

    Raises:
        InputError: "error.image.unreadable", the segment of a frame is longer than any can be: 20
            MB of them took 600 MB.
    """
    scans = count = at = 0
    while count <= most and (marker := _MARKER.search(content, at)):
        code, at = marker[1][0], marker.end()
        if code == _EOI and scans:
            break
        if not (code < _FIRST_FRAME or code == _SOI if scans else code in _BARE):
            length = int.from_bytes(content[at : at + 2], "big")
            if length > _LONGEST_FRAME and code in _FRAMES and not scans:
                raise InputError("error.image.unreadable", value="JPEG")
            at += max(2, length)
        count += 1
        scans += code == _SOS
    return Segments(scans, count)
