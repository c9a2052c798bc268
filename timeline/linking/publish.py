"""From a linked event to its document, the JSON that users get."""

from timeline.actors import Actor
from timeline.anchors import Anchor, Found
from timeline.dated import date_document
from timeline.dates import say, say_fully
from timeline.documents import (
    ActorDocument,
    AnchorDocument,
    CitationDocument,
    CountsFromDocument,
    CuratorDocument,
    Document,
    PlaceDocument,
    PositionDocument,
    ProofDocument,
    SeenDocument,
    SentenceDocument,
    SourceDocument,
    TimeWordsDocument,
)
from timeline.linking.derivation import unused_words, words_place
from timeline.linking.evidence import actor_key
from timeline.linking.marking import marked
from timeline.linking.saying import said_of
from timeline.linking.values import CitedQuote, Linked, Timeline, TimeWords
from timeline.records import Participation, Place, SourceRecord
from timeline.sources import StoredText


def publish(linked: Linked, timeline: Timeline) -> Document:
    """The document of one event of a timeline."""
    record = linked.record
    return {
        "id": record.id,
        "title": record.title,
        "kind": record.kind,
        "status": record.status,
        "date": date_document(record.date),
        "places": [_place(place, timeline) for place in record.place],
        "actors": [_actor(name, part, linked) for name, part in record.actors.items()],
        "topics": record.topics,
        "links": [
            {"type": kind, "id": target} for kind, targets in record.links.items() for target in targets
        ],
        "summary": _summary(linked),
        "citations": [_citation(quote, linked) for quote in linked.quotes],
        "proof": _proof(linked),
        "evidence": {field: support.evidence for field, support in linked.fields.items()},
        "curator": _curator(linked),
        "seen": _seen(linked, timeline),
    }


def _place(place: Place, timeline: Timeline) -> PlaceDocument:
    found = timeline.registry.resolve(place.country) if place.country else None
    known = found if isinstance(found, Actor) else None
    return {
        "name": place.name,
        "country": known.id if known else place.country,
        "country_name": known.name if known else place.country,
    }


def _actor(name: str, part: Participation, linked: Linked) -> ActorDocument:
    found = linked.actors[name]
    known = found if isinstance(found, Actor) else None
    key = actor_key(name, linked.actors)
    return {
        "id": key,
        "name": known.name if known else name,
        "kind": known.kind if known else None,
        "roles": list(part.roles),
        "by": part.by,
        "level": part.level,
        "said": said_of(part, f"actors.{key}", linked),
        "evidence": linked.fields[f"actors.{key}"].evidence,
    }


def _summary(linked: Linked) -> list[SentenceDocument]:
    return [
        {"text": sentence, "evidence": linked.fields[f"summary.{number}"].evidence}
        for number, sentence in enumerate(linked.record.summary, 1)
    ]


def _citation(quote: CitedQuote, linked: Linked) -> CitationDocument:
    anchors = quote.outcome.anchors if isinstance(quote.outcome, Found) else ()
    return {
        "source": source_document(quote.citation.source, quote.source),
        "quote": quote.citation.quote,
        "supports": list(linked.quote_supports[quote.number]),
        "note": quote.citation.note,
        "speaker": quote.citation.speaker,
        "anchors": [anchor_document(anchor, quote.text) for anchor in anchors if quote.text],
    }


def source_document(key: str, source: SourceRecord | None) -> SourceDocument:
    """What is known of a source; only its id where the ledger does not know it."""
    return {
        "id": key,
        "title": source.title if source else None,
        "author": source.author if source else None,
        "publisher": source.publisher if source else None,
        "published": source.published.text if source and source.published else None,
        "url": source.url if source else None,
        "coverage": source.coverage if source else None,
        "rewrite_of": source.rewrite_of if source else None,
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
        "match": anchor.match,
        "occurrences": anchor.occurrences,
        "again": [_position(text, start) for start in anchor.again],
        "prefix": prefix,
        "suffix": suffix,
    }


def _position(text: StoredText, offset: int) -> PositionDocument:
    line, column = text.place(offset)
    return {"line": line, "column": column}


def _proof(linked: Linked) -> ProofDocument:
    date = linked.record.date
    return {
        "verdict": linked.proof.verdict,
        "text": marked(say(date), date, linked.proof),
        "long": marked(say_fully(date), date, linked.proof),
        "words": [_time_words(one, linked) for one in linked.proof.words],
        "unused": [_time_words(one, linked) for one in unused_words(linked)],
    }


def _time_words(one: TimeWords, linked: Linked) -> TimeWordsDocument:
    return {
        "citation": one.number + 1,
        "words": one.words,
        "place": words_place(linked.quotes[one.number], one),
        "said": one.said.text if one.said else None,
        "edtf": one.date.text if one.date else None,
        "rule": one.rule or None,
        "note": one.note or None,
        "why": one.why or None,
        "counts_from": _counts_from(one, linked.quotes[one.number]),
        "verdict": one.verdict,
    }


def _counts_from(one: TimeWords, quote: CitedQuote) -> CountsFromDocument | None:
    """The date of the text from which words count, and where it stands."""
    origin = one.counts_from
    if origin is None or quote.text is None:
        return None
    line, column = quote.text.place(origin.place)
    return {"edtf": origin.edtf, "words": origin.words, "place": f"{quote.text.file}:{line}:{column}"}


def _curator(linked: Linked) -> list[CuratorDocument]:
    return [
        {"note": note.note, "supports": list(supports), "see": note.see}
        for note, supports in zip(linked.record.curator, linked.note_supports, strict=True)
    ]


def _seen(linked: Linked, timeline: Timeline) -> dict[str, SeenDocument]:
    """What is known of each source that a note points to; web addresses speak for themselves."""
    seen: dict[str, SeenDocument] = {}
    for note in linked.record.curator:
        for key in note.see:
            if key in timeline.sources:
                source = timeline.sources[key].record
                seen[key] = {
                    "title": source.title,
                    "publisher": source.publisher,
                    "url": source.url,
                    "stored": source.file is not None,
                }
    return seen
