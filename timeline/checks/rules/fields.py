"""Rules about the evidence of fields."""

from collections.abc import Iterator

from timeline.actors.registry import Actor
from timeline.checks.context import Context
from timeline.checks.locations import entry_place, place_at
from timeline.checks.rules.quotes import is_cut
from timeline.dates import say
from timeline.evidence import CitedQuote, LinkedEvent, UnknownSupport
from timeline.evidence.fields import actor_key
from timeline.problems import Location, Problem
from timeline.quotes import Found

_MAX_FIELDS_LISTED = 30
"""Fields of an event that a message lists."""


def unsupported_field(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A field has no evidence: no quote and no curator's note supports it.

    Example: an actor that is in no `supports:`
    Fix: add the field to the supports of a quote that states it, or of a curator's note with `see:`.
    """
    unsupported = [field for field, support in linked.fields.items() if support.evidence == "unsupported"]
    if not unsupported:
        return
    unresolved, spellings = _unresolved_fields(linked), _spellings(linked)
    for field in unsupported:
        if field in unresolved:
            continue
        # A quote with a problem of its own may support the field once it is corrected.
        if any(_is_broken(linked.quotes[number], linked) for number in linked.fields[field].quotes):
            continue
        yield _unsupported(linked, field, spellings.get(field, ""))


def _is_broken(quote: CitedQuote, linked: LinkedEvent) -> bool:
    return not isinstance(quote.outcome, Found) or is_cut(quote, linked)


def _unsupported(linked: LinkedEvent, field: str, name: str) -> Problem:
    message = f"no evidence for {field} of {linked.record.id}"
    hint = f"add {field} to the supports of a quote that states it, or of a curator's note with see:"
    if field == "date" and linked.fields[field].quotes:
        proved = " and ".join(say(date) for date in linked.proof.dates)
        message = f"the quotes prove only {proved} of the date" if proved else "the quotes prove no date"
        hint = "say in a curator's note where the rest of the date is from: supports: [date], see: [...]"
    return Problem(_location(linked, field, name), "unsupported-field", message, hint, event=linked.record.id)


def _unresolved_fields(linked: LinkedEvent) -> set[str]:
    """The fields of actors whose names do not resolve, which is a problem already."""
    unresolved = [name for name, actor in linked.actors.items() if not isinstance(actor, Actor)]
    return {f"actors.{name}" for name in unresolved}


def _spellings(linked: LinkedEvent) -> dict[str, str]:
    """By field, the name of its actor as the record spells it; if there are two spellings, the first."""
    spellings: dict[str, str] = {}
    for name in linked.record.actors:
        spellings.setdefault(f"actors.{actor_key(name, linked.actors)}", name)
    return spellings


def _location(linked: LinkedEvent, field: str, name: str) -> Location:
    """Where a field is written. `name` is the spelling of an actor. An absent field is reported at the id."""
    kind, _, rest = field.partition(".")
    if kind == "actors":
        return entry_place(linked.event, "actors", name)
    if kind == "summary":
        return place_at(linked.event, ("summary", int(rest) - 1))
    return place_at(linked.event, (kind,) if kind in linked.event.node.entries else ("id",))


def unknown_support(linked: LinkedEvent, context: Context) -> Iterator[Problem]:
    """A quote or a note supports, or a quote contradicts, a field that the event does not have.

    Example: `supports: [actors.Lithuania]` in an event without the actor Lithuania
    Fix: correct the field; the message suggests similar ones.
    """
    if not linked.unknown_supports:
        return
    some_unresolved = bool(_unresolved_fields(linked))
    fields = _fields_as_written(linked)
    more = f" and {len(fields) - _MAX_FIELDS_LISTED:,} more" if len(fields) > _MAX_FIELDS_LISTED else ""
    listed = f"write one of its fields: {', '.join(fields[:_MAX_FIELDS_LISTED])}{more}"
    for unknown, location in _with_locations(linked):
        if unknown.written.startswith("actors.") and some_unresolved:
            continue  # it may be the actor whose name does not resolve
        hint = context.budget.closest("unknown-support", unknown.written, fields) or listed
        message = f'unknown field "{unknown.written}" of {linked.record.id}'
        yield Problem(location, "unknown-support", message, hint, event=linked.record.id)


def _fields_as_written(linked: LinkedEvent) -> list[str]:
    """The fields of an event, with each actor as the record spells it."""
    spellings = _spellings(linked)
    return [f"actors.{spellings[field]}" if field in spellings else field for field in linked.fields]


def _with_locations(linked: LinkedEvent) -> Iterator[tuple[UnknownSupport, Location]]:
    """The entries of `supports` and `contradicts` that name no field, each where it is first written."""
    entry, first = ("", 0, ""), dict[str, int]()
    for unknown in linked.unknown_supports:
        within, number, key, written = unknown
        if entry != (within, number, key):
            entry, first = (within, number, key), {}
            for index, name in enumerate(_list_with(linked, unknown)):
                first.setdefault(name, index)
        yield unknown, place_at(linked.event, (within, number, key, first[written]))


def _list_with(linked: LinkedEvent, unknown: UnknownSupport) -> list[str]:
    """The list in which an unknown field is written."""
    if unknown.within == "curator":
        return linked.record.curator[unknown.number].supports
    citation = linked.record.citations[unknown.number]
    return citation.supports if unknown.key == "supports" else citation.contradicts
