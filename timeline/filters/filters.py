"""The table of filters. Option, completion, SQL clause and Python keyword of a filter are made from its row.

A row is a descriptor: `Filters.kind` is the row, `Filters(kind="summit").kind` the values.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.filters.rows import Count, Declared, Facet, Flag, Names, Text, rows

if TYPE_CHECKING:
    from timeline.documents.schema import Document
    from timeline.evidence import LinkedEvent


def _places(document: Document, linked: LinkedEvent) -> Iterator[str]:
    """The names of towns and countries; a country also by its id and by the spelling of the record."""
    for place, written in zip(document["places"], linked.record.place, strict=True):
        names = (place["name"], place["country"], place["country_name"], written.country)
        yield from (name for name in names if name)


def _sources(document: Document, _: LinkedEvent) -> Iterator[str]:
    return (citation["source"]["id"] for citation in document["citations"])


class Filters(Declared):
    """The filters of a query, as typed. An event must match every filter that is given: all values of `actor`
    and of `member_of`, any value of the others; a comma inside a value means or. Dates are EDTF or words.
    """

    actor: Names = Names("A", "Actor by name, alias or code; a comma means or.", "actor_names")
    member_of: Names = Names("G", "With an actor that was a member of this group then.", "actor_names")
    role: Names = Names("R", "Role: host, partner, speaker ... absent.", "roles")
    since: Text = Text("D", "Ending on or after this date (EDTF or words).")
    until: Text = Text("D", "Starting on or before this date.")
    on: Text = Text("D", "On this day, or in this month or year.")
    kind: Facet = Facet("K", "Kind: summit, meeting, speech, statement ...", lambda event, _: [event["kind"]])
    topic: Facet = Facet("T", "Topic.", lambda event, _: event["topics"])
    place: Facet = Facet("P", "Place or country.", _places)
    source: Facet = Facet("S", "Id of a source that is cited.", _sources)
    status: Facet = Facet(
        "S", "Status: planned, held, cancelled or ongoing.", lambda event, _: [event["status"]]
    )
    text: Text = Text("T", 'Containing these words, or this "phrase".')
    certain: Flag = Flag("Only certain matches.")
    direct: Flag = Flag("Only actors named in the event, not through a group.")
    limit: Count = Count("N", "Show at most N.")
    reverse: Flag = Flag("Newest first.")


FACETS = tuple(row for row in rows(Filters) if isinstance(row, Facet))
"""The rows of the filters whose values the store keeps for each event."""
