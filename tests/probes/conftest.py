"""The ordinary way, which the probes are compared with, on one core.

Its batches are so small that a second core gains nothing, and on a busy machine costs a wait a
layer.
"""

from collections.abc import Iterator

import pytest
import torch


@pytest.fixture(scope="package", autouse=True)
def one_core() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)
