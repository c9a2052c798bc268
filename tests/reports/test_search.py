"""Hits in events and in stored texts."""

import pytest

from tests.conftest import MakeDataset
from timeline.cache import open_store
from timeline.dataset.locate import Dataset
from timeline.query import FacetTerm, Query
from timeline.reports.search import hits
from timeline.store import Store

EVENT = """
- id: oslo-2025
  title: Ministers meet in Oslo
  kind: meeting
  date: 2025-03-04
  summary: The ministers met, and met again.
"""


@pytest.fixture
def oslo(dataset: MakeDataset) -> Store:
    folder = dataset(EVENT, texts={"text.txt": "Not here.\nThe ministers met in Oslo.\n"})
    return open_store(Dataset("folder", folder, ""))


def test_events_come_before_texts(oslo: Store) -> None:
    event, text = hits(oslo, Query(text="ministers"), None)
    assert (event["event"], event["source_id"], event["location"]) == ("oslo-2025", None, None)
    assert (text["event"], text["source_id"], text["location"]) == (None, "text", "seeds/text.txt:2:1")


def test_highlights_are_the_ranges_of_the_words(oslo: Store) -> None:
    event, text = hits(oslo, Query(text="met"), None)
    for hit, count in ((event, 2), (text, 1)):
        words = [hit["text"][start:end] for start, end in hit["highlights"]]
        assert words == ["met"] * count


@pytest.mark.parametrize(
    ("scope", "query", "sources"),
    [
        ("events", Query(text="ministers"), [None]),
        ("sources", Query(text="ministers"), ["text"]),
        (None, Query(text="ministers", limit=9, certain=True, direct=True), [None, "text"]),
        (None, Query(text="ministers", facets=(FacetTerm("kind", ("meeting",)),)), [None]),
        ("sources", Query(text="ministers", facets=(FacetTerm("kind", ("meeting",)),)), ["text"]),
    ],
)
def test_filters_leave_stored_texts_out_unless_asked_for(
    oslo: Store, scope: str | None, query: Query, sources: list[str | None]
) -> None:
    assert [hit["source_id"] for hit in hits(oslo, query, scope)] == sources
