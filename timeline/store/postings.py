"""Who and what stands in which events, gathered as events arrive and written in the order of the timeline."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from timeline.text.names import fold

Numbers: TypeAlias = "array[int]"


class Postings:
    """The numbers of events by part and by facet: four bytes each, so that a million events fit in memory."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, int], dict[str, Numbers]] = {}
        self._facets: dict[tuple[str, str], Numbers] = {}
        self._terms: dict[tuple[str, str], set[str]] = {}
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def part(self, actor: str, width: int, role: str, number: int) -> None:
        """An actor has a role in the event that arrived as `number`."""
        roles = self._parts.setdefault((actor, width), {})
        _add(roles.setdefault(role, array("I")), number)

    def facet(self, facet: tuple[str, str], number: int) -> None:
        """The event that arrived as `number` has a value, as written, in a field."""
        term = self._known.get(facet)
        if term is None:
            field, value = facet
            term = self._known[facet] = field, fold(value)
            self._terms.setdefault(term, set()).add(value)
            self._facets.setdefault(term, array("I"))
        _add(self._facets[term], number)

    def write(self, connection: sqlite3.Connection, places: Numbers) -> None:
        """Fill the tables; `places` has the place in the order for each number."""
        connection.executemany("INSERT INTO parts VALUES (?, ?, ?, ?)", self._part_rows(places))
        for term, key in enumerate(sorted(self._terms), 1):
            spellings = self._terms[key]
            events = sorted(places[number] for number in self._facets.pop(key))
            row = (term, *key, min(spellings), len(events), len(spellings))
            connection.execute("INSERT INTO terms VALUES (?, ?, ?, ?, ?, ?)", row)
            connection.executemany("INSERT INTO facets VALUES (?, ?)", _rows(term, events))

    def _part_rows(self, places: Numbers) -> Iterator[tuple[str, int, int, str]]:
        for actor, width in sorted(self._parts):
            roles = self._parts.pop((actor, width))
            rows = sorted((places[number], role) for role, numbers in roles.items() for number in numbers)
            yield from ((actor, width, event, role) for event, role in rows)


def _rows(term: int, events: Iterable[int]) -> Iterator[tuple[int, int]]:
    return ((term, event) for event in events)


def _add(numbers: Numbers, number: int) -> None:
    # The parts and facets of an event arrive together: one that is said twice is the last one.
    if not numbers or numbers[-1] != number:
        numbers.append(number)
