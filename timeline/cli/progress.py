"""How far a long run has come, for somebody who waits at a terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 2.0
"""Seconds before anything is shown."""
_BETWEEN = 0.2
_WIDTH = 30
"""Letters of the bar: with the words beside it a line stays below 80."""


@contextmanager
def progress() -> Iterator[Callable[[int, float], None] | None]:
    """Within, a line on stderr that is written over, from the third second on, and taken away at the end.
    None where nobody waits.
    """
    if not (sys.stderr and sys.stderr.isatty()):
        yield None
        return
    started = last = time.monotonic()
    shown = 0

    def tell(events: int, share: float) -> None:
        nonlocal last, shown
        now = time.monotonic()
        if now - started >= PATIENCE and now - last >= _BETWEEN:
            line = bar(events, share, now - started)
            sys.stderr.write(f"\r{line:<{shown}}")
            sys.stderr.flush()
            last, shown = now, len(line)

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write(f"\r{' ' * shown}\r")
            sys.stderr.flush()


def bar(events: int, share: float, seconds: float) -> str:
    """One line: `[######........................]  20 %  120,000 events, 3 s`."""
    done = int(min(1.0, share) * _WIDTH)
    return f"[{'#' * done:.<{_WIDTH}}] {min(1.0, share):4.0%}  {events:,} events, {seconds:.0f} s"
