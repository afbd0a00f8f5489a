"""What a chapter is, as data; its words are text keys that follow from its name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

LETTERS = "abcd"


@dataclass(frozen=True)
class Door:
    """A button that opens a view in the state that the chapter talks about.

    Attributes:
        name: "learn.door.<name>" is its text key.
        view: the view's name.
        state: the rest of the link, by parameter; see docs/links.md.
        part: id of the part of the view that it scrolls to, "" for its top.
    """

    name: str
    view: str
    state: Mapping[str, str] = field(default_factory=dict)
    part: str = ""

    @property
    def text(self) -> str:
        """Its text key."""
        return f"learn.door.{self.name}"

    @property
    def href(self) -> str:
        """Its link, without what the page itself adds: language and theme."""
        part = f"#{self.part}" if self.part else ""
        return f"?{urlencode({'view': self.view, **self.state}, safe=':-')}{part}"


@dataclass(frozen=True)
class Shown:
    """A chart of the evidence.

    Attributes:
        panel: that has it; "learn" for those that chapters alone have.
        title: its text key there.
        legend: "evidence.legend.<part>" for each mark in it that is not named otherwise.
    """

    panel: str
    title: str
    legend: tuple[str, ...] = ("erm", "mixup")


@dataclass(frozen=True)
class Chapter:
    """One chapter. "learn.<name>.title" is the text key of its heading.

    Attributes:
        name: in links.
        paragraphs: how many, "learn.<name>.1" and so on.
        choices: how many answers its question "learn.<name>.ask" has, "learn.<name>.ask.a" and so
            on; "learn.<name>.because" explains the right one.
        right: index of the right one.
        formulas: names of formulas, see `formulas`.
        figure: name of the live figure, "" for none.
        numbers: names of computed sentences that are shown after the answer, see `numbers`.
        charts: shown after the answer.
        doors: the buttons.
        more: how many folded paragraphs, "learn.<name>.more.1" and so on.
        code: names of pieces of code, see `code`.
    """

    name: str
    paragraphs: int
    choices: int
    right: int
    formulas: tuple[str, ...] = ()
    figure: str = ""
    numbers: tuple[str, ...] = ()
    charts: tuple[Shown, ...] = ()
    doors: tuple[Door, ...] = ()
    more: int = 1
    code: tuple[str, ...] = ()

    def key(self, part: str) -> str:
        """Return the text key of a part."""
        return f"learn.{self.name}.{part}"

    def keys(self, stem: str, count: int) -> list[str]:
        """Return the text keys of numbered paragraphs."""
        return [self.key(f"{stem}{k}") for k in range(1, count + 1)]

    @property
    def answers(self) -> list[str]:
        """The text keys of the answers to its question."""
        return [self.key(f"ask.{letter}") for letter in LETTERS[: self.choices]]

    def words(self) -> Iterator[str]:
        """Yield the text keys of all that it says itself."""
        yield from (self.key(part) for part in ("title", "ask", "because"))
        yield from (*self.keys("", self.paragraphs), *self.keys("more.", self.more), *self.answers)
        yield from (door.text for door in self.doors)
