"""Rules about quotations: whether each is found in its source, only once, and was read completely."""

from collections.abc import Iterator

from timeline.checks.context import Context
from timeline.checks.locations import place_at
from timeline.checks.rules.sources import is_changed
from timeline.evidence import CitedQuote, LinkedEvent
from timeline.problems import Location, Problem
from timeline.quotes import Ambiguous, Lost
from timeline.quotes.diagnose import Cause, CauseKind, diagnose
from timeline.quotes.find import MAX_PLACES
from timeline.readers.nodes import place, word_place

MAX_DIAGNOSED_QUOTES = 100
"""Quotes that are not found for which the cause is determined: each is compared with whole texts."""
_MAX_PLACES_LISTED = 5
"""Places of an ambiguous quote that a message lists."""
_NOT_DIAGNOSED = Cause(
    CauseKind.NOT_EXAMINED,
    f"not found; the cause is determined only for the first {MAX_DIAGNOSED_QUOTES} such quotes",
    (),
    None,
)


def unknown_source(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A quote names a source that has no record, or one without a stored text. A source without a stored text
    can be referred to with `see:`, but nothing can be quoted from it.

    Example: `source: forign-policy`
    Fix: correct the id, or add the source to data/sources.yaml and its text to seeds/.
    """
    if context.texts is None or context.sources_unread:
        return
    for quote in linked.quotes:
        if (message_and_hint := _check_source(quote, context)) is not None:
            location = place_at(linked.event, ("citations", quote.number, "source"))
            yield Problem(location, "unknown-source", *message_and_hint, event=linked.record.id)


def _check_source(quote: CitedQuote, context: Context) -> tuple[str, str] | None:
    """The message and the hint if nothing can be quoted from the source of a quote."""
    key = quote.citation.source
    if key not in context.source_ids:
        hint = context.budget.suggest("unknown-source", key, lambda: context.source_ids)
        hint = hint or "add the source to data/sources.yaml, and its text to seeds/"
        return f'unknown source "{key}"', hint
    if quote.source is not None and quote.source.file is None:
        message = f'source "{key}" has no stored text to quote from'
        hint = "store its text in seeds/ and add file: to its record; or use see: in a curator's note instead"
        return message, hint
    return None


def quote_not_found(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """The quote is not in its source verbatim. Similar passages are only shown, never accepted.

    Example: `quote: a 3 percent pledge` where the text has 5
    Fix: copy the words again (`timeline quote` finds them); `[...]` joins parts.
    """
    for quote in linked.quotes:
        lost = quote.outcome
        if not isinstance(lost, Lost) or quote.text is None or is_changed(quote) or is_cut(quote, linked):
            continue
        cause = _NOT_DIAGNOSED
        if context.budget.spend("diagnosed quotes", 1, MAX_DIAGNOSED_QUOTES):
            cause = diagnose(quote.citation.quote, lost, quote.text, context.texts or {})
        word = None if cause.word is None else word_place(linked.event.tree, quote.quote_node, cause.word)
        yield Problem(
            word or quote_place(linked, quote),
            "quote-not-found",
            cause.message,
            f"copy the words again from {quote.text.file}, verbatim; [...] joins parts",
            (*cause.details, *supported_fields(linked, quote)),
            linked.record.id,
        )


def quote_ambiguous(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """The quote is found several times in its source, on different lines, so it is not clear which one is
    meant.

    Example: `quote: On Tuesday` where two sentences have it
    Fix: quote more, or add `prefix:` or `suffix:` with the words before or after it.
    """
    for quote in linked.quotes:
        if isinstance(quote.outcome, Ambiguous) and quote.text is not None:
            starts = quote.outcome.starts
            positions = map(quote.text.place, starts[:_MAX_PLACES_LISTED])
            listed = ", ".join(f"{line}:{column}" for line, column in positions)
            times = f"{len(starts)} times" if len(starts) <= MAX_PLACES else f"more than {MAX_PLACES:,} times"
            yield Problem(
                quote_place(linked, quote),
                "quote-ambiguous",
                f"found {times} in {quote.text.file}, on different lines: {listed}",
                "quote more of the sentence; or add prefix: or suffix: with the words before or after it",
                supported_fields(linked, quote),
                linked.record.id,
            )


def quote_cut_by_yaml(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A quote without quotation marks is followed by a comment: YAML ends it at ` #`.

    Example: `quote: the first # of two`
    Fix: fold the quote (`quote: >-`).
    """
    for quote in linked.quotes:
        if is_cut(quote, linked):
            node = quote.quote_node
            yield Problem(
                Location(linked.event.tree.file, node.end_line, node.end_column + 1),
                "quote-cut-by-yaml",
                "YAML reads the rest of this line as a comment, not as part of the quote",
                "fold the quote (quote: >-), or remove the comment",
                supported_fields(linked, quote),
                linked.record.id,
            )


def is_cut(quote: CitedQuote, linked: LinkedEvent) -> bool:
    """Whether a plain quote, one without quotation marks, is followed by a comment."""
    node = quote.quote_node
    if node.style != "plain":
        return False
    line = linked.event.tree.lines[node.end_line - 1]
    return line[node.end_column - 1 :].lstrip().startswith("#")


def quote_place(linked: LinkedEvent, quote: CitedQuote) -> Location:
    """Where the words of a quote begin in the file of records."""
    node = quote.quote_node
    return word_place(linked.event.tree, node, 0) or place(linked.event.tree.file, node)


def supported_fields(linked: LinkedEvent, quote: CitedQuote) -> tuple[str, ...]:
    """A detail line that names the fields that a quote supports."""
    fields = linked.quote_supports[quote.number]
    count = "1 field" if len(fields) == 1 else f"{len(fields) or 'no'} fields"
    listed = f": {', '.join(fields)}" if fields else ""
    return (f"this quote supports {count} of {linked.record.id}{listed}",)
