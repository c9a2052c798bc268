"""The page that answers "who says so?": what is proved, what is added, whether they agree, the way out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.documents.wording import bracketed_runs, neighbours, source_line
from timeline.screens.layout import block, headed, ink, side_by_side

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.documents.schema import SourceDocument, TimeWordsDocument
    from timeline.reports.why import WhyField, WhyNote, WhyQuote, WhyReport

STATES = {
    "quoted": "QUOTED",
    "partly": "PARTLY QUOTED",
    "curator": "CURATOR",
    "unsupported": "UNSUPPORTED",
    "unchecked": "UNCHECKED",
}
_READABLE = 100
References = dict[str, bool]
"""Whether the text of each source that the event names is stored."""
_STORED = {True: "   stored", False: "   known, not stored: no quotation can be checked there", None: ""}


def draw_why(report: WhyReport, console: Console) -> Iterator[Text]:
    """One field after the other, in the order of the record."""
    console.width = min(console.width, _READABLE)
    references = {source["id"]: source["stored"] for source in report["references"]}
    if len(report["fields"]) > 1:
        yield from headed(report["title"], report["id"], console)
        yield Text()
    for number, field in enumerate(report["fields"]):
        if number:
            yield Text()
        yield from _field(field, references, console)


def _shown(field: WhyField) -> str:
    """The value with the curator's brackets; of an actor what it was there, since its name is in front."""
    runs = field["runs"][2:] if field["field"].startswith("actors.") else field["runs"]
    return bracketed_runs(runs)


def _field(field: WhyField, references: References, console: Console) -> Iterator[Text]:
    state = STATES[field["evidence"]] + (", DISPUTED" if field["disputed"] else "")
    yield from headed(f"{field['name']}   {_shown(field)}", state, console)
    if field["field"] == "date":
        yield from block(ink(field["value"], "dim"), 8, console)
    yield Text()
    if field["quotes"]:
        yield Text(f" {_heading(field)}", style="bold")
        for quote in field["quotes"]:
            yield from _quote(quote, field, console)
    else:
        yield from block(ink("No stored text says it."), 1, console)
    if field["contradicting_quotes"]:
        yield from (Text(), Text(" Contradicted by", style="bold"))
        for quote in field["contradicting_quotes"]:
            yield from _quote(quote, field, console)
    yield from _unrelated(field, console)
    if field["notes"]:
        yield from (Text(), Text(" The curator adds", style="bold"))
        for note in field["notes"]:
            yield from _note(note, references, console)
    yield Text()
    verdict = " ".join(word for word in (field["conclusion"], field["advice"]) if word)
    yield from side_by_side(
        [(Text(" Verdict", style="bold"), 9), (ink(verdict), console.width - 13)], console
    )


def _heading(field: WhyField) -> str:
    """What the quotes are: no more than what came of looking for them."""
    if field["evidence"] == "unchecked":
        return "Quoted, and not looked up"
    if not any(quote["location"] for quote in field["quotes"]):
        return "Quoted, and in no stored text"
    return "A stored text proves" if field["field"] == "date" else "A stored text says"


def _quote(quote: WhyQuote, field: WhyField, console: Console) -> Iterator[Text]:
    others = [f"{spot['line']}:{spot['column']}" for spot in quote["other_positions"][:3]]
    again = f" (again {', '.join(others)})" if others else ""
    missing = "" if field["evidence"] == "unchecked" else ": not found there"
    where = f"{quote['location']}{again}" if quote["location"] else f"{quote['source']['id']}{missing}"
    yield from block(ink(where, "magenta"), 3, console)
    found = field["date_evidence"]
    words = [one for one in found["words"] if one["citation"] == quote["number"]] if found else []
    yield from block(_in_context(quote, words), 5, console)
    if words:
        yield from _row(
            "said", f"{words[0]['reference_date'] or 'no known day'}   {_source(quote['source'])}", console
        )
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
        text.highlight_words([one["text"]], style="underline")
    return text


def _derivation(one: TimeWordsDocument, console: Console) -> Iterator[Text]:
    """The words, and so what."""
    yield from _row("words", f"\u201c{one['text']}\u201d at {one['location']}", console)
    if one["edtf"]:
        note = f", {one['note']}" if one["note"] else ""
        yield from _row("so", f"{one['edtf']}{note}   by rule: {one['rule']}; {one['verdict']}", console)
    else:
        yield from _row("so", f"nothing: {one['why']}", console)


def _unrelated(field: WhyField, console: Console) -> Iterator[Text]:
    """For a date: words of time in other quotations of the event, which prove nothing of it."""
    for one in field["date_evidence"]["unrelated"] if field["date_evidence"] else ():
        come_to = f"comes to {one['edtf']}, and does not support the date" if one["edtf"] else f"{one['why']}"
        words = f"\u201c{one['text']}\u201d ({one['location']}) proves nothing: {come_to}"
        yield from block(ink(words, "dim"), 3, console)


def _note(note: WhyNote, references: References, console: Console) -> Iterator[Text]:
    yield from block(ink(f"{note['mark']} ").append_text(ink(note["note"])), 3, console)
    for stored, words in _STORED.items():
        keys = ", ".join(key for key in note["see"] if references.get(key) is stored)
        if keys:
            yield from _row("see", f"{keys}{words}", console)


def _row(label: str, words: str, console: Console) -> Iterator[Text]:
    cells = [(Text(), 3), (ink(label, "dim"), 7), (ink(words), console.width - 16)]
    return side_by_side(cells, console)


def _source(source: SourceDocument) -> str:
    coverage = ", an excerpt" if source["coverage"] == "excerpt" else ""
    rewrite = f", itself a rewrite of {source['rewrite_of']}" if source["rewrite_of"] else ""
    return f"{source_line(source)}{coverage}{rewrite}"
