"""Explain why a quote is not in its source."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from timeline.quotes.boundaries import inside
from timeline.quotes.find import Found, Lost, find
from timeline.quotes.normalise import normalise
from timeline.quotes.similar import Change, nearest, splice
from timeline.quotes.stored_text import StoredText


class CauseKind(Enum):
    """Why a quote is not in its source."""

    CUT = "cut"
    ORDER = "order"
    NEIGHBOURS = "neighbours"
    ELSEWHERE = "elsewhere"
    SPLICED = "spliced"
    CHANGED = "changed"
    ABSENT = "absent"
    NOT_EXAMINED = "not examined"


class Cause(NamedTuple):
    """Why a quote is lost: the kind for programs, message and details for people.

    `word` is the index of the word of the quote where the cause shows; None if it is the whole quote.
    """

    kind: CauseKind
    message: str
    details: tuple[str, ...]
    word: int | None


def diagnose(quote: str, lost: Lost, text: StoredText, texts: Mapping[str, StoredText]) -> Cause:
    """Return the most certain cause.

    In this order: in the text but cut or misplaced, in another of `texts`, spliced, changed, absent.
    """
    if lost.why != "absent":
        return _misplaced(quote, lost, text)
    return (
        _in_another_source(quote, text, texts)
        or _spliced(quote, lost, text)
        or _changed(quote, lost, text)
        or _absent(text, lost)
    )


def _misplaced(quote: str, lost: Lost, text: StoredText) -> Cause:
    """The words are in the text, but cannot be quoted in this way."""
    start, end = _first_position(text, lost.part)
    if lost.why == "cut":
        return _cut(quote, lost, text, start, end)
    location = text.location(start)
    if lost.why == "order":
        message = (
            f"order: the part after [...] is at {location}, before the part that it follows in the quote"
        )
        return Cause(CauseKind.ORDER, message, (), _words_before(quote, lost))
    message = f"neighbours: these words are at {location}, but prefix or suffix do not match"
    return Cause(CauseKind.NEIGHBOURS, message, (), None)


def _first_position(text: StoredText, part: str) -> tuple[int, int]:
    """The offsets in the file of the first occurrence of a part, which may be inside a word."""
    normal_part = normalise(part).strip()
    start = text.search.normal.find(normal_part)
    if start >= 0:
        return text.search.file_range(start, start + len(normal_part))
    # The end of the part composes with a mark after it, so that it is only in the text as written.
    start = text.text.find(part)
    return start, start + len(part)


def _cut(quote: str, lost: Lost, text: StoredText, start: int, end: int) -> Cause:
    """The part is at [start, end) of the file, and begins or ends inside a word or a number."""
    at_beginning = inside(text.text, start)
    word = 0 if at_beginning else len(lost.part.split()) - 1
    message = f"cut: the quote {'begins' if at_beginning else 'ends'} inside a word or number of the text"
    before, after = text.context(start, end, 24)
    passage = f"{text.location(start)}  {before}{text.text[start:end]}{after}"
    return Cause(CauseKind.CUT, message, (passage,), _words_before(quote, lost) + word)


def _words_before(quote: str, lost: Lost) -> int:
    """The number of words of the quote before the lost part."""
    start = quote.find(lost.part)
    return len(quote[:start].split()) if start > 0 else 0


def _in_another_source(quote: str, text: StoredText, texts: Mapping[str, StoredText]) -> Cause | None:
    for other in texts.values():
        if other is text:
            continue
        outcome = find(other.search, quote)
        if isinstance(outcome, Found):
            location = other.location(outcome.anchors[0].start)
            message = f"in another source: these words are at {location}"
            return Cause(CauseKind.ELSEWHERE, message, (f"not in {text.file}",), None)
    return None


def _spliced(quote: str, lost: Lost, text: StoredText) -> Cause | None:
    """Separate passages of the text are quoted as if they were one."""
    passages = splice(text.search, lost.part)
    if passages is None:
        return None
    positions = [
        text.place(text.search.file_range(passage.start, passage.start + 1)[0]) for passage in passages
    ]
    listed = " and ".join(f"{line}:{column}" for line, column in positions)
    message = f"spliced: passages at {listed} of {text.file} are joined without [...]"
    return Cause(CauseKind.SPLICED, message, (), _words_before(quote, lost) + passages[1].word)


def _changed(quote: str, lost: Lost, text: StoredText) -> Cause | None:
    near = nearest(text.search, lost.part)
    if near is None:
        return None
    passage = f"most similar: {text.location(near.start)}  {text.text[near.start : near.end]}"
    if not near.changes:
        message = f"changed: a character differs from {text.file}"
        return Cause(CauseKind.CHANGED, message, (passage,), None)
    # A wrong number is the most serious change, so the first one of them is reported.
    change = min(near.changes, key=lambda change: not _has_digit(change))
    words = f"{_shown(change.in_text)} in the text, {_shown(change.in_quote)} in the quote"
    message = f"changed: {'a number differs' if _has_digit(change) else 'the words differ'} from the text"
    word = _words_before(quote, lost) + change.word
    return Cause(CauseKind.CHANGED, message, (f"{text.location(change.offset)}  {words}", passage), word)


def _has_digit(change: Change) -> bool:
    return any(map(str.isdigit, change.in_quote + change.in_text))


def _shown(words: str) -> str:
    return f'"{words}"' if words else "nothing"


def _absent(text: StoredText, lost: Lost) -> Cause:
    part = f': "{lost.part}"' if lost.after else ""
    return Cause(CauseKind.ABSENT, f"not found, and nothing similar in {text.file}{part}", (), None)
