"""The published document: its types (`schema`) and its wording for people (`wording`).

Nothing is imported here: warm commands need `wording`, and not `schema`, which loads typing_extensions.
"""

__all__ = ["schema", "wording"]
