"""Rules about sources and their stored texts."""

from collections.abc import Iterator

from timeline.checks.context import Context
from timeline.checks.facts import Fact, Facts
from timeline.checks.locations import place_at
from timeline.evidence import CitedQuote, LinkedEvent
from timeline.problems import Location, Problem
from timeline.quotes import Found
from timeline.quotes.stored_text import StoredText

_MAX_QUOTE_SHOWN = 60
"""Characters of a quote that a detail line shows."""


def is_changed(quote: CitedQuote) -> bool:
    """Whether the stored text of a quote is not the one that was recorded."""
    source, text = quote.source, quote.text
    return source is not None and text is not None and source.sha256 not in (None, text.sha256)


def source_missing(facts: Facts, context: Context) -> Iterator[Problem]:
    """A source names a stored text that is not in seeds/.

    Example: `file: gone.txt`
    Fix: store the text in seeds/, or remove `file:`.
    """
    if context.texts is None:
        return
    unreadable = {problem.location.file.rpartition("/")[2] for problem in context.dataset.problems}
    for source in context.sources.values():
        file = source.record.file
        if file and file not in context.texts and file not in unreadable:
            message = f"there is no stored text seeds/{file}"
            hint = "store the text there; or remove file:, and then nothing can be quoted from the source"
            yield Problem(place_at(source, ("file",)), "source-missing", message, hint)


def source_changed(facts: Facts, context: Context) -> Iterator[Problem]:
    """A stored text has changed since it was recorded: its sha256 differs. All its quotes are compared with
    the present text, and the message names those that are no longer in it.

    Example: a text that was edited after it was recorded
    Fix: restore the text, or record the new one with its sha256.
    """
    for source in context.sources.values():
        text = (context.texts or {}).get(source.record.file or "")
        if text is None or source.record.sha256 in (None, text.sha256):
            continue
        quotes = [fact.values for fact in facts.of("source-changed") if fact.values[0] == source.record.id]
        lost = [(event, quote) for _, event, _, quote, found in quotes if not found]
        number = f"{len(lost)} of {len(quotes)}"
        details = [f"{event}: “{_beginning(quote)}” is no longer in it" for event, quote in lost]
        yield Problem(
            place_at(source, ("sha256",)),
            "source-changed",
            f"{text.file} has changed since it was recorded; quotes that are no longer in it: {number}",
            f"restore the text; or, if the new one is meant, record it: sha256: {text.sha256}",
            tuple(details),
        )


def quotes_of_changed(linked: LinkedEvent, context: Context) -> Iterator[Fact]:
    """Facts for `source_changed`: source, event, number and words of each quote, and whether it is found."""
    for quote in linked.quotes:
        if is_changed(quote):
            found = "found" if isinstance(quote.outcome, Found) else ""
            number = f"{quote.number:05}"  # with zeros in front, because facts are sorted as strings
            yield Fact((quote.citation.source, linked.record.id, number, quote.citation.quote, found))


def _beginning(quote: str) -> str:
    if len(quote) <= _MAX_QUOTE_SHOWN:
        return quote
    return f"{quote[:_MAX_QUOTE_SHOWN].rsplit(' ', 1)[0]} …"


def missing_sha256(facts: Facts, context: Context) -> Iterator[Problem]:
    """The record of a stored text has no sha256, so a change of the text would not be noticed.

    Example: a record with `file:` and without `sha256:`
    Fix: add the line that the message gives.
    """
    for source in context.sources.values():
        text = (context.texts or {}).get(source.record.file or "")
        if text is not None and source.record.sha256 is None:
            message = (
                f'source "{source.record.id}" has no sha256, so a change of its text would not be noticed'
            )
            hint = f"add to its record: sha256: {text.sha256}"
            yield Problem(place_at(source, ("id",)), "missing-sha256", message, hint)


def source_unrecorded(facts: Facts, context: Context) -> Iterator[Problem]:
    """A text in seeds/ has no record in data/sources.yaml.

    Example: seeds/new.txt, which no record names
    Fix: add the lines that the message gives.
    """
    if context.sources_unread:
        return
    recorded = context.recorded_files
    for name, text in (context.texts or {}).items():
        if name not in recorded:
            yield Problem(
                Location(_shown_path(context, name), 1, 1),
                "source-unrecorded",
                "this text has no record in data/sources.yaml",
                "add these lines to data/sources.yaml, and then its title, author and date",
                _record_lines(text),
            )


def _shown_path(context: Context, name: str) -> str:
    """The path of a stored text, relative to the same folder as the paths of records in messages."""
    folder = next(iter(context.dataset.trees)).rpartition("data/")[0]
    return f"{folder}seeds/{name}"


def _record_lines(text: StoredText) -> tuple[str, ...]:
    """The lines of a record to paste."""
    name = text.file.rpartition("/")[2]
    return (
        f"  - id: {name.rpartition('.')[0] or name}",
        f"    file: {name}",
        f"    sha256: {text.sha256}",
    )


def unused_source(facts: Facts, context: Context) -> Iterator[Problem]:
    """No event uses a source, neither in a citation nor in a curator's note, and no other source refers to
    it.

    Example: a record of data/sources.yaml that nothing refers to
    Fix: cite it, or remove it.
    """
    used = {source for fact in facts.of("unused-source") for source in fact.values}
    used |= {source.record.rewrite_of for source in context.sources.values() if source.record.rewrite_of}
    for source in context.sources.values():
        if source.record.id not in used:
            message = f'source "{source.record.id}" is never used'
            hint = "cite it, or remove its record and its stored text"
            yield Problem(place_at(source, ("id",)), "unused-source", message, hint)


def used_sources(linked: LinkedEvent, context: Context) -> Iterator[Fact]:
    """Facts for `unused_source`: the sources that an event uses."""
    for quote in linked.quotes:
        yield Fact((quote.citation.source,))
    for note in linked.record.curator:
        for key in note.see:
            if key in context.sources:
                yield Fact((key,))
