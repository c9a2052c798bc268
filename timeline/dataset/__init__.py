"""A dataset on disk: where it is, its files, and its records as read.

Nothing is imported here: warm commands need `locate` and `files`, and not `read`, which loads pydantic.
"""

__all__ = ["blocks", "chunks", "files", "locate", "progress", "read"]
