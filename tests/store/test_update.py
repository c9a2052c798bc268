"""`update_event` leaves the store that a full build makes, or raises CannotUpdate."""

import sqlite3

import pytest

from tests.store.conftest import Link, Record
from timeline.evidence import publish
from timeline.store.build import build
from timeline.store.update import CannotUpdate, update_event

TERMS = (
    "SELECT field, folded, value, events, spellings, event FROM terms LEFT JOIN facets USING (term) "
    "WHERE field = 'topic' ORDER BY folded, event"
)


def event(number: int, *topics: str) -> Record:
    return {"id": f"event-{number}", "date": f"200{number}", "topics": list(topics)}


def built(linked: Link, events: list[Record]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    build(connection, linked(events), {})
    return connection


def updated(linked: Link, before: list[Record], after: list[Record]) -> sqlite3.Connection:
    """The store of `before` in which the first event is replaced by that of `after`."""
    connection, timeline = built(linked, before), linked(after)
    update_event(connection, timeline.events[0], publish(timeline.events[0], timeline))
    return connection


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["trade"], ["war"]),
        (["trade"], ["peace"]),
        ([], ["war"]),
        (["war", "trade"], ["war"]),
        (["trade"], []),
    ],
)
def test_update_event_replaces_facets(linked: Link, before: list[str], after: list[str]) -> None:
    other = event(2, "war")
    connection = updated(linked, [event(1, *before), other], [event(1, *after), other])
    expected = built(linked, [event(1, *after), other])
    assert connection.execute(TERMS).fetchall() == expected.execute(TERMS).fetchall()


@pytest.mark.parametrize(
    ("before", "other", "after"),
    [
        (["Trade"], ["trade"], ["war"]),  # "Trade" is shown, and must become "trade"
        (["Trade"], ["trade"], ["Trade"]),  # unchanged, but the term has two spellings
        (["trade"], ["trade"], ["Trade"]),  # a second spelling arises
        (["war"], ["trade"], ["Trade"]),  # a new facet whose term is spelled otherwise
        (["war"], [], ["Trade", "trade"]),  # two spellings in one event
    ],
)
def test_update_event_refuses_terms_with_several_spellings(
    linked: Link, before: list[str], other: list[str], after: list[str]
) -> None:
    with pytest.raises(CannotUpdate):
        updated(linked, [event(1, *before), event(2, *other)], [event(1, *after), event(2, *other)])
