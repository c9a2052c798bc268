"""Rules about the stored texts and their ledger."""

from collections.abc import Iterator

from timeline.checks.context import Context
from timeline.checks.facts import Fact, Facts
from timeline.checks.locations import place_at
from timeline.evidence import CitedQuote, LinkedEvent
from timeline.problems import Location, Problem
from timeline.quotes import Found
from timeline.quotes.stored_text import StoredText


def is_changed(quote: CitedQuote) -> bool:
    """Whether the text of a quote is another than the ledger recorded."""
    source, text = quote.source, quote.text
    return source is not None and text is not None and source.sha256 not in (None, text.sha256)


def source_missing(facts: Facts, context: Context) -> Iterator[Problem]:
    """The ledger names a stored text that is not in seeds/.

    Example: `file: gone.txt`
    Fix: store the text in seeds/, or take `file:` out.
    """
    if context.texts is None:
        return
    broken = {problem.location.file.rpartition("/")[2] for problem in context.material.problems}
    for one in context.sources.values():
        file = one.record.file
        if file and file not in context.texts and file not in broken:
            message = f"there is no text seeds/{file}"
            hint = "store the text there, or take file: out: then the source is known and cannot be quoted"
            yield Problem(place_at(one, ("file",)), "source-missing", message, hint)


def source_changed(facts: Facts, context: Context) -> Iterator[Problem]:
    """A stored text is no longer the one that was recorded: its sha256 differs. Every quote was looked up
    in the text as it is now, and the message says which ones broke.

    Example: a text that was edited after it was recorded
    Fix: restore the text; or record the new one with its sha256.
    """
    for one in context.sources.values():
        text = (context.texts or {}).get(one.record.file or "")
        if text is None or one.record.sha256 in (None, text.sha256):
            continue
        quotes = [fact.values for fact in facts.of("source-changed") if fact.values[0] == one.record.id]
        broken = [(event, quote) for _, event, _, quote, found in quotes if not found]
        details = [f"{event}: “{_start(quote)}” is not in it any more" for event, quote in broken]
        yield Problem(
            place_at(one, ("sha256",)),
            "source-changed",
            f"{text.file} is not the text that was recorded; {len(broken)} of its {len(quotes)} quotes broke",
            f"restore the text; or, if the new one is meant, record it: sha256: {text.sha256}",
            tuple(details),
        )


def quotes_of_changed(linked: LinkedEvent, context: Context) -> Iterator[Fact]:
    """What `source_changed` must know: source, event, number, words, and whether they were found."""
    for quote in linked.quotes:
        if is_changed(quote):
            found = "found" if isinstance(quote.outcome, Found) else ""
            number = f"{quote.number:05}"
            yield Fact((quote.citation.source, linked.record.id, number, quote.citation.quote, found))


def _start(quote: str, length: int = 60) -> str:
    return quote if len(quote) <= length else f"{quote[:length].rsplit(' ', 1)[0]} …"


def missing_sha256(facts: Facts, context: Context) -> Iterator[Problem]:
    """The record of a stored text has no sha256, so a change of the text would not be seen.

    Example: a record with `file:` and no `sha256:`
    Fix: paste the line that the message gives.
    """
    for one in context.sources.values():
        text = (context.texts or {}).get(one.record.file or "")
        if text is not None and one.record.sha256 is None:
            message = f'the record of "{one.record.id}" has no sha256: a change of its text would not be seen'
            yield Problem(place_at(one, ("id",)), "missing-sha256", message, f"add: sha256: {text.sha256}")


def source_unrecorded(facts: Facts, context: Context) -> Iterator[Problem]:
    """A text lies in seeds/ that the ledger does not know.

    Example: seeds/new.txt that no record names
    Fix: paste the lines that the message gives.
    """
    if context.sources_unread:
        return
    recorded = context.recorded_files
    for name, text in (context.texts or {}).items():
        if name not in recorded:
            message = "data/sources.yaml has no record of this text"
            hint = "add these lines to data/sources.yaml, and who wrote it when"
            yield Problem(
                Location(_shown(context, name), 1, 1), "source-unrecorded", message, hint, _lines(text)
            )


def _shown(context: Context, name: str) -> str:
    """The way to a stored text from where the user stands, as the files of records have it."""
    way = next(iter(context.material.trees)).rpartition("data/")[0]
    return f"{way}seeds/{name}"


def _lines(text: StoredText) -> tuple[str, ...]:
    """The lines to paste."""
    name = text.file.rpartition("/")[2]
    return (
        f"  - id: {name.rpartition('.')[0] or name}",
        f"    file: {name}",
        f"    sha256: {text.sha256}",
    )


def unused_source(facts: Facts, context: Context) -> Iterator[Problem]:
    """A source to which no event points, neither by a quote nor by a curator's note, nor any other source.

    Example: a record of data/sources.yaml that nothing names
    Fix: take it out, or say what it is for.
    """
    used = {source for fact in facts.of("unused-source") for source in fact.values}
    used |= {one.record.rewrite_of for one in context.sources.values() if one.record.rewrite_of}
    for one in context.sources.values():
        if one.record.id not in used:
            message = f'nothing points to the source "{one.record.id}"'
            yield Problem(place_at(one, ("id",)), "unused-source", message, "take it out, or cite it")


def used_sources(linked: LinkedEvent, context: Context) -> Iterator[Fact]:
    """What `unused_source` must know: the sources to which an event points."""
    for quote in linked.quotes:
        yield Fact((quote.citation.source,))
    for note in linked.record.curator:
        for key in note.see:
            if key in context.sources:
                yield Fact((key,))
