"""The stage itself: material in, timeline out."""

from collections.abc import Mapping
from typing import Literal

from timeline.actors.records import actor_of
from timeline.actors.registry import Registry
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
    """The timeline of a dataset with everything that the rules need. Raises NoReadableFile."""
    if dataset.kind == "store":
        message = "a built timeline holds neither records nor texts to look into"
        hint = "name the folder with data/ and seeds/ from which it was built"
        raise NoReadableFile([Problem(Location(dataset.shown, 1, 1), "unreadable", message, hint)])
    material = read_dataset(dataset, dataset.event_files())
    if not material.trees.keys() & set(map(dataset.label, dataset.event_files())):
        raise NoReadableFile(list(material.problems))
    return link(material)


def link(material: LoadedDataset) -> Timeline:
    """Resolve names, find quotes and weigh evidence, in the order of the timeline."""
    registry = Registry(actor_of(one.record) for one in (*material.world, *material.actors))
    sources: dict[str, Located[SourceRecord]] = {}
    for source in material.sources:
        sources.setdefault(source.record.id, source)
    return link_batch(material, registry, sources)


def link_batch(material: LoadedDataset, registry: Registry, sources: Sources) -> Timeline:
    """The same for some of a dataset's events, where names and sources are known already."""
    kept: dict[str, Located[EventRecord]] = {}
    duplicates = [
        (event, first)
        for event in material.events
        if (first := kept.setdefault(event.record.id, event)) is not event
    ]
    linked = [_linked(event, registry, sources, material) for event in kept.values()]
    linked.sort(key=lambda one: (*order(one.record.date), one.record.id))
    return Timeline(tuple(linked), tuple(duplicates), registry, sources, material)


def _linked(
    event: Located[EventRecord], registry: Registry, sources: Sources, material: LoadedDataset
) -> LinkedEvent:
    record = event.record
    actors: Actors = {name: registry.resolve(name) for name in record.actors}
    fields = fields_of(record, actors)
    names = FieldNames(fields, actors)
    by_quote, unknown = _named("citations", "supports", [one.supports for one in record.citations], names)
    by_note, more = _named("curator", "supports", [one.supports for one in record.curator], names)
    disputes = [one.contradicts for one in record.citations]
    contradicts, unknown_too = _named("citations", "contradicts", disputes, names)
    quotes = tuple(
        _cited(number, citation, event, sources, material) for number, citation in enumerate(record.citations)
    )
    proof = derive(record.date, (quote for quote in quotes if "date" in by_quote[quote.number]))
    weigh = EvidenceResolver(quotes, (by_quote, by_note), proof, texts=material.texts is not None)
    return LinkedEvent(
        event=event,
        actors=actors,
        quotes=quotes,
        fields={field: weigh.support(field) for field in fields},
        quote_supports=by_quote,
        note_supports=by_note,
        quote_contradicts=contradicts,
        unknown_supports=(*unknown, *unknown_too, *more),
        proof=proof,
    )


def _named(
    within: Literal["citations", "curator"],
    key: Literal["supports", "contradicts"],
    entries: list[list[str]],
    names: FieldNames,
) -> tuple[Supported, list[UnknownSupport]]:
    """The fields that each entry names under `key`, and what is written there and names none."""
    named: list[tuple[str, ...]] = []
    unknown: list[UnknownSupport] = []
    for index, written in enumerate(entries):
        found = [(name, names.named(name)) for name in written]
        named.append(tuple(dict.fromkeys(field for _, field in found if field)))
        unknown += [UnknownSupport(within, index, key, name) for name, field in found if field is None]
    return tuple(named), unknown


def _cited(
    number: int, citation: Citation, event: Located[EventRecord], sources: Sources, material: LoadedDataset
) -> CitedQuote:
    node = locate(event.node, ("citations", number))
    if not isinstance(node, MappingNode):
        raise TypeError("a citation is a mapping")  # the gate admits nothing else
    known = sources.get(citation.source)
    source = known.record if known else None
    file = source.file if source else None
    text = material.texts.get(file) if material.texts and file else None
    outcome = (
        find(text.search, citation.quote, citation.prefix or "", citation.suffix or "") if text else None
    )
    return CitedQuote(number, citation, node, source, text, outcome)
