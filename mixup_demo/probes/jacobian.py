"""How much the probabilities of all classes react to the pixels: the norm of their Jacobian.

Unlike the gradient of the loss it asks for no label, and a model that answers wrongly counts too.
"""

import torch
from torch import Tensor, nn

from mixup_demo.models.engine import Engine, Images
from mixup_demo.results import Floats


def jacobian_norms(engine: Engine, images: Images) -> dict[str, Floats]:
    """Return ‖∂f/∂x‖_F of the probabilities f(x) (K), by model, (N,).

    f is the softmax, x the image's pixels in [0, 1]; the norm is the square root of the sum over
    all K · 3 · H · W squared derivatives. It takes K backward passes an image.

    Args:
        engine: the models.
        images: (N, 3, H, W), or such by model.
    """
    return {name: norms for name, (norms,) in engine.run(_step, images).items()}


@torch.enable_grad()
def _step(network: nn.Module, images: Tensor) -> tuple[Tensor, ...]:
    """Run one batch; the gradient of a class's summed probabilities is each image's own."""
    images = images.detach().requires_grad_()
    sums = network(images).float().softmax(dim=1).sum(dim=0)
    gradients = (torch.autograd.grad(one, images, retain_graph=True)[0] for one in sums)
    squares = torch.stack([gradient.flatten(1).square().sum(dim=1) for gradient in gradients])
    return (squares.sum(dim=0).sqrt().cpu(),)
