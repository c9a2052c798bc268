"""Resolve filters as typed (names, dates, words) into a query, or into a message about what is wrong."""

from timeline.resolve.filters import ReadDate, ReadQuery, read_query, resolve_one, window_of

__all__ = ["ReadDate", "ReadQuery", "read_query", "resolve_one", "window_of"]
