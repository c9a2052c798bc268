"""PyYAML's parsers, used for their events alone."""

from collections.abc import Iterator
from typing import Protocol, cast

import yaml
from yaml.events import Event, StreamEndEvent


class Parser(Protocol):
    """What is used of PyYAML's parsers, C or Python."""

    def get_event(self) -> Event: ...


def parser(text: str) -> Parser:
    """The parser of libyaml where PyYAML was built with it, the pure Python one elsewhere."""
    # The two put the end of a last line that does not end at different places.
    ended = text if text.endswith("\n") else f"{text}\n"
    made = yaml.cyaml.CParser(ended) if yaml.__with_libyaml__ else _PurePython(ended)  # type: ignore[attr-defined]
    return cast("Parser", made)


class _PurePython(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def events(reader: Parser) -> Iterator[Event]:
    """All events of a stream. Raises yaml.MarkedYAMLError at the first fault."""
    while True:
        event = reader.get_event()
        yield event
        if isinstance(event, StreamEndEvent):
            return
