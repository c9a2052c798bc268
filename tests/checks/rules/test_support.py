"""A quote can support only what its words, or the note of its citation, name."""

import pytest

from tests.checks.conftest import MakeTimeline, ask
from timeline.checks.rules.support import quote_lacks_support, quote_too_short
from timeline.evidence import Timeline

PEOPLE = """
- id: antony-blinken
  name: Antony Blinken
  kind: person
  offices: [{office: secretary of state, of: US, when: 2021-01-26/2025-01-20}]
- {id: jake-example, name: Jake Example, kind: person, ambiguous: [Example]}
"""


def event(quote: str, supports: str, *, note: str = "", date: str = "2024-07-09", part: str = "host") -> str:
    """A record with one quote; the actor that it supports takes part as `part` says."""
    actor = supports.partition("actors.")[2]
    return f"""
- id: event
  title: A meeting
  kind: meeting
  date: {date}
  summary: They met.
  place: {{name: "Washington, D.C.", country: US}}
  actors: {{{f"{actor}: {part}" if actor else ""}}}
  citations:
    - source: text
      quote: >-
        {quote}
      supports: [{supports}]
      note: {note or "none"}
"""


def messages(timeline_of: MakeTimeline, record: str) -> list[str]:
    """The messages about a quote that does not name what it supports."""
    return [problem.message for problem in ask(quote_lacks_support, timeline_of(record, actors=PEOPLE))]


@pytest.mark.parametrize(
    ("quote", "actor"),
    [
        ("The leaders of Japan will be in attendance.", "Japan"),
        ("Japan’s prime minister stayed away.", "JP"),
        ("The Japanese delegation stayed away.", "Japan"),
        ("Five Lithuanians were among the guests.", "Lithuania"),
        ("The U.S.-led talks went on for hours.", "United States"),
        ("The bill went from the Senate to the US.", "United States"),
        ("Britain sent its foreign minister.", "United Kingdom"),
        ("Officials of the DPRK declined to come.", "North Korea"),
        ("Both sides, that is both Koreas, sent observers.", "South Korea"),
        ("North and South Korea sent observers.", "North Korea"),
        ("The North Atlantic Treaty Organisation replied.", "NATO"),
        ("There were cheers from the NATO allies.", "NATO"),
        ("It was on the sidelines of the U.N. General Assembly.", "United Nations"),
        ("Secretary of State Antony Blinken said last week.", "United States"),
        ("It was the meeting of the four Indo-Pacific Four (IP4).", "Japan"),
    ],
)
def test_a_quote_that_names_an_actor_supports_it(timeline_of: MakeTimeline, quote: str, actor: str) -> None:
    assert messages(timeline_of, event(quote, f"actors.{actor}")) == []


@pytest.mark.parametrize(
    ("quote", "actor"),
    [
        ("Beijing has taken offense at the idea.", "China"),
        ("The alliance formalized its ties at the summit.", "NATO"),
        ("Korea will send a delegation to the talks.", "South Korea"),
        ("The Korean Peninsula was not on the agenda.", "South Korea"),
        ("Ships crossed the South China Sea again.", "China"),
        ("South Sudan was there for the first time.", "Sudan"),
        ("Nigeria came, and so did its neighbours.", "Niger"),
        ("They told us who would come in July.", "United States"),
        ("They told us who would come in July.", "World Health Organization"),
        ("The polish of the turkey on the china was fine.", "Poland"),
        ("Their presence signaled growing alignment.", "Japan"),
        ("Five members of the G7 stayed away.", "South Korea"),
    ],
)
def test_a_quote_that_does_not_name_an_actor_does_not_support_it(
    timeline_of: MakeTimeline, quote: str, actor: str
) -> None:
    [message] = messages(timeline_of, event(quote, f"actors.{actor}"))

    assert message.startswith("the quote does not name ")
    assert message.endswith(f", so it cannot support actors.{actor}")


def test_a_note_can_name_the_actor(timeline_of: MakeTimeline) -> None:
    quote = "Their presence signaled growing alignment."

    assert (
        messages(timeline_of, event(quote, "actors.Japan", note="They are those of Japan and Poland.")) == []
    )
    assert messages(timeline_of, event(quote, "actors.Japan", note="They are the leaders.")) != []
    assert messages(timeline_of, event("Beijing is annoyed.", "actors.China", note="That is China.")) == []


def test_a_group_in_a_note_does_not_name_its_members(timeline_of: MakeTimeline) -> None:
    note = "The alliance is NATO."

    assert messages(timeline_of, event("The alliance formalized ties.", "actors.Lithuania", note=note)) != []
    assert messages(timeline_of, event("NATO formalized its ties.", "actors.Lithuania")) == []


def test_a_group_names_its_members_on_the_day_of_the_event(timeline_of: MakeTimeline) -> None:
    quote = "NATO met for a summit in the summer."

    assert messages(timeline_of, event(quote, "actors.Sweden", date="2023-07-11")) != []
    assert messages(timeline_of, event(quote, "actors.Sweden", date="2024-07-09")) == []
    assert messages(timeline_of, event(quote, "actors.Sweden", date="2023/..")) == []


def test_a_person_names_the_state_while_in_office(timeline_of: MakeTimeline) -> None:
    quote = "Antony Blinken spoke at the institution."

    assert messages(timeline_of, event(quote, "actors.United States", date="2024-07-01")) == []
    assert messages(timeline_of, event(quote, "actors.United States", date="2026-07-01")) != []


def test_the_person_in_by_names_the_actor(timeline_of: MakeTimeline) -> None:
    came = "{role: participant, by: Mary O’Example}"

    assert messages(timeline_of, event("Mary O'Example stayed.", "actors.Japan", part=came)) == []
    assert messages(timeline_of, event("John O'Example stayed.", "actors.Japan", part=came)) != []


@pytest.mark.parametrize(
    "quote",
    [
        "The summit begins in Washington, D.C., this week.",
        "It was held in Washington.",
        "It was in the United States.",
    ],
)
def test_a_place_is_named_by_itself_or_its_country(timeline_of: MakeTimeline, quote: str) -> None:
    assert messages(timeline_of, event(quote, "place")) == []


@pytest.mark.parametrize(
    "quote", ["The American hosts were pleased.", "It was held in the Washingtonian hotel."]
)
def test_a_place_needs_its_name(timeline_of: MakeTimeline, quote: str) -> None:
    [message] = messages(timeline_of, event(quote, "place"))

    assert message == "the quote does not name Washington, D.C., so it cannot support place"


def test_a_note_can_name_the_place_and_the_date(timeline_of: MakeTimeline) -> None:
    assert messages(timeline_of, event("They all met there.", "place", note="That is Washington.")) == []
    assert messages(timeline_of, event("They all met then.", "date", note="That was on 9 July.")) == []


@pytest.mark.parametrize(
    "quote", ["It begins on Tuesday.", "since 2022, that is", "during his visit last month"]
)
def test_words_of_time_support_a_date(timeline_of: MakeTimeline, quote: str) -> None:
    assert messages(timeline_of, event(quote, "date")) == []


def test_a_date_needs_words_of_time(timeline_of: MakeTimeline) -> None:
    [message] = messages(timeline_of, event("They may march in the second row.", "date"))

    assert message == "the quote has no words of time, so it cannot support date"


def test_the_location_is_the_entry_of_supports(timeline_of: MakeTimeline) -> None:
    record = event("The four allies met there.", "status, summary.1, actors.Japan")
    [problem] = ask(quote_lacks_support, timeline_of(record))

    assert problem.location == ("data/events.yaml", 14, 39, len("actors.Japan"))
    assert problem.event == "event"


def test_a_short_quote_is_reported_if_it_supports_a_field(timeline_of: MakeTimeline) -> None:
    short = timeline_of(event("the summit", "status"))
    context = timeline_of(event("the summit", "status").replace("[status]", "[]"))

    assert [problem.message for problem in ask(quote_too_short, short)] == [
        "a quote of 10 characters is weak evidence; at least 12 are needed"
    ]
    assert ask(quote_too_short, context) == []
    assert ask(quote_too_short, timeline_of(event("that summit.", "status"))) == []


def test_a_short_quote_is_one_problem(timeline_of: MakeTimeline) -> None:
    assert messages(timeline_of, event("the summit", "date")) == []


def test_the_built_in_dataset_is_clean(shipped: Timeline) -> None:
    assert ask(quote_lacks_support, shipped) == []
    assert ask(quote_too_short, shipped) == []


def test_the_notes_of_the_built_in_dataset_are_needed(shipped: Timeline) -> None:
    bare = [
        linked._replace(
            quotes=tuple(
                quote._replace(citation=quote.citation.model_copy(update={"note": None}))
                for quote in linked.quotes
            )
        )
        for linked in shipped.events
    ]

    assert len(ask(quote_lacks_support, shipped._replace(events=tuple(bare)))) == 49
