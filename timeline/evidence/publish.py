"""Publish a linked event as its document, the JSON that users get."""

from timeline.actors.registry import Actor
from timeline.documents.schema import (
    SCHEMA_VERSION,
    ActorDocument,
    AnchorDocument,
    CitationDocument,
    CountsFromDocument,
    CuratorDocument,
    DateEvidenceDocument,
    Document,
    EventDateDocument,
    Evidence,
    FieldDocument,
    PlaceDocument,
    PositionDocument,
    ReferenceDocument,
    SentenceDocument,
    SourceDocument,
    TimeWordsDocument,
)
from timeline.evidence.date_document import date_document
from timeline.evidence.dates import unused_words, words_place
from timeline.evidence.model import CitedQuote, LinkedEvent, Timeline, TimeWords
from timeline.evidence.participation import actor_document, part_documents
from timeline.evidence.runs import FULL, SHORT, date_runs, folded, place_runs, sentence_runs
from timeline.quotes import Anchor, Found
from timeline.quotes.stored_text import StoredText
from timeline.records import Place, SourceRecord


def publish(linked: LinkedEvent, timeline: Timeline) -> Document:
    """The document of one event of a timeline."""
    record = linked.record
    actors = [actor_document(name, part, linked) for name, part in record.actors.items()]
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
    quotes, evidence = [*map(folded, linked.quotes_of("place"))], linked.fields["place"].evidence
    return [_place(place, evidence, quotes, timeline) for place in linked.record.place]


def _place(place: Place, evidence: Evidence, quotes: list[str], timeline: Timeline) -> PlaceDocument:
    country = timeline.registry.resolve(place.country) if place.country else None
    known = country if isinstance(country, Actor) else None
    country_name = known.name if known else place.country
    return {
        "name": place.name,
        "country": known.id if known else place.country,
        "country_name": country_name,
        "runs": place_runs(place.name, country_name, evidence, quotes),
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
    """The published form of a source; only its id where data/sources.yaml has no record of it."""
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
    """The position of a part of a quote in its stored text, with the text around it."""
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
        "other_positions": [_position(text, start) for start in anchor.other_starts],
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
        "counts_from": _counts_from(words, linked.quotes[words.number]),
        "verdict": words.verdict,
    }


def _counts_from(words: TimeWords, quote: CitedQuote) -> CountsFromDocument | None:
    """The date of the text from which words count, and its location."""
    origin = words.counts_from
    if origin is None or quote.text is None:
        return None
    return {"edtf": origin.edtf, "text": origin.words, "location": quote.text.location(origin.start)}


def _fields(linked: LinkedEvent, actors: list[ActorDocument]) -> list[FieldDocument]:
    disputed = linked.disputed
    parts = {f"actors.{actor['id']}": part_documents(actor, linked) for actor in actors}
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


def _curator(linked: LinkedEvent) -> list[CuratorDocument]:
    return [
        {"note": note.note, "supports": list(supports), "see": note.see}
        for note, supports in zip(linked.record.curator, linked.note_supports, strict=True)
    ]


def _references(linked: LinkedEvent, timeline: Timeline) -> list[ReferenceDocument]:
    """The sources that the event cites, then those that its notes refer to; web addresses have no record."""
    cited = (quote.citation.source for quote in linked.quotes)
    referred = (key for note in linked.record.curator for key in note.see)
    keys = dict.fromkeys([*cited, *referred])
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
