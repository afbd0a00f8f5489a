from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, get_ident

import pytest

from mixup_demo.serving.cache import SingleFlight


class Counting:
    """Makes "made 1", "made 2", ... and counts."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> str:
        self.calls += 1
        return f"made {self.calls}"


def never() -> str:
    raise AssertionError("computed again")


def test_a_kept_result_is_not_computed_again():
    cache = SingleFlight[str](2)
    assert cache.get("key", Counting()) == "made 1"
    assert cache.get("key", never) == "made 1"


def test_none_is_a_result_like_any_other():
    cache = SingleFlight[None](1)
    cache.get("key", lambda: None)
    assert cache.get("key", never) is None


def test_what_is_kept_can_be_looked_up():
    cache = SingleFlight[str](2)
    assert cache.kept("key") is None
    cache.get("key", Counting())
    cache.get("other", Counting())
    assert cache.kept("key") == "made 1"
    cache.get("third", Counting())  # in place of the other, which was used longer ago
    assert (cache.kept("other"), cache.kept("key")) == (None, "made 1")


def test_the_result_used_longest_ago_makes_room():
    cache = SingleFlight[str](2)
    for key in ("old", "middle"):
        cache.get(key, lambda key=key: key)
    cache.get("old", never)
    cache.get("new", lambda: "new")
    assert cache.get("old", never) == "old"
    assert cache.get("new", never) == "new"
    assert cache.get("middle", lambda: "again") == "again"


def test_an_error_is_raised_and_not_kept():
    cache = SingleFlight[str](2)
    with pytest.raises(AssertionError, match="computed again"):
        cache.get("key", never)
    assert cache.get("key", Counting()) == "made 1"


@pytest.mark.parametrize("callers", [2, 8])
def test_callers_at_the_same_time_share_one_computation(callers):
    cache, count, together = SingleFlight[str](2), Counting(), Barrier(callers)
    may_land = Event()

    def compute() -> str:
        assert may_land.wait(10)
        return count()

    def call() -> str:
        together.wait(10)
        return cache.get("key", compute)

    with ThreadPoolExecutor(callers) as pool:
        answers = [pool.submit(call) for _ in range(callers)]
        may_land.set()
        assert {answer.result(10) for answer in answers} == {"made 1"}
    assert count.calls == 1


class LookedUp:
    """A key that says when somebody looks it up for the second time in the cache's lock."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        self.by_another = Event()

    def __hash__(self) -> int:
        self.threads.add(get_ident())
        if len(self.threads) > 1:
            self.by_another.set()
        return 0


def test_an_error_reaches_all_who_wait_for_it():
    started, key = Event(), LookedUp()

    def fail() -> str:
        started.set()
        # who looks a key up holds the lock until they wait for what they found
        assert key.by_another.wait(10)
        raise ValueError("no luck")

    cache = SingleFlight[str](2)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cache.get, key, fail)
        assert started.wait(10)
        second = pool.submit(cache.get, key, never)
        for call in (first, second):
            with pytest.raises(ValueError, match="no luck"):
                call.result(10)


class Unweighable:
    """A result that cannot say how much memory it takes, such as JSON of what is no number."""

    @property
    def nbytes(self) -> int:
        raise ValueError("no number")


def test_what_cannot_be_kept_keeps_nobody_waiting():
    cache = SingleFlight[object](2, most_bytes=100)
    cache.get("other", lambda: "kept")
    for _ in range(2):
        with ThreadPoolExecutor(1) as pool, pytest.raises(ValueError, match="no number"):
            pool.submit(cache.get, "key", Unweighable).result(10)
    assert cache.get("key", lambda: "another") == "another"
    assert cache.kept("other") == "kept"


def test_another_key_does_not_wait():
    cache, started, may_land = SingleFlight[str](2), Event(), Event()

    def slow() -> str:
        started.set()
        assert may_land.wait(10)
        return "slow"

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(cache.get, "slow", slow)
        assert started.wait(10)
        assert cache.get("quick", lambda: "quick") == "quick"
        may_land.set()
        assert first.result(10) == "slow"


def test_what_is_in_flight_is_shared_even_when_others_fill_the_cache():
    cache, started, may_land = SingleFlight[str](1), Event(), Event()

    def slow() -> str:
        started.set()
        assert may_land.wait(10)
        return "slow"

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cache.get, "slow", slow)
        assert started.wait(10)
        for key in ("one", "two"):
            cache.get(key, lambda key=key: key)
        second = pool.submit(cache.get, "slow", never)
        may_land.set()
        assert first.result(10) == second.result(10) == "slow"


class Heavy:
    """A result of so many bytes."""

    def __init__(self, nbytes: int) -> None:
        self.nbytes = nbytes


def test_what_is_too_heavy_together_goes_but_for_the_newest():
    cache = SingleFlight[Heavy](8, most_bytes=10)
    for key in "abc":
        cache.get(key, lambda: Heavy(4))
    assert [cache.kept(key) is None for key in "abc"] == [True, False, False]
    cache.get("d", lambda: Heavy(100))
    assert [cache.kept(key) is None for key in "bcd"] == [True, True, False]


def test_what_nobody_asks_for_is_let_go():
    now = [0.0]
    cache = SingleFlight[str](8, clock=lambda: now[0])
    cache.get("old", Counting())
    cache.get("used", Counting())
    now[0] = 50
    assert cache.get("used", never) == "made 1"
    now[0] = 70
    assert cache.let_go(60) == 1
    assert cache.kept("old") is None
    assert cache.kept("used") == "made 1"


def test_what_grows_and_files_have_their_weight_too():
    growing, made = Heavy(1), SingleFlight[object](8, most_bytes=10)
    made.get("grows", lambda: growing)
    made.get("file", lambda: b"12345")
    assert len(made) == 2
    growing.nbytes = 6
    made.get("more", lambda: b"1")
    assert [made.kept(key) is None for key in ("grows", "file", "more")] == [True, False, False]
