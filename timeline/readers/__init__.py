"""Read files of records into a tree: one module for each format, and one row of READERS for each suffix."""

from collections.abc import Callable

from timeline.problems import Problem
from timeline.readers import jsonl, yaml
from timeline.readers.nodes import Tree

__all__ = ["READERS", "Reader", "jsonl", "nodes", "read", "yaml"]

Reader = Callable[[str, str], tuple[Tree, list[Problem]]]
"""Takes the displayed name of a file and its text; returns its tree and the problems of its syntax."""

READERS: dict[str, Reader] = {
    ".yaml": yaml.read,
    ".yml": yaml.read,
    ".jsonl": jsonl.read,
}


def read(file: str, text: str) -> tuple[Tree, list[Problem]]:
    """Read a file by the suffix of its name.

    Without a known suffix (standard input, for example) it is YAML, unless the name has no suffix at all
    and the first line is a JSON record.
    """
    _, dot, suffix = file.rpartition(".")
    first_line = text.removeprefix("\ufeff").lstrip().partition("\n")[0]
    default = jsonl.read if not dot and jsonl.is_record(first_line) else yaml.read
    return READERS.get(dot + suffix.lower(), default)(file, text)
