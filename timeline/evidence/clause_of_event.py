"""Which of several dates in a sentence belong to the clause of the event, and which are asides.

“The summit, announced on 5 May 2024, took place on 9 July 2024” proves 9 July as the date of a summit, and
5 May only as the date of its announcement.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.evidence.model import TimeWords
from timeline.records import EventRecord
from timeline.text.clauses import Clause, Tense, clauses, read_clause
from timeline.text.sentences import sentences

_WORD = re.compile(r"[^\W\d_]+")
_OPENS_ASIDE = re.compile(
    r"(?:which|who|whose|whom|when|where|after|before|since|until|because|although|though|while|as|if)\b",
    re.IGNORECASE,
)
_STEM = 4
"""How many first letters a verb and a word of the event must share: signed, signing, signature."""


class _Dated(NamedTuple):
    words: TimeWords
    clause: Clause
    aside: bool


def outside_the_event(words: Sequence[TimeWords], text: str, record: EventRecord) -> frozenset[int]:
    """The offsets of the words of time in an aside, where the clause of the event has another date."""
    if len(words) < 2 or not any(one.verdict in {"agrees", "proves a part"} for one in words):
        return frozenset()
    outside: set[int] = set()
    for sentence_start, sentence, group in _by_sentence(words, text):
        dated = _dated(group, sentence_start, sentence)
        if len({one.clause.verb for one in dated}) > 1:
            outside |= _asides(dated, sentence, record)
    return frozenset(outside)


def _by_sentence(words: Sequence[TimeWords], text: str) -> list[tuple[int, str, list[TimeWords]]]:
    groups: dict[tuple[int, int], list[TimeWords]] = {}
    for one in words:
        line = text.rfind("\n", 0, one.start) + 1
        end = text.find("\n", one.start)
        found = sentences(text[line : end if end >= 0 else len(text)])
        place = one.start - line
        at = next((sentence for sentence in found if sentence.start <= place < sentence.end), None)
        if at:
            groups.setdefault((line + at.start, line + at.end), []).append(one)
    return [(start, text[start:end], group) for (start, end), group in groups.items() if len(group) > 1]


def _dated(group: Sequence[TimeWords], start: int, sentence: str) -> list[_Dated]:
    parts = clauses(sentence)
    return [
        _Dated(one, read_clause(sentence, one.start - start), _is_aside(parts, sentence, one.start - start))
        for one in group
    ]


def _is_aside(parts: Sequence[Clause], sentence: str, place: int) -> bool:
    """Whether the date at `place` is in a relative clause, a participle or a bracket, and not in the main
    clause.
    """
    before = sentence[:place]
    if before.count("(") > before.count(")"):
        return True
    index = next((number for number, part in enumerate(parts) if part.start <= place < part.end), None)
    if index is None:
        return False
    part = parts[index]
    if _OPENS_ASIDE.match(sentence[part.start : part.end].lstrip(" ,")):
        return True
    # A clause within another: `The summit, announced on ..., took place`; `The accord signed on ... entered`.
    if not 0 < index < len(parts) - 1 or part.verb is None:
        return False
    around = parts[index - 1].verb, parts[index + 1].verb
    return around[1] not in {None, part.verb} and around[0] in {None, around[1]}


def _asides(dated: Sequence[_Dated], sentence: str, record: EventRecord) -> set[int]:
    """Of dates in several clauses those that are not in the one of the event, where it is clear which that
    is.
    """
    of_event = [one for one in dated if _tells_of(one.clause, sentence, record)]
    if of_event and len(of_event) < len(dated):
        return {one.words.start for one in dated if one not in of_event and one.aside}
    main = [one for one in dated if not one.aside and _fits_status(one.clause, record)]
    return {one.words.start for one in dated if one.aside} if main else set()


def _tells_of(clause: Clause, sentence: str, record: EventRecord) -> bool:
    """Whether the verb of a clause is among the words of the event."""
    if clause.verb is None:
        return False
    verbs = [word.casefold() for word in _WORD.findall(sentence[slice(*clause.verb)])]
    verb = verbs[-1][:_STEM] if verbs else ""
    words = _WORD.findall(f"{record.title} {record.kind}".casefold())
    return len(verb) == _STEM and any(word.startswith(verb) for word in words)


def _fits_status(clause: Clause, record: EventRecord) -> bool:
    return (clause.tense is Tense.FUTURE) == (record.status == "planned") or clause.tense is Tense.UNKNOWN
