"""The stage itself: material in, timeline out."""

from collections.abc import Mapping
from typing import Literal

from timeline.actors import Registry
from timeline.anchors import find
from timeline.dates import order
from timeline.linking.derivation import derive
from timeline.linking.evidence import Actors, FieldNames, Supported, Weigher, fields_of
from timeline.linking.people import actor_of
from timeline.linking.values import CitedQuote, Linked, Material, Timeline, UnknownSupport
from timeline.records import Admitted, Citation, EventRecord, SourceRecord
from timeline.tree import Mapping as MappingNode
from timeline.tree import locate

Sources = Mapping[str, Admitted[SourceRecord]]


def link(material: Material) -> Timeline:
    """Resolve names, find quotes and weigh evidence, in the order of the timeline."""
    registry = Registry(actor_of(one.record) for one in (*material.world, *material.actors))
    sources: dict[str, Admitted[SourceRecord]] = {}
    for source in material.sources:
        sources.setdefault(source.record.id, source)
    return link_batch(material, registry, sources)


def link_batch(material: Material, registry: Registry, sources: Sources) -> Timeline:
    """The same for some of a dataset's events, where names and sources are known already."""
    kept: dict[str, Admitted[EventRecord]] = {}
    duplicates = [
        (event, first)
        for event in material.events
        if (first := kept.setdefault(event.record.id, event)) is not event
    ]
    linked = [_linked(event, registry, sources, material) for event in kept.values()]
    linked.sort(key=lambda one: (*order(one.record.date), one.record.id))
    return Timeline(tuple(linked), tuple(duplicates), registry, sources, material)


def _linked(event: Admitted[EventRecord], registry: Registry, sources: Sources, material: Material) -> Linked:
    record = event.record
    actors: Actors = {name: registry.resolve(name) for name in record.actors}
    fields = fields_of(record, actors)
    names = FieldNames(fields, actors)
    by_quote, unknown = _named("citations", [one.supports for one in record.citations], names)
    by_note, more = _named("curator", [one.supports for one in record.curator], names)
    quotes = tuple(
        _cited(number, citation, event, sources, material) for number, citation in enumerate(record.citations)
    )
    proof = derive(record, (quote for quote in quotes if "date" in by_quote[quote.number]))
    weigh = Weigher(quotes, (by_quote, by_note), proof, texts=material.texts is not None)
    return Linked(
        event=event,
        actors=actors,
        quotes=quotes,
        fields={field: weigh.support(field) for field in fields},
        quote_supports=by_quote,
        note_supports=by_note,
        unknown_supports=(*unknown, *more),
        proof=proof,
    )


def _named(
    within: Literal["citations", "curator"], supports: list[list[str]], names: FieldNames
) -> tuple[Supported, list[UnknownSupport]]:
    """The fields that each entry supports, and the supports that name none."""
    named: list[tuple[str, ...]] = []
    unknown: list[UnknownSupport] = []
    for index, written in enumerate(supports):
        found = [(one, names.named(one)) for one in written]
        named.append(tuple(dict.fromkeys(field for _, field in found if field)))
        unknown += [UnknownSupport(within, index, one) for one, field in found if field is None]
    return tuple(named), unknown


def _cited(
    number: int, citation: Citation, event: Admitted[EventRecord], sources: Sources, material: Material
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
