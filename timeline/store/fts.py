"""Full-text search: words as typed become FTS5 expressions, and hits become passages."""

from typing import NamedTuple

from timeline.store.sql import Clause

HIT_START, HIT_END = "\ue000", "\ue001"
"""Private-use characters around each hit; the caller replaces them by something visible."""

_LONG = 10_000
"""Characters from which on a title replaces the passage of an event, and only the first hit of a sentence is
marked: SQLite needs time that grows with the square of the number of hits.
"""
_CONTEXT = 200
"""Characters on each side of the first hit in a long sentence."""

_NO_PASSAGES = Clause("SELECT '', '', '', 0, 0, '', '' WHERE 0")


class Passage(NamedTuple):
    """A passage with its hits marked: of an event, where `source` and `file` are empty, or a sentence of a
    stored text, where `event` and `document` are.
    """

    event: str
    source: str
    file: str
    line: int
    column: int
    text: str
    document: str


def literal_expression(words: str) -> str:
    """An FTS5 expression for words as typed: all of them, `"a phrase"` as a phrase, and no operators.

    Empty if there is no letter or digit to search for.
    """
    terms: list[str] = []
    for number, piece in enumerate(words.replace("\x00", " ").split('"')):
        # Every second piece is between quotation marks; after an unclosed mark there are single words again.
        quoted = number % 2 == 1 and number < words.count('"')
        terms += [piece] if quoted else piece.split()
    return " ".join(f'"{term}"' for term in dict.fromkeys(terms) if any(map(str.isalnum, term)))


def contains_words(words: str) -> Clause:
    """The condition that an event `e` contains these words; false if there is no word in them."""
    expression = literal_expression(words)
    if not expression:
        return Clause("0")
    return Clause("e.seq IN (SELECT rowid FROM event_words WHERE event_words MATCH ?)", (expression,))


def passages_of_events(words: str, where: Clause, limit: int) -> Clause:
    """SELECT of the best passage of each event that contains the words and meets `where`, the best first."""
    if not literal_expression(words):
        return _NO_PASSAGES
    length = "length(title) + length(summary) + length(actors) + length(quotes) + length(places)"
    # ORDER BY rank sorts in the index, so that snippet() is called only for the rows that are returned.
    sql = (
        f"SELECT e.id, '', '', 0, 0, CASE WHEN {length} > {_LONG} THEN substr(title, 1, 200) "
        "ELSE snippet(event_words, -1, ?, ?, '…', 24) END, d.document "
        "FROM event_words CROSS JOIN events e ON e.seq = event_words.rowid "
        "CROSS JOIN documents d ON d.number = e.number "
        "WHERE event_words MATCH ? AND rank MATCH 'bm25(4, 2, 2, 1, 2)' "
        f"AND {where.sql} ORDER BY rank LIMIT {limit:d}"
    )
    return Clause(sql, (HIT_START, HIT_END, literal_expression(words), *where.values))


def passages_of_texts(words: str, limit: int) -> Clause:
    """SELECT of the sentences of stored texts that contain the words, the best first."""
    expression = literal_expression(words)
    if not expression:
        return _NO_PASSAGES
    excerpt = _first_hit(expression.split('" "')[0].strip('"').lower())
    sql = (
        "SELECT '', s.source, s.file, s.line, s.column, "
        f"CASE WHEN length(s.text) > {_LONG} THEN {excerpt.sql} "
        "ELSE highlight(sentence_words, 0, ?, ?) END, '' "
        "FROM sentence_words JOIN sentences s ON s.id = sentence_words.rowid WHERE sentence_words MATCH ? "
        f"ORDER BY bm25(sentence_words), s.id LIMIT {limit:d}"
    )
    return Clause(sql, (*excerpt.values, HIT_START, HIT_END, expression))


def _first_hit(term: str) -> Clause:
    """An expression: the text of a sentence around the first occurrence of a term, which is marked."""
    at, length = "instr(lower(s.text), ?)", f"{len(term):d}"
    sql = (
        f"CASE {at} WHEN 0 THEN substr(s.text, 1, {_CONTEXT}) || '…' ELSE "
        f"'…' || substr(s.text, max(1, {at} - {_CONTEXT}), min({_CONTEXT}, {at} - 1)) || ? || "
        f"substr(s.text, {at}, {length}) || ? || substr(s.text, {at} + {length}, {_CONTEXT}) || '…' END"
    )
    return Clause(sql, (term, term, term, HIT_START, term, HIT_END, term))
