"""The table of filters: one row for each, from which its option, completion, SQL clause and Python keyword
follow.

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
    """Names of towns and countries; of a country its id, its name, and how the record spells it."""
    for place, written in zip(document["places"], linked.record.place, strict=True):
        names = (place["name"], place["country"], place["country_name"], written.country)
        yield from (name for name in names if name)


def _sources(document: Document, _: LinkedEvent) -> Iterator[str]:
    return (citation["source"]["id"] for citation in document["citations"])


class Filters(Declared):
    """What is asked of a timeline, as typed. Filters narrow each other. Of several values of `actor` and of
    `member_of` all must match, of others any; a comma inside a value means or. Dates are EDTF or words.
    """

    actor: Names = Names("A", "Who took part, by name, alias or code; a comma means or.", "actor_names")
    member_of: Names = Names("G", "Somebody took part who was then a member of this group.", "actor_names")
    role: Names = Names("R", "In what part: host, partner, speaker ... absent.", "roles")
    since: Text = Text("D", "Not over before this date (EDTF: 2024, 2024-07; or words).")
    until: Text = Text("D", "Begun by this date.")
    on: Text = Text("D", "On this day, or in this month or year.")
    kind: Facet = Facet("K", "summit, meeting, speech, statement ...", lambda event, _: [event["kind"]])
    topic: Facet = Facet("T", "About what.", lambda event, _: event["topics"])
    place: Facet = Facet("P", "Where: a place or a country.", _places)
    source: Facet = Facet("S", "Cites this source (its id).", _sources)
    status: Facet = Facet("S", "planned, held, cancelled, ongoing.", lambda event, _: [event["status"]])
    text: Text = Text("T", 'Has these words, or this "phrase", in what it says.')
    certain: Flag = Flag("Leave out what only may match.")
    direct: Flag = Flag("Leave out what matches through a group.")
    limit: Count = Count("N", "At most so many.")
    reverse: Flag = Flag("The latest first.")


FACETS = tuple(row for row in rows(Filters) if isinstance(row, Facet))
"""The rows of the filters whose values the store keeps for each event."""
