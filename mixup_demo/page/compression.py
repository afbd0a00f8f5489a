"""Compression: once for what stays, fast for what is made for one visitor."""

import gzip
import re
from functools import cached_property
from pathlib import Path

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

    @cached_property
    def content(self) -> bytes:
        """The content as it is."""
        return self._source.read_bytes() if isinstance(self._source, Path) else self._source

    @cached_property
    def brotli(self) -> bytes:
        """The content, packed by Brotli."""
        quality = BEST if len(self.content) <= BEST_UP_TO else GOOD
        packed: bytes = brotli.compress(self.content, quality=quality)
        return packed

    @cached_property
    def gzip(self) -> bytes:
        """The content, packed by gzip."""
        return gzip.compress(self.content, 6, mtime=0)

    def is_at_hand(self, accepted: bytes) -> bool:
        """Return whether `packed` has nothing to do: large files take it half a second."""
        form = {b"br": "brotli", b"gzip": "gzip"}.get(self._coding(accepted), "content")
        return form in vars(self)

    def packed(self, accepted: bytes) -> tuple[bytes, bytes]:
        """Return the content in the best form that is accepted, and the form's name or nothing.

        Args:
            accepted: the request's Accept-Encoding.
        """
        coding = self._coding(accepted)
        if not coding:
            return self.content, b""
        return (self.brotli if coding == b"br" else self.gzip), coding

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
