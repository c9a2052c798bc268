"""The filters of a query: the name of each, the values it accepts, and what it compares."""

from timeline.filters import rows
from timeline.filters.filters import FACETS, Filters

__all__ = ["FACETS", "Filters", "rows"]
