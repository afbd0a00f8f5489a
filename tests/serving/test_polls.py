"""Polls: who may do what, and how many there may be."""

import pytest

from mixup_demo.serving import polls
from mixup_demo.serving.polls import (
    FRESH,
    MOST_OF_ADDRESS,
    MOST_OWN,
    MOST_POLLS,
    MOST_VOTERS,
    Polls,
)
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
    for number in range(MOST_POLLS - 1):
        voted(found, str(number))
    refused("error.poll.polls", found.open, 2, "one more")
    assert found.counts(name, key) == [MOST_VOTERS - 1, 1]


def voted(found: Polls, owner: str) -> tuple[str, str]:
    """Open a poll, and vote in it."""
    opened = found.open(2, owner, f"address of {owner}")
    found.vote(opened[0], voter(0), 0)
    return opened


def test_one_who_opens_many_keeps_nobody_from_asking():
    """A student's fifty left the lecturer none for an hour and a half."""
    clock = Clock()
    found = Polls(clock)
    asked = [voted(found, "lecturer"), found.open(2, "lecturer", "hall")]
    names = [found.open(2, "student", "hall") for _ in range(MOST_OWN)]
    refused("error.poll.own", found.open, 2, "student", "hall")
    clock.seconds = 60 * FRESH
    names += [found.open(2, "student", "hall") for _ in range(MOST_OWN)]
    others = [str(number) for number in range(MOST_POLLS - MOST_OWN - len(asked))]
    more = [found.open(2, other, other) for other in others]
    clock.seconds *= 2
    asked += [found.open(2, "lecturer", "hall")]
    for one in asked:
        assert sum(found.counts(*one)) <= 1
    for one in names[: MOST_OWN + 1]:
        refused("error.poll.gone", found.counts, *one)  # the oldest of who has most
    assert found.counts(*names[-1]) == found.counts(*more[-1]) == [0, 0]


def test_a_question_that_is_being_shown_stays():
    """Nobody has voted yet: a student's many were compared with all of the lecturer's."""
    clock = Clock()
    found = Polls(clock)
    lecture = [voted(found, "lecturer") for _ in range(MOST_OWN - 1)]
    lecture.append(found.open(2, "lecturer", "address of lecturer"))
    others = [found.open(2, str(number)) for number in range(MOST_POLLS - MOST_OWN)]
    refused("error.poll.polls", found.open, 2, "student")
    clock.seconds = 60 * FRESH - 1
    refused("error.poll.polls", found.open, 2, "student")
    clock.seconds = 60 * FRESH
    found.open(2, "student", "elsewhere")  # of the address that has most without votes
    refused("error.poll.gone", found.counts, *others[0])
    assert [len(found.counts(*one)) for one in lecture + others[1:]] == [2] * (MOST_POLLS - 1)


def test_who_has_most_without_votes_makes_room_whatever_else_they_have():
    clock = Clock()
    found = Polls(clock)
    [voted(found, "lecturer") for _ in range(MOST_OWN - 1)]
    asked = found.open(2, "lecturer", "one")
    twice = [found.open(2, "twice", "one") for _ in range(2)]
    [voted(found, str(number)) for number in range(MOST_POLLS - MOST_OWN - 2)]
    clock.seconds = 60 * FRESH
    found.open(2, "student", "three")
    assert found.counts(*asked) == found.counts(*twice[1]) == [0, 0]
    refused("error.poll.gone", found.counts, *twice[0])


def test_cookies_that_one_makes_up_take_no_more_than_their_address_has():
    clock = Clock()
    found = Polls(clock)
    names = [found.open(2, str(number), "one") for number in range(MOST_OF_ADDRESS)]
    refused("error.poll.address", found.open, 2, "another", "one")
    assert found.open(2, "lecturer", "hall")
    clock.seconds = 60 * FRESH
    found.open(2, "another", "one")
    refused("error.poll.gone", found.counts, *names[0])


def test_of_one_s_own_polls_those_with_votes_stay():
    clock = Clock()
    found = Polls(clock)
    polls = [voted(found, "one") for _ in range(MOST_OWN - 1)]
    empty = [found.open(2, "one")]
    clock.seconds = 60 * FRESH
    empty.append(found.open(2, "one"))
    refused("error.poll.gone", found.counts, *empty[0])
    found.vote(empty[1][0], voter(0), 0)
    refused("error.poll.own", found.open, 2, "one")
    assert all(sum(found.counts(*one)) == 1 for one in polls)
    assert found.open(2, "two")


def test_an_old_poll_makes_room():
    clock = Clock()
    found = Polls(clock)
    names = [voted(found, str(number)) for number in range(MOST_POLLS)]
    clock.seconds = 60 * polls.LIFE - 1
    refused("error.poll.polls", found.open, 2)
    clock.seconds += 1
    found.open(2)
    refused("error.poll.gone", found.counts, *names[0])
