"""How far a long run has come, for somebody who waits at a terminal."""

import sys
import time
from collections.abc import Callable

PATIENCE = 2.0
"""Seconds before anything is shown."""
_BETWEEN = 0.2


def progress() -> Callable[[int], None] | None:
    """A line on stderr that is written over, from the third second on; None where nobody waits."""
    if not (sys.stderr and sys.stderr.isatty()):
        return None
    started = time.monotonic()
    last = started

    def tell(done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - started >= PATIENCE and now - last >= _BETWEEN:
            last = now
            sys.stderr.write(f"\r{done:,} events in {now - started:.0f} s ")
            sys.stderr.flush()

    return tell
