"""Clauses of English sentences: for a position in one its tense, its mood and its stance."""

from timeline.text.clauses.reader import Clause, clauses, read_clause
from timeline.text.clauses.reading import Mood, Stance, Tense

__all__ = ["Clause", "Mood", "Stance", "Tense", "clauses", "read_clause"]
