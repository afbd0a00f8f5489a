"""Both models of a pair, ready to answer many images at once as fast as the device allows."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from mixup_demo.errors import InputError
from mixup_demo.probes.prepare import fast_dtype, prepare
from mixup_demo.probes.workers import workers
from mixup_demo.zoo import Pair

Singles = NDArray[np.float32]

#: images per step, by device: on a CPU few enough that a layer's values stay in the cache, yet
#: enough that reading its weights costs little; on a GPU what bounds the memory
_BATCH = {"cpu": 51, "cuda": 4096}

_PRECISIONS = {torch.bfloat16: "bf16", torch.float32: "fp32"}


class Response(NamedTuple):
    """One model's answer to N images.

    Attributes:
        log_probabilities: natural logarithms of the softmax, (N, K).
        gradient_norm: L2 norm of the gradient of the soft-label cross-entropy with respect to each
            image in [0, 1], (N,); None where no soft labels were given.
    """

    log_probabilities: Singles
    gradient_norm: Singles | None


def gpu_available() -> bool:
    """Return whether this machine has a GPU that PyTorch can use."""
    return torch.cuda.is_available()


def choose_device(name: str) -> torch.device:
    """Return the device of a choice: "cpu", "gpu", or "auto" for the GPU where there is one.

    Raises:
        InputError: "error.device", the GPU is asked for but there is none.
    """
    if name == "gpu" and not gpu_available():
        raise InputError("error.device")
    return torch.device("cuda" if name != "cpu" and gpu_available() else "cpu")


class Engine:
    """A pair's networks, prepared once; may be called from any thread.

    All engines of a device share its workers, so that sweeps which are asked for at the same time
    are computed one after another instead of slowing each other down.

    Args:
        pair: the networks, which are copied.
        device: as `choose_device` gives it.

    Attributes:
        classes: the K names, in the order of the labels.
        input_size: side S of the images, in pixels.
        device: "cpu" or "gpu".
        precision: number format of the networks' inner layers, "bf16" or "fp32".
    """

    def __init__(self, pair: Pair, device: torch.device) -> None:
        dtype = fast_dtype(device)
        self._networks = {
            name: prepare(network, dtype).to(device) for name, network in pair.models.items()
        }
        self._device = device
        self.classes = pair.classes
        self.input_size = pair.input_size
        self.device = "gpu" if device.type == "cuda" else "cpu"
        self.precision = _PRECISIONS[_coarsest_dtype(*self._networks.values())]

    def probabilities(self, images: Singles) -> dict[str, Singles]:
        """Return the softmax of both models, by name, each (N, K).

        Args:
            images: (N, 3, S, S) in [0, 1].
        """
        responses = self.respond(images)
        return {name: np.exp(response.log_probabilities) for name, response in responses.items()}

    def gradients(
        self, images: Singles, soft_labels: Singles
    ) -> dict[str, tuple[Singles, Singles]]:
        """Return softmax (N, K) and gradient norm (N,) of both models, by name.

        Args:
            images: (N, 3, S, S) in [0, 1].
            soft_labels: (N, K), rows sum to 1.
        """
        return {
            name: (np.exp(log_probabilities), norm)
            for name, (log_probabilities, norm) in self.respond(images, soft_labels).items()
            if norm is not None
        }

    def propose(self, images: Singles) -> NDArray[np.intp]:
        """Return the likeliest class of each image, (N,), by the mean of the models' softmax."""
        probabilities = np.stack(list(self.probabilities(images).values()))
        return np.argmax(probabilities.mean(axis=0), axis=1)

    def respond(self, images: Singles, soft_labels: Singles | None = None) -> dict[str, Response]:
        """Return both models' responses, by name, with gradients where soft labels are given.

        Args:
            images: (N, 3, S, S) in [0, 1].
            soft_labels: (N, K), rows sum to 1, or None.

        Raises:
            ValueError: the images have another shape.
        """
        shape = (3, self.input_size, self.input_size)
        if images.shape[1:] != shape:
            raise ValueError(f"images must have shape (N, {shape}), but have {images.shape}")
        if soft_labels is None:
            return self._run(_respond, images)
        return self._run(_respond_with_gradient, images, soft_labels)

    def _run(self, step: Callable[..., Response], *rows: Singles) -> dict[str, Response]:
        """Run `step(network, *batch)` for both networks and all batches of rows."""
        pool = workers(self._device)
        batches = list(zip(*(self._batches(array) for array in rows), strict=True))
        running = {
            name: [pool.submit(step, network, *batch) for batch in batches]
            for name, network in self._networks.items()
        }
        return {name: _joined([f.result() for f in futures]) for name, futures in running.items()}

    def _batches(self, rows: Singles) -> tuple[Tensor, ...]:
        """Split rows into batches of one size, enough of them to keep all workers busy."""
        busy = workers(self._device).count / len(self._networks)
        count = max(len(rows) / _BATCH[self._device.type], min(busy, len(rows)), 1)
        return torch.tensor(rows, device=self._device).tensor_split(math.ceil(count))


def _coarsest_dtype(*networks: nn.Module) -> torch.dtype:
    weights = (weight.dtype for network in networks for weight in network.parameters())
    return min(weights, key=lambda dtype: dtype.itemsize)


@torch.no_grad()
def _respond(network: nn.Module, images: Tensor) -> Response:
    log_probabilities = network(images).float().log_softmax(dim=1)
    return Response(log_probabilities.cpu().numpy(), None)


@torch.enable_grad()
def _respond_with_gradient(network: nn.Module, images: Tensor, soft_labels: Tensor) -> Response:
    """Run one batch forth and back: in the sum of the losses each image has its own gradient."""
    images = images.detach().requires_grad_()
    log_probabilities = network(images).float().log_softmax(dim=1)
    loss = -(soft_labels * log_probabilities).sum()
    (gradient,) = torch.autograd.grad(loss, images)
    norm = gradient.flatten(1).norm(dim=1)
    return Response(log_probabilities.detach().cpu().numpy(), norm.cpu().numpy())


def _joined(parts: Sequence[Response]) -> Response:
    norms = [part.gradient_norm for part in parts if part.gradient_norm is not None]
    return Response(
        np.concatenate([part.log_probabilities for part in parts]),
        np.concatenate(norms) if norms else None,
    )
