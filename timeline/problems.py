"""A problem of a dataset: its location, the rule that found it, what is wrong, and how to fix it."""

from typing import NamedTuple


class Location(NamedTuple):
    """A position in a file, as editors count: lines and columns from 1, columns in code points.

    `width` is the number of code points to underline.
    """

    file: str
    line: int
    column: int
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One mistake. Problems sort by location, then by rule, so that the order is the same in every run."""

    location: Location
    rule: str
    message: str
    hint: str
    """The fix: one sentence, or lines to paste."""
    details: tuple[str, ...] = ()
    """More lines for people, such as the most similar passage, or the fields that are affected."""
    event: str = ""
    """The id of the event with the problem; empty if it is not in an event."""
    unread: bool = False
    """Whether the file was not read from here on, so that the rest of its contents is unknown."""

    def __str__(self) -> str:
        return f"{self.location}: {self.rule}: {self.message}"
