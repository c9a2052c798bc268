"""Asking: filters as typed (names, dates, words) become a query, or a message about what is wrong."""

from timeline.resolve.filters import ReadQuery, read_query, resolve_one

__all__ = ["ReadQuery", "read_query", "resolve_one"]
