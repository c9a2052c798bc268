"""The records of a YAML file as pieces of text, so that those that did not change need not be read again."""

import re
from hashlib import blake2b
from typing import NamedTuple

from timeline.tree import Lines, Mapping, Sequence, Tree

_ITEM = re.compile(r"( *)- ")


class Chunk(NamedTuple):
    """Some whole lines of a file, from line `first` (from 1) on."""

    first: int
    text: str

    @property
    def print(self) -> bytes:
        """A fingerprint of the text."""
        return blake2b(self.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def cut(lines: Lines) -> list[Chunk]:
    """What stands before the records, then a chunk from each line that looks like the start of a record."""
    found: list[Chunk] = []
    held: list[str] = []
    first, start = 1, ""
    for number in range(len(lines)):
        line = lines[number]
        if not start and (match := _ITEM.match(line)):
            start = match.group()
        if start and line.startswith(start):
            found.append(Chunk(first, "\n".join(held)))
            first, held = number + 1, []
        held.append(line)
    return [*found, Chunk(first, "\n".join(held))]


def records(tree: Tree) -> list[Chunk] | None:
    """The chunks of a file as read; None where what looks like the start of a record is none."""
    chunks = cut(tree.lines)
    events = tree.root.get("events") if isinstance(tree.root, Mapping) else None
    items = events.items if isinstance(events, Sequence) else []
    whole = [chunk.first for chunk in chunks[1:]] == [item.line for item in items]
    return chunks if whole else None


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text as the reader of YAML has them."""
    return tuple(line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n"))
