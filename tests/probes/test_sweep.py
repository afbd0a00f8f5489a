import numpy as np
import pytest
import torch
from torch.nn.functional import cross_entropy

from mixup_demo import mixing
from mixup_demo.models import engine as engine_module
from mixup_demo.models.engine import Engine
from mixup_demo.probes.sweep import cutmix_boxes, sweep
from mixup_demo.texts.input_error import InputError
from tests.probes.kit import CPU, MeanColour, engine_of, pair, random_images, tiny_net

SIZE, CLASSES = 6, 4
A, B = 2, 0
LAMBDAS = [k / 100 for k in range(101)]
IMAGE_A, IMAGE_B = random_images(2, SIZE, seed=11)


@pytest.fixture(scope="module")
def networks():
    return {"erm": tiny_net(5), "mixup": tiny_net(6)}


@pytest.fixture(scope="module")
def engine(networks):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_module, "fast_dtype", lambda device: torch.float32)
        return Engine(pair(**networks, classes=CLASSES, size=SIZE), CPU)


@pytest.fixture(scope="module")
def eye():
    """Sees mean colours: with A white and B black the log odds tell A's share of the pixels."""
    return engine_of(MeanColour(), MeanColour(2.0), 3, 32)


WHITE, BLACK = np.ones((3, 32, 32), np.float32), np.zeros((3, 32, 32), np.float32)
RED = WHITE * np.float32([1, 0, 0])[:, None, None]


def seen_share(result, name="erm", scale=1.0):
    """Share of red: log odds of red and green over the scale."""
    p = result.answers[name].probabilities.astype(float)
    return np.log(p[:, 0] / p[:, 1]) / scale


def test_answers_are_those_of_the_ordinary_way(engine, networks):
    """One λ and one model at a time, as one would write it first."""
    result = sweep(engine, IMAGE_A, IMAGE_B, A, B)
    for name, network in networks.items():
        for k, lam in enumerate(LAMBDAS):
            mixed = torch.tensor(lam * IMAGE_A + (1 - lam) * IMAGE_B)[None].requires_grad_()
            target = torch.zeros(1, CLASSES)
            target[0, A], target[0, B] = lam, 1 - lam
            logits = network(mixed)
            loss = cross_entropy(logits, target)
            (gradient,) = torch.autograd.grad(loss, mixed)
            p = logits.detach().softmax(dim=1)[0]
            found = result.answers[name]
            assert found.probabilities[k] == pytest.approx(p.numpy(), abs=1e-5)
            assert found.loss[k] == pytest.approx(loss.item(), abs=1e-5)
            assert found.gradient_norm[k] == pytest.approx(gradient.norm().item(), rel=1e-3)
            assert found.confidence[k] == pytest.approx(p.max().item(), abs=1e-5)
            entropy = torch.distributions.Categorical(probs=p).entropy().item()
            assert found.entropy[k] == pytest.approx(entropy, abs=1e-4)
            assert result.soft_labels[k] == pytest.approx(target[0].numpy(), abs=1e-6)


def test_lambda_is_the_weight_of_a(engine):
    result = sweep(engine, IMAGE_A, IMAGE_B, A, B)
    assert result.lam.tolist() == result.applied.tolist() == LAMBDAS
    ends = engine.probabilities(np.stack([IMAGE_B, IMAGE_A]))["erm"]
    np.testing.assert_allclose(
        result.answers["erm"].probabilities[[0, -1]], ends, rtol=0, atol=1e-6
    )
    assert result.soft_labels[0].argmax() == B
    assert result.soft_labels[-1].argmax() == A


def test_exchanging_the_images_turns_the_line_round(engine):
    forth = sweep(engine, IMAGE_A, IMAGE_B, A, B).answers["mixup"]
    back = sweep(engine, IMAGE_B, IMAGE_A, B, A).answers["mixup"]
    np.testing.assert_allclose(forth.probabilities, back.probabilities[::-1], atol=1e-5)
    np.testing.assert_allclose(forth.gradient_norm, back.gradient_norm[::-1], rtol=1e-3)


def test_what_was_asked_is_told(engine):
    result = sweep(engine, IMAGE_A, IMAGE_B, A, B, "cutmix", seed=7)
    assert (result.labels, result.method, result.seed) == ((A, B), "cutmix", 7)
    assert result.classes == engine.classes
    assert (result.device, result.precision) == ("cpu", "fp32")
    assert list(result.answers) == ["erm", "mixup"]
    expected = sum((float(x) - float(y)) ** 2 for x, y in zip(IMAGE_A.flat, IMAGE_B.flat)) ** 0.5  # noqa: B905
    assert result.distance == pytest.approx(expected, rel=1e-5)


def test_measures_are_those_of_the_curves(engine):
    result = sweep(engine, IMAGE_A, IMAGE_B, A, B)
    for answers in result.answers.values():
        p = answers.probabilities.astype(float)
        slopes = [sum(abs(p[k + 1] - p[k])) / 2 * 100 for k in range(100)]
        assert answers.smoothness.steepest_slope == pytest.approx(max(slopes))
        misses = [row.argmax() not in (A, B) for row in p]
        assert answers.smoothness.miss_rate == pytest.approx(sum(misses) / 101)
        mean_norm = sum(answers.gradient_norm.tolist()) / 101
        assert answers.smoothness.mean_gradient_norm == pytest.approx(mean_norm, rel=1e-5)


def test_gradients_can_be_left_out(engine):
    result = sweep(engine, IMAGE_A, IMAGE_B, A, B, gradients=False)
    for name, answers in result.answers.items():
        assert answers.gradient_norm is None
        assert answers.smoothness.mean_gradient_norm is None
        full = sweep(engine, IMAGE_A, IMAGE_B, A, B).answers[name]
        np.testing.assert_allclose(answers.probabilities, full.probabilities, atol=1e-6)


def test_two_images_of_one_class(engine):
    result = sweep(engine, IMAGE_A, IMAGE_B, A, A)
    assert result.soft_labels[:, A] == pytest.approx(np.ones(101))
    for answers in result.answers.values():
        assert answers.smoothness.boundary_thickness == 0


def test_an_image_mixed_with_itself_changes_nothing(engine):
    result = sweep(engine, IMAGE_A, IMAGE_A, A, B)
    assert result.distance == 0
    for answers in result.answers.values():
        measures = answers.smoothness
        assert measures.boundary_crossings == 0
        assert measures.boundary_thickness == 0
        assert measures.steepest_slope == pytest.approx(0, abs=1e-3)
        assert measures.linearity_gap == pytest.approx(0, abs=1e-5)


def test_mixup_shows_the_models_the_blend(eye):
    result = sweep(eye, RED, BLACK, 0, 1)
    assert result.boxes is None
    assert seen_share(result) == pytest.approx(LAMBDAS, abs=1e-5)
    assert seen_share(result, "mixup", scale=2) == pytest.approx(LAMBDAS, abs=1e-5)


class TestCutMix:
    @pytest.mark.parametrize("seed", [0, 1, 2])
    def test_lambda_is_corrected_to_the_area_that_the_models_see(self, eye, seed):
        result = sweep(eye, RED, BLACK, 0, 1, "cutmix", seed)
        assert seen_share(result) == pytest.approx(result.applied, abs=1e-5)
        assert result.soft_labels[:, 0] == pytest.approx(result.applied, abs=1e-6)
        assert (result.applied >= result.lam - 1e-9).all()  # rounding spares A
        assert result.lam.tolist() == LAMBDAS

    def test_b_is_in_the_box_and_a_around_it(self, engine):
        result = sweep(engine, IMAGE_A, IMAGE_B, A, B, "cutmix", seed=3)
        top, bottom, left, right = result.boxes[40]
        mixed = IMAGE_A.copy()
        mixed[:, top:bottom, left:right] = IMAGE_B[:, top:bottom, left:right]
        alone = engine.probabilities(mixed[None])["erm"][0]
        assert result.answers["erm"].probabilities[40] == pytest.approx(alone, abs=1e-5)
        assert (bottom - top, right - left) != (0, 0)

    def test_the_box_shrinks_about_one_centre_that_comes_from_the_seed(self):
        boxes = cutmix_boxes(np.array(LAMBDAS), 32, 32, seed=5)
        row, column = mixing.draw_centre(32, 32, np.random.default_rng(5))
        for lam, (top, bottom, left, right) in zip(LAMBDAS, boxes, strict=True):
            assert top <= row <= bottom
            assert left <= column <= right
            assert bottom - top <= 32 * (1 - lam) ** 0.5
        areas = (boxes[:, 1] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 2])
        assert (np.diff(areas) <= 0).all()
        assert areas[-1] == 0
        assert boxes.tolist() == cutmix_boxes(np.array(LAMBDAS), 32, 32, seed=5).tolist()
        assert boxes.tolist() != cutmix_boxes(np.array(LAMBDAS), 32, 32, seed=6).tolist()

    @pytest.mark.parametrize("seed", range(5))
    def test_the_path_ends_in_all_of_b(self, seed):
        assert cutmix_boxes(np.array([0.0]), 32, 48, seed).tolist() == [[0, 32, 0, 48]]

    def test_at_lambda_1_it_is_a(self, engine):
        result = sweep(engine, IMAGE_A, IMAGE_B, A, B, "cutmix")
        alone = engine.probabilities(IMAGE_A[None])["mixup"][0]
        assert result.applied[-1] == 1
        assert result.answers["mixup"].probabilities[-1] == pytest.approx(alone, abs=1e-6)


class TestWrongInput:
    @pytest.mark.parametrize("labels", [(4, 0), (0, 4), (-1, 0)])
    def test_labels(self, engine, labels):
        with pytest.raises(InputError, match=r"class number from 0 to 3, but is (4|-1)\."):
            sweep(engine, IMAGE_A, IMAGE_B, *labels)

    def test_method(self, engine):
        with pytest.raises(InputError, match="one of mixup, cutmix, but is cutout"):
            sweep(engine, IMAGE_A, IMAGE_B, A, B, "cutout")

    def test_size(self, engine):
        image = np.zeros((3, 8, 8), np.float32)
        with pytest.raises(ValueError, match=r"shape .*\(3, 6, 6\)"):
            sweep(engine, image, image, A, B)


def test_results_cannot_be_changed(engine):
    result = sweep(engine, IMAGE_A, IMAGE_B, A, B, "cutmix")
    arrays = (result.lam, result.applied, result.soft_labels, result.boxes)
    answers = result.answers["erm"]
    arrays += (answers.probabilities, answers.gradient_norm, answers.entropy, answers.loss)
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
    with pytest.raises(AttributeError, match="cannot assign"):
        result.seed = 1
    assert sweep(engine, IMAGE_A, IMAGE_B, A, B).lam.tolist() == LAMBDAS
