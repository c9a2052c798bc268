"""timeline: keep a geopolitical timeline in plain text, and prove every line of it."""

from timeline.version import VERSION

__version__ = VERSION
