"""Loading: is the compiled timeline fresh? Then use it; else read, link and build.

The building rooms (readers, records, linking, checks) are imported only when something is built, so
that a warm command needs neither pydantic nor YAML: `opening` is the seam, `reading` its far side.
"""

from timeline.cache.open import open_store

__all__ = ["open_store"]
