"""Read JSON Lines, one record per line, into the same tree as YAML.

Every value of a record is a string: a date `2025` is written `"2025"`. A line that is not JSON is one problem
and loses only that line. `read` has the column of everything; `skim` is many times faster and has only the
line, for bulk data, which rarely has problems.
"""

import json
import re
from collections.abc import Callable

from timeline.problems import Location, Problem
from timeline.readers.json_line import read_line
from timeline.readers.nodes import Entry, Mapping, Node, Plain, Scalar, Sequence, Skimmed, Tree

_SUSPECT_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]|\\u00[01][0-9a-fA-F]")
"""Escapes that may be a surrogate or a control: a line with one is not skimmed."""
MIN_RECORD_LENGTH = 40
"""Code points of the shortest record: its required keys alone need more."""
MAX_SHORT_LINES = 5000
"""Shorter lines after which a file is not read on, if most of its lines are short."""
_KEY = Scalar("", 1, 1, 1, 1, "double")
_FORMAT = Scalar("1", 1, 1, 1, 1, "plain")


_LineReader = Callable[[str, str, int, list[Problem]], Node]
"""Takes a file, a line, its number and a list for problems; returns the node of the line."""


class _LinesFrom:
    """Some lines of a file from line `first` (from 1) on, by their index in the whole file."""

    def __init__(self, lines: list[str], first: int) -> None:
        self._lines = lines
        self._skipped = first - 1

    def __len__(self) -> int:
        return self._skipped + len(self._lines)

    def __getitem__(self, index: int, /) -> str:
        return self._lines[index - self._skipped] if index >= self._skipped else ""


def read(file: str, text: str, first: int = 1) -> tuple[Tree, list[Problem]]:
    """Return the tree of a file, or of the part of it from line `first` on, and its problems.

    The tree is that of a YAML file with `format: 1` and a list `events`.
    """
    return _tree(file, text, first, read_line)


def skim(file: str, text: str, first: int = 1) -> tuple[Tree, list[Problem]]:
    """Return the same as `read`, except that everything in a valid line is at column 1."""
    return _tree(file, text, first, _skim_line)


def is_record(line: str) -> bool:
    """Return whether a line is a complete JSON object with an id."""
    try:
        value = json.loads(line) if line.startswith("{") else None
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "id" in value


def _tree(file: str, text: str, first: int, read_one: _LineReader) -> tuple[Tree, list[Problem]]:
    lines = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").removesuffix("\n").split("\n")]
    problems: list[Problem] = []
    items: list[Node] = []
    short_lines = 0
    for number, line in enumerate(lines, first):
        if not line.strip(" \t"):
            continue
        short_lines += len(line) < MIN_RECORD_LENGTH
        if short_lines > MAX_SHORT_LINES and 2 * short_lines > len(items):
            problems.append(_too_many_short_lines(Location(file, number, 1)))
            break
        items.append(read_one(file, line, number, problems))
    events = Entry(_FORMAT._replace(text="events"), Sequence(items, first, 1))
    root = Mapping({"format": Entry(_FORMAT, _FORMAT), "events": events}, first, 1)
    return Tree(file, root, _LinesFrom(lines, first)), problems


def _too_many_short_lines(location: Location) -> Problem:
    number = f"{MAX_SHORT_LINES:,}"
    message = f"more than {number} lines are too short for a record; the rest of this file is unread"
    return Problem(location, "wrong-type", message, "write one record as JSON per line", unread=True)


def _skim_line(file: str, line: str, number: int, problems: list[Problem]) -> Node:
    """Decode a line without columns; if anything is wrong with it, parse it again with `read_line`."""
    try:
        value = _DECODER.decode(line)
        if isinstance(value, dict) and not _SUSPECT_ESCAPE.search(line):
            record = Skimmed(_linked_entries(value, number), number, 1, (number + 1, 1))
            record.whole = value
            return record
    except (ValueError, RecursionError):
        pass
    return read_line(file, line, number, problems)


def _linked_entries(record: dict[str, Plain], number: int) -> dict[str, Entry]:
    """The entries that linking needs as nodes: the id, and the citations with their quotes."""
    values = {"id": record.get("id", ""), "citations": record.get("citations", [])}
    return {key: Entry(_KEY._replace(text=key), _node(value, number)) for key, value in values.items()}


def _node(value: Plain, number: int) -> Node:
    """The node of a decoded value. Raises ValueError if it is not a string, list or object."""
    if isinstance(value, str):
        return Scalar(value, number, 1, number, 1, "double")
    if isinstance(value, dict):
        entries = {key: Entry(_KEY._replace(text=key), _node(item, number)) for key, item in value.items()}
        return Mapping(entries, number, 1, (number + 1, 1))
    if isinstance(value, list):
        return Sequence([_node(item, number) for item in value], number, 1, (number + 1, 1))
    raise ValueError("a value that no record has")


def _strict_object(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    """The object of these pairs. Raises ValueError if a key is repeated or a value is not a string."""
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("a duplicate key")
    for value in values.values():
        for item in value if isinstance(value, list) else (value,):
            if not isinstance(item, str | list | dict):
                raise ValueError("a value that no record has")
    return values


_DECODER = json.JSONDecoder(object_pairs_hook=_strict_object)
