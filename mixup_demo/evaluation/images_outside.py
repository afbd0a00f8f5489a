"""Images that show no class of the models: noise, textures, digits, pieces of photos."""

from collections.abc import Callable

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits, load_sample_images

from mixup_demo.models.engine import Singles
from mixup_demo.training.data import Dataset

Rng = np.random.Generator


def side_of(data: Dataset) -> int:
    """Return the side of the data's square images, in pixels."""
    return int(data.train_images.shape[-1])


def uniform(n: int, rng: Rng, data: Dataset) -> Singles:
    """Return noise: every value uniform in [0, 1], by itself."""
    return rng.random((n, 3, side_of(data), side_of(data)), dtype=np.float32)


def gaussian(n: int, rng: Rng, data: Dataset) -> Singles:
    """Return normal noise with the training data's mean and deviation a channel, clipped."""
    # by counting levels: as floats, 50,000 images would take half a gigabyte
    levels = np.arange(256) / 255
    channels = data.train_images.unbind(1)
    counts = torch.stack([torch.bincount(c.flatten(), minlength=256) for c in channels]).numpy()
    shares = counts / counts.sum(axis=1, keepdims=True)
    mean = shares @ levels
    deviation = np.sqrt(shares @ levels**2 - mean**2)
    noise = rng.standard_normal((n, 3, side_of(data), side_of(data)))
    return _clipped(mean[:, None, None] + deviation[:, None, None] * noise)


def textures(n: int, rng: Rng, data: Dataset) -> Singles:
    """Return gratings, checks, blobs and smoothed noise, a quarter each, between two colours."""
    makers = (_grating, _checks, _blobs, _smoothed_noise)
    masks = np.stack([makers[k % len(makers)](rng, side_of(data)) for k in range(n)])
    first, second = rng.random((2, n, 3, 1, 1))
    return _clipped(masks[:, None] * first + (1 - masks[:, None]) * second)


def _grid(rng: Rng, side: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the coordinates (S, S) of the pixels, turned by a drawn angle."""
    angle = rng.uniform(0, np.pi)
    y, x = np.mgrid[:side, :side] - (side - 1) / 2
    return x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)


def _grating(rng: Rng, side: int) -> np.ndarray:
    """Return stripes with a sine's profile, 3 to 16 pixels from one to the next."""
    phase, period = rng.uniform(0, 2 * np.pi), rng.uniform(3, 16)
    wave: np.ndarray = 0.5 + 0.5 * np.sin(2 * np.pi * _grid(rng, side)[0] / period + phase)
    return wave


def _checks(rng: Rng, side: int) -> np.ndarray:
    """Return a turned chessboard with squares of 2 to 8 pixels."""
    width, shift = rng.uniform(2, 8), rng.uniform(0, 16, 2)
    x, y = _grid(rng, side)
    squares: np.ndarray = np.floor((x + shift[0]) / width) + np.floor((y + shift[1]) / width)
    return squares % 2


def _blobs(rng: Rng, side: int) -> np.ndarray:
    """Return three to eight soft round spots of 1 to 5 pixels' deviation."""
    x, y = _grid(rng, side)
    number = rng.integers(3, 9)
    centres, widths = rng.uniform(-side / 2, side / 2, (number, 2)), rng.uniform(1, 5, number)
    squares = (x - centres[:, :1, None]) ** 2 + (y - centres[:, 1:, None]) ** 2
    spots: np.ndarray = np.exp(-squares / (2 * widths[:, None, None] ** 2)).max(axis=0)
    return spots


def _smoothed_noise(rng: Rng, side: int) -> np.ndarray:
    """Return noise without its high frequencies, stretched to [0, 1]."""
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.fftfreq(side)[None])
    spectrum = np.fft.fft2(rng.standard_normal((side, side)))
    values = np.fft.ifft2(spectrum * np.exp(-((frequency / rng.uniform(0.03, 0.15)) ** 2))).real
    stretched: np.ndarray = (values - values.min()) / np.ptp(values)
    return stretched


def digits(n: int, rng: Rng, data: Dataset) -> Singles:
    """Return handwritten digits in grey: UCI's 8x8 pixels, enlarged; all there are at most."""
    pixels = load_digits().images.astype(np.float32) / 16
    chosen = np.sort(rng.permutation(len(pixels))[:n])
    side = side_of(data)
    enlarged = _resized(pixels[chosen, None], side)
    return np.broadcast_to(enlarged, (len(chosen), 3, side, side)).copy()


def crops(n: int, rng: Rng, data: Dataset) -> Singles:
    """Return squares from two photos, of a temple's roof and of a flower.

    Their sides are one to four times the data's.
    """
    photos = [photo.transpose(2, 0, 1) / np.float32(255) for photo in load_sample_images().images]
    pieces, least = [], side_of(data)
    for k in range(n):
        photo = photos[k % len(photos)]
        side = rng.integers(least, 4 * least + 1)
        top, left = (rng.integers(0, length - side + 1) for length in photo.shape[1:])
        pieces.append(_resized(photo[None, :, top : top + side, left : left + side], least)[0])
    return np.stack(pieces)


def _resized(images: Singles, side: int) -> Singles:
    """Return (N, C, H, W) at the data's size, smoothed before it is made smaller."""
    size = (side, side)
    tensor = torch.from_numpy(np.ascontiguousarray(images))
    return _clipped(F.interpolate(tensor, size, mode="bilinear", antialias=True).numpy())


def _clipped(images: np.ndarray) -> Singles:
    return images.clip(0, 1).astype(np.float32)


#: by name: from the number of images, a generator and the data to images (n, 3, H, W) in [0, 1]
SETS: dict[str, Callable[[int, Rng, Dataset], Singles]] = {
    "uniform": uniform,
    "gaussian": gaussian,
    "textures": textures,
    "digits": digits,
    "crops": crops,
}
