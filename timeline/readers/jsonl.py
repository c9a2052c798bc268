"""JSON Lines: one record a line, into the same tree as YAML, where every value is text and knows its place.

Numbers, true, false and null are no values of a record: a date `2025` is written `"2025"`. A line that is
no JSON is one problem and loses that line only. `read` gives every place to the column; `skim` is many times
as fast and knows only the line of what it reads, for bulk, which seldom has a problem.
"""

import json
import re
from collections.abc import Callable

from timeline.problems import Location, Problem
from timeline.readers.json_line import read_line
from timeline.readers.nodes import Entry, Mapping, Node, Plain, Scalar, Sequence, Skimmed, Tree

_ODD = re.compile(r"\\u[dD][89a-fA-F]|\\u00[01][0-9a-fA-F]")
"""Escapes that may be half of a character or a control: such a line is read with care."""
MIN_RECORD_LENGTH = 40
"""Letters below which a line cannot hold a record: the keys that each has need more."""
MAX_SHORT_LINES = 5000
"""Such lines after which a file that has few others is not read on."""
_KEY = Scalar("", 1, 1, 1, 1, "double")
_FORMAT = Scalar("1", 1, 1, 1, 1, "plain")


Reading = Callable[[str, str, int, list[Problem]], Node]
"""From a file, a line and its number to the node, with what is wrong with it."""


class Some:
    """Some lines of a file, from line `first` (from 1) on, under their numbers in the whole file."""

    def __init__(self, lines: list[str], first: int) -> None:
        self._lines = lines
        self._before = first - 1

    def __len__(self) -> int:
        return self._before + len(self._lines)

    def __getitem__(self, index: int, /) -> str:
        return self._lines[index - self._before] if index >= self._before else ""


def read(file: str, text: str, first: int = 1) -> tuple[Tree, list[Problem]]:
    """The tree of a file, or of the piece of it that begins with line `first`, as if its records stood in
    the list `events` below `format: 1`.
    """
    return _tree(file, text, first, read_line)


def skim(file: str, text: str, first: int = 1) -> tuple[Tree, list[Problem]]:
    """The same, but that what a sound line holds stands in its column 1."""
    return _tree(file, text, first, _skimmed)


def is_record(line: str) -> bool:
    """Whether a line is one whole JSON object that has an id."""
    try:
        value = json.loads(line) if line.startswith("{") else None
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "id" in value


def _tree(file: str, text: str, first: int, one: Reading) -> tuple[Tree, list[Problem]]:
    lines = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").removesuffix("\n").split("\n")]
    problems: list[Problem] = []
    items: list[Node] = []
    short = 0
    for number, line in enumerate(lines, first):
        if not line.strip(" \t"):
            continue
        short += len(line) < MIN_RECORD_LENGTH
        if short > MAX_SHORT_LINES and 2 * short > len(items):
            message = f"more than {MAX_SHORT_LINES:,} lines are too short for a record; the rest of this file is unread"
            hint = "write one record as JSON on a line"
            problems.append(Problem(Location(file, number, 1), "wrong-type", message, hint, unread=True))
            break
        items.append(one(file, line, number, problems))
    events = Entry(_FORMAT._replace(text="events"), Sequence(items, first, 1))
    root = Mapping({"format": Entry(_FORMAT, _FORMAT), "events": events}, first, 1)
    return Tree(file, root, Some(lines, first)), problems


def _skimmed(file: str, line: str, number: int, problems: list[Problem]) -> Node:
    try:
        value = _DECODER.decode(line)
        if isinstance(value, dict) and not _ODD.search(line):
            made = Skimmed(_entries(value, number), number, 1, (number + 1, 1))
            made.whole = value
            return made
    except (ValueError, RecursionError):
        pass
    return read_line(file, line, number, problems)


def _entries(record: dict[str, Plain], number: int) -> dict[str, Entry]:
    """The entries that linking looks for: the id, and the citations with their quotes."""
    found = {"id": record.get("id", ""), "citations": record.get("citations", [])}
    return {key: Entry(_KEY._replace(text=key), _placed(one, number)) for key, one in found.items()}


def _placed(value: Plain, number: int) -> Node:
    """A decoded value as a node. Raises ValueError where it is neither text, list nor mapping."""
    if isinstance(value, str):
        return Scalar(value, number, 1, number, 1, "double")
    if isinstance(value, dict):
        entries = {key: Entry(_KEY._replace(text=key), _placed(one, number)) for key, one in value.items()}
        return Mapping(entries, number, 1, (number + 1, 1))
    if isinstance(value, list):
        return Sequence([_placed(one, number) for one in value], number, 1, (number + 1, 1))
    raise ValueError("a value that no record has")


def _once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    """The object of these pairs. Raises ValueError where a key stands twice or a value is no text."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    for value in found.values():
        for one in value if isinstance(value, list) else (value,):
            if not isinstance(one, str | list | dict):
                raise ValueError("a value that no record has")
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_once)
