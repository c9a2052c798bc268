"""Where things stand in the files of records, for the messages of the rules."""

from typing import TypeVar

from timeline.dataset.read import LoadedDataset
from timeline.problems import Location
from timeline.readers.nodes import Mapping, Part, Scalar, Sequence, Tree, key_of, locate, place
from timeline.records import Located
from timeline.records.fields import Record

R = TypeVar("R", bound=Record)
_FORM = {"yaml-syntax", "merge-conflict", "unreadable", "bad-encoding"}
"""Rules after which words of a file may be missing even where the rest of it was read."""


def place_at(admitted: Located[R], path: tuple[Part, ...]) -> Location:
    """Where the value at `path` of a record is written, or the nearest thing above it."""
    return place(admitted.tree.file, locate(admitted.node, path))


def entry_place(admitted: Located[R], *path: str) -> Location:
    """Where the key at the end of `path` is written; the item, where a plain list of names stands."""
    within = locate(admitted.node, path[:-1])
    return place(admitted.tree.file, key_of(within, path[-1]) or locate(within, path[-1:]))


def ids_written(material: LoadedDataset, key: str) -> set[str]:
    """All ids in the files of a kind, those of records that are left out included: what points to a record
    with a problem of its own is not a second problem.
    """
    return set(_written(material, key, "id"))


def files_written(material: LoadedDataset) -> set[str]:
    """The names of stored texts that the ledger mentions, in whatever state its record is."""
    return set(_written(material, "sources", "file"))


def _written(material: LoadedDataset, key: str, field: str) -> list[str]:
    found: list[str] = []
    for tree in material.trees.values():
        for item in _items(tree, key):
            value = item.get(field) if isinstance(item, Mapping) else None
            if isinstance(value, Scalar):
                found.append(value.text)
    return found


def _items(tree: Tree, key: str) -> list[Mapping | Sequence | Scalar]:
    items = tree.root.get(key) if isinstance(tree.root, Mapping) else None
    return items.items if isinstance(items, Sequence) else []


def unread(material: LoadedDataset, key: str) -> bool:
    """Whether a part of the files of a kind was not read, so that it is not known what they hold."""
    return any(
        (problem.unread or problem.rule in _FORM) and _kind(problem.location.file) == key
        for problem in material.problems
    )


def _kind(file: str) -> str:
    """`actors`, `sources` and `texts` by their places; all else holds events."""
    if "seeds/" in file:
        return "texts"
    return next((key for key in ("actors", "sources") if file.endswith(f"data/{key}.yaml")), "events")
