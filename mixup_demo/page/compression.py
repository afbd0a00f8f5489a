"""Compression: once for what stays, fast for what is made for one visitor."""

import gzip
import re
from pathlib import Path
from threading import RLock

import brotli

from mixup_demo.serving.ready import packed

#: compressed by their own format
PACKED_ALREADY = ("image/", "font/woff2")
#: Brotli's best is eight times as slow as its next best: only for files of so many bytes
BEST_UP_TO = 200_000
BEST, GOOD = 11, 9
#: gzip's effort for what is made for one visitor; Brotli's is that of answers
FAST = 5
#: the weight of a coding that a client does not take
_REFUSED = re.compile(rb"q\s*=\s*0(\.0*)?\s*$")


class StaticFile:
    """One file in memory; its packed forms are made when they are first asked for.

    Args:
        media_type: of the response.
        source: its content, or the file that holds it.
    """

    def __init__(self, media_type: str, source: bytes | Path) -> None:
        self.media_type = media_type
        self._source = source
        self._forms: dict[bytes, bytes] = {}
        # whoever packs asks for the content meanwhile
        self._making = RLock()

    @property
    def content(self) -> bytes:
        """The content as it is."""
        return self._form(b"")

    def kept(self, accepted: bytes) -> tuple[bytes, bytes] | None:
        """Return what `packed` does if that is at hand: of large files it may take half a second.

        Args:
            accepted: the request's Accept-Encoding.
        """
        coding = self._coding(accepted)
        form = self._forms.get(coding)
        return None if form is None else (form, coding)

    def packed(self, accepted: bytes) -> tuple[bytes, bytes]:
        """Return the content in the best form that is accepted, and the form's name or nothing.

        Args:
            accepted: the request's Accept-Encoding.
        """
        coding = self._coding(accepted)
        return self._form(coding), coding

    def _form(self, coding: bytes) -> bytes:
        with self._making:
            if coding not in self._forms:
                self._forms[coding] = self._made(coding)
            return self._forms[coding]

    def _made(self, coding: bytes) -> bytes:
        if not coding:
            return self._source.read_bytes() if isinstance(self._source, Path) else self._source
        content = self.content
        if coding == b"gzip":
            return gzip.compress(content, 6, mtime=0)
        quality = BEST if len(content) <= BEST_UP_TO else GOOD
        packed: bytes = brotli.compress(content, quality=quality)
        return packed

    def _coding(self, accepted: bytes) -> bytes:
        return b"" if self.media_type.startswith(PACKED_ALREADY) else coding_of(accepted)


def coding_of(accepted: bytes) -> bytes:
    """Return the name of the best form among those accepted; nothing where there is none."""
    parts = [part.partition(b";") for part in accepted.split(b",")]
    names = {name.strip() for name, _, weight in parts if not _REFUSED.search(weight)}
    return next((name for name in (b"br", b"gzip") if name in names), b"")


def pack_once(content: bytes, accepted: bytes) -> tuple[bytes, bytes]:
    """Return what is made for one response in the best form accepted, and the form's name."""
    coding = coding_of(accepted)
    if coding == b"br":
        return packed(content), coding
    return (gzip.compress(content, FAST) if coding else content), coding
