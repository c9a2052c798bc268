"""How much is read: the entries of one list in a record, and the problems of one file."""

from collections.abc import Sequence as Items

from timeline.problems import Location, Problem
from timeline.readers.nodes import Mapping, Node, Plain, Scalar, Sequence, Skimmed, Tree, place

MAX_LIST_ENTRIES = 1000
"""Entries that one list or mapping of a record may have."""

MAX_FILE_PROBLEMS = 5000
"""Problems of one file that are kept."""


def oversized_list(tree: Tree, item: Mapping) -> Problem | None:
    """The problem of a record with a list that is too long, at any depth: some rules compare every pair of
    its entries.
    """
    if isinstance(item, Skimmed):
        # An entry takes at least two characters, so a short line needs no count.
        short = len(tree.lines[item.line - 1]) <= 2 * MAX_LIST_ENTRIES
        size = 0 if short else _longest(item.whole)
        return None if size <= MAX_LIST_ENTRIES else _oversized(tree, item, "a list", size)
    for name, (key, value) in item.entries.items():
        size = 0 if isinstance(value, Scalar) else _longest(value)
        if size > MAX_LIST_ENTRIES:
            return _oversized(tree, key, name, size)
    return None


def _oversized(tree: Tree, node: Node, name: str, size: int) -> Problem:
    message = f"{name}: {size:,} entries; one record may have at most {MAX_LIST_ENTRIES:,}"
    return Problem(place(tree.file, node), "wrong-type", message, "split it into several records")


def _longest(value: Node | Plain) -> int:
    """The number of entries of the longest list or mapping in a value."""
    size = 0
    pending: list[Node | Plain] = [value]
    while pending:
        members = _members(pending.pop())
        size = max(size, len(members))
        pending += [member for member in members if not isinstance(member, (Scalar, str))]
    return size


def _members(value: Node | Plain) -> Items[Node | Plain]:
    if isinstance(value, Mapping):
        return [entry.value for entry in value.entries.values()]
    if isinstance(value, Sequence):
        return value.items
    if isinstance(value, dict):
        return [*value.values()]
    return value if isinstance(value, list) else []


class FileBudget:
    """Counts the records and problems of one file, which may be read in blocks.

    Only the first `MAX_FILE_PROBLEMS` problems are kept. When there are more and most of the records are
    invalid, the file is probably not a file of records, and reading stops; otherwise the valid records that
    follow are still read.
    """

    def __init__(self, problems: int = 0, valid: int = 0, invalid: int = 0) -> None:
        self._problems = problems
        self._valid = valid
        self._invalid = invalid

    def copy(self) -> "FileBudget":
        """The same counts, for a block that is read twice."""
        return FileBudget(self._problems, self._valid, self._invalid)

    @property
    def exhausted(self) -> bool:
        """Whether the rest of the file is not read."""
        return self._problems > MAX_FILE_PROBLEMS and self._invalid > self._valid

    def count_record(self, *, valid: bool) -> None:
        """Count one more record."""
        self._valid += valid
        self._invalid += not valid

    def keep(self, file: str, problems: Items[Problem]) -> list[Problem]:
        """Those of the problems that are kept. After the last of them follows a problem that says so, placed
        at the top of the file so that it is sorted before all others.
        """
        if self._problems > MAX_FILE_PROBLEMS or not problems:
            return []
        kept = list(problems[: MAX_FILE_PROBLEMS - self._problems])
        self._problems += len(problems)
        if self._problems <= MAX_FILE_PROBLEMS:
            return kept
        line = problems[len(kept)].location.line
        rest = "it was not read" if self.exhausted else "they are not listed"
        message = f"more than {MAX_FILE_PROBLEMS:,} problems in this file; from line {line} on {rest}"
        summary = Problem(
            Location(file, 1, 1), "wrong-type", message, "fix these first", unread=self.exhausted
        )
        return [*kept, summary]
