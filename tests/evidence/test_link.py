"""The stage itself: names are resolved, quotes are looked up, events stand in their order."""

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


def test_events_stand_in_the_order_of_their_dates_then_of_their_ids(timeline_of: MakeTimeline) -> None:
    dates = {
        "d": "2025-06/..",
        "c": "2025-06-01",
        "b": "2025-06-01",
        "a": "2026",
        "e": "2024~",
        "f": "2025-06",
    }
    timeline = timeline_of("".join(event(name, date=date) for name, date in dates.items()))
    assert [one.record.id for one in timeline.events] == ["e", "d", "f", "b", "c", "a"]


def test_of_two_events_with_one_id_the_first_is_kept(timeline_of: MakeTimeline) -> None:
    timeline = timeline_of(event("a", date="2025") + event("b") + event("a", date="2024") + event("a"))
    assert [(one.record.id, str(one.record.date)) for one in timeline.events] == [
        ("a", "2025"),
        ("b", "2025"),
    ]
    lines = [(left_out.node.line, kept.node.line) for left_out, kept in timeline.duplicates]
    assert lines == [(5, 3), (6, 3)]


def test_of_two_sources_with_one_id_the_first_is_kept(timeline_of: MakeTimeline) -> None:
    timeline = timeline_of(event("a"), sources="- {id: x, title: one}\n- {id: x, title: two}")
    assert {key: one.record.title for key, one in timeline.sources.items()} == {"x": "one"}


def test_actors_are_resolved_by_the_name_that_the_record_uses(timeline_of: MakeTimeline) -> None:
    (linked,) = timeline_of(event("a", ", actors: [nippon, Korea, Atlantis]")).events
    japan, korea, nobody = linked.actors.values()
    assert isinstance(japan, Actor)
    assert isinstance(korea, AmbiguousName)
    assert (list(linked.actors), japan.id, nobody) == (["nippon", "Korea", "Atlantis"], "JP", None)
    assert [one.id for one in korea.candidates] == ["KP", "KR"]


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
    assert [one.member for one in league.members] == ["JP", "KR"]


@pytest.mark.parametrize(
    ("source", "quote", "more", "kind"),
    [
        ("gazette", "The towns met", "", Found),
        ("gazette", "The towns slept", "", Lost),
        ("gazette", "The lamps burn.", "", Ambiguous),
        ("gazette", "The lamps burn.", ", suffix: The baker", Found),
        ("gazette", "It was late", ", prefix: All said", Lost),
        ("page", "The towns met", "", type(None)),
        ("nobody", "The towns met", "", type(None)),
        ("lost", "The towns met", "", type(None)),
    ],
)
def test_a_quote_is_looked_up_in_the_text_of_its_source(
    timeline_of: MakeTimeline, source: str, quote: str, more: str, kind: type[object]
) -> None:
    ledger = "- {id: gazette, file: gazette.txt}\n- {id: page}\n- {id: lost, file: lost.txt}"
    (linked,) = timeline_of(cited(source, quote, more), sources=ledger).events
    (cited_quote,) = linked.quotes
    assert type(cited_quote.outcome) is kind
    assert (cited_quote.text is None) == (kind is type(None))
    assert (cited_quote.source is None) == (source == "nobody")
    assert (cited_quote.quote_node.text, cited_quote.quote_node.line) == (quote, 3)


def test_quotes_are_found_by_prefix_and_suffix_in_the_right_line(timeline_of: MakeTimeline) -> None:
    (linked,) = timeline_of(cited("gazette", "The lamps burn.", ", suffix: The baker spoke")).events
    outcome, text = linked.quotes[0].outcome, linked.quotes[0].text
    assert isinstance(outcome, Found)
    assert text is not None
    assert text.place(outcome.anchors[0].start) == (4, 1)


def test_nothing_comes_of_nothing(timeline_of: MakeTimeline) -> None:
    timeline = timeline_of("", sources="")
    assert (timeline.events, timeline.duplicates, dict(timeline.sources)) == ((), (), {})


def test_who_hands_in_what_no_gate_admits_hears_of_it(timeline_of: MakeTimeline) -> None:
    timeline = timeline_of(cited("page", "The towns met"))
    (linked,), root = timeline.events, read("x.yaml", "citations: none")[0].root
    assert isinstance(root, Mapping)
    with pytest.raises(TypeError, match="a citation is a mapping"):
        link(timeline.material._replace(events=(linked.event._replace(node=root),)))
    with pytest.raises(TypeError, match="a quote is a text"):
        _ = linked.quotes[0]._replace(node=root).quote_node
