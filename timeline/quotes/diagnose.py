"""Why a quote is not found, as far as that can be known."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from timeline.quotes import Found, Lost, find, nearest
from timeline.quotes.boundaries import inside
from timeline.quotes.normalise import normalise
from timeline.quotes.splice import splice
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
    """`message` is for people; `word` is the word of the quote (from 0) at which the cause shows."""

    kind: CauseKind
    message: str
    details: tuple[str, ...]
    word: int | None


def diagnose(quote: str, lost: Lost, text: StoredText, texts: Mapping[str, StoredText]) -> Cause:
    """The cause, surest first: there but cut or misplaced, in another source, spliced, changed, absent."""
    if lost.why != "absent":
        return _there(quote, lost, text)
    return (
        _elsewhere(quote, text, texts)
        or _spliced(quote, lost, text)
        or _changed(quote, lost, text)
        or _absent(text, lost)
    )


def _there(quote: str, lost: Lost, text: StoredText) -> Cause:
    """The words stand in the text, but not so that they can be quoted thus."""
    start = text.search.normal.find(normalise(lost.part).strip())
    line, column = text.place(text.search.file_range(start, start + 1)[0])
    where = f"{text.file}:{line}:{column}"
    if lost.why == "order":
        message = f"order: what [...] joins stands at {where}, before the part that it follows here"
        return Cause(CauseKind.ORDER, message, (), _skipped(quote, lost))
    if lost.why == "neighbours":
        message = f"neighbours: the words stand at {where}, but prefix or suffix do not"
        return Cause(CauseKind.NEIGHBOURS, message, (), None)
    end = text.search.file_range(start, start + len(normalise(lost.part).strip()))[1]
    first = inside(text.text, text.search.file_range(start, start + 1)[0])
    word = 0 if first else len(lost.part.split()) - 1
    message = f"cut: the quote {'begins' if first else 'ends'} inside a word or a number of the text"
    around = text.context(start, end, 24)
    passage = f"{where}  {around[0]}{text.text[start:end]}{around[1]}" if start >= 0 else where
    return Cause(CauseKind.CUT, message, (passage,), _skipped(quote, lost) + word)


def _skipped(quote: str, lost: Lost) -> int:
    """The number of words before the lost part."""
    before = quote.find(lost.part)
    return len(quote[:before].split()) if before > 0 else 0


def _spliced(quote: str, lost: Lost, text: StoredText) -> Cause | None:
    """Two passages of the text stand together as if they were one."""
    pieces = splice(text.search, lost.part)
    if pieces is None:
        return None
    places = [text.place(text.search.file_range(piece.start, piece.start + 1)[0]) for piece in pieces]
    shown = " and ".join(f"{line}:{column}" for line, column in places)
    message = f"spliced: passages at {shown} of {text.file} are joined without [...]"
    return Cause(CauseKind.SPLICED, message, (), _skipped(quote, lost) + pieces[1].word)


def _elsewhere(quote: str, text: StoredText, texts: Mapping[str, StoredText]) -> Cause | None:
    for other in texts.values():
        if other is text:
            continue
        outcome = find(other.search, quote)
        if isinstance(outcome, Found):
            line, column = other.place(outcome.anchors[0].start)
            message = f"in another source: these words stand at {other.file}:{line}:{column}"
            return Cause(CauseKind.ELSEWHERE, message, (f"not in {text.file}",), None)
    return None


def _changed(quote: str, lost: Lost, text: StoredText) -> Cause | None:
    near = nearest(text.search, lost.part)
    if near is None:
        return None
    line, column = text.place(near.start)
    passage = f"nearest: {text.file}:{line}:{column}  {text.text[near.start : near.end]}"
    if not near.changes:
        message = f"changed: a letter or a mark differs from {text.file}"
        return Cause(CauseKind.CHANGED, message, (passage,), None)
    change = min(near.changes, key=lambda one: not any(map(str.isdigit, one.here + one.there)))
    row, spot = text.place(change.offset)
    details = (f"{text.file}:{row}:{spot}  {_shown(change.there)} there, {_shown(change.here)} here", passage)
    figure = any(map(str.isdigit, change.here + change.there))
    message = f"changed: {'a figure differs' if figure else 'the words differ'} from the text"
    return Cause(CauseKind.CHANGED, message, details, _skipped(quote, lost) + change.word)


def _shown(words: str) -> str:
    return f'"{words}"' if words else "nothing"


def _absent(text: StoredText, lost: Lost) -> Cause:
    part = f' ("{lost.part}")' if lost.after else ""
    return Cause(CauseKind.ABSENT, f"absent: nothing like it stands in {text.file}{part}", (), None)
