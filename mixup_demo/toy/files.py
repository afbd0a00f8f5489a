"""Recorded trainings as arrays, for a file of many: smaller by a factor of ten, and as good to see.

Probabilities are kept in whole levels, of which the differences along a row are packed: neighbours
are much alike. Everything else is kept as it is.
"""

import hashlib
import lzma
from collections.abc import Mapping, Sequence
from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from mixup_demo.results import Floats
from mixup_demo.toy.results import FRAME, FRAMES, SCORES, SIDE, Frame

Packed = Mapping[str, NDArray[np.generic]]

#: into so many levels is a probability rounded: twice as fine as the page's pictures
LEVELS = 510

#: changes when a record gets other fields or meanings: a file of another schema is not read
SCHEMA = hashlib.sha256(
    repr([[field.name for field in fields(Frame)], SCORES, FRAME, FRAMES, SIDE, LEVELS]).encode()
).hexdigest()[:16]


def pack(frames: Sequence[Frame]) -> dict[str, NDArray[np.generic]]:
    """Return the frames of one training as arrays by name."""
    maps = np.stack([frame.maps for frame in frames])
    return {
        "step": np.array([frame.step for frame in frames], np.int32),
        "shape": np.array(maps.shape, np.int32),
        "maps": _squeezed(maps),
        "first": np.stack([frame.first for frame in frames]).astype(np.uint16),
        "second": np.stack([frame.second for frame in frames]).astype(np.uint16),
        "lam": np.stack([frame.lam for frame in frames]),
        "scores": np.array([[frame.scores[name] for name in SCORES] for frame in frames]),
    }


def unpack(packed: Packed) -> list[Frame]:
    """Return the frames that `pack` took apart.

    Probabilities are off by half a level at most; that of the last of K classes, which is what the
    others leave, by (K − 1) / 2 levels.
    """
    maps = _spread(packed["maps"], tuple(packed["shape"].tolist()))
    return [
        Frame(
            step=int(step),
            maps=maps[index],
            first=packed["first"][index].astype(np.int64),
            second=packed["second"][index].astype(np.int64),
            lam=packed["lam"][index],
            scores=dict(zip(SCORES, packed["scores"][index], strict=True)),
        )
        for index, step in enumerate(packed["step"])
    ]


def _squeezed(maps: Floats) -> NDArray[np.uint8]:
    """Return the bytes of maps (F, M, K, S, S): all classes but the last, high bytes first."""
    levels = np.rint(LEVELS * maps[:, :, :-1].astype(np.float32)).astype("<i2")
    steps = np.ascontiguousarray(np.diff(levels, axis=-1, prepend=np.zeros_like(levels[..., :1])))
    halves = steps.reshape(-1).view(np.uint8).reshape(-1, 2).T
    return np.frombuffer(lzma.compress(halves.tobytes()), np.uint8)


def _spread(squeezed: NDArray[np.generic], shape: tuple[int, ...]) -> Floats:
    """Return the maps, (F, M, K, S, S), of what `_squeezed` gave."""
    runs, models, classes, side, _ = shape
    halves = np.frombuffer(lzma.decompress(squeezed.tobytes()), np.uint8).reshape(2, -1)
    steps = np.ascontiguousarray(halves.T).reshape(-1).view("<i2")
    levels = steps.reshape(runs, models, classes - 1, side, side).cumsum(axis=-1, dtype=np.int16)
    last = np.maximum(LEVELS - levels.sum(axis=2, keepdims=True, dtype=np.int16), 0)
    maps: Floats = (np.concatenate([levels, last], axis=2) / np.float32(LEVELS)).astype(np.float16)
    return maps
