"""The bundled models, shared by the tests of requests."""

import pytest

from mixup_demo.serving.services import Services


@pytest.fixture(scope="package")
def services() -> Services:
    """What requests share; answers are kept from test to test."""
    return Services()
