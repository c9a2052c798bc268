"""The formats that can be read: one file each, and one line in this table."""

from collections.abc import Callable

from timeline.problems import Problem
from timeline.readers import jsonl, yaml
from timeline.readers.nodes import Tree

Reader = Callable[[str, str], tuple[Tree, list[Problem]]]
"""From the shown name of a file and its text to its tree and what is wrong with its form."""

READERS: dict[str, Reader] = {
    ".yaml": yaml.read,
    ".yml": yaml.read,
    ".jsonl": jsonl.read,
}


def read(file: str, text: str) -> tuple[Tree, list[Problem]]:
    """Read a file by the ending of its name; where that says nothing (standard input), JSON Lines when its
    first line is a record, else YAML.
    """
    _, dot, ending = file.rpartition(".")
    first = text.removeprefix("\ufeff").lstrip().partition("\n")[0]
    usual = jsonl.read if not dot and jsonl.is_record(first) else yaml.read
    return READERS.get(dot + ending.lower(), usual)(file, text)
