"""Where values are written in the files of records, and which ids and file names are written there."""

from typing import TypeVar

from timeline.dataset.read import LoadedDataset
from timeline.problems import Location
from timeline.readers.nodes import Mapping, Part, Scalar, Sequence, Tree, key_of, locate, place
from timeline.records import Located
from timeline.records.fields import Record

R = TypeVar("R", bound=Record)
_INCOMPLETE = {"yaml-syntax", "merge-conflict", "unreadable", "bad-encoding"}
"""Rules whose problems may hide a part of a file even if the rest of it was read."""


def place_at(located: Located[R], path: tuple[Part, ...]) -> Location:
    """Where the value at `path` of a record is written, or the nearest value above it."""
    return place(located.tree.file, locate(located.node, path))


def entry_place(located: Located[R], *path: str) -> Location:
    """Where the key at the end of `path` is written; in a plain list of names, the item."""
    within = locate(located.node, path[:-1])
    return place(located.tree.file, key_of(within, path[-1]) or locate(within, path[-1:]))


def written_ids(dataset: LoadedDataset, key: str) -> set[str]:
    """All ids in the files of a kind (`events`, `sources` or `actors`).

    They include the ids of records that are left out: a reference to a record that has a problem is not a
    second problem.
    """
    return set(_written(dataset, key, "id"))


def written_files(dataset: LoadedDataset) -> set[str]:
    """The file names of stored texts in the records of sources, including records that are left out."""
    return set(_written(dataset, "sources", "file"))


def _written(dataset: LoadedDataset, key: str, field: str) -> list[str]:
    values: list[str] = []
    for tree in dataset.trees.values():
        for item in _items(tree, key):
            value = item.get(field) if isinstance(item, Mapping) else None
            if isinstance(value, Scalar):
                values.append(value.text)
    return values


def _items(tree: Tree, key: str) -> list[Mapping | Sequence | Scalar]:
    items = tree.root.get(key) if isinstance(tree.root, Mapping) else None
    return items.items if isinstance(items, Sequence) else []


def is_unread(dataset: LoadedDataset, key: str) -> bool:
    """Whether a part of the files of a kind was not read, so that the records in it are not known."""
    return any(
        (problem.unread or problem.rule in _INCOMPLETE) and _kind(problem.location.file) == key
        for problem in dataset.problems
    )


def _kind(file: str) -> str:
    """The kind of records in a file: `actors`, `sources`, `texts`, or `events` for all others."""
    if "seeds/" in file:
        return "texts"
    return next((key for key in ("actors", "sources") if file.endswith(f"data/{key}.yaml")), "events")
