"""The ledger: what is known of each source, and how its text is used, sentence by sentence."""

from timeline.ledger.holdings import report, rows

__all__ = ["report", "rows"]
