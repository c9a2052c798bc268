"""The document of an event: the public contract."""

import json
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from tests.conftest import FROZEN
from tests.evidence.conftest import MakeTimeline
from timeline.dataset.locate import Dataset
from timeline.documents.schema import Document
from timeline.evidence import load_timeline, publish

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
      quote: 'Japan and "the League" came. [...] No one slept'
      supports: [actors.the league, actors.JP, zzz]
      contradicts: [actors.korea, zzz]
      note: A note.
      speaker: The mayor
    - {source: gazette, quote: no such words, supports: [summary.2], contradicts: [summary.1]}
    - {source: unknown, quote: no such source, supports: []}
  curator:
    - {note: Seen., supports: [date, summary.1, zzz], see: [page, gazette, unknown, 'https://example.org']}
"""


def document(make: MakeTimeline, events: str = EVENT, **more: Any) -> dict[str, Any]:
    timeline = make(events, **more)
    return {**publish(timeline.events[0], timeline)}


def test_the_whole_document(timeline_of: MakeTimeline) -> None:
    made = document(timeline_of)
    known = {"state": "known", "time": None, "zone": None}
    assert made == {
        "schema_version": 1,
        "id": "a-2025",
        "title": "A summit",
        "kind": "summit",
        "status": "held",
        "date": {
            "edtf": "2025-06-24/2025-06-25", "text": "24\u201325 Jun 2025", "precision": "day",
            "approximate": False, "uncertain": False, "set": None,
            "start": {"earliest": "2025-06-24", "latest": "2025-06-24", **known},
            "end": {"earliest": "2025-06-25", "latest": "2025-06-25", **known},
            "spans": [],
            "runs": [{"text": "24\u201325 June 2025", "proved": False}],
            "short_runs": [{"text": "24\u201325 Jun 2025", "proved": False}],
        },
        "places": [
            {"name": "Port Example", "country": "JP", "country_name": "Japan", "runs": [
                {"text": "Port Example", "proved": False, "part": "town"},
                {"text": ", ", "proved": None},
                {"text": "Japan", "proved": False, "part": "country"}]},
            {"name": "At sea", "country": None, "country_name": None, "runs": [
                {"text": "At sea", "proved": False, "part": "town"}]},
            {"name": "Far", "country": "Atlantis", "country_name": "Atlantis", "runs": [
                {"text": "Far", "proved": False, "part": "town"},
                {"text": ", ", "proved": None},
                {"text": "Atlantis", "proved": False, "part": "country"}]},
        ],
        "actors": [
            {"id": "LEAGUE", "name": "League of Ports", "kind": "group", "roles": ["organiser", "host"],
             "by": None, "level": None, "quoted_parts": ["role"], "evidence": "quoted", "runs": [
                {"text": "League of Ports", "proved": None, "part": "name"},
                {"text": ": ", "proved": None},
                {"text": "organiser, host", "proved": None, "part": "role"}]},
            {"id": "JP", "name": "Japan", "kind": "country", "roles": ["partner"],
             "by": "Takeshi Iwaya", "level": "minister", "quoted_parts": ["role"], "evidence": "quoted",
             "runs": [
                {"text": "Japan", "proved": True, "part": "name"},
                {"text": ": ", "proved": None},
                {"text": "partner", "proved": None, "part": "role"},
                {"text": ", ", "proved": None},
                {"text": "minister", "proved": False, "part": "level"},
                {"text": " ", "proved": None},
                {"text": "Takeshi Iwaya", "proved": False, "part": "by"}]},
            {"id": "Korea", "name": "Korea", "kind": None, "roles": ["absent"],
             "by": None, "level": None, "quoted_parts": [], "evidence": "unsupported", "runs": [
                {"text": "Korea", "proved": False, "part": "name"},
                {"text": ": ", "proved": None},
                {"text": "absent", "proved": False, "part": "role"}]},
            {"id": "Atlantis", "name": "Atlantis", "kind": None, "roles": ["member"],
             "by": None, "level": None, "quoted_parts": [], "evidence": "unsupported", "runs": [
                {"text": "Atlantis", "proved": False, "part": "name"},
                {"text": ": ", "proved": None},
                {"text": "member", "proved": False, "part": "role"}]},
        ],
        "topics": ["lamps"],
        "links": [{"type": "follows", "id": "a-2024"}, {"type": "follows", "id": "b-2024"},
                  {"type": "about", "id": "c-2023"}],
        "summary": [
            {"text": "They met.", "evidence": "curator", "runs": [{"text": "They met.", "proved": False}]},
            {"text": "They left.", "evidence": "unsupported",
             "runs": [{"text": "They left.", "proved": False}]},
        ],
        "citations": [
            {"source": GAZETTE, "quote": 'Japan and "the League" came. [...] No one slept',
             "supports": ["actors.LEAGUE", "actors.JP"], "contradicts": ["actors.Korea"], "note": "A note.",
             "speaker": "The mayor",
             "anchors": [
                {"file": "seeds/gazette.txt", "start": 41, "end": 69, "line": 2, "column": 1,
                 "fidelity": "typographic", "occurrences": 1, "other_positions": [],
                 "prefix": "", "suffix": ""},
                {"file": "seeds/gazette.txt", "start": 154, "end": 166, "line": 5, "column": 19,
                 "fidelity": "exact", "occurrences": 2, "other_positions": [{"line": 6, "column": 19}],
                 "prefix": "It was late June. ", "suffix": "."},
             ]},
            {"source": GAZETTE, "quote": "no such words", "supports": ["summary.2"],
             "contradicts": ["summary.1"], "note": None, "speaker": None, "anchors": []},
            {"source": {**dict.fromkeys(GAZETTE), "id": "unknown"}, "quote": "no such source", "supports": [],
             "contradicts": [], "note": None, "speaker": None, "anchors": []},
        ],
        "date_evidence": {"verdict": "cannot tell", "words": [], "unrelated": []},
        "evidence": {"date": "curator", "place": "unsupported", "status": "unsupported",
                     "actors.LEAGUE": "quoted", "actors.JP": "quoted", "actors.Korea": "unsupported",
                     "actors.Atlantis": "unsupported", "summary.1": "curator", "summary.2": "unsupported"},
        "fields": [
            field("date", "curator"),
            field("place", "unsupported", town="unsupported", country="unsupported"),
            field("status", "unsupported"),
            field("actors.LEAGUE", "quoted", role="quoted"),
            field("actors.JP", "quoted", role="quoted", level="unsupported", by="unsupported"),
            {**field("actors.Korea", "unsupported", role="unsupported"), "disputed": True},
            field("actors.Atlantis", "unsupported", role="unsupported"),
            field("summary.1", "curator"),
            field("summary.2", "unsupported"),
        ],
        "curator": [{"note": "Seen.", "supports": ["date", "summary.1"],
                     "see": ["page", "gazette", "unknown", "https://example.org"]}],
        "references": [
            {"id": "gazette", "title": "Port Gazette", "author": None, "publisher": None,
             "published": "2025-07-09", "url": None, "stored": True},
            {"id": "page", "title": "A page", "author": None, "publisher": None,
             "published": None, "url": None, "stored": False},
        ],
    }  # fmt: skip


def field(name: str, evidence: str, **parts: str) -> dict[str, Any]:
    """A field that no quotation contradicts."""
    listed = [{"part": part, "evidence": state} for part, state in parts.items()]
    return {"field": name, "evidence": evidence, "disputed": False, "parts": listed}


GAZETTE = {
    "id": "gazette", "title": "Port Gazette", "author": None, "publisher": None, "published": "2025-07-09",
    "url": None, "coverage": "full", "rewrite_of": None, "retrieved": None, "archived": None,
    "language": None, "rights": None,
}  # fmt: skip


def test_words_of_time_are_published_with_their_date(timeline_of: MakeTimeline) -> None:
    events = EVENT.replace(
        "no such words, supports: [summary.2], contradicts: [summary.1]",
        "It was late June., supports: [date]",
    )
    events = events.replace("no such source", "on Monday").replace("unknown,", "gazette,", 1)
    made = document(timeline_of, events)
    (used,), (unrelated,) = made["date_evidence"]["words"], made["date_evidence"]["unrelated"]
    assert (used["citation"], used["text"], used["location"], used["reference_date"]) == (
        2, "late June", "seeds/gazette.txt:5:8", "2025-07-09",
    )  # fmt: skip
    assert (used["edtf"], used["verdict"]) == ("2025-06", "proves a part")
    assert made["date_evidence"]["verdict"] == "proves a part"
    assert made["date"]["short_runs"] == [
        {"text": "24\u201325", "proved": False},
        {"text": " Jun 2025", "proved": True},
    ]
    assert (unrelated["citation"], unrelated["text"], unrelated["why"]) == (3, "Monday", None)


def keys(model: Any) -> set[str]:
    return set(get_type_hints(model))


def test_a_document_has_the_keys_of_its_type_without_match(
    timeline_of: MakeTimeline,
) -> None:
    assert set(document(timeline_of)) == keys(Document) - {"match"}


def test_every_document_is_valid_json() -> None:
    timeline = load_timeline(Dataset("built-in", FROZEN, ""))
    documents = [publish(linked, timeline) for linked in timeline.events]
    TypeAdapter(list[Document]).validate_python(documents, strict=True, extra="forbid")
    assert json.loads(json.dumps(documents, allow_nan=False)) == documents
    assert len(documents) == 30
    assert sum(len(document["citations"]) for document in documents) == 53


def test_without_texts_there_are_no_anchors(timeline_of: MakeTimeline) -> None:
    made = document(timeline_of, texts=None)
    assert [citation["anchors"] for citation in made["citations"]] == [[], [], []]
    assert made["evidence"]["actors.JP"] == "unchecked"
