"""Polls: who may do what, and how many there may be."""

import pytest

from mixup_demo.serving import polls
from mixup_demo.serving.polls import MOST_POLLS, MOST_VOTERS, Polls
from mixup_demo.texts.input_error import InputError


class Clock:
    """A clock that a test sets, in seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def refused(key: str, act, *arguments: object) -> None:
    with pytest.raises(InputError) as caught:
        act(*arguments)
    assert caught.value.key == key


def voter(number: int) -> str:
    return f"voter-{number:06}"


def test_each_voter_counts_once_and_with_the_last_answer():
    found = Polls()
    name, key = found.open(3)
    for number, answer in ((1, 0), (2, 2), (3, 2), (1, 2)):
        found.vote(name, voter(number), answer)
    assert found.counts(name, key) == [0, 0, 3]


def test_counts_and_closing_are_for_whoever_opened_it():
    found = Polls()
    name, key = found.open(2)
    other, other_key = found.open(2)
    assert name != other
    for act in (found.counts, found.close):
        for wrong in ("", other_key, "ключ"):
            refused("error.poll.gone", act, name, wrong)
    found.close(name, key)
    refused("error.poll.gone", found.vote, name, voter(1), 0)
    assert found.counts(other, other_key) == [0, 0]


@pytest.mark.parametrize("choices", [1, 5, "3", 2.5, None, True])
def test_a_poll_has_two_to_four_answers(choices: object):
    refused("error.poll.choices", Polls().open, choices)


def test_what_is_no_vote_is_refused():
    found = Polls()
    name, key = found.open(2)
    for answer in (-1, 2, "0", None, True, 0.0):
        refused("error.poll.answer", found.vote, name, voter(1), answer)
    for wrong in (None, 12345678, "short", "x" * 33, "a b c d e", "\N{SNOWMAN}" * 9):
        refused("error.poll.voter", found.vote, name, wrong, 0)
    refused("error.poll.gone", found.vote, "nobody", voter(1), 0)
    assert found.counts(name, key) == [0, 0]


def test_over_the_bounds_it_refuses_and_loses_nothing():
    found = Polls()
    name, key = found.open(2)
    for number in range(MOST_VOTERS):
        found.vote(name, voter(number), 0)
    refused("error.poll.votes", found.vote, name, voter(MOST_VOTERS), 1)
    found.vote(name, voter(0), 1)  # who has voted may still change their mind
    assert found.counts(name, key) == [MOST_VOTERS - 1, 1]
    for _ in range(MOST_POLLS - 1):
        found.open(2)
    refused("error.poll.polls", found.open, 2)
    assert found.counts(name, key) == [MOST_VOTERS - 1, 1]


def test_an_old_poll_makes_room():
    clock = Clock()
    found = Polls(clock)
    names = [found.open(2) for _ in range(MOST_POLLS)]
    clock.seconds = 60 * polls.LIFE - 1
    refused("error.poll.polls", found.open, 2)
    clock.seconds += 1
    found.open(2)
    refused("error.poll.gone", found.counts, *names[0])
