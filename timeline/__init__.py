"""timeline: keep a geopolitical timeline in plain text, and prove every line of it.

>>> import timeline
>>> [event["id"] for event in timeline.open(".").select(actor="Japan", since="2025-09")]
['europe-indo-pacific-joint-statement-2025', 'unga-2025']
"""

from typing import TYPE_CHECKING

from timeline.version import VERSION

if TYPE_CHECKING:
    from timeline.opened import OpenTimeline as OpenTimeline
    from timeline.opened import open_timeline as open  # noqa: A004

__all__ = ["OpenTimeline", "__version__", "open"]
__version__ = VERSION


def __getattr__(name: str) -> object:
    """The public face, loaded when it is asked for: importing the package costs nothing."""
    if name in ("open", "OpenTimeline"):
        from timeline import opened  # the seam of the public face

        return opened.open_timeline if name == "open" else opened.OpenTimeline
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
