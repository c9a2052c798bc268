"""The filters of a query: what each is called, what it accepts, and what it compares."""

from timeline.filters.filters import FACETS, Filters

__all__ = ["FACETS", "Filters"]
