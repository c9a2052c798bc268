"""Linking: names are resolved, quotes are found, events are sorted."""

import pytest

from tests.evidence.conftest import MakeTimeline
from timeline.actors.registry import Actor, AmbiguousName
from timeline.evidence import link
from timeline.quotes import Ambiguous, Found, Lost
from timeline.readers.nodes import Mapping
from timeline.readers.yaml import read


def event(name: str, more: str = "", date: str = "2025") -> str:
    return f"- {{id: {name}, title: t, kind: summit, date: '{date}', summary: s{more}}}\n"


def cited(source: str, quote: str, more: str = "") -> str:
    return event("a", f", citations: [{{source: {source}, quote: {quote}, supports: []{more}}}]")


def test_events_are_sorted_by_date_then_id(timeline_of: MakeTimeline) -> None:
    dates = {
        "d": "2025-06/..",
        "c": "2025-06-01",
        "b": "2025-06-01",
        "a": "2026",
        "e": "2024~",
        "f": "2025-06",
    }
    timeline = timeline_of("".join(event(name, date=date) for name, date in dates.items()))
    assert [linked.record.id for linked in timeline.events] == ["e", "d", "f", "b", "c", "a"]


def test_the_first_of_two_events_with_one_id_is_kept(timeline_of: MakeTimeline) -> None:
    timeline = timeline_of(event("a", date="2025") + event("b") + event("a", date="2024") + event("a"))
    assert [(linked.record.id, str(linked.record.date)) for linked in timeline.events] == [
        ("a", "2025"),
        ("b", "2025"),
    ]
    lines = [(left_out.node.line, kept.node.line) for left_out, kept in timeline.duplicates]
    assert lines == [(5, 3), (6, 3)]


def test_the_first_of_two_sources_with_one_id_is_kept(timeline_of: MakeTimeline) -> None:
    timeline = timeline_of(event("a"), sources="- {id: x, title: one}\n- {id: x, title: two}")
    assert {key: source.record.title for key, source in timeline.sources.items()} == {"x": "one"}


def test_actors_are_resolved_by_the_name_that_the_record_uses(timeline_of: MakeTimeline) -> None:
    (linked,) = timeline_of(event("a", ", actors: [nippon, Korea, Atlantis]")).events
    japan, korea, unknown = linked.actors.values()
    assert isinstance(japan, Actor)
    assert isinstance(korea, AmbiguousName)
    assert (list(linked.actors), japan.id, unknown) == (["nippon", "Korea", "Atlantis"], "JP", None)
    assert [actor.id for actor in korea.candidates] == ["KP", "KR"]


def test_a_dataset_adds_actors_to_the_world_and_may_replace_them(timeline_of: MakeTimeline) -> None:
    own = """
    - {id: JP, name: Japan, kind: country, demonyms: [Japanese], see: [page]}
    - {id: iwaya, name: Takeshi Iwaya, kind: person, offices: [{office: minister, of: JP, when: 2024/2025}]}
    """
    registry = timeline_of(event("a"), actors=own).registry
    japan, league = registry.actors["JP"], registry.actors["LEAGUE"]
    assert (japan.names, japan.demonyms, japan.see) == ((), ("Japanese",), ("page",))
    assert registry.resolve("Nippon") is None
    assert registry.resolve("takeshi iwaya") == registry.actors["iwaya"]
    assert [membership.member for membership in league.members] == ["JP", "KR"]


@pytest.mark.parametrize(
    ("source", "quote", "more", "kind"),
    [
        ("gazette", "The towns met", "", Found),
        ("gazette", "The towns slept", "", Lost),
        ("gazette", "The lamps burn.", "", Ambiguous),
        ("gazette", "The lamps burn.", ", suffix: The baker", Found),
        ("gazette", "It was late", ", prefix: All said", Lost),
        ("page", "The towns met", "", type(None)),
        ("unknown", "The towns met", "", type(None)),
        ("lost", "The towns met", "", type(None)),
    ],
)
def test_a_quote_is_searched_in_the_text_of_its_source(
    timeline_of: MakeTimeline, source: str, quote: str, more: str, kind: type[object]
) -> None:
    ledger = "- {id: gazette, file: gazette.txt}\n- {id: page}\n- {id: lost, file: lost.txt}"
    (linked,) = timeline_of(cited(source, quote, more), sources=ledger).events
    (cited_quote,) = linked.quotes
    assert type(cited_quote.outcome) is kind
    assert (cited_quote.text is None) == (kind is type(None))
    assert (cited_quote.source is None) == (source == "unknown")
    assert (cited_quote.quote_node.text, cited_quote.quote_node.line) == (quote, 3)


def test_prefix_and_suffix_choose_the_line_of_a_quote(timeline_of: MakeTimeline) -> None:
    (linked,) = timeline_of(cited("gazette", "The lamps burn.", ", suffix: The baker spoke")).events
    outcome, text = linked.quotes[0].outcome, linked.quotes[0].text
    assert isinstance(outcome, Found)
    assert text is not None
    assert text.place(outcome.anchors[0].start) == (4, 1)


def test_an_empty_dataset_is_an_empty_timeline(timeline_of: MakeTimeline) -> None:
    timeline = timeline_of("", sources="")
    assert (timeline.events, timeline.duplicates, dict(timeline.sources)) == ((), (), {})


def test_link_rejects_a_citation_without_mapping(timeline_of: MakeTimeline) -> None:
    timeline = timeline_of(cited("page", "The towns met"))
    (linked,), root = timeline.events, read("x.yaml", "citations: none")[0].root
    assert isinstance(root, Mapping)
    with pytest.raises(TypeError, match="expected the citation as a mapping"):
        link(timeline.material._replace(events=(linked.event._replace(node=root),)))
    with pytest.raises(TypeError, match="expected the quote as a string"):
        _ = linked.quotes[0]._replace(node=root).quote_node
