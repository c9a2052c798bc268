"""What a machine format is: its name, what can be chosen of it, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple, Protocol, cast


class Published(Protocol):
    """An event as the store returns it: its document as one line of JSON."""

    @property
    def json(self) -> str: ...


Fields = tuple[str, ...]
"""Columns of a table, or keys of a document; empty for all of them."""

Options = frozenset[str]
"""The options that are switched on, by name: `raw`."""

_Write = Callable[[Iterable[Published], Fields, Options], Iterator[str]]


class Exporter(NamedTuple):
    """A format. Its module is imported when the format is used, because a command writes only one of them."""

    name: str
    """As `--format` has it."""
    suffix: str
    """Of files in this format, with the dot."""
    module: str
    """It has a function `fields`, and the one below."""
    function: str
    """It takes events, fields and options, and yields text in pieces as the events arrive."""
    options: Options = frozenset()
    """The options that the function knows."""

    @property
    def fields(self) -> Fields:
        """The columns or keys that can be chosen; empty where there is nothing to choose."""
        return cast("Callable[[], Fields]", import_module(self.module).fields)()

    def write(
        self, events: Iterable[Published], fields: Fields = (), options: Options = frozenset()
    ) -> Iterator[str]:
        """The events in this format, in pieces. Raises ValueError for an option that the format lacks."""
        if unknown := options - self.options:
            raise ValueError(f"{self.name} has no option {', '.join(sorted(unknown))}")
        function = cast("_Write", getattr(import_module(self.module), self.function))
        return function(events, fields, options)
