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
    listing = "\n".join([f"{sys.hexversion}", *sorted(_files(PACKAGE))]).encode("utf-8", "surrogateescape")
    return f"{zlib.crc32(listing):08x}{zlib.adler32(listing):08x}"


def _files(package: str) -> Iterator[str]:
    """Each file of the package: its path, size in bytes, and times of its last change in nanoseconds."""
    folders = [package]
    for folder in folders:
        # Every start calls this for every module: by descriptor, the system does not look up long paths.
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            for entry in os.scandir(descriptor):
                if not entry.is_dir():
                    status = entry.stat()
                    size, modified, changed = status.st_size, status.st_mtime_ns, status.st_ctime_ns
                    yield f"{folder}/{entry.name} {size} {modified} {changed}"
                elif entry.name not in _SKIPPED:
                    folders.append(f"{folder}/{entry.name}")
        finally:
            os.close(descriptor)
