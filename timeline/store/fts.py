"""Full-text search: words as typed become expressions of FTS5, and hits become passages."""

from typing import NamedTuple

from timeline.store.sql import Clause

HIT_START, HIT_END = "\ue000", "\ue001"
"""Private-use characters around a hit, to be made visible by who shows it."""


_NOTHING = Clause("SELECT '', '', '', 0, 0, '', '' WHERE 0")


class Passage(NamedTuple):
    """A hit: the best passage with its hits marked, and where it is from. For an event `source` and `file`
    are empty; for a sentence of a text `event` and its `document` are.
    """

    event: str
    source: str
    file: str
    line: int
    column: int
    text: str
    document: str


def literally(words: str) -> str:
    """An expression of FTS5 for words as typed: all of them, `"a phrase"` as a phrase, nothing an operator.

    Empty where there is no letter or digit to look for.
    """
    terms: list[str] = []
    for number, piece in enumerate(words.replace("\x00", " ").split('"')):
        # Every second piece stands between quotation marks; one that is never closed is words again.
        closed = number % 2 == 1 and number < words.count('"')
        terms += [piece] if closed else piece.split()
    return " ".join(f'"{term}"' for term in dict.fromkeys(terms) if any(map(str.isalnum, term)))


_LONG = 10_000
"""Letters of an event from which on its title stands for the passage, and of a sentence from which on only
the first hit is shown with what is around it: to choose or to mark takes SQLite the square of the number of
hits.
"""
_AROUND = 200
"""Letters on each side of the hit in a sentence that is longer."""


def matching(words: str) -> Clause:
    """The clause that an event holds these words; nothing does where there is no word in them."""
    expression = literally(words)
    if not expression:
        return Clause("0")
    return Clause("e.seq IN (SELECT rowid FROM event_words WHERE event_words MATCH ?)", (expression,))


def passages_of_events(words: str, where: Clause, limit: int) -> Clause:
    """SELECT of passages of the events that hold the words and for which `where` holds, the best first."""
    if not literally(words):
        return _NOTHING
    said = "length(title) + length(summary) + length(actors) + length(quotes) + length(places)"
    # In the order of `rank` the index sorts by itself, and a passage is chosen only for what is shown.
    sql = (
        f"SELECT e.id, '', '', 0, 0, CASE WHEN {said} > {_LONG} THEN substr(title, 1, 200) "
        "ELSE snippet(event_words, -1, ?, ?, '…', 24) END, d.document "
        "FROM event_words CROSS JOIN events e ON e.seq = event_words.rowid "
        "CROSS JOIN documents d ON d.number = e.number "
        "WHERE event_words MATCH ? AND rank MATCH 'bm25(4, 2, 2, 1, 2)' "
        f"AND {where.sql} ORDER BY rank LIMIT {limit:d}"
    )
    return Clause(sql, (HIT_START, HIT_END, literally(words), *where.values))


def passages_of_texts(words: str, limit: int) -> Clause:
    """SELECT of the sentences of stored texts that hold the words, the best first."""
    if not literally(words):
        return _NOTHING
    first = literally(words).split('" "')[0].strip('"').lower()
    at, end = "instr(lower(s.text), ?)", f"{len(first):d}"
    around = (
        f"CASE {at} WHEN 0 THEN substr(s.text, 1, {_AROUND}) || '…' ELSE "
        f"'…' || substr(s.text, max(1, {at} - {_AROUND}), min({_AROUND}, {at} - 1)) || ? || "
        f"substr(s.text, {at}, {end}) || ? || substr(s.text, {at} + {end}, {_AROUND}) || '…' END"
    )
    # To mark the hits of a sentence takes SQLite the square of their number.
    sql = (
        "SELECT '', s.source, s.file, s.line, s.column, "
        f"CASE WHEN length(s.text) > {_LONG} THEN {around} ELSE highlight(sentence_words, 0, ?, ?) END, '' "
        "FROM sentence_words JOIN sentences s ON s.id = sentence_words.rowid WHERE sentence_words MATCH ? "
        f"ORDER BY bm25(sentence_words), s.id LIMIT {limit:d}"
    )
    marks = (HIT_START, HIT_END)
    piece = (first, first, first, HIT_START, first, HIT_END, first)
    return Clause(sql, (*piece, *marks, literally(words)))
