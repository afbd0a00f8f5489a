"""The ordinary way, which the probes are compared with, on one core.

Its batches are so small that a second core gains nothing, and on a busy machine costs a wait a
layer.
"""

from collections.abc import Iterator

import pytest
import torch

from mixup_demo.models.workers import workers
from tests.probes.kit import CPU


@pytest.fixture(scope="package", autouse=True)
def one_core() -> Iterator[None]:
    threads = torch.get_num_threads()
    workers(CPU)  # as many as there are cores, for they live on
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)
