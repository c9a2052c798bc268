"""Prose against quotes: does a title or a summary say more than its event can prove?

`tokens` finds what must be proved (`calendar`, `capitals`, `numbers`), `evidence` what an event can call upon
(`people`, `spelling`), `rule` compares them.
"""

from timeline.checks.prose.rule import claims, prose_tokens, unsupported_prose

__all__ = ["claims", "prose_tokens", "unsupported_prose"]
