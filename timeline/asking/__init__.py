"""Asking: what people type (names, dates, words) becomes a query, or a question back."""

from timeline.asking.asking import Asked, query_of, resolve_one

__all__ = ["Asked", "query_of", "resolve_one"]
