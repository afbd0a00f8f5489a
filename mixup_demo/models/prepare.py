"""Networks prepared for fast inference: the same function, fewer steps, a fast number format."""

import copy
import logging
from collections import Counter
from collections.abc import Callable
from itertools import chain
from threading import Lock, get_ident
from typing import Any

import torch
from torch import Tensor, fx, nn
from torch.fx.proxy import TraceError
from torch.nn.utils.fusion import fuse_conv_bn_eval

from mixup_demo.models.responding import respond, respond_with_gradient

_log = logging.getLogger(__name__)

#: how far a prepared network's answers may lie from the original's: total variation distance, and
#: relative difference of the gradients' norms. Networks that were looked at, bundled and timm's,
#: reached 0.01 and 0.02 in bf16, and a wrong step reaches far more
MAX_DISTANCE, MAX_DRIFT = 0.1, 0.2


def prepare(network: nn.Module, dtype: torch.dtype) -> nn.Module:
    """Return a copy of a network that gives the same logits faster.

    Batch norms are folded into convolutions, weights and values are laid out channels last, and
    the layers between the first convolution and the last linear layer compute in `dtype`. These two
    stay in fp32: a first layer lives on small differences between neighbouring pixels, which bf16's
    eight bits blur. On a CIFAR-10 network with a whitening first layer this cut the mean total
    variation distance to the fp32 answers from 0.006 to 0.001, and took no longer.

    A network whose steps depend on the images' values or number cannot be rewritten, and is copied
    as it is. Of some architectures the copy fails in bf16, as where fp32 values pass the first
    convolution by: `quickest` finds out.

    Args:
        network: from images (N, 3, H, W) in [0, 1] to logits, fp32, on the CPU.
        dtype: as `devices.fast_dtype` gives it.
    """
    network = copy.deepcopy(network).eval().requires_grad_(False)
    try:
        traced = _traced(network)
    except (TraceError, TypeError, RuntimeError):  # bool(), int(), len() of what is not yet known
        return network
    _fold_batch_norms(traced)
    _quicken_gelus(traced)
    _compute_in(traced, dtype)
    traced.recompile()
    _lay_channels_last(traced)
    return traced


def quickest(
    network: nn.Module,
    dtype: torch.dtype,
    size: tuple[int, int],
    device: torch.device,
    name: str = "A network",
) -> nn.Module:
    """Return a copy of a network on a device, prepared as far as it then answers the same.

    What is prepared is asked for two random images and their gradients, in `dtype` and, where that
    fails, in fp32; where both do, the copy is as it was, and the log says why.

    Args:
        network, dtype: as in `prepare`.
        size: height and width of its images, in pixels.
        device: where it will compute.
        name: of the model, for the log.

    Raises:
        torch.OutOfMemoryError: the device has no room for it.
    """
    plain = copy.deepcopy(network).eval().requires_grad_(False).to(device)
    images = torch.rand(2, 3, *size, generator=torch.Generator().manual_seed(0)).to(device)
    faults = []
    for attempted in dict.fromkeys((dtype, torch.float32)):
        try:
            quick = prepare(network, attempted).to(device)
            fault = _fault(quick, plain, images)
        except torch.OutOfMemoryError:  # no fault of the format, and the copy would be as large
            raise
        except Exception as error:  # whatever an architecture's steps do with another format
            fault = f"{type(error).__name__}: {error}".splitlines()[0]
        if not fault:
            return quick
        faults.append(f"in {attempted}, {fault}")
    _log.warning("%s is not prepared, so it answers more slowly: %s", name, "; ".join(faults))
    return plain


def _fault(quick: nn.Module, plain: nn.Module, images: Tensor) -> str:
    """Return how two networks' answers to a batch and their gradients differ; "" by rounding."""
    (sure,) = respond(plain, images)
    # of the least likely class, for the gradient of a sure answer is next to nothing
    labels = nn.functional.one_hot(sure.argmin(1), sure.shape[1]).to(images)
    (ours, our_norm), (theirs, their_norm) = (
        # forward, because the call of what was traced prints a trace of whatever it raises
        respond_with_gradient(one.forward, images, labels)
        for one in (quick, plain)
    )
    distance = 0.5 * (ours.exp() - theirs.exp()).abs().sum(1)
    drift = (our_norm - their_norm).abs()
    if (distance <= MAX_DISTANCE).all() and (drift <= MAX_DRIFT * their_norm).all():
        return ""
    apart, steeper = float(distance.max()), float((drift / their_norm).max())
    return f"answers differ by {apart:.2g} (total variation), gradients by {steeper:.0%}"


#: tracing replaces `nn.Module.__call__`; of two at once one would leave the other's behind
_TRACING = Lock()


class _Tracer(fx.Tracer):
    """Traces what its own thread calls: to networks that compute meanwhile, calls stay calls."""

    def __init__(self) -> None:
        super().__init__()
        self._thread = get_ident()

    def call_module(
        self,
        m: nn.Module,
        forward: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        if get_ident() != self._thread:
            return forward(*args, **kwargs)
        return super().call_module(m, forward, args, kwargs)

    def getattr(self, attr: str, attr_val: Any, parameter_proxy_cache: dict[str, Any]) -> Any:
        if get_ident() != self._thread:
            return attr_val
        return super().getattr(attr, attr_val, parameter_proxy_cache)


def _traced(network: nn.Module) -> fx.GraphModule:
    with _TRACING:
        tracer = _Tracer()
        return fx.GraphModule(network, tracer.trace(network))


def _fold_batch_norms(network: fx.GraphModule) -> None:
    """Remove each batch norm that follows a convolution, with or without max pooling between."""
    uses = Counter(node.target for node in network.graph.nodes)
    for node in network.graph.nodes:
        norm = _module(network, node)
        if type(norm) is not nn.BatchNorm2d or norm.running_var is None:
            continue
        source = _pooled(network, node.args[0], norm)
        conv = _module(network, source)
        if type(conv) is nn.Conv2d and len(source.users) == uses[source.target] == 1:
            network.set_submodule(str(source.target), fuse_conv_bn_eval(conv, norm))
            node.replace_all_uses_with(node.args[0])
            network.graph.erase_node(node)
    network.delete_all_unused_submodules()


def _pooled(network: fx.GraphModule, source: fx.Node, norm: nn.BatchNorm2d) -> fx.Node:
    """Return what is pooled, if `source` is a max pooling that may change places with `norm`.

    It may if the norm's scales are positive, for then they keep the order of the values.
    """
    positive = not norm.affine or bool((norm.weight > 0).all())
    pooling = type(_module(network, source)) is nn.MaxPool2d and len(source.users) == 1
    return source.all_input_nodes[0] if pooling and positive else source


class _ChannelsLastGELU(nn.GELU):
    """GELU of values that lie channels last in memory.

    PyTorch's quick kernel for CPUs takes only values whose order in memory is that of their axes:
    with the channels as last axis they are, and the other kernel takes more than twice as long.
    """

    def forward(self, values: Tensor) -> Tensor:
        return super().forward(values.movedim(1, -1)).movedim(-1, 1)


def _quicken_gelus(network: fx.GraphModule) -> None:
    for node in network.graph.nodes:
        gelu = _module(network, node)
        if type(gelu) is nn.GELU:
            network.set_submodule(node.target, _ChannelsLastGELU(gelu.approximate))


def _compute_in(network: fx.GraphModule, dtype: torch.dtype) -> None:
    """Cast all behind the first convolution and before the last linear layer to `dtype`."""
    nodes = list(network.graph.nodes)
    first = next((n for n in nodes if isinstance(_module(network, n), nn.Conv2d)), None)
    last = next((n for n in reversed(nodes) if isinstance(_module(network, n), nn.Linear)), None)
    if first is None or last is None:
        return
    exact = {node.target for node in (*nodes[: nodes.index(first) + 1], last)}
    for name, tensor in chain(network.named_parameters(), network.named_buffers()):
        if tensor.is_floating_point() and exact.isdisjoint({name, name.rpartition(".")[0]}):
            tensor.data = tensor.data.to(dtype)
    with network.graph.inserting_after(first):
        cast = network.graph.call_method("to", (first, dtype))
    first.replace_all_uses_with(cast, delete_user_cb=lambda user: user is not cast)
    with network.graph.inserting_before(last):
        last.args = (network.graph.call_method("float", last.args),)


def _lay_channels_last(network: nn.Module) -> None:
    """Lay out what has four axes channels last; module.to() would refuse tensors of five."""
    for tensor in chain(network.parameters(), network.buffers()):
        if tensor.ndim == 4:
            tensor.data = tensor.data.contiguous(memory_format=torch.channels_last)


def _module(network: fx.GraphModule, node: fx.Node) -> nn.Module | None:
    """Return the layer that a step calls, None if it is no layer's call."""
    return network.get_submodule(str(node.target)) if node.op == "call_module" else None
