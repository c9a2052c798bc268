"""The compiled timeline: derived from the files, identified by their content, and safe to delete.

This module imports what reads a store; the public submodules that build or validate one are listed, not
imported, because they need pydantic and the date engine.
"""

from timeline.store.store import COUNTED, Answer, Store

__all__ = [
    "COUNTED",
    "Answer",
    "Store",
    "actors",
    "build",
    "encode",
    "fts",
    "schema",
    "untrusted",
    "update",
]
