"""Why a quote is not found, as far as that can be known."""

from collections.abc import Mapping
from typing import NamedTuple

from timeline.anchors import Found, Lost, find, nearest
from timeline.sources import StoredText


class Cause(NamedTuple):
    """`message` says it in a sentence; `word` is the word of the quote (from 0) at which it shows."""

    message: str
    details: tuple[str, ...]
    word: int | None


def triage(quote: str, lost: Lost, text: StoredText, texts: Mapping[str, StoredText]) -> Cause:
    """The cause, surest first: cut inside a word, in another source, changed, absent."""
    if lost.cut:
        message = f"these words are in {text.file}, but the quote begins or ends inside a word or a number"
        return Cause(message, _where_nearest(text, lost.part), None)
    return _elsewhere(quote, text, texts) or _changed(quote, lost, text) or _absent(text, lost)


def _elsewhere(quote: str, text: StoredText, texts: Mapping[str, StoredText]) -> Cause | None:
    for other in texts.values():
        if other is text:
            continue
        outcome = find(other.search, quote)
        if isinstance(outcome, Found):
            line, column = other.place(outcome.anchors[0].start)
            message = f"in another source: these words stand at {other.file}:{line}:{column}"
            return Cause(message, (f"not in {text.file}",), None)
    return None


def _changed(quote: str, lost: Lost, text: StoredText) -> Cause | None:
    near = nearest(text.search, lost.part)
    if near is None:
        return None
    line, column = text.place(near.start)
    passage = f"nearest: {text.file}:{line}:{column}  {text.text[near.start : near.end]}"
    if not near.changes:
        return Cause(f"changed: a letter or a mark differs from {text.file}", (passage,), None)
    change = min(near.changes, key=lambda one: not any(map(str.isdigit, one.here + one.there)))
    row, spot = text.place(change.offset)
    details = (f"{text.file}:{row}:{spot}  {_shown(change.there)} there, {_shown(change.here)} here", passage)
    figure = any(map(str.isdigit, change.here + change.there))
    message = f"changed: {'a figure differs' if figure else 'the words differ'} from the text"
    before = quote.find(lost.part)
    skipped = len(quote[:before].split()) if before > 0 else 0
    return Cause(message, details, skipped + change.word)


def _shown(words: str) -> str:
    return f'"{words}"' if words else "nothing"


def _absent(text: StoredText, lost: Lost) -> Cause:
    part = f' ("{lost.part}")' if lost.after else ""
    return Cause(f"absent: nothing like it stands in {text.file}{part}", (), None)


def _where_nearest(text: StoredText, part: str) -> tuple[str, ...]:
    near = nearest(text.search, part)
    if near is None:
        return ()
    line, column = text.place(near.start)
    return (f"nearest: {text.file}:{line}:{column}  {text.text[near.start : near.end]}",)
