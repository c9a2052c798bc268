"""timeline: a timeline of world events in plain text, with evidence for every field.

>>> import timeline
>>> [event["id"] for event in timeline.open(".").select(actor="Japan", since="2025-09")]
['europe-indo-pacific-joint-statement-2025', 'unga-2025']
"""

from importlib import import_module
from typing import TYPE_CHECKING

from timeline.version import VERSION

if TYPE_CHECKING:
    from timeline.api import CheckResult as CheckResult
    from timeline.api import OpenTimeline as OpenTimeline
    from timeline.api import RecordsLeftOut as RecordsLeftOut
    from timeline.api import open_timeline as open  # noqa: A004
    from timeline.filters import Filters as Filters
    from timeline.query import InvalidQuery as InvalidQuery
    from timeline.query import UnknownName as UnknownName

__all__ = [
    "CheckResult",
    "Filters",
    "InvalidQuery",
    "OpenTimeline",
    "RecordsLeftOut",
    "UnknownName",
    "__version__",
    "open",
]
__version__ = VERSION
_PUBLIC = {
    "CheckResult": ("timeline.api", "CheckResult"),
    "Filters": ("timeline.filters", "Filters"),
    "InvalidQuery": ("timeline.query", "InvalidQuery"),
    "OpenTimeline": ("timeline.api", "OpenTimeline"),
    "RecordsLeftOut": ("timeline.api", "RecordsLeftOut"),
    "UnknownName": ("timeline.query", "UnknownName"),
    "open": ("timeline.api", "open_timeline"),
}


def __getattr__(name: str) -> object:
    """A public name, imported on first use, so that importing the package costs nothing."""
    if name in _PUBLIC:
        module, attribute = _PUBLIC[name]
        return getattr(import_module(module), attribute)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
