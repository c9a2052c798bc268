"""Rules about quotations: is it there, is it there once, was it read whole?"""

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

MOST_CAUSES = 100
"""Quotes for which it is looked into why they are not found: each is compared with whole texts."""
_NOT_EXAMINED = Cause(
    CauseKind.NOT_EXAMINED,
    f"not found; why is looked into for the first {MOST_CAUSES} such quotes only",
    (),
    None,
)


def unknown_source(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A quote is from a source that the ledger does not know, or whose text is not stored: a text that is
    only known can be pointed to (see), but nothing can be quoted from it.

    Example: `source: forign-policy`
    Fix: correct the id, or record the source and store its text.
    """
    if context.texts is None or context.sources_unread:
        return
    for quote in linked.quotes:
        if (wrong := _unknown(quote, context)) is not None:
            where = place_at(linked.event, ("citations", quote.number, "source"))
            yield Problem(where, "unknown-source", *wrong, event=linked.record.id)


def _unknown(quote: CitedQuote, context: Context) -> tuple[str, str] | None:
    """The message and the hint about a source from which nothing can be quoted."""
    key = quote.citation.source
    if key not in context.source_ids:
        near = context.budget.near("unknown-source", key, lambda: context.source_ids)
        hint = near or "add it to data/sources.yaml, with its text in seeds/"
        return f'data/sources.yaml knows no source "{key}"', hint
    if quote.source is not None and quote.source.file is None:
        message = f'"{key}" is known and not stored: no quote can be looked up in it'
        return (
            message,
            "store its text in seeds/ and name it (file:), or make this a curator's note with see:",
        )
    return None


def quote_not_found(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """The quote is not in its source by the definition of verbatim; likeness only ever advises.

    Example: `quote: a 3 percent pledge` where the text says 5
    Fix: copy the words again (`timeline quote` finds them); `[...]` joins parts.
    """
    for quote in linked.quotes:
        lost = quote.outcome
        if not isinstance(lost, Lost) or quote.text is None or is_changed(quote) or is_cut(quote, linked):
            continue
        cause = _NOT_EXAMINED
        if context.budget.spend("causes", 1, MOST_CAUSES):
            cause = diagnose(quote.citation.quote, lost, quote.text, context.texts or {})
        where = None if cause.word is None else word_place(linked.event.tree, quote.quote_node, cause.word)
        yield Problem(
            where or quote_place(linked, quote),
            "quote-not-found",
            cause.message,
            f"copy the words again from {quote.text.file}, letter for letter; [...] joins parts",
            (*cause.details, *rests_on(linked, quote)),
            linked.record.id,
        )


def quote_ambiguous(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """The quote stands in several places whose lines differ, so it is not clear which one is meant.

    Example: `quote: On Tuesday` where it stands in two sentences
    Fix: quote more, or add `prefix:` or `suffix:` with the words next to it.
    """
    for quote in linked.quotes:
        if isinstance(quote.outcome, Ambiguous) and quote.text is not None:
            starts = quote.outcome.starts
            shown = ", ".join("{}:{}".format(*quote.text.place(start)) for start in starts[:5])
            times = f"{len(starts)} times" if len(starts) <= MAX_PLACES else f"more than {MAX_PLACES:,} times"
            yield Problem(
                quote_place(linked, quote),
                "quote-ambiguous",
                f"these words stand {times} in {quote.text.file}, in different lines: {shown}",
                "quote more of the sentence, or add prefix: or suffix: with the words next to it",
                rests_on(linked, quote),
                linked.record.id,
            )


def quote_cut_by_yaml(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A quote without quotation marks has a comment behind it: YAML ends it at ` #`.

    Example: `quote: the first # of two`
    Fix: fold the quote (`quote: >-`).
    """
    for quote in linked.quotes:
        if is_cut(quote, linked):
            node = quote.quote_node
            yield Problem(
                Location(linked.event.tree.file, node.end_line, node.end_column + 1),
                "quote-cut-by-yaml",
                "YAML reads what stands from here on as a comment and no part of the quote",
                "fold the quote (quote: >-), or take the comment out",
                rests_on(linked, quote),
                linked.record.id,
            )


def is_cut(quote: CitedQuote, linked: LinkedEvent) -> bool:
    """Whether a comment stands behind a plain quote."""
    node = quote.quote_node
    if node.style != "plain":
        return False
    line = linked.event.tree.lines[node.end_line - 1]
    return line[node.end_column - 1 :].lstrip().startswith("#")


def quote_place(linked: LinkedEvent, quote: CitedQuote) -> Location:
    """Where the words of a quote begin in the file of records."""
    node = quote.quote_node
    return word_place(linked.event.tree, node, 0) or place(linked.event.tree.file, node)


def rests_on(linked: LinkedEvent, quote: CitedQuote) -> tuple[str, ...]:
    """The sentence that names the fields which a quote supports."""
    fields = linked.quote_supports[quote.number]
    if not fields:
        return (f"no field of {linked.record.id} rests on this quote",)
    count = "1 field" if len(fields) == 1 else f"{len(fields)} fields"
    verb = "rests" if len(fields) == 1 else "rest"
    return (f"{count} of {linked.record.id} {verb} on this quote: {', '.join(fields)}",)
