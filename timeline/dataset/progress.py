"""The callback that reports the progress of reading a dataset."""

from collections.abc import Callable

OnProgress = Callable[[int, float], None]
"""Called with the number of events that are done, and the share of the JSON Lines that was read (0 to 1)."""
