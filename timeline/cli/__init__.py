"""The command line. Only this package prints, reads the environment and exits."""

import gc

# Before the imports: they leave no garbage, and the default threshold spent 6 % of the start looking for it.
# The collector still runs for what a command allocates.
gc.set_threshold(100_000, 20, 100)

from timeline.cli.main import main

__all__ = ["main"]
