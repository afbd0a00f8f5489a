import copy
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import timm
import torch
from torch import Tensor, nn

from mixup_demo.models import devices
from mixup_demo.models import prepare as prepare_module
from mixup_demo.models.devices import fast_dtype
from mixup_demo.models.networks import build
from mixup_demo.models.prepare import prepare, quickest
from tests.probes.kit import CPU, convnet, random_images, settled, tiny_net


class Branching(nn.Module):
    """Takes another way for bright images: its steps cannot be known beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.norm = nn.BatchNorm2d(4)
        self.head = nn.Linear(4, 2)

    def forward(self, images: Tensor) -> Tensor:
        values = self.norm(self.conv(images))
        if images.mean() > 0.5:
            values = values.relu()
        return self.head(values.mean(dim=(2, 3)))


class Awkward(nn.Module):
    """Batch norms that must not be folded: after a shared and after a twice used convolution."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 4, 3, padding=1)
        self.shared = nn.Conv2d(4, 4, 3, padding=1)
        self.norms = nn.ModuleList(nn.BatchNorm2d(4) for _ in range(3))
        self.head = nn.Linear(4, 2)

    def forward(self, images: Tensor) -> Tensor:
        values = self.first(images)
        values = values + self.norms[0](values)
        values = self.norms[1](self.shared(values))
        values = self.norms[2](self.shared(values))
        return self.head(values.mean(dim=(2, 3)))


class Typed(nn.Module):
    """Doubles its logits for tensors alone: what traces its steps is none, and misses one."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.head = nn.Linear(4, 2)

    def forward(self, images: Tensor) -> Tensor:
        logits = self.head(self.conv(images).relu().mean(dim=(2, 3)))
        return 20 * logits if isinstance(images, Tensor) else logits


def pooled(gain: float, affine: bool = True) -> nn.Module:
    norm = nn.BatchNorm2d(4, affine=affine)
    if affine:
        nn.init.constant_(norm.weight, gain)
        nn.init.normal_(norm.bias)
    layers = (nn.Conv2d(3, 4, 3), nn.MaxPool2d(2), norm, nn.Flatten(), nn.Linear(16, 2))
    return settled(nn.Sequential(*layers), 6, 0)


def count(network: nn.Module, kind: type[nn.Module]) -> int:
    return sum(isinstance(layer, kind) for layer in network.modules())


def images(size: int) -> Tensor:
    return torch.from_numpy(random_images(40, size))


def branching() -> nn.Module:
    return settled(Branching(), 6, 0)


#: how each is made (collecting the tests makes none), its size, and how many norms stay
NETWORKS: dict[str, tuple[Callable[[], nn.Module], int, int]] = {
    "bundled architecture": (lambda: convnet(2), 32, 0),
    "tiny": (lambda: tiny_net(0), 6, 0),
    "positive gain behind pooling": (lambda: pooled(0.7), 6, 0),
    "negative gain behind pooling": (lambda: pooled(-0.7), 6, 1),
    "no gain behind pooling": (lambda: pooled(1.0, affine=False), 6, 0),
    "norms that must stay": (lambda: settled(Awkward(), 6, 0), 6, 3),
    "control flow": (branching, 6, 1),
}


@pytest.mark.parametrize(("make", "size", "norms"), NETWORKS.values(), ids=NETWORKS)
def test_prepared_networks_give_the_same_logits_with_fewer_layers(make, size, norms):
    network = make()
    quick = prepare(network, torch.float32)
    torch.testing.assert_close(quick(images(size)), network(images(size)), rtol=1e-4, atol=1e-5)
    assert count(quick, nn.BatchNorm2d) == norms


@pytest.mark.parametrize("make", [lambda: convnet(2), branching], ids=["bundled", "branching"])
def test_the_original_stays_as_it_is(make):
    network = make()
    before = copy.deepcopy(network.state_dict())
    prepare(network, torch.bfloat16)
    torch.testing.assert_close(network.state_dict(), before, rtol=0, atol=0)


def test_inner_layers_compute_in_bf16_and_the_outer_ones_in_fp32():
    network = convnet(2)
    quick = prepare(network, torch.bfloat16)
    dtypes = {name: weight.dtype for name, weight in quick.named_parameters()}
    outer = {name for name, dtype in dtypes.items() if dtype == torch.float32}
    assert outer == {"whiten.weight", "whiten.bias", "head.weight"}
    assert set(dtypes.values()) == {torch.float32, torch.bfloat16}
    assert all(b.dtype == torch.float32 for b in quick.buffers())  # mean and deviation of colours
    logits, exact = quick(images(32)), network(images(32))
    assert logits.dtype == torch.float32
    assert 0 < (logits - exact).abs().mean() < 0.03 * exact.std()


def test_a_network_with_control_flow_stays_in_fp32():
    quick = prepare(branching(), torch.bfloat16)
    assert {weight.dtype for weight in quick.parameters()} == {torch.float32}


def test_a_network_without_convolutions_stays_in_fp32():
    network = nn.Sequential(nn.Flatten(), nn.Linear(12, 2))
    quick = prepare(network, torch.bfloat16)
    torch.testing.assert_close(quick(images(2)), network(images(2)))


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ({"avx512_bf16": True, "amx_bf16": False}, torch.bfloat16),
        ({"avx512_bf16": False, "amx_bf16": True}, torch.bfloat16),
        ({"avx512_bf16": False, "amx_bf16": False, "avx512_f": True}, torch.float32),
        ({"architecture": "aarch64"}, torch.float32),
    ],
)
def test_bf16_is_for_cpus_that_multiply_it(monkeypatch, features, expected):
    monkeypatch.setattr(devices, "cpu_features", lambda: features)
    assert fast_dtype(CPU) == expected


@pytest.mark.parametrize(("native", "expected"), [(True, torch.bfloat16), (False, torch.float32)])
def test_bf16_is_for_gpus_that_do_not_emulate_it(monkeypatch, native, expected):
    monkeypatch.setattr(
        torch.cuda, "is_bf16_supported", lambda including_emulation: native or including_emulation
    )
    assert fast_dtype(torch.device("cuda")) == expected


def test_networks_are_prepared_while_others_compute():
    """As on a server, where two visitors ask for models that nobody has asked for yet."""
    before, images = nn.Module.__call__, torch.rand(2, 3, 32, 32)
    network = build("whitened-cnn-small", 10).eval()
    ready = prepare(network, torch.float32)
    with torch.inference_mode(), ThreadPoolExecutor(6) as pool:
        expected = ready(images)
        preparing = [pool.submit(prepare, network, torch.float32) for _ in range(40)]
        while not all(one.done() for one in preparing):
            assert torch.allclose(ready(images), expected, atol=1e-5)
            assert torch.allclose(network(images), expected, atol=1e-5)
    for one in preparing:
        with torch.inference_mode():
            assert torch.allclose(one.result()(images), expected, atol=1e-5)
    assert nn.Module.__call__ is before


#: architectures of timm whose steps fail once they are prepared in bf16, or did in any format, how
#: they are made small, and their side; the first two have five axes
FAMILIES = {
    "lambda_resnet26t": ({}, 32),
    "swin_tiny_patch4_window7_224": (
        {"embed_dim": 12, "depths": (2, 2), "num_heads": (2, 2), "img_size": 56},
        56,
    ),
    "repvgg_a0": ({}, 32),
    "test_nfnet": ({}, 32),
    "fastvit_t8": ({"layers": (1, 1, 1, 1)}, 64),
    "swiftformer_xs": ({"layers": (1, 1, 1, 1), "embed_dims": (8, 16, 24, 32)}, 64),
}


@pytest.mark.parametrize(("name", "arguments", "side"), [(k, *v) for k, v in FAMILIES.items()])
def test_networks_of_timm_answer_and_have_gradients_once_prepared(name, arguments, side, capsys):
    with torch.random.fork_rng():
        torch.manual_seed(0)
        network = timm.create_model(name, num_classes=3, **arguments).eval().requires_grad_(False)
    quick = quickest(network, torch.bfloat16, (side, side), CPU)
    assert capsys.readouterr().err == ""  # what failed on the way is no user's matter
    assert isinstance(quick, torch.fx.GraphModule)  # fp32 if need be, and still the fewer steps
    asked = images(side)[:3].requires_grad_()
    logits = quick(asked)
    torch.testing.assert_close(logits, network(asked), rtol=0.1, atol=0.05)
    assert torch.autograd.grad(logits.sum(), asked)[0].isfinite().all()


def test_a_network_that_would_answer_otherwise_stays_as_it_is(caplog):
    network = settled(Typed(), 6, 0)
    assert not torch.allclose(prepare(network, torch.float32)(images(6)), network(images(6)))
    quick = quickest(network, torch.bfloat16, (6, 6), CPU)
    torch.testing.assert_close(quick(images(6)), network(images(6)))
    assert quick is not network
    (said,) = caplog.messages
    assert said.startswith(
        "A network is not prepared, so it answers more slowly: in torch.bfloat16,"
    )
    assert re.search(r"in torch\.float32, answers differ by 0\.\d+ \(total variation\), grad", said)
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_network_that_cannot_be_prepared_says_why(monkeypatch, caplog):
    def failing(*_):
        raise ValueError("five axes")

    monkeypatch.setattr(prepare_module, "prepare", failing)
    network = convnet(2)
    quick = quickest(network, torch.float32, (32, 32), CPU, "small-erm")
    torch.testing.assert_close(quick(images(32)), network(images(32)))
    expected = "small-erm is not prepared, so it answers more slowly: in torch.float32, ValueError"
    assert caplog.messages == [f"{expected}: five axes"]


def test_a_lack_of_memory_is_not_taken_for_a_network_that_cannot_be_prepared(monkeypatch):
    def failing(*_):
        raise torch.OutOfMemoryError("no room")

    monkeypatch.setattr(prepare_module, "prepare", failing)
    with pytest.raises(torch.OutOfMemoryError, match="no room"):
        quickest(convnet(2), torch.float32, (32, 32), CPU)


def test_a_network_that_agrees_is_prepared_in_the_format_that_is_asked_for():
    quick = quickest(convnet(2), torch.bfloat16, (32, 32), CPU)
    assert torch.bfloat16 in {weight.dtype for weight in quick.parameters()}
