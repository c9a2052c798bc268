"""What the store keeps of an event beside its document: numbers of its date, and what it is filtered by."""

from collections.abc import Iterator

from timeline.dates import Date, Reach, order
from timeline.documents import Document
from timeline.forever import FOREVER, NEVER
from timeline.linking import Linked, announced_on
from timeline.store.widths import width_of

Days = tuple[int, int, int, int]


def dated(key: str, linked: Linked) -> tuple[int | str, ...]:
    """The row of an event by its date: start, rank, id, width, the four numbers, and how a set decides."""
    date = linked.record.date
    start, rank = order(date)
    first, last, by, since = _hull(date)
    first = _not_before(first, last, announced_on(linked))
    return start, rank, key, width_of(start, first, last), first, last, by, since, _spans_rule(date)


def _hull(date: Date) -> Days:
    """The outermost numbers of a date; for a set, those that no member goes beyond."""
    rows = [days(reach) for reach in date.reaches]
    if len(rows) == 1:
        return rows[0]
    first, last = min(row[0] for row in rows), max(row[1] for row in rows)
    return first, last, min(row[2] for row in rows), max(row[3] for row in rows)


def days(reach: Reach) -> Days:
    """A reach with numbers for no limit and for never sure."""
    by = NEVER if not reach.sure else FOREVER if reach.surely_by is None else min(FOREVER, reach.surely_by)
    since = -NEVER if not reach.sure else -FOREVER if reach.surely_from is None else reach.surely_from
    return (
        -FOREVER if reach.first is None else max(-FOREVER, reach.first),
        FOREVER if reach.last is None else min(FOREVER, reach.last),
        by,
        max(-NEVER, since),
    )


def spans(linked: Linked) -> list[Days]:
    """The members of a set; nothing where the date is one stretch of time."""
    reaches, announced = linked.record.date.reaches, announced_on(linked)
    rows = [days(reach) for reach in reaches] if len(reaches) > 1 else []
    return [(_not_before(row[0], row[1], announced), *row[1:]) for row in rows]


def _not_before(first: int, last: int, announced: int | None) -> int:
    """The first day of a plan: it answers nothing about the time before it was announced."""
    return first if announced is None or announced > last else max(first, announced)


def _spans_rule(date: Date) -> str:
    """How the members of a set decide: `none` for no set, `any` or `every` member must be certain."""
    if len(date.reaches) == 1:
        return "none"
    return "every" if date.every else "any"


def facets(document: Document, linked: Linked) -> Iterator[tuple[str, str]]:
    """What an event is filtered by: a field, and a value as written."""
    yield "kind", document["kind"]
    yield "status", document["status"]
    for topic in document["topics"]:
        yield "topic", topic
    for citation in document["citations"]:
        yield "source", citation["source"]["id"]
    for place, written in zip(document["places"], linked.record.place, strict=True):
        yield "place", place["name"]
        for name in (place["country"], place["country_name"], written.country):
            if name:
                yield "place", name
