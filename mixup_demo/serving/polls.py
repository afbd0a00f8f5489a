"""Live polls of a lecture's audience: in memory, bounded, gone with the process.

A poll belongs to whoever opened it: a key that only they know reads its counts and closes it. A
voter is a text that the voter's own device has drawn; who votes again changes the answer.

Where there are as many polls as may be open, of one visitor, of one address or of all, an old one
without votes makes room: of the address, and then of the visitor, that has most of them; never one
that was opened within the last minutes, for its question has just been shown. A visitor is a cookie
that anybody may make up, so the bound of an address is what keeps one machine from taking all.
Behind one address, such as a lecture hall's, whoever makes up cookies can still take what it has,
until the polls' life ends; and so can who has several addresses.
"""

import re
import secrets
import string
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from mixup_demo.texts.input_error import InputError

MOST_POLLS = 50
#: of one address, behind which may be several lectures of one house: some are left to others
MOST_OF_ADDRESS = 40
#: of one visitor: as many questions as a lecture asks
MOST_OWN = 20
MOST_VOTERS = 1000
FEWEST_ANSWERS, MOST_ANSWERS = 2, 4
#: how long a poll lives, in minutes after it was opened
LIFE = 90
#: for how many minutes a poll without votes makes room for no other
FRESH = 2
NAME_LETTERS = 6

_VOTER = re.compile(r"[\w-]{8,32}", re.ASCII)


@dataclass
class _Poll:
    """An open poll.

    Attributes:
        owner: the visitor who opened it.
        address: from which it was opened.
        key: reads and closes it.
        choices: how many answers.
        opened: when, in seconds.
        votes: who chose which answer.
    """

    owner: str
    address: str
    key: str
    choices: int
    opened: float
    votes: dict[str, int] = field(default_factory=dict)


class Polls:
    """All open polls.

    Its methods never wait, so an event loop that calls them needs no lock.

    Args:
        now: a clock in seconds.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._polls: dict[str, _Poll] = {}

    def open(self, choices: object, owner: str = "", address: str = "") -> tuple[str, str]:
        """Open a poll of so many answers and return its name and its key.

        Args:
            choices: how many answers.
            owner: the visitor who opens it.
            address: from which.

        Raises:
            InputError: it has too few or too many answers, or too many polls are open that have
                votes or are fresh.
        """
        if not _whole(choices, FEWEST_ANSWERS, MOST_ANSWERS):
            least, most = FEWEST_ANSWERS, MOST_ANSWERS
            raise InputError("error.poll.choices", value=choices, minimum=least, maximum=most)
        self._forget_old()
        self._make_room("error.poll.own", MOST_OWN, lambda poll: poll.owner == owner)
        self._make_room("error.poll.address", MOST_OF_ADDRESS, lambda poll: poll.address == address)
        self._make_room("error.poll.polls", MOST_POLLS, lambda _: True)
        name = self._new_name()
        key = secrets.token_urlsafe(16)
        self._polls[name] = _Poll(owner, address, key, int(str(choices)), self._now())
        return name, key

    def _make_room(self, key: str, limit: int, among: Callable[[_Poll], bool]) -> None:
        """Forget an old poll without votes among those that share a limit, where they reach it."""
        polls = {name: poll for name, poll in self._polls.items() if among(poll)}
        if len(polls) < limit:
            return
        shown = self._now() - 60 * FRESH
        old = [name for name, one in polls.items() if not one.votes and one.opened <= shown]
        if not old:
            raise InputError(key, limit=limit, fresh=FRESH, minutes=LIFE)
        empty = [poll for poll in self._polls.values() if not poll.votes]
        addresses = Counter(poll.address for poll in empty)
        owners = Counter(poll.owner for poll in empty)

        def most(name: str) -> tuple[int, int]:
            return addresses[polls[name].address], owners[polls[name].owner]

        del self._polls[max(old, key=most)]  # of several the first, which was opened first

    def vote(self, name: str, voter: object, answer: object) -> None:
        """Take a voter's answer, an index, in the place of an earlier one.

        Raises:
            InputError: there is no such poll, voter or answer, or too many have voted.
        """
        poll = self._found(name)
        if not isinstance(voter, str) or not _VOTER.fullmatch(voter):
            raise InputError("error.poll.voter", value=voter)
        if not _whole(answer, 0, poll.choices - 1):
            raise InputError("error.poll.answer", last=poll.choices - 1, value=answer)
        if voter not in poll.votes and len(poll.votes) >= MOST_VOTERS:
            raise InputError("error.poll.votes", limit=MOST_VOTERS)
        poll.votes[voter] = int(str(answer))

    def counts(self, name: str, key: str) -> list[int]:
        """Return how many chose each answer, to whoever opened the poll.

        Raises:
            InputError: there is no such poll with that key.
        """
        poll = self._found(name, key)
        chosen = list(poll.votes.values())
        return [chosen.count(answer) for answer in range(poll.choices)]

    def close(self, name: str, key: str) -> None:
        """Forget a poll; only whoever opened it may.

        Raises:
            InputError: there is no such poll with that key.
        """
        self._found(name, key)
        del self._polls[name]

    def _found(self, name: str, key: str | None = None) -> _Poll:
        self._forget_old()
        poll = self._polls.get(name)
        if poll is None or (key is not None and not _same(poll.key, key)):
            raise InputError("error.poll.gone", value=name)
        return poll

    def _forget_old(self) -> None:
        oldest = self._now() - 60 * LIFE
        self._polls = {name: one for name, one in self._polls.items() if one.opened > oldest}

    def _new_name(self) -> str:
        while True:
            letters = (secrets.choice(string.ascii_lowercase) for _ in range(NAME_LETTERS))
            name = "".join(letters)
            if name not in self._polls:
                return name


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode("utf-8", "replace"))


def _whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
