"""From a linked event to its document, the JSON that users get."""

from timeline.actors.registry import Actor
from timeline.documents.schema import (
    SCHEMA_VERSION,
    ActorDocument,
    AnchorDocument,
    CitationDocument,
    CuratorDocument,
    DateEvidenceDocument,
    Document,
    EventDateDocument,
    Evidence,
    FieldDocument,
    PartDocument,
    PlaceDocument,
    PositionDocument,
    ReferenceDocument,
    SentenceDocument,
    SourceDocument,
    TimeWordsDocument,
)
from timeline.evidence.date_document import date_document
from timeline.evidence.dates import unused_words, words_place
from timeline.evidence.fields import actor_key
from timeline.evidence.model import CitedQuote, LinkedEvent, Support, Timeline, TimeWords
from timeline.evidence.participation import Part, quoted_parts
from timeline.evidence.runs import FULL, SHORT, actor_runs, date_runs, folded, place_runs, sentence_runs
from timeline.quotes import Anchor, Found
from timeline.quotes.stored_text import StoredText
from timeline.records import Participation, Place, SourceRecord


def publish(linked: LinkedEvent, timeline: Timeline) -> Document:
    """The document of one event of a timeline."""
    record = linked.record
    actors = [_actor(name, part, linked) for name, part in record.actors.items()]
    return {
        "schema_version": SCHEMA_VERSION,
        "id": record.id,
        "title": record.title,
        "kind": record.kind,
        "status": record.status,
        "date": _date(linked),
        "places": _places(linked, timeline),
        "actors": actors,
        "topics": record.topics,
        "links": [
            {"type": kind, "id": target} for kind, targets in record.links.items() for target in targets
        ],
        "summary": _summary(linked),
        "citations": [_citation(quote, linked) for quote in linked.quotes],
        "date_evidence": _date_evidence(linked),
        "evidence": {field: support.evidence for field, support in linked.fields.items()},
        "fields": _fields(linked, actors),
        "curator": _curator(linked),
        "references": _references(linked, timeline),
    }


def _date(linked: LinkedEvent) -> EventDateDocument:
    date, proof = linked.record.date, linked.proof
    return {
        **date_document(date),
        "runs": date_runs(date, proof, FULL),
        "short_runs": date_runs(date, proof, SHORT),
    }


def _places(linked: LinkedEvent, timeline: Timeline) -> list[PlaceDocument]:
    if not linked.record.place:
        return []
    quotes, evidence = _supporting("place", linked), linked.fields["place"].evidence
    return [_place(place, evidence, quotes, timeline) for place in linked.record.place]


def _place(place: Place, evidence: Evidence, quotes: list[str], timeline: Timeline) -> PlaceDocument:
    found = timeline.registry.resolve(place.country) if place.country else None
    known = found if isinstance(found, Actor) else None
    country_name = known.name if known else place.country
    return {
        "name": place.name,
        "country": known.id if known else place.country,
        "country_name": country_name,
        "runs": place_runs(place.name, country_name, evidence, quotes),
    }


def _supporting(field: str, linked: LinkedEvent) -> list[str]:
    """The quotations that support a field and were found, folded."""
    return [
        folded(quote.citation.quote)
        for quote in linked.quotes
        if field in linked.quote_supports[quote.number] and isinstance(quote.outcome, Found)
    ]


def _actor(name: str, part: Participation, linked: LinkedEvent) -> ActorDocument:
    found = linked.actors[name]
    known = found if isinstance(found, Actor) else None
    key = actor_key(name, linked.actors)
    field = f"actors.{key}"
    evidence, quoted = linked.fields[field].evidence, quoted_parts(part, field, linked)
    shown = known.name if known else name
    return {
        "id": key,
        "name": shown,
        "kind": known.kind if known else None,
        "roles": list(part.roles),
        "by": part.by,
        "level": part.level,
        "quoted_parts": quoted,
        "evidence": evidence,
        "runs": actor_runs(shown, part, quoted, evidence, _supporting(field, linked)),
    }


def _summary(linked: LinkedEvent) -> list[SentenceDocument]:
    return [
        {"text": sentence, "evidence": evidence, "runs": sentence_runs(sentence, evidence)}
        for number, sentence in enumerate(linked.record.summary, 1)
        for evidence in (linked.fields[f"summary.{number}"].evidence,)
    ]


def _citation(quote: CitedQuote, linked: LinkedEvent) -> CitationDocument:
    anchors = quote.outcome.anchors if isinstance(quote.outcome, Found) else ()
    return {
        "source": source_document(quote.citation.source, quote.source),
        "quote": quote.citation.quote,
        "supports": list(linked.quote_supports[quote.number]),
        "contradicts": list(linked.quote_contradicts[quote.number]),
        "note": quote.citation.note,
        "speaker": quote.citation.speaker,
        "anchors": [anchor_document(anchor, quote.text) for anchor in anchors if quote.text],
    }


def source_document(key: str, source: SourceRecord | None) -> SourceDocument:
    """What is known of a source; only its id where data/sources.yaml does not have it."""
    return {
        "id": key,
        "title": source.title if source else None,
        "author": source.author if source else None,
        "publisher": source.publisher if source else None,
        "published": source.published.text if source and source.published else None,
        "url": source.url if source else None,
        "coverage": source.coverage if source else None,
        "rewrite_of": source.rewrite_of if source else None,
        "retrieved": source.retrieved.text if source and source.retrieved else None,
        "archived": source.archived if source else None,
        "language": source.language if source else None,
        "rights": source.rights if source else None,
    }


def anchor_document(anchor: Anchor, text: StoredText) -> AnchorDocument:
    """Where a part of a quote stands, with what stands around it."""
    line, column = text.place(anchor.start)
    prefix, suffix = text.context(anchor.start, anchor.end)
    return {
        "file": text.file,
        "start": anchor.start,
        "end": anchor.end,
        "line": line,
        "column": column,
        "fidelity": anchor.match,
        "occurrences": anchor.occurrences,
        "other_positions": [_position(text, start) for start in anchor.again],
        "prefix": prefix,
        "suffix": suffix,
    }


def _position(text: StoredText, offset: int) -> PositionDocument:
    line, column = text.place(offset)
    return {"line": line, "column": column}


def _date_evidence(linked: LinkedEvent) -> DateEvidenceDocument:
    return {
        "verdict": linked.proof.verdict,
        "words": [_time_words(words, linked) for words in linked.proof.words],
        "unrelated": [_time_words(words, linked) for words in unused_words(linked)],
    }


def _time_words(words: TimeWords, linked: LinkedEvent) -> TimeWordsDocument:
    return {
        "citation": words.number + 1,
        "text": words.words,
        "location": words_place(linked.quotes[words.number], words),
        "reference_date": words.said.text if words.said else None,
        "edtf": words.date.text if words.date else None,
        "rule": words.rule or None,
        "note": words.note or None,
        "why": words.why or None,
        "verdict": words.verdict,
    }


def _fields(linked: LinkedEvent, actors: list[ActorDocument]) -> list[FieldDocument]:
    disputed = linked.disputed
    parts = {f"actors.{actor['id']}": _actor_parts(actor, linked) for actor in actors}
    if any(place.country for place in linked.record.place):
        evidence = linked.fields["place"].evidence
        parts["place"] = [{"part": "town", "evidence": evidence}, {"part": "country", "evidence": evidence}]
    return [
        {
            "field": field,
            "evidence": support.evidence,
            "disputed": field in disputed,
            "parts": parts.get(field, []),
        }
        for field, support in linked.fields.items()
    ]


def _actor_parts(actor: ActorDocument, linked: LinkedEvent) -> list[PartDocument]:
    support = linked.fields[f"actors.{actor['id']}"]
    written: list[Part] = ["role"]
    written += ["level"] if actor["level"] else []
    written += ["by"] if actor["by"] else []
    return [{"part": part, "evidence": _of_part(part, actor, support)} for part in written]


def _of_part(part: Part, actor: ActorDocument, support: Support) -> Evidence:
    """The evidence of role, level or by: what no quotation says is the curator's where a note supports the
    actor.
    """
    if part in actor["quoted_parts"] or support.evidence not in ("quoted", "partly"):
        return support.evidence
    return "curator" if support.notes else "unsupported"


def _curator(linked: LinkedEvent) -> list[CuratorDocument]:
    return [
        {"note": note.note, "supports": list(supports), "see": note.see}
        for note, supports in zip(linked.record.curator, linked.note_supports, strict=True)
    ]


def _references(linked: LinkedEvent, timeline: Timeline) -> list[ReferenceDocument]:
    """The sources that the event cites, then those that its notes point to; web addresses need no record."""
    cited = (quote.citation.source for quote in linked.quotes)
    pointed = (key for note in linked.record.curator for key in note.see)
    keys = dict.fromkeys([*cited, *pointed])
    return [_reference(timeline.sources[key].record) for key in keys if key in timeline.sources]


def _reference(source: SourceRecord) -> ReferenceDocument:
    return {
        "id": source.id,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "published": source.published.text if source.published else None,
        "url": source.url,
        "stored": source.file is not None,
    }
