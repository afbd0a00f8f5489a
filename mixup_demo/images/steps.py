"""What reading a file's header may cost, whatever the header says.

Pillow's readers loop in Python over what stands before the pixels: over a JPEG's segments and the
single bytes between them, over a GIF's sub-blocks, whose comments they join anew each time, and
over a PNG's chunks, those behind its pixels as well. Each turn reads from the file, so one count of
reads bounds them all, also where a reader takes a damaged file otherwise than its format says. It
does not bound loops within a segment, over a JPEG's tables and Photoshop's blocks: they take 0.7
seconds of 20 MB. WebP and AVIF are read whole, in C.
"""

import io

from mixup_demo.limits import MAX_HEADER_STEPS, MAX_UNPACKED
from mixup_demo.texts.input_error import InputError

#: bytes of a file for which its pixels may take a step more than the header: a PNG's take three a
#: chunk, and encoders write 4 KB and more into one
_BYTES_A_STEP = 512
#: names of a PNG's chunks that hold packed data, each unpacked to up to 1 MB
_PACKED = (b"iCCP", b"zTXt", b"iTXt")


class Steps(io.BytesIO):
    """A file's content that can be read only so often, once for each step of its reader.

    Args:
        content: of the file.
        kind: its format's name, for the refusal.
    """

    def __init__(self, content: bytes, kind: str) -> None:
        super().__init__(content)
        self._kind, self._size, self._left = kind, len(content), MAX_HEADER_STEPS

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes.

        Raises:
            InputError: "error.image.steps", there were too many reads before.
        """
        self._left -= 1
        if self._left < 0:
            raise InputError("error.image.steps", value=self._kind, limit=MAX_HEADER_STEPS)
        return super().read(size)

    def allow_pixels(self) -> None:
        """Let the pixels be read as well, once the header is."""
        self._left += self._size // _BYTES_A_STEP


def check_packed(content: bytes) -> None:
    """Refuse a PNG with more packed texts and profiles than any encoder writes.

    Two thousand profiles of a kilobyte each took five seconds to unpack. Their names are counted
    wherever they stand, so that no chunk can hide another; pixels hold hardly one by chance.

    Raises:
        InputError: "error.image.packed".
    """
    count = sum(content.count(name) for name in _PACKED)
    if count > MAX_UNPACKED:
        raise InputError("error.image.packed", limit=MAX_UNPACKED, value=count)
