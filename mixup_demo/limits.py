"""How much a visitor may ask of the server: sizes, pixels, and how often."""

from typing import NamedTuple

#: of an image file, uploaded or fetched from its address
MAX_MEGABYTES = 20
MAX_MEGAPIXELS = 40
#: for JPEG of one scan, as phones of today take them: it is reduced while it is decoded. Of several
#: scans, as in progressive ones, all coefficients are held, up to 6 bytes a pixel
MAX_MEGAPIXELS_JPEG = 64
#: for WebP, AVIF and CMYK, whose decoders hold up to 16 bytes a pixel; others hold up to 10
MAX_MEGAPIXELS_HEAVY = 20
#: of a JPEG: each scan goes over the whole picture, of 40 megapixels in 15 ms and more. Encoders
#: write about ten, and the longest metadata take 320 segments
MAX_JPEG_SCANS = 100
MAX_JPEG_SEGMENTS = 2000
#: steps in which a header of any format is read: two for a GIF's sub-block, three for a PNG's
#: chunk, four for a JPEG's segment
MAX_HEADER_STEPS = 10_000
#: packed texts and profiles of a PNG, each of which is unpacked to up to 1 MB
MAX_UNPACKED = 50
#: those that hold more megapixels than this while they are decoded are decoded one at a time: the
#: costliest at its limit takes up to 400 MB meanwhile
LARGE_MEGAPIXELS = 8
#: seconds for which a picture waits until it is decoded
DECODING_SECONDS = 30

#: of one request that uploads files, and of any other one; the page's own questions stay below
#: 50 KB, and an MCP client may send a picture within its question
MAX_UPLOAD_MEGABYTES = 3 * MAX_MEGABYTES + 1
MAX_BODY_MEGABYTES = 4

#: calls of the API that may wait in Gradio's queue, each with all that it was sent: Gradio itself
#: sets no end, and on ZeroGPU lets one wait
MAX_CALLS = 200

#: seconds that an image's address may take to answer, and how often it may lead on to another one
FETCH_SECONDS = 10
MAX_REDIRECTS = 3


class Rate(NamedTuple):
    """How often something may happen.

    Attributes:
        burst: at once, after a pause.
        a_second: in the long run.
    """

    burst: int
    a_second: float


#: questions of one visitor, whom a cookie names: a page that is opened asks five or fewer, one that
#: somebody plays with two a second
VISITOR = Rate(burst=150, a_second=10)
#: questions of one address: a lecture hall of 300 visitors who all play, behind one router
ADDRESS = Rate(burst=6000, a_second=600)
#: answers to scripts that are made at the same time, most of which wait for a core; and those of
#: one visitor, and of one address: what is beyond waits, so that it keeps no thread from others
ANSWERS, VISITOR_ANSWERS, ADDRESS_ANSWERS = 64, 8, 48
#: visitors and addresses that are remembered, those that asked last
REMEMBERED = 20_000
