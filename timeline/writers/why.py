"""The page that answers "who says so?": what is proved, what is added, whether they agree, the way out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.writers.dating import source_line
from timeline.writers.layout import block, headed, ink, side_by_side
from timeline.writers.wording import neighbours

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.documents import SourceDocument, TimeWordsDocument
    from timeline.reports import WhyField, WhyNote, WhyQuote, WhyReport

STATES = {
    "quoted": "QUOTED",
    "partly": "PARTLY QUOTED",
    "curator": "CURATOR",
    "unsupported": "UNSUPPORTED",
    "unchecked": "UNCHECKED",
}
_READABLE = 100
_STORED = {True: "   stored", False: "   known, not stored: no quotation can be checked there", None: ""}


def draw_why(report: WhyReport, console: Console) -> Iterator[Text]:
    """One field after the other, in the order of the record."""
    console.width = min(console.width, _READABLE)
    if len(report["fields"]) > 1:
        yield from headed(report["title"], report["id"], console)
        yield Text()
    for number, field in enumerate(report["fields"]):
        if number:
            yield Text()
        yield from _field(field, console)


def _field(field: WhyField, console: Console) -> Iterator[Text]:
    state = STATES[field["evidence"]]
    yield from headed(f"{field['name']}   {field['shown']}", state, console)
    if field["field"] == "date":
        yield from block(ink(field["value"], "dim"), 8, console)
    yield Text()
    if field["quotes"]:
        yield Text(f" {_heading(field)}", style="bold")
        for quote in field["quotes"]:
            yield from _quote(quote, field, console)
    else:
        yield from block(ink("No stored text says it."), 1, console)
    yield from _unused(field, console)
    if field["notes"]:
        yield from (Text(), Text(" The curator adds", style="bold"))
        for note in field["notes"]:
            yield from _note(note, console)
    yield Text()
    verdict = " ".join(word for word in (field["verdict"], field["advice"]) if word)
    yield from side_by_side(
        [(Text(" Verdict", style="bold"), 9), (ink(verdict), console.width - 13)], console
    )


def _heading(field: WhyField) -> str:
    """What the quotes are: no more than what came of looking for them."""
    if field["evidence"] == "unchecked":
        return "Quoted, and not looked up"
    if not any(quote["place"] for quote in field["quotes"]):
        return "Quoted, and in no stored text"
    return "A stored text proves" if field["field"] == "date" else "A stored text says"


def _quote(quote: WhyQuote, field: WhyField, console: Console) -> Iterator[Text]:
    again = f" (again {', '.join(quote['again'][:3])})" if quote["again"] else ""
    missing = "" if field["evidence"] == "unchecked" else ": not found there"
    where = f"{quote['place']}{again}" if quote["place"] else f"{quote['source']['id']}{missing}"
    yield from block(ink(where, "magenta"), 3, console)
    words = [one for one in (field["proof"] or {"words": []})["words"] if one["citation"] == quote["number"]]
    yield from block(_in_context(quote, words), 5, console)
    if words:
        yield from _row("said", f"{words[0]['said'] or 'no known day'}   {_source(quote['source'])}", console)
    else:
        yield from _row("source", _source(quote["source"]), console)
    for one in words:
        yield from _derivation(one, console)
    if quote["note"]:
        yield from _row("note", quote["note"], console)


def _in_context(quote: WhyQuote, words: list[TimeWordsDocument]) -> Text:
    """The quotation among its neighbours, with the words that count underlined by brackets of their own."""
    head, tail = neighbours(quote["prefix"], quote["suffix"])
    text = ink(head, "dim")
    text.append_text(ink(f"\u201c{quote['quote']}\u201d")).append_text(ink(tail, "dim"))
    for one in words:
        text.highlight_words([one["words"]], style="underline")
    return text


def _derivation(one: TimeWordsDocument, console: Console) -> Iterator[Text]:
    """The words, and so what."""
    yield from _row("words", f"\u201c{one['words']}\u201d at {one['place']}", console)
    if one["edtf"]:
        note = f", {one['note']}" if one["note"] else ""
        yield from _row("so", f"{one['edtf']}{note}   by rule: {one['rule']}; {one['verdict']}", console)
        origin = one["counts_from"]
        if origin:
            yield from _row(
                "counts", f"from “{origin['words']}” at {origin['place']}: {origin['edtf']}", console
            )
    else:
        yield from _row("so", f"nothing: {one['why']}", console)


def _unused(field: WhyField, console: Console) -> Iterator[Text]:
    """For a date: words of time in other quotations of the event, which prove nothing of it."""
    for one in field["proof"]["unused"] if field["proof"] else ():
        come_to = f"comes to {one['edtf']}, and does not support the date" if one["edtf"] else f"{one['why']}"
        words = f"\u201c{one['words']}\u201d ({one['place']}) proves nothing: {come_to}"
        yield from block(ink(words, "dim"), 3, console)


def _note(note: WhyNote, console: Console) -> Iterator[Text]:
    yield from block(ink(f"{note['mark']} ").append_text(ink(note["note"])), 3, console)
    for stored, words in _STORED.items():
        keys = ", ".join(seen["id"] for seen in note["see"] if seen["stored"] is stored)
        if keys:
            yield from _row("see", f"{keys}{words}", console)


def _row(label: str, words: str, console: Console) -> Iterator[Text]:
    cells = [(Text(), 3), (ink(label, "dim"), 7), (ink(words), console.width - 16)]
    return side_by_side(cells, console)


def _source(source: SourceDocument) -> str:
    coverage = ", an excerpt" if source["coverage"] == "excerpt" else ""
    rewrite = f", itself a rewrite of {source['rewrite_of']}" if source["rewrite_of"] else ""
    return f"{source_line(source)}{coverage}{rewrite}"
