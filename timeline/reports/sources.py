"""The sources of a dataset: the state of each stored text, and how it is used."""

from typing import Literal, NamedTuple

from typing_extensions import TypedDict

from timeline.documents.schema import SCHEMA_VERSION, PositionDocument
from timeline.evidence import CitedQuote, Timeline
from timeline.evidence.publish import source_document
from timeline.query import UnknownName
from timeline.quotes import Found
from timeline.quotes.stored_text import StoredText
from timeline.records import SourceRecord
from timeline.reports.coverage import Coverage, Quoted, SentenceCounts, coverage
from timeline.reports.passages import PassageReport, passages
from timeline.text.names import did_you_mean

HashState = Literal["unchanged", "changed", "unrecorded", "missing", "not stored"]
"""The stored text compared with its record: the same sha256, another, none recorded, no such file, or no file
named in the record.
"""


class QuoteCounts(TypedDict):
    """Quotations from a source: found in its text, and not found."""

    found: int
    lost: int


class SourceRow(TypedDict):
    """A source as in its record. `event_ids` are the events that quote it, `note_count` is the number of
    curator's notes that refer to it; `sentence_counts` is null without a stored text.
    """

    schema_version: Literal[1]
    id: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    url: str | None
    coverage: str | None
    rewrite_of: str | None
    retrieved: str | None
    archived: str | None
    language: str | None
    rights: str | None
    file: str | None
    state: HashState
    quote_counts: QuoteCounts
    event_ids: list[str]
    note_count: int
    sentence_counts: SentenceCounts | None


class NoteReport(TypedDict):
    """A curator's note that refers to a source."""

    event: str
    note: str
    supports: list[str]


class SourceReport(SourceRow):
    """A source and how its text is used. `sha256` is the digest of the stored text, `recorded_sha256` the one
    in its record; `truncated_at` is the last position of an excerpt that ends in mid-sentence;
    `curator_notes` are the notes that refer to it; `rewritten_by` are the sources that are rewrites of it.
    """

    sha256: str | None
    recorded_sha256: str | None
    truncated_at: PositionDocument | None
    passages: list[PassageReport]
    curator_notes: list[NoteReport]
    rewritten_by: list[str]


class _Uses(NamedTuple):
    """By source id: the quotations from it, each with the id of its event, and the notes that refer to it."""

    quotes: dict[str, list[tuple[str, CitedQuote]]]
    notes: dict[str, list[NoteReport]]


def rows(timeline: Timeline) -> list[SourceRow]:
    """Every source, in the order of data/sources.yaml."""
    uses = _uses(timeline)
    records = [source.record for source in timeline.sources.values()]
    return [_row(record, uses, _coverage(timeline, record, uses), timeline) for record in records]


def report(timeline: Timeline, key: str) -> SourceReport:
    """One source and how its text is used. Raises UnknownName if there is no such source."""
    record, uses = source_record(timeline, key), _uses(timeline)
    covered, text = _coverage(timeline, record, uses), _text(timeline, record)
    excerpt = record.coverage == "excerpt"
    others = [source.record for source in timeline.sources.values()]
    return {
        **_row(record, uses, covered, timeline),
        "sha256": text.sha256 if text else None,
        "recorded_sha256": record.sha256,
        "truncated_at": covered.truncated_at() if covered and excerpt else None,
        "passages": passages(covered) if covered else [],
        "curator_notes": uses.notes.get(key, []),
        "rewritten_by": [other.id for other in others if other.rewrite_of == key],
    }


def source_record(timeline: Timeline, key: str) -> SourceRecord:
    """The record of a source. Raises UnknownName if there is no such source."""
    if key not in timeline.sources:
        raise UnknownName(f'unknown source "{key}"; {_hint(key, list(timeline.sources))}')
    return timeline.sources[key].record


def _hint(typed: str, known: list[str]) -> str:
    """Ids that begin with what was typed, if there are few, or else similar ones."""
    longer = [key for key in known if key.startswith(typed)]
    if 0 < len(longer) < 4:
        return f"did you mean {' or '.join(longer)}?"
    return did_you_mean(typed, known) or "timeline sources --all has the ids"


def _uses(timeline: Timeline) -> _Uses:
    uses = _Uses({}, {})
    for linked in timeline.events:
        event = linked.record.id
        for quote in linked.quotes:
            uses.quotes.setdefault(quote.citation.source, []).append((event, quote))
        for note, supports in zip(linked.record.curator, linked.note_supports, strict=True):
            for key in dict.fromkeys(note.see):
                report: NoteReport = {"event": event, "note": note.note, "supports": list(supports)}
                uses.notes.setdefault(key, []).append(report)
    return uses


def _text(timeline: Timeline, record: SourceRecord) -> StoredText | None:
    return (timeline.material.texts or {}).get(record.file or "")


def _coverage(timeline: Timeline, record: SourceRecord, uses: _Uses) -> Coverage | None:
    text = _text(timeline, record)
    if text is None:
        return None
    quoted = [
        Quoted(anchor.start, anchor.end, event)
        for event, quote in uses.quotes.get(record.id, [])
        if isinstance(quote.outcome, Found)
        for anchor in quote.outcome.anchors
    ]
    return coverage(text, record, quoted)


def _row(record: SourceRecord, uses: _Uses, covered: Coverage | None, timeline: Timeline) -> SourceRow:
    quotes = uses.quotes.get(record.id, [])
    found = sum(isinstance(quote.outcome, Found) for _, quote in quotes)
    return {
        "schema_version": SCHEMA_VERSION,
        **source_document(record.id, record),
        "file": record.file,
        "state": _state(record, _text(timeline, record)),
        "quote_counts": {"found": found, "lost": len(quotes) - found},
        "event_ids": list(dict.fromkeys(event for event, _ in quotes)),
        "note_count": len(uses.notes.get(record.id, [])),
        "sentence_counts": covered.counts() if covered else None,
    }


def _state(record: SourceRecord, text: StoredText | None) -> HashState:
    if record.file is None:
        return "not stored"
    if text is None:
        return "missing"
    if record.sha256 is None:
        return "unrecorded"
    return "unchanged" if record.sha256 == text.sha256 else "changed"
