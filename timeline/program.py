"""The installed code as a cache key, so that results computed by other code are never reused."""

from __future__ import annotations

import os
import sys
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = str(Path(__file__).resolve().parent)
_SKIPPED = ("__pycache__", "builtin")
"""Bytecode follows from the sources, and the built-in dataset is tracked like any other dataset."""


@cache
def digest() -> str:
    """A digest of the interpreter's version and of the package's files: names, sizes and times.

    It changes with an upgrade, a reinstallation or an edit in place; no file is read. Raises OSError
    where the package is not in a folder.
    """
    listed = repr((sys.hexversion, sorted(_files(PACKAGE)))).encode()
    return f"{zlib.crc32(listed):08x}{zlib.adler32(listed):08x}"


def _files(folder: str) -> Iterator[tuple[str, int, int, int]]:
    """Each file below a folder: its path, size in bytes, and times of its last change in nanoseconds."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name not in _SKIPPED:
                yield from _files(entry.path)
        else:
            found = entry.stat()
            yield entry.path, found.st_size, found.st_mtime_ns, found.st_ctime_ns
