"""GANs as they are asked and answered: questions, live trainings, payloads."""

import base64
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from mixup_demo.evaluation.gan import evaluate
from mixup_demo.evidence.gan_compared import LONG
from mixup_demo.gan.files import KEPT, UNIT, seeds
from mixup_demo.gan.recipe import Recipe, recorded
from mixup_demo.gan.targets import TARGETS
from mixup_demo.gan.training import Training, snapshots
from mixup_demo.page.settings import controls
from mixup_demo.serving.background import Shared
from mixup_demo.serving.line import Place
from mixup_demo.serving.newest import Visitor
from mixup_demo.texts import fill
from mixup_demo.texts.input_error import InputError
from mixup_demo.views import VIEWS
from mixup_demo.views.toy import gan_requests, gan_settings, gans
from mixup_demo.views.toy.gan_payload import gan_payload, real
from mixup_demo.views.toy.gan_questions import GanQuestion, gan_question
from mixup_demo.views.toy.gans import RecordedRun, bundled, gan_stage
from tests.gan.kit import TINY, bundle
from tests.kit import SENTENCES, Counting

TempFolders = pytest.TempPathFactory
PATIENCE = 60  # seconds until a test that hangs fails
TURNS = count(1)
LIVE = {"gan_run": "live", "gan_width": 8, "gan_steps": 10}


@pytest.fixture
def services() -> Counting:
    return Counting()


def stage(services: Counting, asked: GanQuestion, name: str, start: int) -> RecordedRun | None:
    """A run as far as it has come, asked for as a page does until there is more of it."""
    asking = Visitor(name, next(TURNS))
    while isinstance(found := gan_stage(services, asked, asking, start), Place):
        pass
    return found


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """A folder of bundled runs of the ring, seeds 0 and 12."""
    bundle(tmp_path, (0, 12))
    return tmp_path


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as threads:
        yield threads


def points(packed: str) -> np.ndarray:
    return np.frombuffer(base64.b64decode(packed), "<i2").reshape(-1, 2)


class TestQuestions:
    def test_controls_have_names_of_their_own(self):
        names = [control.name for control in controls(VIEWS)]
        assert len(set(names)) == len(names)
        assert {control.name for control in gan_settings.CONTROLS} <= set(names)

    def test_every_target_can_be_chosen(self):
        assert gan_settings.DATA.options == tuple(TARGETS)

    def test_the_defaults_are_a_bundled_run(self, runs: Path):
        asked = gan_question({"gan_loss": "nonsaturating"}, runs)
        assert asked == GanQuestion("ring", 0.2, "nonsaturating", 0)
        assert gan_question({}) == GanQuestion("ring", 0.2, "minimax", 0)  # of the repository's
        assert seeds("ring", "nonsaturating", runs) == (0, 12)
        assert seeds("grid", "nonsaturating", runs) == ()

    def test_a_live_training_has_the_plain_gan_beside(self):
        recipe = gan_question({**LIVE, "gan_alpha": 0.3, "latent": 4, "critic": 2}).recipe
        assert (recipe.alphas, recipe.latent, recipe.discriminator_steps) == ((0.0, 0.3), 4, 2)
        assert (recipe.width, recipe.iterations) == (8, 10)
        assert gan_question({**LIVE, "gan_alpha": 0}).recipe.alphas == (0.0,)

    @pytest.mark.parametrize(
        ("name", "value", "message"),
        [
            ("gan_run", "dead", "must be one of bundled, live, but is dead"),
            ("gan_data", "moon", "must be one of ring, grid, swiss, but is moon"),
            ("gan_alpha", float("nan"), "from 0 to 32, but is nan"),
            ("gan_alpha", -1, "from 0 to 32, but is -1"),
            ("gan_alpha", 0.3, r"α of 0, 0\.1, 0\.2, 0\.5, 1, but α is 0\.3.* train one live"),
            ("gan_loss", "hinge", "one of minimax, nonsaturating, but is hinge"),
            ("gan_seed", 5, "a seed of 0, 12, but the seed is 5"),
            ("gan_seed", 0.5, "seed must be a whole number"),
        ],
    )
    def test_bad_settings_get_the_rule_the_value_and_the_remedy(
        self, runs: Path, name: str, value: object, message: str
    ):
        with pytest.raises(InputError, match=message):
            gan_question({"gan_loss": "nonsaturating", name: value}, runs)

    @pytest.mark.parametrize(
        ("name", "value", "message"),
        [
            ("latent", 0, "from 1 to 64 numbers, but has 0"),
            ("critic", 2.5, r"from 1 to 10 discriminator steps .* there are 2\.5"),
            ("gan_width", 4096, "from 8 to 128 units, but has 4096"),
            ("gan_steps", None, "10 to 3000 iterations, but None"),
        ],
    )
    def test_bad_settings_of_a_live_training(self, name: str, value: object, message: str):
        with pytest.raises(InputError, match=message):
            gan_question({**LIVE, name: value})


class TestLive:
    def test_frames_come_as_they_are_made_and_then_all_at_once(self, services: Counting):
        asked, start, films = gan_question(LIVE), 0, []
        while not films or not films[-1].done:
            films.append(stage(services, asked, "visitor", start))
            assert len(films[-1].run.iteration) > start
            start = len(films[-1].run.iteration)
        assert films[-1].run.iteration.tolist() == list(films[-1].recorded) == list(range(11))
        assert stage(services, asked, "another", 0).done
        assert stage(services, asked, "another", start).done

    def test_two_visitors_share_one_training(self, pool: ThreadPoolExecutor, services: Counting):
        both = "first", "second"
        films = [pool.submit(stage, services, gan_question(LIVE), who, 10) for who in both]
        first, second = (film.result(PATIENCE) for film in films)
        np.testing.assert_array_equal(first.run.samples, second.run.samples)
        assert services.computed == [gan_question(LIVE).recipe]

    def test_stopping_ends_the_wait_and_the_training(
        self, pool: ThreadPoolExecutor, services: Counting
    ):
        busy, go = Event(), Event()

        class Held(Training):
            def step(self) -> None:
                busy.set()
                assert go.wait(PATIENCE)
                super().step()

        recipe = gan_question(LIVE).recipe
        at = recorded(recipe.iterations)
        kept = services.cache(gans.CACHE, gans.CACHED)
        kept.get(recipe, lambda: Shared(snapshots(Held(recipe), at, KEPT), len(at)))
        film = pool.submit(stage, services, gan_question(LIVE), "visitor", 5)
        assert busy.wait(PATIENCE)
        leaving = {"visitor": "visitor", "turn": next(TURNS)}
        assert gan_requests.gan_stop(services, leaving) == {"ended": True}
        assert film.result(PATIENCE) is None
        go.set()
        assert stage(services, gan_question(LIVE), "visitor", 10).done  # goes on where it was


class TestPayload:
    @pytest.fixture
    def film(self, runs: Path) -> RecordedRun:
        return bundled("ring", "nonsaturating", 12, runs)

    def test_frames_hold_the_runs_arrays(self, film: RecordedRun):
        asked = GanQuestion("ring", 0.5, "nonsaturating", 12)
        answer = gan_payload(asked, film, 2)
        assert answer["recorded"] == answer["iterations"] == list(range(7))
        assert (answer["start"], answer["done"], answer["live"]) == (2, True, False)
        assert [frame["iteration"] for frame in answer["frames"]] == [2, 3, 4, 5, 6]
        for time, frame in enumerate(answer["frames"], start=2):
            for column, gan_ in ((1, frame), (0, frame["plain"])):
                np.testing.assert_array_equal(
                    points(gan_["samples"]), film.run.samples[time, column]
                )
                surface = np.frombuffer(base64.b64decode(gan_["surface"]), np.uint8)
                np.testing.assert_array_equal(
                    surface.reshape(48, 48), film.run.surface[time, column]
                )
                assert gan_["modes"] == film.run.modes[time, column]
                assert gan_["quality"] == pytest.approx(film.run.quality[time, column], abs=1e-4)

    def test_the_plain_gan_stands_alone(self, film: RecordedRun):
        answer = gan_payload(GanQuestion("ring", 0.0, "nonsaturating", 12), film, 0)
        assert all(frame["plain"] is None for frame in answer["frames"])
        np.testing.assert_array_equal(
            points(answer["frames"][0]["samples"]), film.run.samples[0, 0]
        )

    @pytest.mark.parametrize("name", TARGETS)
    def test_real_points_lie_about_the_target(self, name: str):
        drawn, target = points(real(name)) * UNIT, TARGETS[name]
        places = target.modes if target.curve is None else target.curve
        distance = np.linalg.norm(drawn[:, None] - places, axis=2).min(axis=1)
        assert distance.max() < 6 * target.spread

    @pytest.mark.parametrize("measured", [True, False])
    def test_evidence_is_that_of_the_results_file(
        self, services: Counting, measured: bool, runs: Path, tmp_path_factory: TempFolders
    ):
        results = tmp_path_factory.mktemp("results")
        if measured:
            (results / "gan.json").write_text(json.dumps(evaluate(runs, TINY)))
            (results / f"{LONG}.json").write_text(json.dumps(evaluate(runs, TINY, LONG)))
        asked = gan_question({**LIVE, "gan_alpha": 0.5, "gan_loss": "nonsaturating"})
        answer = gan_payload(asked, stage(services, asked, "visitor", 10), 0, results)
        names = {trace["name"] for trace in answer["figure"]["data"] if trace.get("name")}
        live = {
            "mixup, α = 0.5, [[gan.legend.live]]",
            "[[evidence.legend.plain]], [[gan.legend.live]]",
        }
        if measured:
            assert names == live | {"mixup, α = 0.5", "[[evidence.legend.plain]]"}
            assert len(answer["table"]["rows"]) == 2
            assert answer["note"]["values"] == {"n": "2"}
            keys = [one["key"] for one in answer["sentences"]]
            assert keys[-3:] == ["gan.says.longer", *keys[1:3]]
            for one in (*answer["sentences"], answer["note"]):
                assert fill(SENTENCES, one["key"], "ko", **one["values"])
        else:
            assert names == live
            assert (answer["table"], answer["note"], answer["sentences"]) == (None, None, [])

    def test_a_report_is_plain_numbers(self, services: Counting):
        run = bundled("ring", "nonsaturating", 0).run
        asked = {"gan_data": "ring", "gan_alpha": 0.5, "gan_loss": "nonsaturating", "gan_seed": 0}
        report = gan_requests.gan_report(services, asked)
        assert report["recipe"] == run.about["recipe"]
        assert Recipe(**report["recipe"]).seed == 0
        last, column = report["frames"][-1], report["recipe"]["alphas"].index(0.5)
        assert np.shape(last["samples"]) == (512, 2)
        assert np.shape(last["surface"]) == (48, 48)
        np.testing.assert_allclose(last["samples"], run.samples[-1, column] * UNIT, atol=1e-4)
