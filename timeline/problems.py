"""Something to mend: where it is, which rule found it, what is wrong, what to do."""

from typing import NamedTuple


class Location(NamedTuple):
    """A place in a file as editors count: lines and columns from 1, columns in code points.

    `width` is how many code points the caret underlines.
    """

    file: str
    line: int
    column: int
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One mistake. Problems sort by place, then by rule, so that every run reports them in one order."""

    location: Location
    rule: str
    message: str
    hint: str
    """The remedy: one sentence, or the lines to paste."""
    details: tuple[str, ...] = ()
    """Further lines for people: the nearest passage, what rests on it."""
    event: str = ""
    """The id of the event that it belongs to; empty where there is none."""
    unread: bool = False
    """Whether the file was not read from here on, so that it is not known what else it holds."""

    def __str__(self) -> str:
        return f"{self.location}: {self.rule}: {self.message}"
