"""Rules about who answers for a field."""

from collections.abc import Iterator

from timeline.actors import Actor
from timeline.checks.places import entry_place, place_at
from timeline.checks.quotes import is_cut
from timeline.dates import say
from timeline.linking import Linked, Timeline
from timeline.linking.evidence import actor_key
from timeline.names import did_you_mean
from timeline.problems import Location, Problem


def unsupported_field(timeline: Timeline) -> Iterator[Problem]:
    """A field for which nobody answers: no quote supports it, and the curator says nothing of it.

    Example: an actor that is in no `supports:`
    Mend: add the field to the supports of a quote that says it, or of a curator's note with `see:`.
    """
    for linked in timeline.events:
        unresolved = nobody(linked)
        for field, support in linked.fields.items():
            if support.evidence != "unsupported" or field in unresolved:
                continue
            if any(is_cut(linked.quotes[number], linked) for number in support.quotes):
                continue  # what YAML has cut off may say it
            yield _unsupported(linked, field)


def _unsupported(linked: Linked, field: str) -> Problem:
    message = f"nobody answers for {field} of {linked.record.id}"
    hint = f"add {field} to the supports of a quote that says it, or of a curator's note with see:"
    if field == "date" and linked.fields[field].quotes:
        proved = " and ".join(say(date) for date in linked.proof.dates)
        message = f"the quotes prove of the date only {proved}" if proved else "the quotes prove no date"
        hint = "say in a curator's note where the rest of the date is from: supports: [date], see: [...]"
    return Problem(field_place(linked, field), "unsupported-field", message, hint, event=linked.record.id)


def nobody(linked: Linked) -> set[str]:
    """The fields of actors whose names do not resolve: a problem already, so no second one rests on them."""
    unresolved = [name for name, found in linked.actors.items() if not isinstance(found, Actor)]
    return {f"actors.{name}" for name in unresolved}


def field_place(linked: Linked, field: str) -> Location:
    """Where a field is written; a field that was left out is missed where the record begins."""
    kind, _, rest = field.partition(".")
    if kind == "actors":
        written = next(name for name in linked.record.actors if actor_key(name, linked.actors) == rest)
        return entry_place(linked.event, "actors", written)
    if kind == "summary":
        return place_at(linked.event, ("summary", int(rest) - 1))
    return place_at(linked.event, (kind,) if kind in linked.event.node.entries else ("id",))


def unknown_support(timeline: Timeline) -> Iterator[Problem]:
    """A quote or a note supports a field that this event does not have.

    Example: `supports: [actors.Lithuania]` where Lithuania is no actor
    Mend: correct the field; near ones are offered.
    """
    for linked in timeline.events:
        for within, index, written in linked.unknown_supports:
            if written.startswith("actors.") and nobody(linked):
                continue
            fields = [_as_written(linked, field) for field in linked.fields]
            yield Problem(
                entry_place_of_support(linked, within, index, written),
                "unknown-support",
                f'"{written}" is no field of {linked.record.id}',
                did_you_mean(written, fields) or f"its fields: {', '.join(fields)}",
                event=linked.record.id,
            )


def _as_written(linked: Linked, field: str) -> str:
    """The field with the actor as this record spells it."""
    kind, _, rest = field.partition(".")
    if kind != "actors":
        return field
    return f"actors.{next(name for name in linked.record.actors if actor_key(name, linked.actors) == rest)}"


def entry_place_of_support(linked: Linked, within: str, index: int, written: str) -> Location:
    """Where a support is written."""
    entry = linked.record.citations[index] if within == "citations" else linked.record.curator[index]
    return place_at(linked.event, (within, index, "supports", entry.supports.index(written)))
