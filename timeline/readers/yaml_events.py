"""Where an event of YAML stands, and the text that it is."""

import yaml
from yaml.events import Event, ScalarEvent

from timeline.readers.nodes import Scalar

_STYLES = {None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}


def begin(event: Event) -> tuple[int, int]:
    """Line and column, from 1, where an event begins."""
    return mark_place(event.start_mark)


def mark_place(mark: "yaml.Mark | yaml._yaml.Mark | None") -> tuple[int, int]:
    """Line and column, from 1, of a mark."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def nothing_at(event: Event) -> Scalar:
    """An empty text where something stood that is refused."""
    line, column = begin(event)
    return Scalar("", line, column, line, column, "plain")


def scalar_of(event: ScalarEvent) -> Scalar:
    """A text with its place."""
    line, column = begin(event)
    end_line, end_column = mark_place(event.end_mark)
    # One number for both lines where they are one: a tree holds thousands of them.
    return Scalar(
        event.value, line, column, line if end_line == line else end_line, end_column, _STYLES[event.style]
    )
