"""What the store keeps of an event beside its document: numbers of its date, and what it is filtered by."""

from collections.abc import Iterator

from timeline.dates import Date, Reach, order
from timeline.documents.schema import Document
from timeline.evidence import LinkedEvent
from timeline.filters import FACETS
from timeline.query import FOREVER, NEVER
from timeline.store.widths import width_of

Days = tuple[int, int, int, int]


def dated(key: str, date: Date) -> tuple[int | str, ...]:
    """The row of an event by its date: start, rank, id, width, the four numbers, and how a set decides."""
    start, rank = order(date)
    first, last, by, since = _hull(date)
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


def spans(date: Date) -> list[Days]:
    """The members of a set; nothing where the date is one stretch of time."""
    return [days(reach) for reach in date.reaches] if len(date.reaches) > 1 else []


def _spans_rule(date: Date) -> str:
    """How the members of a set decide: `none` for no set, `any` or `every` member must be certain."""
    if len(date.reaches) == 1:
        return "none"
    return "every" if date.every else "any"


def facets(document: Document, linked: LinkedEvent) -> Iterator[tuple[str, str]]:
    """The facets of an event: the name of each, with a value as written."""
    return ((facet.name, value) for facet in FACETS for value in facet.values(document, linked))
