"""Plain text, independent of any dataset: safe display, names, sentences, clauses and words.

Import the submodules directly: commands that answer from the cache load only the ones that they need.
"""

__all__ = ["clauses", "escape", "names", "sentences", "words"]
