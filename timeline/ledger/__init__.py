"""The ledger: what is known of each source, and how its text is used, sentence by sentence."""

from timeline.ledger.holdings import report, rows
from timeline.ledger.passages import uncited

__all__ = ["report", "rows", "uncited"]
