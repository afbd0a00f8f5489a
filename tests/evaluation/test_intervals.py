import numpy as np
import pytest
from scipy import stats

from mixup_demo.evaluation.intervals import Bootstrap, interval, recentred, student
from tests.evaluation.kit import of_scipy

BOOTSTRAP = Bootstrap((0, 1))


def test_the_interval_of_a_mean_is_that_of_scipy():
    values = np.random.default_rng(5).normal(size=123)
    assert BOOTSTRAP.of_mean(values) == pytest.approx(
        of_scipy(BOOTSTRAP, (values,), np.mean), abs=1e-12
    )


def test_two_columns_are_resampled_as_pairs():
    rng = np.random.default_rng(6)
    first = rng.random(80)
    second = first + 0.1 * rng.random(80)
    samples = BOOTSTRAP.means(np.stack([first, second], axis=1))

    def ratio(a: np.ndarray, b: np.ndarray) -> float:
        return b.mean() / a.mean()

    found = interval(samples[:, 1] / samples[:, 0])
    assert found == pytest.approx(of_scipy(BOOTSTRAP, (first, second), ratio), abs=1e-12)


def test_columns_of_any_shape_keep_it():
    values = np.random.default_rng(7).random((30, 2, 4))
    samples = Bootstrap((0,), 150).means(values)
    assert samples.shape == (150, 2, 4)
    assert np.allclose(samples[:, 1, 3], Bootstrap((0,), 150).means(values[:, 1, 3]))


def test_every_resample_draws_as_many_images_as_there_are():
    counts = np.concatenate(list(Bootstrap((3,), 250).counts(17)))
    assert counts.shape == (250, 17)
    assert (counts.sum(axis=1) == 17).all()


def test_a_ratio_without_a_finite_value_has_no_interval():
    assert interval(np.array([1.0, np.inf, 2.0])) is None
    assert interval(np.array([1.0, np.nan, 2.0])) is None


def test_recentred_samples_keep_their_spread_around_the_value():
    samples = np.array([3.0, 4.0, 8.0])
    assert recentred(samples, 1.0).tolist() == [-1.0, 0.0, 4.0]


def test_student_s_interval_is_that_of_scipy():
    values = [0.1, 0.2, 0.6]
    expected = stats.t.interval(0.95, 2, np.mean(values), stats.sem(values))
    assert student(values) == pytest.approx(expected)


@pytest.mark.parametrize(
    "values", [[0.3], [0.3, 0.1 + 0.2, 0.3], [1e-7, 2e-7, 1e-7], [0.3, np.nan], [0.3, np.inf]]
)
def test_seeds_that_say_nothing_of_their_spread_have_no_interval(values: list[float]):
    """One alone, those that are the same in a file's digits, and what is no number."""
    assert student(values) is None
