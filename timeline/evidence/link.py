"""Link a dataset as read into a timeline: resolve names, find quotes, weigh evidence."""

from collections.abc import Mapping
from typing import Literal

from timeline.actors.registry import Registry, actor_of
from timeline.dataset.locate import Dataset
from timeline.dataset.read import LoadedDataset, NoReadableFile, read_dataset
from timeline.dates import order
from timeline.evidence.dates import derive
from timeline.evidence.fields import Actors, EvidenceResolver, FieldNames, Supported, fields_of
from timeline.evidence.model import CitedQuote, LinkedEvent, Timeline, UnknownSupport
from timeline.problems import Location, Problem
from timeline.quotes import find
from timeline.readers.nodes import Mapping as MappingNode
from timeline.readers.nodes import locate
from timeline.records import Citation, EventRecord, Located, SourceRecord

Sources = Mapping[str, Located[SourceRecord]]


def load_timeline(dataset: Dataset) -> Timeline:
    """Read and link a dataset. Raises NoReadableFile where no file of events can be read, and for a built
    timeline, which has no records.
    """
    if dataset.kind == "store":
        message = "a built timeline contains no records and no stored texts"
        hint = "give the folder with data/ and seeds/ from which it was built"
        raise NoReadableFile([Problem(Location(dataset.shown, 1, 1), "unreadable", message, hint)])
    material = read_dataset(dataset, dataset.event_files())
    if not material.trees.keys() & set(map(dataset.label, dataset.event_files())):
        raise NoReadableFile(list(material.problems))
    return link(material)


def link(material: LoadedDataset) -> Timeline:
    """The timeline of a whole dataset as read."""
    registry = Registry(actor_of(actor.record) for actor in (*material.world, *material.actors))
    sources: dict[str, Located[SourceRecord]] = {}
    for source in material.sources:
        sources.setdefault(source.record.id, source)
    return link_batch(material, registry, sources)


def link_batch(material: LoadedDataset, registry: Registry, sources: Sources) -> Timeline:
    """The timeline of some events of a dataset whose actors and sources are known already. The first of two
    events with the same id is kept.
    """
    kept: dict[str, Located[EventRecord]] = {}
    duplicates = [
        (event, first)
        for event in material.events
        if (first := kept.setdefault(event.record.id, event)) is not event
    ]
    linked = [_linked(event, registry, sources, material) for event in kept.values()]
    linked.sort(key=lambda event: (*order(event.record.date), event.record.id))
    return Timeline(tuple(linked), tuple(duplicates), registry, sources, material)


def _linked(
    event: Located[EventRecord], registry: Registry, sources: Sources, material: LoadedDataset
) -> LinkedEvent:
    record = event.record
    actors: Actors = {name: registry.resolve(name) for name in record.actors}
    fields = fields_of(record, actors)
    names = FieldNames(fields, actors)
    supports = [citation.supports for citation in record.citations]
    by_quote, unknown_supports = _named("citations", "supports", supports, names)
    by_note, unknown_in_notes = _named(
        "curator", "supports", [note.supports for note in record.curator], names
    )
    disputes = [citation.contradicts for citation in record.citations]
    contradicts, unknown_disputes = _named("citations", "contradicts", disputes, names)
    quotes = tuple(
        _cited(number, citation, event, sources, material) for number, citation in enumerate(record.citations)
    )
    proof = derive(record, (quote for quote in quotes if "date" in by_quote[quote.number]))
    evidence = EvidenceResolver(quotes, (by_quote, by_note), proof, texts=material.texts is not None)
    return LinkedEvent(
        event=event,
        actors=actors,
        quotes=quotes,
        fields={field: evidence.support(field) for field in fields},
        quote_supports=by_quote,
        note_supports=by_note,
        quote_contradicts=contradicts,
        unknown_supports=(*unknown_supports, *unknown_disputes, *unknown_in_notes),
        proof=proof,
    )


def _named(
    within: Literal["citations", "curator"],
    key: Literal["supports", "contradicts"],
    entries: list[list[str]],
    names: FieldNames,
) -> tuple[Supported, list[UnknownSupport]]:
    """The fields that each entry names under `key`, and the entries there that name no field."""
    named: list[tuple[str, ...]] = []
    unknown: list[UnknownSupport] = []
    for index, written in enumerate(entries):
        fields = [(name, names.named(name)) for name in written]
        named.append(tuple(dict.fromkeys(field for _, field in fields if field)))
        unknown += [UnknownSupport(within, index, key, name) for name, field in fields if field is None]
    return tuple(named), unknown


def _cited(
    number: int, citation: Citation, event: Located[EventRecord], sources: Sources, material: LoadedDataset
) -> CitedQuote:
    node = locate(event.node, ("citations", number))
    if not isinstance(node, MappingNode):
        raise TypeError("expected the citation as a mapping")  # validation accepts nothing else
    known = sources.get(citation.source)
    source = known.record if known else None
    file = source.file if source else None
    text = material.texts.get(file) if material.texts and file else None
    outcome = (
        find(text.search, citation.quote, citation.prefix or "", citation.suffix or "") if text else None
    )
    return CitedQuote(number, citation, node, source, text, outcome)
