"""Frames as a film: MP4 for slides, GIF for what plays no films.

MP4 by PyAV. imageio-ffmpeg would do as well, but its wheel is twice as large (65 against 34 MiB)
and starts a program of its own for each film. Both wheels are BSD and bring FFmpeg with x264, which
is under the GPL: they are installed from the index and nothing of them is part of this repository.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from io import BytesIO

import av
from PIL import Image

#: frames a second; GIF counts in hundredths of a second, of which this is a whole number
RATE = 20
#: x264's constant rate factor: 23 is its default, less is finer
_QUALITY = "20"
#: frames from which the colours of a GIF are chosen, evenly spaced
_PALETTE_FRAMES = 5


def mp4(frames: Sequence[Image.Image]) -> bytes:
    """Return frames of one even size as H.264 in MP4."""
    file = BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=RATE)
        stream.width, stream.height = frames[0].size
        stream.pix_fmt = "yuv420p"  # which every player knows
        stream.time_base = Fraction(1, RATE)
        stream.options = {"crf": _QUALITY, "preset": "veryfast", "tune": "animation"}
        for picture in frames:
            frame = av.VideoFrame.from_image(picture)  # type: ignore[no-untyped-call]
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


def gif(frames: Sequence[Image.Image]) -> bytes:
    """Return every second frame as a GIF without end, all in the same 256 colours.

    Every second one, because a GIF holds each of them almost whole: all would take 7 MB.
    """
    some = frames[:: max(1, len(frames) // _PALETTE_FRAMES)]
    sheet = Image.new("RGB", (some[0].width, some[0].height * len(some)))
    for k, picture in enumerate(some):
        sheet.paste(picture, (0, k * picture.height))
    colours = sheet.quantize(256, Image.Quantize.FASTOCTREE)
    flat = {id(one): one.quantize(palette=colours, dither=Image.Dither.NONE) for one in frames[::2]}
    first, *rest = (flat[id(one)] for one in frames[::2])
    file = BytesIO()
    more = {"duration": 2000 // RATE, "loop": 0, "optimize": False}
    first.save(file, "GIF", save_all=True, append_images=rest, **more)
    return file.getvalue()


FORMATS: dict[str, Callable[[Sequence[Image.Image]], bytes]] = {"mp4": mp4, "gif": gif}
MEDIA = {"mp4": "video/mp4", "gif": "image/gif"}
