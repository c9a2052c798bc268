"""PyYAML's parsers, reduced to their events, and what an event holds as a node of the tree."""

from collections.abc import Iterator
from typing import Protocol, cast

import yaml
from yaml.events import Event, ScalarEvent, StreamEndEvent

from timeline.readers.nodes import Scalar

_STYLES = {None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}


class Parser(Protocol):
    """The part of PyYAML's parsers, in C or Python, that is used here."""

    def get_event(self) -> Event: ...


class _PythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def parser(text: str) -> Parser:
    """Return libyaml's parser if PyYAML was built with it, otherwise the one in pure Python."""
    # Without a final line feed, the two parsers report different positions for the end of the last line.
    terminated = text if text.endswith("\n") else f"{text}\n"
    if yaml.__with_libyaml__:
        return cast("Parser", yaml.cyaml.CParser(terminated))  # type: ignore[attr-defined]
    return cast("Parser", _PythonParser(terminated))


def events(source: Parser) -> Iterator[Event]:
    """Yield all events of a stream. Raises yaml.MarkedYAMLError at the first syntax error."""
    while True:
        event = source.get_event()
        yield event
        if isinstance(event, StreamEndEvent):
            return


def begin(event: Event) -> tuple[int, int]:
    """Return the line and column, from 1, where an event begins."""
    return position(event.start_mark)


def position(mark: "yaml.Mark | yaml._yaml.Mark | None") -> tuple[int, int]:
    """Return the line and column, from 1, of a mark."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def empty_scalar(event: Event) -> Scalar:
    """Return an empty scalar in place of something that is refused."""
    line, column = begin(event)
    return Scalar("", line, column, line, column, "plain")


def scalar_of(event: ScalarEvent) -> Scalar:
    """Return the scalar of an event, with its position."""
    line, column = begin(event)
    end_line, end_column = position(event.end_mark)
    # A scalar on one line shares the number object of its line: a tree holds thousands of them.
    return Scalar(
        event.value, line, column, line if end_line == line else end_line, end_column, _STYLES[event.style]
    )
