"""The clauses of an English sentence: for a position its tense, its mood and its stance.

A reader by rule: it finds verb groups, parts the sentence between them, and reads each clause from the form
of its verb and the clause that it depends on. It never guesses. Where the words do not tell past from future
the tense is unknown: a date counted on the wrong side is worse than one that is not counted.
"""

import functools
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from timeline.text.clauses.clause import Clause

if TYPE_CHECKING:
    from timeline.text.clauses.reading import Reading
    from timeline.text.clauses.segments import Segment
    from timeline.text.clauses.tokens import Token


class _Analysis(NamedTuple):
    tokens: list["Token"]
    starts: list[int]
    segments: list["Segment"]
    readings: list["Reading"]
    clauses: tuple[Clause, ...]


def clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in order; each position belongs to exactly one. An empty text has none."""
    return _analysis(sentence).clauses


def read_clause(sentence: str, position: int) -> Clause:
    """The clause around a position, with the tense of a date that stands there.

    It differs from the clause in `clauses` where the words around the position place it otherwise: `Ministers
    met ahead of a summit on Thursday` is past, Thursday is not. Raises IndexError for a position outside.
    """
    from timeline.text.clauses.dating import dated_reading  # imported late: large tables of verbs

    if not 0 <= position < len(sentence):
        raise IndexError(f"position {position} is outside a sentence of {len(sentence)} code points")
    analysis = _analysis(sentence)
    index = bisect_right([clause.start for clause in analysis.clauses], position) - 1
    part, reading = analysis.segments[index], analysis.readings[index]
    place = bisect_right(analysis.starts, position) - 1
    dated = dated_reading(analysis.tokens, part, reading, place)
    return _clause(analysis.tokens, analysis.clauses[index].start, analysis.clauses[index].end, dated)


@functools.lru_cache(maxsize=16)
def _analysis(sentence: str) -> _Analysis:
    """All about a sentence; kept, since the dates of a sentence are asked for one after another."""
    from timeline.text.clauses.interpretation import readings  # imported late: large tables of verbs
    from timeline.text.clauses.reading import Reading  # imported late: as above
    from timeline.text.clauses.segments import Segment, segments  # imported late: as above
    from timeline.text.clauses.tokens import tokens  # imported late: as above

    found = tokens(sentence)
    if not found:
        nothing = Reading()
        whole = [_clause(found, 0, len(sentence), nothing)] if sentence else []
        return _Analysis(found, [], [Segment(0, 0, None, None)], [nothing], tuple(whole))
    parts = segments(found)
    read = readings(found, parts)
    starts = [0, *(found[part.first].start for part in parts[1:])]
    ends = [*starts[1:], len(sentence)]
    whole = [
        _clause(found, start, end, reading) for start, end, reading in zip(starts, ends, read, strict=True)
    ]
    return _Analysis(found, [token.start for token in found], parts, read, tuple(whole))


def _clause(found: list["Token"], start: int, end: int, reading: "Reading") -> Clause:
    group = reading.group
    verb = (found[group.first].start, found[group.last].end) if group else None
    cues = tuple((found[index].start, found[index].end) for index in reading.cues)
    return Clause(start, end, reading.tense, reading.mood, reading.stance, reading.seen_from, verb, cues)
