"""A file of JSON Lines in pieces of whole lines, so that it may be larger than memory."""

import json
import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.dataset.files import BadText, decode, read_pieces
from timeline.problems import Location, Problem

BLOCK_SIZE = 512 * 1024
"""Bytes of JSON Lines that are read, linked and let go at a time."""
MAX_BLOCK_LINES = 5000
"""Lines of which a piece consists at most: what a line costs does not hang on its length alone."""
_ID = re.compile(rb'\s*\{\s*"id"\s*:\s*"([^"\\]*)"')


class Block(NamedTuple):
    """Whole lines of a file, from line `first` (from 1) on, and what keeps some of them from being read."""

    label: str
    text: str
    first: int
    size: int
    """In bytes, as it lies on disk."""
    problems: tuple[Problem, ...]


def read_blocks(label: str, path: Path, within: Path | None) -> Iterator[Block]:
    """The pieces of a file. Raises Unreadable where it changes while it is read, or leads out of `within`."""
    first = 1
    for content in (part for piece in read_pieces(path, BLOCK_SIZE, within) for part in _parts(piece)):
        problems: list[Problem] = []
        text = _text(label, content, first, problems)
        yield Block(label, text, first, len(content), tuple(problems))
        first += content.count(b"\n")


def _parts(content: bytes) -> Iterator[bytes]:
    """A piece in parts of so many lines."""
    start = 0
    while start < len(content):
        end = start
        for _ in range(MAX_BLOCK_LINES if content.count(b"\n", start) > MAX_BLOCK_LINES else 0):
            end = content.find(b"\n", end) + 1
        end = end if end > start else len(content)
        yield content[start:end]
        start = end


def _text(label: str, content: bytes, first: int, problems: list[Problem]) -> str:
    """The text of a piece, with an empty line for each that is not UTF-8."""
    try:
        return decode(content)
    except BadText:
        return "\n".join(
            _line(label, line, number, problems) for number, line in enumerate(content.split(b"\n"), first)
        )


def _line(label: str, line: bytes, number: int, problems: list[Problem]) -> str:
    try:
        return decode(line)
    except BadText as error:
        where = Location(label, number, error.column)
        problems.append(Problem(where, "bad-encoding", str(error), "save the file as UTF-8"))
        return ""


def ids_in(path: Path, within: Path | None) -> Iterator[str]:
    """The ids of all events of a file as written, in whatever state their records are. Raises Unreadable."""
    for content in read_pieces(path, BLOCK_SIZE, within):
        yield from _ids(content)


def _ids(content: bytes) -> Iterator[str]:
    for line in content.split(b"\n"):
        match = _ID.match(line)
        if match:
            yield match[1].decode("utf-8", "replace")
            continue
        if b'"id"' not in line and b"\\" not in line:
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and isinstance(key := found.get("id"), str):
            yield key


def lines_at(path: Path, wanted: Container[int], within: Path | None) -> dict[int, str]:
    """The lines of these numbers (from 1); empty where one is not UTF-8. Raises Unreadable."""
    found: dict[int, str] = {}
    first = 1
    for content in read_pieces(path, BLOCK_SIZE, within):
        for number, line in enumerate(content.removesuffix(b"\n").split(b"\n"), first):
            if number in wanted:
                found[number] = _text("", line, number, []).removeprefix("\ufeff").removesuffix("\r")
        first += content.count(b"\n")
    return found
