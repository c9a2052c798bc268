"""Read a JSON Lines file in blocks of whole lines, so that it may be larger than memory."""

import json
import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.dataset.files import BadText, decode, read_pieces
from timeline.problems import Location, Problem

BLOCK_SIZE = 512 * 1024
"""Bytes of JSON Lines that are read, linked and freed at a time."""
MAX_BLOCK_LINES = 5000
"""Lines of one block at most: the cost of a line does not depend on its length alone."""
_ID = re.compile(rb'\s*\{\s*"id"\s*:\s*"([^"\\]*)"')


class Block(NamedTuple):
    """Whole lines of a file, from line number `first` (from 1) on, with the problems of lines that are not
    UTF-8.
    """

    label: str
    text: str
    first: int
    size: int
    """Bytes in the file."""
    problems: tuple[Problem, ...]


def read_blocks(label: str, path: Path, within: Path | None) -> Iterator[Block]:
    """The blocks of a file. Raises Unreadable, also where the file changes while it is read or is a link
    that leads out of the folder `within`.
    """
    first = 1
    for content in (part for chunk in read_pieces(path, BLOCK_SIZE, within) for part in _split(chunk)):
        problems: list[Problem] = []
        text = _text(label, content, first, problems)
        yield Block(label, text, first, len(content), tuple(problems))
        first += content.count(b"\n")


def _split(content: bytes) -> Iterator[bytes]:
    """The content in parts of at most `MAX_BLOCK_LINES` lines."""
    start = 0
    while start < len(content):
        end = start
        for _ in range(MAX_BLOCK_LINES if content.count(b"\n", start) > MAX_BLOCK_LINES else 0):
            end = content.find(b"\n", end) + 1
        end = end if end > start else len(content)
        yield content[start:end]
        start = end


def _text(label: str, content: bytes, first: int, problems: list[Problem]) -> str:
    """The text of a block, with an empty line in place of each that is not UTF-8."""
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
        location = Location(label, number, error.column)
        problems.append(Problem(location, "bad-encoding", str(error), "save the file as UTF-8"))
        return ""


def ids_in(path: Path, within: Path | None) -> Iterator[str]:
    """The ids of all events of a file, also of those with invalid records. Raises Unreadable."""
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
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict) and isinstance(key := record.get("id"), str):
            yield key


def lines_at(path: Path, wanted: Container[int], within: Path | None) -> dict[int, str]:
    """The lines with these numbers (from 1); empty for one that is not UTF-8. Raises Unreadable."""
    lines: dict[int, str] = {}
    first = 1
    for content in read_pieces(path, BLOCK_SIZE, within):
        for number, line in enumerate(content.removesuffix(b"\n").split(b"\n"), first):
            if number in wanted:
                lines[number] = _text("", line, number, []).removeprefix("\ufeff").removesuffix("\r")
        first += content.count(b"\n")
    return lines
