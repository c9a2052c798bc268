"""Compare titles and summaries with quotes: does the prose state more than the event can prove?

`tokens` finds what must be proved, with `dates`, `names` and `numbers`. `evidence` holds what an event offers
as proof. `rule` compares them.
"""

from timeline.checks.prose.rule import Claim, claims, prose_tokens, unsupported_prose

__all__ = ["Claim", "claims", "prose_tokens", "unsupported_prose"]
