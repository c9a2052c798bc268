"""The page of `why`: for each field its quotations, the curator's notes, the verdict and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from timeline.documents.wording import bracketed_runs, neighbours, source_line
from timeline.screens.layout import READABLE, block, heading, labelled, side_by_side, styled

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.documents.schema import SourceDocument, TimeWordsDocument
    from timeline.reports.why import WhyField, WhyNote, WhyQuote, WhyReport

_STATES = {
    "quoted": "QUOTED",
    "partly": "PARTLY QUOTED",
    "curator": "CURATOR",
    "unsupported": "UNSUPPORTED",
    "unchecked": "UNCHECKED",
}
_References = dict[str, bool]
"""Whether the text of a source is stored, by the id of the source."""

_STORED = {True: "   stored", False: "   metadata only: no stored text to quote from", None: ""}
_LABEL_WIDTH = 12


def draw_why(report: WhyReport, console: Console) -> Iterator[Text]:
    """The fields in the order of the record."""
    console.width = min(console.width, READABLE)
    references = {source["id"]: source["stored"] for source in report["references"]}
    if len(report["fields"]) > 1:
        yield from heading(report["title"], report["id"], console)
        yield Text()
    for number, field in enumerate(report["fields"]):
        if number:
            yield Text()
        yield from _field(field, references, console)


def _field(field: WhyField, references: _References, console: Console) -> Iterator[Text]:
    state = _STATES[field["evidence"]] + (", DISPUTED" if field["disputed"] else "")
    yield from heading(f"{field['name']}   {_value(field)}", state, console)
    if field["field"] == "date":
        yield from block(styled(field["value"], "dim"), 8, console)
    yield Text()
    if field["quotes"]:
        yield Text(f" {_quotes_heading(field)}", style="bold")
        for quote in field["quotes"]:
            yield from _quote(quote, field, console)
    else:
        yield from block(styled("No quotation supports it."), 1, console)
    if field["contradicting_quotes"]:
        yield from (Text(), Text(" Contradicted by", style="bold"))
        for quote in field["contradicting_quotes"]:
            yield from _quote(quote, field, console)
    yield from _unrelated(field, console)
    if field["notes"]:
        yield from (Text(), Text(" Curator’s notes", style="bold"))
        for note in field["notes"]:
            yield from _note(note, references, console)
    yield Text()
    verdict = " ".join(sentence for sentence in (field["conclusion"], field["advice"]) if sentence)
    yield from labelled("Verdict", verdict, 9, console)


def _value(field: WhyField) -> str:
    """The value with the curator's words in brackets; of an actor only the part, since `name` names it."""
    runs = field["runs"][2:] if field["field"].startswith("actors.") else field["runs"]
    return bracketed_runs(runs)


def _quotes_heading(field: WhyField) -> str:
    """It claims no more than what was checked."""
    if field["evidence"] == "unchecked":
        return "Quoted, but not checked"
    if not any(quote["location"] for quote in field["quotes"]):
        return "Quoted, but not found in a stored text"
    return "Quoted from a stored text"


def _quote(quote: WhyQuote, field: WhyField, console: Console) -> Iterator[Text]:
    """The quotation in its context, its source, and for a date what its words of time mean."""
    yield from block(styled(_location(quote, field), "magenta"), 3, console)
    evidence = field["date_evidence"]
    words = [word for word in evidence["words"] if word["citation"] == quote["number"]] if evidence else []
    yield from block(_in_context(quote, words), 5, console)
    source = _source(quote["source"])
    if words:
        reference_date = words[0]["reference_date"] or "no known day"
        yield from _row("said on", f"{reference_date}   {source}", console)
    else:
        yield from _row("source", source, console)
    for word in words:
        yield from _time_words(word, console)
    if quote["note"]:
        yield from _row("note", quote["note"], console)


def _location(quote: WhyQuote, field: WhyField) -> str:
    others = [f"{position['line']}:{position['column']}" for position in quote["other_positions"][:3]]
    also = f" (also at {', '.join(others)})" if others else ""
    missing = "" if field["evidence"] == "unchecked" else ": not found there"
    return f"{quote['location']}{also}" if quote["location"] else f"{quote['source']['id']}{missing}"


def _in_context(quote: WhyQuote, words: list[TimeWordsDocument]) -> Text:
    """The quotation between the words next to it, with its words of time underlined."""
    head, tail = neighbours(quote["prefix"], quote["suffix"])
    text = styled(head, "dim")
    text.append_text(styled(f"\u201c{quote['quote']}\u201d")).append_text(styled(tail, "dim"))
    for word in words:
        text.highlight_words([word["text"]], style="underline")
    return text


def _time_words(words: TimeWordsDocument, console: Console) -> Iterator[Text]:
    """The words with their location, and what they mean by which rule, or why no rule reads them."""
    yield from _row("words", f"\u201c{words['text']}\u201d at {words['location']}", console)
    if words["edtf"]:
        note = f", {words['note']}" if words["note"] else ""
        meaning = f"{words['edtf']}{note}   by rule: {words['rule']}; {words['verdict']}"
        yield from _row("meaning", meaning, console)
        origin = words["counts_from"]
        if origin:
            counts_from = f"“{origin['text']}” at {origin['location']}: {origin['edtf']}"
            yield from _row("counts from", counts_from, console)
    else:
        yield from _row("meaning", f"no date: {words['why']}", console)


def _unrelated(field: WhyField, console: Console) -> Iterator[Text]:
    """For a date: words of time in other quotations of the event, which do not support it."""
    for words in field["date_evidence"]["unrelated"] if field["date_evidence"] else ():
        reason = f"means {words['edtf']}" if words["edtf"] else f"{words['why']}"
        sentence = f"\u201c{words['text']}\u201d ({words['location']}) does not support the date: {reason}"
        yield from block(styled(sentence, "dim"), 3, console)


def _note(note: WhyNote, references: _References, console: Console) -> Iterator[Text]:
    yield from block(styled(f"{note['mark']} ").append_text(styled(note["note"])), 3, console)
    for stored, words in _STORED.items():
        keys = ", ".join(key for key in note["see"] if references.get(key) is stored)
        if keys:
            yield from _row("see", f"{keys}{words}", console)


def _row(label: str, words: str, console: Console) -> Iterator[Text]:
    cells = [
        (Text(), 3),
        (styled(label, "dim"), _LABEL_WIDTH),
        (styled(words), console.width - _LABEL_WIDTH - 9),
    ]
    return side_by_side(cells, console)


def _source(source: SourceDocument) -> str:
    coverage = ", an excerpt" if source["coverage"] == "excerpt" else ""
    rewrite = f", itself a rewrite of {source['rewrite_of']}" if source["rewrite_of"] else ""
    return f"{source_line(source)}{coverage}{rewrite}"
