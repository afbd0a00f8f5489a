"""Who asks while others are trained first hears their place, whatever they ask for."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from mixup_demo.models.workers import Workers
from mixup_demo.serving import background
from mixup_demo.serving.line import Line, Work
from mixup_demo.serving.schema import Answer, Request
from mixup_demo.serving.services import Services
from mixup_demo.views.toy import gan_requests
from mixup_demo.views.toy import requests as toy
from mixup_demo.views.train import requests as train
from tests.toy.kit import SMALL

PATIENCE = 60  # seconds until a test that hangs fails
LIVE = {"gan_run": "live", "gan_width": 8, "gan_steps": 10}


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let another's training hold the only core."""
    go = Event()
    with Workers(1) as workers:
        line = Line(workers)
        line.join(Work(lambda: float(go.wait(PATIENCE)), lambda: True))
        monkeypatch.setattr(background, "trainings_line", lambda: line)
        yield
        workers.shutdown(wait=False, cancel_futures=True)  # what waits need not be trained
        go.set()


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(
    ("ask", "request_"),
    [
        *((ask, SMALL) for ask in (toy.toy, toy.draw_toy, toy.toy_code, toy.toy_strip)),
        (toy.toy_seeds, SMALL),
        (gan_requests.gan, LIVE),
        (train.train_learn, {}),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_place_in_the_line_is_one_answer(
    ask: Callable[[Services, Request], Answer], request_: dict[str, object]
):
    services, visitor = Services(), {"visitor": "one", "turn": 1}
    answer = ask(services, {**request_, "toy_seed": 41, **visitor})
    assert answer == {"waits": {"before": 1, "seconds": None}, "again": 300}


@pytest.mark.usefixtures("busy")
def test_networks_that_are_trained_again_for_their_file_wait_in_the_line_too():
    """A preset's frames are there already, its networks are not."""
    answer = toy.toy_code(Services(), {"visitor": "one", "turn": 1, "at": 60})
    assert answer == {"waits": {"before": 1, "seconds": None}, "again": 300}
