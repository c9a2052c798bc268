"""The values that the tables keep of an event besides its document: numbers of its date, and its facets."""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.dates import Date, Reach, order
from timeline.documents.schema import Document
from timeline.evidence import LinkedEvent
from timeline.evidence.dates import announced_on
from timeline.filters import FACETS
from timeline.query import FOREVER, NEVER
from timeline.store.scans import bucket_of


class ReachRow(NamedTuple):
    """What is known of one stretch of time, as day numbers within the limits of FOREVER and NEVER.

    It may have days from `first` to `last`; it certainly began by `surely_by` and lasted until `surely_from`.
    """

    first: int
    last: int
    surely_by: int
    surely_from: int

    def not_before(self, day: int | None) -> "ReachRow":
        """The same from this day on, if it has days after it. A plan says nothing of the time before it was
        announced.
        """
        return self if day is None or day > self.last else self._replace(first=max(self.first, day))


class EventRow(NamedTuple):
    """An event by its date. `start` and `rank` sort it; `spans` is `none`, or whether `any` or `every` member
    of a set must be certain.
    """

    start: int
    rank: int
    id: str
    bucket: int
    reach: ReachRow
    spans: str


def event_row(linked: LinkedEvent) -> EventRow:
    """The row of an event."""
    date = linked.record.date
    start, rank = order(date)
    reach = _hull(date).not_before(announced_on(linked))
    bucket = bucket_of(start, reach.first, reach.last)
    return EventRow(start, rank, linked.record.id, bucket, reach, _set_rule(date))


def span_rows(linked: LinkedEvent) -> list[ReachRow]:
    """The members of a set; empty if the date is not a set."""
    reaches = linked.record.date.reaches
    if len(reaches) == 1:
        return []
    announced = announced_on(linked)
    return [reach_row(reach).not_before(announced) for reach in reaches]


def reach_row(reach: Reach) -> ReachRow:
    """A reach with numbers for "no limit" and "never certain"."""
    by = NEVER if not reach.sure else FOREVER if reach.surely_by is None else min(FOREVER, reach.surely_by)
    since = -NEVER if not reach.sure else -FOREVER if reach.surely_from is None else reach.surely_from
    return ReachRow(
        -FOREVER if reach.first is None else max(-FOREVER, reach.first),
        FOREVER if reach.last is None else min(FOREVER, reach.last),
        by,
        max(-NEVER, since),
    )


def _hull(date: Date) -> ReachRow:
    """The outermost numbers over all members of a date."""
    rows = [reach_row(reach) for reach in date.reaches]
    return ReachRow(
        min(row.first for row in rows),
        max(row.last for row in rows),
        min(row.surely_by for row in rows),
        max(row.surely_from for row in rows),
    )


def _set_rule(date: Date) -> str:
    if len(date.reaches) == 1:
        return "none"
    return "every" if date.every else "any"


def facet_rows(document: Document, linked: LinkedEvent) -> Iterator[tuple[str, str]]:
    """The facets of an event: the name of each, with a value as written."""
    return ((facet.name, value) for facet in FACETS for value in facet.values(document, linked))
