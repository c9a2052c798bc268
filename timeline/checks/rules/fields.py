"""Rules about who answers for a field."""

from collections.abc import Iterator

from timeline.actors.registry import Actor
from timeline.checks.budget import COMPARED
from timeline.checks.context import Context
from timeline.checks.locations import entry_place, place_at
from timeline.checks.rules.quotes import is_cut
from timeline.dates import say
from timeline.evidence import LinkedEvent, UnknownSupport
from timeline.evidence.fields import actor_key
from timeline.evidence.model import CitedQuote
from timeline.problems import Location, Problem
from timeline.quotes import Found
from timeline.text.names import did_you_mean

_SHOWN = 30
"""Fields of an event that a message lists."""


def unsupported_field(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A field for which nobody answers: no quote supports it, and the curator says nothing of it.

    Example: an actor that is in no `supports:`
    Fix: add the field to the supports of a quote that says it, or of a curator's note with `see:`.
    """
    unsupported = [field for field, one in linked.fields.items() if one.evidence == "unsupported"]
    unresolved, written = (nobody(linked), _written(linked)) if unsupported else (set(), {})
    for field in unsupported:
        if field in unresolved:
            continue
        if any(_is_amiss(linked.quotes[number], linked) for number in linked.fields[field].quotes):
            continue  # that is a problem already, and when it is mended the quote may say it
        yield _unsupported(linked, field, written.get(field, ""))


def _is_amiss(quote: CitedQuote, linked: LinkedEvent) -> bool:
    return not isinstance(quote.outcome, Found) or is_cut(quote, linked)


def _unsupported(linked: LinkedEvent, field: str, name: str) -> Problem:
    message = f"nobody answers for {field} of {linked.record.id}"
    hint = f"add {field} to the supports of a quote that says it, or of a curator's note with see:"
    if field == "date" and linked.fields[field].quotes:
        proved = " and ".join(say(date) for date in linked.proof.dates)
        message = f"the quotes prove of the date only {proved}" if proved else "the quotes prove no date"
        hint = "say in a curator's note where the rest of the date is from: supports: [date], see: [...]"
    return Problem(_place(linked, field, name), "unsupported-field", message, hint, event=linked.record.id)


def nobody(linked: LinkedEvent) -> set[str]:
    """The fields of actors whose names do not resolve: a problem already, so no second one rests on them."""
    unresolved = [name for name, found in linked.actors.items() if not isinstance(found, Actor)]
    return {f"actors.{name}" for name in unresolved}


def _written(linked: LinkedEvent) -> dict[str, str]:
    """The names of actors as the record spells them, by their fields; of two spellings the first."""
    written: dict[str, str] = {}
    for name in linked.record.actors:
        written.setdefault(f"actors.{actor_key(name, linked.actors)}", name)
    return written


def _place(linked: LinkedEvent, field: str, name: str) -> Location:
    """Where a field is written, an actor by its name; what was left out is missed where the record begins."""
    kind, _, rest = field.partition(".")
    if kind == "actors":
        return entry_place(linked.event, "actors", name)
    if kind == "summary":
        return place_at(linked.event, ("summary", int(rest) - 1))
    return place_at(linked.event, (kind,) if kind in linked.event.node.entries else ("id",))


def unknown_support(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A quote or a note supports, or a quote contradicts, a field that this event does not have.

    Example: `supports: [actors.Lithuania]` where Lithuania is no actor
    Fix: correct the field; near ones are offered.
    """
    if not linked.unknown_supports:
        return
    unsure = bool(nobody(linked))
    fields = _as_written(linked)
    more = f", and {len(fields) - _SHOWN:,} more" if len(fields) > _SHOWN else ""
    listed = f"its fields: {', '.join(fields[:_SHOWN])}{more}"
    for unknown, where in _with_places(linked):
        if unknown.written.startswith("actors.") and unsure:
            continue
        may = context.budget.spend("compared by unknown-support", len(fields), COMPARED)
        near = did_you_mean(unknown.written, fields) if may else ""
        message = f'"{unknown.written}" is no field of {linked.record.id}'
        yield Problem(where, "unknown-support", message, near or listed, event=linked.record.id)


def _as_written(linked: LinkedEvent) -> list[str]:
    """The fields of an event, with each actor as the record spells it."""
    written = _written(linked)
    return [f"actors.{written[field]}" if field in written else field for field in linked.fields]


def _with_places(linked: LinkedEvent) -> Iterator[tuple[UnknownSupport, Location]]:
    """The supports that name no field, with where each is written first in its entry."""
    entry, first = ("", 0, ""), dict[str, int]()
    for unknown in linked.unknown_supports:
        within, number, key, written = unknown
        if entry != (within, number, key):
            entry, first = (within, number, key), {}
            for at, name in enumerate(_listed(linked, unknown)):
                first.setdefault(name, at)
        yield unknown, place_at(linked.event, (within, number, key, first[written]))


def _listed(linked: LinkedEvent, unknown: UnknownSupport) -> list[str]:
    """The list in which an unknown field is written."""
    if unknown.within == "curator":
        return linked.record.curator[unknown.number].supports
    citation = linked.record.citations[unknown.number]
    return citation.supports if unknown.key == "supports" else citation.contradicts
