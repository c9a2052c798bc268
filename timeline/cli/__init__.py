"""The command line. Only this package prints, reads the environment and exits."""

import gc

# Before anything is imported: imports make no garbage, and looking for it took a sixteenth of the start. The
# collector still runs for what a command allocates.
gc.set_threshold(100_000, 20, 100)

from timeline.cli.main import main

__all__ = ["main"]
