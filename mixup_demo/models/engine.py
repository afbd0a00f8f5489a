"""The models of a comparison, ready to answer many images at once as fast as the device allows."""

import math
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from mixup_demo.models.devices import fast_dtype
from mixup_demo.models.normalising import normalised
from mixup_demo.models.prepare import quickest
from mixup_demo.models.responding import respond, respond_with_gradient
from mixup_demo.models.spec import Comparison
from mixup_demo.models.workers import workers

Singles = NDArray[np.float32]
Images = Singles | Mapping[str, Singles]
"""Images (N, 3, H, W) in [0, 1], or such by model where each is shown its own."""

Step = Callable[..., tuple[Tensor, ...]]

Running = dict[str, list[Future[tuple[Tensor, ...]]]]
"""Batches under way, by model; see `joined`."""

#: images per step, by device: on a CPU few enough that memory is reused from step to step instead
#: of being asked of the system anew, yet enough that fetching the weights costs little; on a GPU
#: what bounds the memory
_BATCH = {"cpu": 26, "cuda": 4096}
#: the same for larger networks: GFLOP per step, which stands for the memory of a step's values.
#: Four images of a ResNet-18 at 224 x 224 pixels, which reach 82 % of the speed of matrix products
#: on a core; two reach 77 %, eight 90 % with twice the memory
_BATCH_GFLOP = 16.5
#: the same on a GPU, for each GiB of its memory: seven such images, a third of it with gradients
_GIB_GFLOP = 25.0
#: images that each model is asked about at once where the computation may be stopped, by device:
#: few enough that whoever else asks waits for the two chunks under way no more than about a tenth
#: of a second (with large networks, of which a chunk has as many batches, half a second), and as
#: many as the workers share out evenly
_CHUNK = {"cpu": 104, "cuda": 4096}

_PRECISIONS = {torch.bfloat16: "bf16", torch.float32: "fp32"}


class Response(NamedTuple):
    """One model's answer to N images.

    Attributes:
        log_probabilities: natural logarithms of the softmax, (N, K).
        gradient_norm: L2 norm of the gradient of the soft-label cross-entropy with respect to each
            image in [0, 1], (N,); None where no soft labels were given.
    """

    log_probabilities: Singles
    gradient_norm: Singles | None = None


class Engine:
    """A comparison's networks, prepared once; may be called from any thread.

    All engines of a device share its workers, so that sweeps which are asked for at the same time
    are computed one after another instead of slowing each other down.

    Args:
        comparison: the networks, which are copied.
        device: as `devices.choose_device` gives it.

    Attributes:
        models: the keys of the answers, in the comparison's order.
        classes: the K names, in the order of the labels.
        input_size: height H and width W of the images, in pixels.
        gflop: arithmetic of one forward pass of one image through all networks.
        chunk: images that each network is asked about between two looks at whether to stop.
        nbytes: memory of the networks' weights.
        device: "cpu" or "gpu".
        precision: number format of the networks' inner layers, "bf16" or "fp32".
    """

    def __init__(self, comparison: Comparison, device: torch.device) -> None:
        dtype = fast_dtype(device)
        self._networks = {
            key: quickest(normalised(model), dtype, comparison.input_size, device, key)
            for key, model in comparison.models.items()
        }
        self._device = device
        costliest = max(model.gflop for model in comparison.models.values())
        fitting = int(_step_gflop(device) / costliest) if costliest else _BATCH[device.type]
        self._batch = max(1, min(_BATCH[device.type], fitting))
        # as many batches as a chunk of small networks has
        batches = _CHUNK[device.type] // _BATCH[device.type]
        self.chunk = min(_CHUNK[device.type], batches * self._batch)
        self.models = tuple(self._networks)
        self.classes = comparison.classes.names
        self.input_size = comparison.input_size
        self.gflop = comparison.gflop
        self.nbytes = sum(
            tensor.nbytes
            for network in self._networks.values()
            for tensor in chain(network.parameters(), network.buffers())
        )
        self.device = "gpu" if device.type == "cuda" else "cpu"
        self.precision = _PRECISIONS[_coarsest_dtype(*self._networks.values())]

    def probabilities(self, images: Images) -> dict[str, Singles]:
        """Return the softmax of all models, by key, each (N, K)."""
        responses = self.respond(images)
        return {name: np.exp(response.log_probabilities) for name, response in responses.items()}

    def propose(self, images: Singles) -> NDArray[np.intp]:
        """Return the likeliest class of each image, (N,), by the mean of the models' softmax."""
        mean: Singles = np.mean(list(self.probabilities(images).values()), axis=0)
        likeliest: NDArray[np.intp] = mean.argmax(axis=1)
        return likeliest

    def respond(self, images: Images, soft_labels: Singles | None = None) -> dict[str, Response]:
        """Return all models' responses, by key, with gradients where soft labels are given.

        Args:
            images: what both are shown, or each.
            soft_labels: (N, K), rows sum to 1, or None.
        """
        columns = joined(self.start_responding(images, soft_labels))
        return {name: Response(*arrays) for name, arrays in columns.items()}

    def start_responding(self, images: Images, soft_labels: Singles | None = None) -> Running:
        """Start what `respond` does and return immediately; `joined` gives the columns."""
        if soft_labels is None:
            return self.start(respond, images)
        return self.start(respond_with_gradient, images, soft_labels)

    def run(self, step: Step, images: Images, *more: NDArray[Any]) -> dict[str, list[Singles]]:
        """Run `step` for all networks and all batches of rows; return its columns.

        Args and errors as in `start`.
        """
        return joined(self.start(step, images, *more))

    def start(self, step: Step, images: Images, *more: NDArray[Any]) -> Running:
        """Start what `run` does and return immediately; `joined` waits for the results.

        Args:
            step: from a network and one batch of the images and of `more`, as tensors on the
                engine's device, to tensors on the CPU. Rows must not depend on each other.
            images: what both are shown, or each.
            more: further inputs. All have N rows, or one, which then goes with every batch.

        Raises:
            ValueError: the images have another shape.
        """
        own = images if isinstance(images, Mapping) else dict.fromkeys(self.models, images)
        pool = workers(self._device)
        return {
            name: [pool.submit(step, network, *batch) for batch in self._batches(own[name], *more)]
            for name, network in self._networks.items()
        }

    def _batches(self, images: Singles, *more: NDArray[Any]) -> Iterator[tuple[Tensor, ...]]:
        """Split rows into batches of one size, enough of them to keep all workers busy."""
        shape = (3, *self.input_size)
        if images.shape[1:] != shape:
            raise ValueError(f"images must have shape (N, {shape}), but have {images.shape}")
        length = max(len(rows) for rows in (images, *more))
        busy = workers(self._device).count / len(self._networks)
        count = math.ceil(max(length / self._batch, min(busy, length), 1))
        tensors = [torch.tensor(rows, device=self._device) for rows in (images, *more)]
        return zip(*(_split(rows, count) for rows in tensors), strict=True)


def _step_gflop(device: torch.device) -> float:
    """Return the arithmetic of a step whose values have room on a device."""
    if device.type == "cpu":
        return _BATCH_GFLOP
    return _GIB_GFLOP * torch.cuda.get_device_properties(device).total_memory / 2**30


def _split(rows: Tensor, count: int) -> tuple[Tensor, ...]:
    return (rows,) * count if len(rows) == 1 else rows.tensor_split(count)


def _coarsest_dtype(*networks: nn.Module) -> torch.dtype:
    weights = (weight.dtype for network in networks for weight in network.parameters())
    return min(weights, key=lambda dtype: dtype.itemsize)


def joined(running: Running) -> dict[str, list[Singles]]:
    """Wait for all batches and concatenate their rows, by model, column by column."""
    return {name: _columns(futures) for name, futures in running.items()}


def _columns(futures: list[Future[tuple[Tensor, ...]]]) -> list[Singles]:
    columns = zip(*(batch.result() for batch in futures), strict=True)
    return [torch.cat(parts).numpy() for parts in columns]
