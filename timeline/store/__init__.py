"""The compiled timeline: derived from the files, keyed by their content, and safe to delete."""

from timeline.store.answer import Answer
from timeline.store.store import COUNTED, Store

__all__ = ["COUNTED", "Answer", "Store"]
