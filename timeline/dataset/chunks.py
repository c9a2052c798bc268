"""The records of a YAML file as chunks of text, so that unchanged ones need not be read again."""

import re
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from timeline.readers.nodes import Lines, Mapping, Sequence, Tree

_ITEM = re.compile(r"( *)- ")


class Chunk(NamedTuple):
    """Whole lines of a file, from line number `first` (from 1) on."""

    first: int
    text: str

    @property
    def digest(self) -> bytes:
        """The digest of the text, 16 bytes."""
        return blake2b(self.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def cut(lines: Lines) -> list[Chunk]:
    """The lines before the first record, then a chunk from each line that looks like the start of one."""
    texts = [lines[number] for number in range(len(lines))] if not isinstance(lines, tuple) else lines
    start = next((match.group() for line in texts if (match := _ITEM.match(line))), "")
    begins = [number for number, line in enumerate(texts) if line.startswith(start)] if start else []
    bounds = pairwise((0, *begins, len(texts)))
    return [Chunk(begin + 1, "\n".join(texts[begin:end])) for begin, end in bounds]


def records(tree: Tree) -> list[Chunk] | None:
    """The chunks of a file as read; None where a line only looked like the start of a record."""
    chunks = cut(tree.lines)
    events = tree.root.get("events") if isinstance(tree.root, Mapping) else None
    items = events.items if isinstance(events, Sequence) else []
    whole = [chunk.first for chunk in chunks[1:]] == [item.line for item in items]
    return chunks if whole else None


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, as the YAML reader splits it."""
    return tuple(line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n"))
