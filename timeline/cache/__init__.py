"""The compiled timeline in the cache: open it if it is fresh, else read, link, check and build.

A warm command imports `open`, `manifest` and `freshness` only. The other modules need pydantic, YAML and the
checks, and are imported when something is built.
"""

from timeline.cache.open import open_store

__all__ = ["build", "open_store", "verify"]
