"""The document of an event: the public contract."""

import json
from typing import Any, get_type_hints

import pytest
from pydantic import TypeAdapter

from tests.linking.conftest import MakeTimeline
from timeline.dataset import Dataset, built_in
from timeline.documents import Document
from timeline.linking import publish
from timeline.loading.reading import load_timeline

EVENT = """
- id: a-2025
  title: A summit
  kind: summit
  date: 2025-06-24/2025-06-25
  place: [{name: Port Example, country: Nippon}, {name: At sea}, {name: Far, country: Atlantis}]
  actors:
    the League: [organiser, host]
    Japan: {role: partner, by: Takeshi Iwaya, level: minister}
    Korea:
      role: absent
    Atlantis: member
  topics: [lamps]
  links: {follows: [a-2024, b-2024], about: c-2023}
  summary: [They met., They left.]
  citations:
    - source: gazette
      quote: 'Japan and "the League" came. [...] Nobody slept'
      supports: [actors.the league, actors.JP, zzz]
      note: A note.
      speaker: The mayor
    - {source: gazette, quote: no such words, supports: [summary.2]}
    - {source: nobody, quote: no such source, supports: []}
  curator:
    - {note: Seen., supports: [date, summary.1, zzz], see: [page, gazette, nobody, 'https://example.org']}
"""


def document(make: MakeTimeline, events: str = EVENT, **more: Any) -> dict[str, Any]:
    timeline = make(events, **more)
    return {**publish(timeline.events[0], timeline)}


def test_the_whole_document(timeline_of: MakeTimeline) -> None:
    made = document(timeline_of)
    proof = made.pop("proof")
    assert made == {
        "id": "a-2025",
        "title": "A summit",
        "kind": "summit",
        "status": "held",
        "date": {
            "edtf": "2025-06-24/2025-06-25", "text": "24\u201325 Jun 2025", "precision": "day",
            "approximate": False, "uncertain": False,
            "start": {"earliest": "2025-06-24", "latest": "2025-06-24", "state": "known"},
            "end": {"earliest": "2025-06-25", "latest": "2025-06-25", "state": "known"},
            "spans": [],
        },
        "places": [
            {"name": "Port Example", "country": "JP", "country_name": "Japan"},
            {"name": "At sea", "country": None, "country_name": None},
            {"name": "Far", "country": "Atlantis", "country_name": "Atlantis"},
        ],
        "actors": [
            {"id": "LEAGUE", "name": "League of Ports", "kind": "group", "roles": ["organiser", "host"],
             "by": None, "level": None, "said": ["role"], "evidence": "quoted"},
            {"id": "JP", "name": "Japan", "kind": "country", "roles": ["partner"],
             "by": "Takeshi Iwaya", "level": "minister", "said": ["role"], "evidence": "quoted"},
            {"id": "Korea", "name": "Korea", "kind": None, "roles": ["absent"],
             "by": None, "level": None, "said": [], "evidence": "unsupported"},
            {"id": "Atlantis", "name": "Atlantis", "kind": None, "roles": ["member"],
             "by": None, "level": None, "said": [], "evidence": "unsupported"},
        ],
        "topics": ["lamps"],
        "links": [{"type": "follows", "id": "a-2024"}, {"type": "follows", "id": "b-2024"},
                  {"type": "about", "id": "c-2023"}],
        "summary": [{"text": "They met.", "evidence": "curator"},
                    {"text": "They left.", "evidence": "unsupported"}],
        "citations": [
            {"source": GAZETTE, "quote": 'Japan and "the League" came. [...] Nobody slept',
             "supports": ["actors.LEAGUE", "actors.JP"], "note": "A note.", "speaker": "The mayor",
             "anchors": [
                {"file": "seeds/gazette.txt", "start": 41, "end": 69, "line": 2, "column": 1,
                 "match": "typographic", "occurrences": 1, "again": [], "prefix": "", "suffix": ""},
                {"file": "seeds/gazette.txt", "start": 154, "end": 166, "line": 5, "column": 19,
                 "match": "exact", "occurrences": 2, "again": [{"line": 6, "column": 19}],
                 "prefix": "It was late June. ", "suffix": "."},
             ]},
            {"source": GAZETTE, "quote": "no such words", "supports": ["summary.2"], "note": None,
             "speaker": None, "anchors": []},
            {"source": {**dict.fromkeys(GAZETTE), "id": "nobody"}, "quote": "no such source", "supports": [],
             "note": None, "speaker": None, "anchors": []},
        ],
        "evidence": {"date": "curator", "place": "unsupported", "status": "unsupported",
                     "actors.LEAGUE": "quoted", "actors.JP": "quoted", "actors.Korea": "unsupported",
                     "actors.Atlantis": "unsupported", "summary.1": "curator", "summary.2": "unsupported"},
        "curator": [{"note": "Seen.", "supports": ["date", "summary.1"],
                     "see": ["page", "gazette", "nobody", "https://example.org"]}],
        "seen": {
            "page": {"title": "A page", "publisher": None, "url": None, "stored": False},
            "gazette": {"title": "Port Gazette", "publisher": None, "url": None, "stored": True},
        },
    }  # fmt: skip
    assert (proof["verdict"], proof["text"]) == ("cannot tell", "[24\u201325 Jun 2025]")


GAZETTE = {
    "id": "gazette", "title": "Port Gazette", "author": None, "publisher": None, "published": "2025-07-09",
    "url": None, "coverage": "full", "rewrite_of": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2025-06~", ["2025-06-01", "2025-06-30", "known"], ["2025-06-01", "2025-06-30", "known"]),
        ("2022-02-24/..", ["2022-02-24", "2022-02-24", "known"], [None, None, "open"]),
        ("/2022", [None, None, "unknown"], ["2022-01-01", "2022-12-31", "known"]),
        ("[..2024-07-09]", [None, None, "open"], ["2024-07-09", "2024-07-09", "known"]),
        ("-0043", ["-0043-01-01", "-0043-12-31", "known"], ["-0043-01-01", "-0043-12-31", "known"]),
    ],
)
def test_the_date_of_a_document_has_days_as_bounds(
    timeline_of: MakeTimeline, date: str, start: list[str | None], end: list[str | None]
) -> None:
    made = document(timeline_of, f"- {{id: a, title: t, kind: k, date: '{date}', summary: s}}")["date"]
    bounds = [list(made[side].values()) for side in ("start", "end")]
    assert (made["edtf"], bounds) == (date, [start, end])


def test_the_members_of_a_set_are_spans(timeline_of: MakeTimeline) -> None:
    made = document(timeline_of, "- {id: a, title: t, kind: k, date: '{2019?, 2022..2023}', summary: s}")[
        "date"
    ]
    spans = [(one["start"]["earliest"], one["end"]["latest"]) for one in made["spans"]]
    years = [("2019-01-01", "2019-12-31"), ("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")]
    assert spans == years
    assert (made["uncertain"], made["approximate"]) == (True, False)


def test_words_of_time_are_published_with_what_they_come_to(timeline_of: MakeTimeline) -> None:
    events = EVENT.replace("no such words, supports: [summary.2]", "It was late June., supports: [date]")
    proof = document(
        timeline_of, events.replace("no such source", "on Monday").replace("nobody,", "gazette,", 1)
    )["proof"]
    (used,), (unused,) = proof["words"], proof["unused"]
    assert (used["citation"], used["words"], used["place"], used["said"]) == (
        2, "late June", "seeds/gazette.txt:5:8", "2025-07-09",
    )  # fmt: skip
    assert (used["edtf"], used["verdict"]) == ("2025-06", "proves a part")
    assert (proof["verdict"], proof["text"]) == ("proves a part", "[24\u201325] Jun 2025")
    assert (unused["citation"], unused["words"], unused["why"]) == (3, "Monday", None)


def keys(model: Any) -> set[str]:
    return set(get_type_hints(model))


def test_a_document_has_the_keys_of_the_contract_and_a_match_only_when_asked(
    timeline_of: MakeTimeline,
) -> None:
    assert set(document(timeline_of)) == keys(Document) - {"match"}


def test_every_shipped_document_keeps_the_contract_and_is_json() -> None:
    timeline = load_timeline(Dataset("built-in", built_in(), ""))
    documents = [publish(linked, timeline) for linked in timeline.events]
    TypeAdapter(list[Document]).validate_python(documents, strict=True, extra="forbid")
    assert json.loads(json.dumps(documents, allow_nan=False)) == documents
    assert len(documents) == 30
    assert sum(len(one["citations"]) for one in documents) == 53


def test_without_texts_there_are_no_anchors(timeline_of: MakeTimeline) -> None:
    made = document(timeline_of, texts=None)
    assert [one["anchors"] for one in made["citations"]] == [[], [], []]
    assert made["evidence"]["actors.JP"] == "unchecked"
