"""The Jacobian's norm, against torch's own Jacobian of one image at a time."""

import numpy as np
import pytest
import torch

from mixup_demo.models.engine import Engine
from mixup_demo.models.normalising import normalised
from mixup_demo.models.spec import Comparison
from mixup_demo.probes.jacobian import jacobian_norms
from tests.models.kit import WIDE, dummy
from tests.probes.kit import CPU


def test_the_norm_is_that_of_every_class_and_pixel():
    models = {key: dummy(key, seed=k, scale=5.0) for k, key in enumerate(("erm", "mixup"))}
    images = np.random.default_rng(0).random((5, 3, *WIDE), dtype=np.float32)
    found = jacobian_norms(Engine(Comparison("shapes", models), CPU), images)
    for key, model in models.items():
        network = normalised(model)
        for image, norm in zip(torch.from_numpy(images), found[key], strict=True):
            whole = torch.func.jacrev(lambda x, f=network: f(x[None]).softmax(1)[0])(image)
            assert norm == pytest.approx(float(whole.norm()), rel=0.02)
