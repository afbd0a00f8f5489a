"""Live polls of a lecture's audience: in memory, bounded, gone with the process.

A poll belongs to whoever opened it: a key that only they know reads its counts and closes it. A
voter is a text that the voter's own device has drawn; who votes again changes the answer.

Where there are as many polls as may be open, of all or of one visitor, the oldest one that has no
votes makes room: of all, one of the visitor who has most. So nobody keeps others from asking.
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
#: of one visitor: as many questions as a lecture asks
MOST_OWN = 20
MOST_VOTERS = 1000
FEWEST_ANSWERS, MOST_ANSWERS = 2, 4
#: how long a poll lives, in minutes after it was opened
LIFE = 90
NAME_LETTERS = 6

_VOTER = re.compile(r"[\w-]{8,32}", re.ASCII)


@dataclass
class _Poll:
    """An open poll: whose, its key, how many answers, when it was opened, and who chose what."""

    owner: str
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

    def open(self, choices: object, owner: str = "") -> tuple[str, str]:
        """Open a poll of so many answers and return its name and its key.

        Args:
            choices: how many answers.
            owner: the visitor who opens it.

        Raises:
            InputError: it has too few or too many answers, or too many polls that have votes are
                open.
        """
        if not _whole(choices, FEWEST_ANSWERS, MOST_ANSWERS):
            least, most = FEWEST_ANSWERS, MOST_ANSWERS
            raise InputError("error.poll.choices", value=choices, minimum=least, maximum=most)
        self._forget_old()
        self._make_room(owner)
        name = self._new_name()
        key = secrets.token_urlsafe(16)
        self._polls[name] = _Poll(owner, key, int(str(choices)), self._now())
        return name, key

    def _make_room(self, owner: str) -> None:
        counts = Counter(poll.owner for poll in self._polls.values())
        if counts[owner] >= MOST_OWN and not self._forget_empty({owner}):
            raise InputError("error.poll.own", limit=MOST_OWN, minutes=LIFE)
        if len(self._polls) >= MOST_POLLS:
            empty = Counter(poll.owner for poll in self._polls.values() if not poll.votes)
            most = max((counts[one] for one in empty), default=0)
            if not self._forget_empty({one for one in empty if counts[one] == most}):
                raise InputError("error.poll.polls", limit=MOST_POLLS, minutes=LIFE)

    def _forget_empty(self, owners: set[str]) -> bool:
        """Forget the oldest poll without votes of some visitors; False where there is none."""
        polls = self._polls.items()  # in the order in which they were opened
        name = next((name for name, one in polls if one.owner in owners and not one.votes), None)
        return name is not None and bool(self._polls.pop(name))

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
