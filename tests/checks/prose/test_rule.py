"""Titles and summaries state no more than the quotes, notes, actors, place and date of their events."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.conftest import MakeTimeline, ask
from timeline.checks.context import Context
from timeline.checks.prose import claims, prose_tokens, unsupported_prose
from timeline.checks.prose.tokens import tokens
from timeline.evidence import Timeline
from timeline.problems import Problem
from timeline.quotes import Lost

PEOPLE = """
- id: antony-blinken
  name: Antony Blinken
  kind: person
  offices: [{office: secretary of state, of: US, when: 2021-01-26/2025-01-20}]
"""
ACTORS = "NATO: organiser, Japan: {role: partner, by: Takeshi Iwaya}"


def problems(
    timeline_of: MakeTimeline,
    prose: str,
    quote: str = "They met.",
    *,
    note: str = "none",
    date: str = "2024-07-09/2024-07-11",
    actors: str = ACTORS,
    title: str = "A meeting",
) -> list[Problem]:
    """What is unsupported in an event with this sentence, this quote and this curator's note."""
    record = f"""
- id: event
  title: {title}
  kind: meeting
  date: {date}
  place: {{name: "Washington, D.C.", country: US}}
  actors: {{{actors}}}
  summary:
    - >-
      {prose}
  citations:
    - source: text
      quote: >-
        {quote}
      supports: [status, summary.1]
  curator:
    - note: >-
        {note}
      supports: [date, place]
"""
    return ask(unsupported_prose, timeline_of(record, actors=PEOPLE))


def unsupported(timeline_of: MakeTimeline, prose: str, quote: str = "They met.", **more: str) -> list[str]:
    """The tokens that are reported."""
    found = problems(timeline_of, prose, quote, **more)
    return [
        re.sub(
            r'^the (?:number|date|name|quoted phrase) "?|"? is in no quote or note of event$',
            "",
            problem.message,
        )
        for problem in found
    ]


@pytest.mark.parametrize(
    ("prose", "quote"),
    [
        # numbers, by value
        ("They agreed on 5 percent.", "a pledge of five per cent"),
        ("They agreed on five percent.", "a pledge of 5%"),
        ("A hundred states signed.", "100 states"),
        ("A hundred and five states signed.", "105 states"),
        ("They agreed on 5 % of it.", "a 5 percent pledge"),
        ("Between 2 and 5 percent was spent.", "from two to five per cent"),
        ("The 75th anniversary was marked.", "75 years after the treaty"),
        ("It was the third year in a row.", "for the 3rd year"),
        ("Some 2,000 troops were sent.", "two thousand troops"),
        ("They gave $1.5 billion in aid.", "$1,500 million in aid"),
        ("They gave 3bn euros.", "three billion euros"),
        ("The towns gave two hundred and five lamps.", "205 lamps"),
        ("One of them spoke for no one else.", "They met."),
        ("The two-day talks ended.", "two days of talks"),
        ("A plan of 2.50 euros was made.", "2.5 euros"),
        ("Twenty-one states signed.", "21 states"),
        # states, by actor
        ("The Japanese minister came.", "They met."),
        ("The U.S. hosted it.", "They met."),
        ("The United States was pleased.", "They met."),
        ("Britain and the Dutch came too.", "The U.K. and the Netherlands came."),
        ("The UN was told of it.", "The United Nations were told."),
        ("The North Atlantic Treaty Organization agreed.", "They met."),
        ("South Koreans were there.", "South Korea was there."),
        ("China was annoyed.", "The Chinese leadership was annoyed."),
        ("Beijing was annoyed.", "China was annoyed."),
        ("The Allies agreed, and Allied leaders smiled.", "They met."),
        ("Antony Blinken of the United States spoke.", "Antony Blinken spoke."),
        ("Russian envoys came.", "Russia sent envoys."),
        # names
        ("Takeshi Iwaya spoke, and Iwaya stayed.", "They met."),
        ("The Strategic Concept was adopted.", "a new strategic concept"),
        ("Secretary of State Antony Blinken spoke.", "Antony Blinken spoke."),
        ("President Erdogan spoke.", "Erdoğan spoke."),
        ("The Foreign Minister and Prime Minister Modi spoke.", "Modi spoke."),
        ("It named Asia and Europe.", "their Asian and European friends"),
        ("It was the Defence Industry Forum.", "the Defense Industry Forums"),
        ("They met in The Hague.", "They met in the Hague."),
        ("It was in Washington.", "They met."),
        ("They spoke of COVID-19 and F-16s.", "COVID-19 and F-16s"),
        ("It was O’Brien’s plan.", "O'Brien had a plan"),
        ("They met. Better times came. According to the U.S. Congress, it worked.", "Congress was told."),
        ("The talks had begun in 2022. Better times came.", "They began in 2022."),
        ("Eleven NATO members signed.", "eleven members"),
        # quoted phrases
        ("They spoke of “systemic challenges”.", "It poses “systemic challenges” to security."),
        ("They spoke of 'systemic challenges', and of the partners' needs.", "It poses systemic challenges."),
        ("They spoke of “a new world,” and left.", "in a new world."),
        ("They spoke of “a new [...] world”.", "a new and better world"),
        # dates
        ("On 9 July 2024 they met.", "They met."),
        ("They met on July 10, 2024.", "They met."),
        ("They met in July 2024.", "They met."),
        ("They met in 2024.", "They met."),
        ("They met on Tuesday.", "They met."),
        ("They met from 9 to 11 July.", "They met."),
        ("It began on 24 February 2022.", "since 2022-02-24"),
        ("It began in February 2022.", "on 24 February 2022"),
        ("It was in late June.", "in late June"),
        ("It was planned last week and recently changed.", "They met."),
        ("They may march on.", "They met."),
    ],
)
def test_tokens_in_a_quote_or_a_note_are_supported(timeline_of: MakeTimeline, prose: str, quote: str) -> None:
    assert unsupported(timeline_of, prose, quote) == []
    assert unsupported(timeline_of, prose, "They met.", note=quote) == []


@pytest.mark.parametrize(
    ("prose", "quote", "tokens"),
    [
        ("They agreed on 3 percent.", "a pledge of 5 percent", ["3 percent"]),
        ("They agreed on 5 percent.", "a pledge of 3.5 percent", ["5 percent"]),
        ("They agreed on 5 percent.", "5 states", ["5 percent"]),
        ("It was the fourth year.", "four years", ["fourth"]),
        ("Nine states signed.", "on 9 July 2024", ["Nine"]),
        ("They sent 2 million.", "two billion", ["2 million"]),
        ("Bhutan came.", "They met.", ["Bhutan"]),
        ("The Bhutanese came.", "They met.", ["Bhutanese"]),
        ("The Chinese came.", "Ships crossed the South China Sea.", ["Chinese"]),
        ("South Korea came.", "North Korea came.", ["South Korea"]),
        ("They crossed the South China Sea.", "China came.", ["South China Sea"]),
        ("Canada and Mexico came.", "They met.", ["Canada", "Mexico"]),
        ("It was the Vienna Process.", "They met.", ["Vienna", "Process"]),
        ("They signed it in Tokyo.", "They met.", ["Tokyo"]),
        ("They named it the Treaty on Eternal Friendship.", "a treaty", ["Treaty on Eternal Friendship"]),
        ("The Bank of the Coast lent it.", "They met.", ["Bank of the Coast"]),
        ("Ronald Example spoke.", "Donald Example spoke", ["Ronald Example"]),
        ("They met with Sulivan.", "with Sullivan", ["Sulivan"]),
        ("GDP grew.", "They met.", ["GDP"]),
        ("They spoke of “systemic problems”.", "systemic challenges", ["“systemic problems”"]),
        ("They spoke of “Systemic challenges”.", "systemic challenges", ["“Systemic challenges”"]),
        ('They spoke of "a new world".', "a new and better world", ["a new world"]),
        ("They met on 8 July 2024.", "They met.", ["8 July 2024"]),
        ("They met on 9 July 2023.", "They met.", ["9 July 2023"]),
        ("They met in August.", "They met.", ["August"]),
        ("They met on Monday.", "They met.", ["Monday"]),
        ("It began on 24 February 2022.", "in February 2022", ["24 February 2022"]),
        ("It was on 9 and 12 July 2024.", "They met.", ["9 and 12 July 2024"]),
        ("It was due by 2035.", "They met.", ["2035"]),
    ],
)
def test_tokens_that_are_nowhere_are_reported(
    timeline_of: MakeTimeline, prose: str, quote: str, tokens: list[str]
) -> None:
    assert unsupported(timeline_of, prose, quote) == tokens


def test_titles_are_compared(timeline_of: MakeTimeline) -> None:
    assert unsupported(timeline_of, "They met.", title="Japan and 9 others meet in Lima") == ["9", "Lima"]


def test_title_case_has_no_names_except_of_actors(timeline_of: MakeTimeline) -> None:
    title = "Leaders of Seven States Discuss Better Roads for Bhutan"

    assert unsupported(timeline_of, "They met.", title=title) == ["Seven", "Bhutan"]


def test_the_location_is_the_word_on_its_folded_line(timeline_of: MakeTimeline) -> None:
    [name, number] = problems(timeline_of, "They met,\n      the Bhutanese (3 percent\n      of them) too.")

    assert name.location == ("data/events.yaml", 12, 13, len("Bhutanese"))
    assert number.location == ("data/events.yaml", 12, 24, len("3 percent"))
    assert name.message == 'the name "Bhutanese" is in no quote or note of event'
    assert (name.event, name.details, number.details) == ("event", (), ())


def test_a_wrong_number_is_shown_with_the_numbers_of_the_quotes(timeline_of: MakeTimeline) -> None:
    [problem] = problems(
        timeline_of, "They gave 3 percent.", "5 percent on 9 July 2024, four of 75 and 5 percent"
    )

    assert problem.details == ("numbers in the quotes and notes: 5 percent, 2024, four, 75",)


def test_one_mistake_is_one_problem(timeline_of: MakeTimeline, shipped: Timeline) -> None:
    prose = "Bhutan gave 3 percent on 1 May 1990."
    assert len(unsupported(timeline_of, prose)) == 3
    assert unsupported(timeline_of, prose, actors="Someone Unknown: host") == []

    linked = next(event for event in shipped.events if event.record.id == "hague-2025")
    lost = linked.quotes[0]._replace(outcome=Lost("securing", 0, "absent"))
    context = Context(shipped)
    assert claims(linked, context) != []
    assert claims(linked._replace(quotes=(lost, *linked.quotes[1:])), context) == []


def test_an_event_without_quotes_is_not_compared(timeline_of: MakeTimeline) -> None:
    event = "{id: event, title: Bhutan, kind: visit, date: 2024, summary: Nepal came., curator: [%s]}"
    note = "{note: From the minutes., supports: [date, status, summary.1], see: https://example.org/}"

    assert ask(unsupported_prose, timeline_of(f"- {event % note}")) == []


def test_a_sentence_without_evidence_is_left_to_unsupported_field(timeline_of: MakeTimeline) -> None:
    record = """
    - id: event
      title: A meeting
      kind: meeting
      date: 2024
      summary: [Bhutan came., Nepal came.]
      citations: [{source: text, quote: They all came., supports: [summary.2]}]
    """
    [problem] = ask(unsupported_prose, timeline_of(record))

    assert problem.message == 'the name "Nepal" is in no quote or note of event'


def test_changing_five_percent_to_three_is_one_problem(shipped: Timeline) -> None:
    linked = next(event for event in shipped.events if event.record.id == "hague-2025")
    summary = [sentence.replace("5 percent", "3 percent") for sentence in linked.record.summary]
    record = linked.record.model_copy(update={"summary": summary})
    event = linked._replace(event=linked.event._replace(record=record))

    [problem] = ask(unsupported_prose, shipped._replace(events=(event,)))

    assert problem.message == 'the number "3 percent" is in no quote or note of hague-2025'


def test_the_built_in_dataset_is_clean(shipped: Timeline) -> None:
    assert ask(unsupported_prose, shipped) == []
    context = Context(shipped)
    assert sum(prose_tokens(linked, context) for linked in shipped.events) > 250


def test_every_line_of_the_stored_texts_supports_itself(timeline_of: MakeTimeline, shipped: Timeline) -> None:
    texts = [text.text for text in (shipped.material.texts or {}).values()]
    lines = [line.strip() for text in texts for line in text.split("\n") if line.strip()]
    assert len(lines) > 20
    for line in lines:
        assert unsupported(timeline_of, line, line, actors="") == []


_WORDS = [
    "Japan",
    "US",
    "the",
    "5",
    "percent",
    "five",
    "9",
    "July",
    "2024",
    "“",
    "”",
    "'",
    '"',
    ".",
    "Allied",
    "of",
    "-",
]


@settings(deadline=None)
@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(_WORDS)).map(" ".join),
        st.lists(st.sampled_from(_WORDS)).map("".join),
    )
)
def test_tokens_of_any_text_lie_inside_it(shipped: Timeline, text: str) -> None:
    found = tokens(text, Context(shipped).actor_index.mentions)

    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(text[token.start : token.end].strip() for token in found)


@settings(deadline=None, max_examples=50)
@given(st.text(), st.text())
def test_any_prose_can_be_compared(shipped: Timeline, title: str, sentence: str) -> None:
    linked = next(event for event in shipped.events if event.record.id == "hague-2025")
    record = linked.record.model_copy(update={"title": title, "summary": [sentence]})
    event = linked._replace(event=linked.event._replace(record=record))

    for problem in ask(unsupported_prose, shipped._replace(events=(event,))):
        assert problem.location.file == "data/events.yaml"


@pytest.mark.parametrize(
    "piece",
    ["Allied ", "'a ", "'a'b", "“ ", "“a", '"', "9 July ", "two hundred and ", "5 percent to ", "A-",
     "A of the ", "Mr. ", "2024-", "2024-07-09 ", "May ", "a.", "é", "in late ", "1,000,"],
)  # fmt: skip
@pytest.mark.slow
def test_tokens_takes_time_in_proportion_to_the_text(shipped: Timeline, piece: str) -> None:
    mentions = Context(shipped).actor_index.mentions

    def seconds(text: str) -> float:
        started = time.process_time()
        tokens(text, mentions)
        return time.process_time() - started

    best = [min(seconds(piece * count) for _ in range(3)) for count in (1_500, 3_000)]

    assert best[1] < 3 * best[0] + 0.01
