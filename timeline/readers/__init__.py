"""The formats that can be read: one file each, and one line in this table."""

from collections.abc import Callable

from timeline.problems import Problem
from timeline.readers import jsonl, yaml
from timeline.tree import Tree

Reader = Callable[[str, str], tuple[Tree, list[Problem]]]
"""From the shown name of a file and its text to its tree and what is wrong with its form."""

READERS: dict[str, Reader] = {
    ".yaml": yaml.read,
    ".yml": yaml.read,
    ".jsonl": jsonl.read,
}


def read(file: str, text: str) -> tuple[Tree, list[Problem]]:
    """Read a file by the ending of its name; YAML where the ending says nothing (standard input)."""
    _, dot, ending = file.rpartition(".")
    return READERS.get(dot + ending.lower(), yaml.read)(file, text)
