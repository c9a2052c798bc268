"""How much one record may hold."""

from collections.abc import Sequence as Items

from timeline.problems import Problem
from timeline.readers.nodes import Mapping, Node, Plain, Scalar, Sequence, Skimmed, Tree, place

MEMBERS = 1000
"""What one list of a record may hold."""


def crowded(tree: Tree, item: Mapping) -> Problem | None:
    """A list that is too long for one record, lists inside of others included: what is asked of each pair
    in it would take for ever.
    """
    if isinstance(item, Skimmed):
        short = len(tree.lines[item.line - 1]) <= 2 * MEMBERS  # a member and a comma each
        size = 0 if short else _longest(item.whole)
        return None if size <= MEMBERS else _too_many(tree, item, "a list of it", size)
    for name, (key, value) in item.entries.items():
        size = 0 if isinstance(value, Scalar) else _longest(value)
        if size > MEMBERS:
            return _too_many(tree, key, name, size)
    return None


def _too_many(tree: Tree, node: Node, name: str, size: int) -> Problem:
    message = f"{name}: {size:,} are too many for one record; at most {MEMBERS:,} are read"
    return Problem(place(tree.file, node), "wrong-type", message, "make several records of it")


def _longest(value: Node | Plain) -> int:
    """The number of members of the longest list or mapping in a value."""
    size = 0
    left: list[Node | Plain] = [value]
    while left:
        members = _members(left.pop())
        size = max(size, len(members))
        left += [one for one in members if not isinstance(one, (Scalar, str))]
    return size


def _members(value: Node | Plain) -> Items[Node | Plain]:
    if isinstance(value, Mapping):
        return [entry.value for entry in value.entries.values()]
    if isinstance(value, Sequence):
        return value.items
    if isinstance(value, dict):
        return [*value.values()]
    return value if isinstance(value, list) else []
