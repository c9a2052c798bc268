"""How much one record may hold."""

from timeline.problems import Problem
from timeline.tree import Mapping, Scalar, Sequence, Tree, place

MEMBERS = 1000
"""What one list of a record may hold."""


def crowded(tree: Tree, item: Mapping) -> Problem | None:
    """A list that is too long for one record: what is asked of each pair in it would take for ever."""
    for name, (key, value) in item.entries.items():
        size = len(value.items if isinstance(value, Sequence) else getattr(value, "entries", ()))
        if not isinstance(value, Scalar) and size > MEMBERS:
            message = f"{name}: {size:,} are too many for one record; at most {MEMBERS:,} are read"
            return Problem(place(tree.file, key), "wrong-shape", message, "make several records of it")
    return None
