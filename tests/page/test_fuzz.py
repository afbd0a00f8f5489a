"""Whatever is asked, each server function of the page answers, or says what is wrong with it."""

import copy
import os
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mixup_demo.models.spec import Comparison
from mixup_demo.serving import examples
from mixup_demo.serving.ready import encoded
from mixup_demo.serving.services import Services
from mixup_demo.serving.view import Handler, answering
from mixup_demo.texts import LANGUAGES
from mixup_demo.views import VIEWS
from mixup_demo.views.boundary import places
from mixup_demo.views.mix import requests as mix

HANDLERS = [handler for view in VIEWS for handler in view.requests]
CONTROLS = {control.name: control for view in VIEWS for control in view.controls}
#: what requests may hold beside controls
OTHER = ("a", "b", "c", "image", "label", "label_a", "label_b", "label_c", "at", "columns", "name")
OTHER += ("start", "turn", "visitor", "points", "lambdas", "from", "to", "line")

#: what every picture is, unless a request says otherwise
ANIMALS = ("cat", "dog", "frog")
PHOTOS = {name: {"photo": f"{photo}-1"} for name, photo in zip("abc", ANIMALS, strict=True)}
BASE = {**PHOTOS, "image": PHOTOS["a"], "visitor": "fuzz", "at": [0.5, 0.5], "start": 0}
#: a test's; the environment variable asks for more
EXAMPLES = int(os.environ.get("MIXUP_FUZZ", "40"))

ODD = ["", "..", "/etc/passwd", "x" * 100_000, "cat-1", "a:b", "\0", "\ud800", "λ", "1e999"]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**400)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(ODD)
)
KEYS = st.sampled_from(["photo", "upload", "noise", "parts", "weights", "path", "url", ""])
ANY = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from([*CONTROLS, *OTHER])
#: pictures that are nearly as a page names them
PICTURE = st.dictionaries(KEYS, SCALARS | ANY, min_size=1, max_size=2)
PICTURES = st.dictionaries(st.sampled_from(["a", "b", "c", "image"]), PICTURE, min_size=1)
#: what a request may be that is right but for one or two of its parts
NEARLY = st.dictionaries(NAMES, ANY, min_size=1, max_size=2).map(lambda odd: {**BASE, **odd})
DEEP: Any = 1
for _ in range(500):
    DEEP = [DEEP]


@pytest.fixture(scope="module")
def services() -> Services:
    found = Services()
    examples.recall(found)
    return found


@pytest.fixture(scope="module", autouse=True)
def coarse_planes() -> Iterator[None]:
    """Let the population's planes be coarse, as each odd request costs a plane of its own."""
    population_of = places.population_of

    def coarse(comparison: Comparison) -> dict[str, Any] | None:
        found = copy.deepcopy(population_of(comparison))
        if found:
            found["values"]["planes"]["resolution"] = 8
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "population_of", coarse)
        yield


def is_answer(answer: object) -> bool:
    """Either a sentence in every language, or an answer that can be sent."""
    if not isinstance(answer, Mapping):
        return False
    if "error" in answer:
        return set(answer["error"]) == set(LANGUAGES) and all(answer["error"].values())
    return bool(encoded(answer))  # which raises on what JSON cannot hold


@pytest.mark.parametrize("handler", HANDLERS, ids=lambda handler: handler.__name__)
def test_no_request_breaks_a_server_function(handler: Handler, services: Services):
    answer = answering(handler, services)

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(NEARLY | PICTURES.map(lambda odd: {**BASE, **odd}) | ANY)
    def ask(request: Any) -> None:
        assert is_answer(answer(request)), request

    ask()
    assert is_answer(answer(dict.fromkeys((*CONTROLS, *OTHER), DEEP)))


@pytest.mark.parametrize(
    "picture",
    [{"upload": "\0"}, {"upload": "\ud800"}, {"upload": "x" * 100_000}, {"photo": "x" * 100_000}]
    + [{"noise": 10**n} for n in (400, 5000)],
    ids=lambda picture: f"{next(iter(picture))}",
)
def test_what_broke_once_is_refused_in_a_few_words(picture: dict[str, Any], services: Services):
    answer = answering(mix.ask, services)({**BASE, "a": picture})
    for sentence in answer["error"].values():
        assert len(sentence.encode()) < 1000
