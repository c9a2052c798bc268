"""Words of time in the quotes of an event: their dates, their places, and what they prove."""

import pytest

from tests.evidence.conftest import MakeTimeline
from timeline.dates import parse
from timeline.evidence import TimeWords
from timeline.evidence.dates import judge, words_place

TEXT = """\
In 2023 they met. The mayors of that year came, and that year passed.
A new line tells of that year too.
They met \u201clast week\u201d and, some say, on Monday.
It rained two days after the fair.
"""


def words(make: MakeTimeline, quote: str, date: str = "2023", supports: str = "date") -> list[TimeWords]:
    (linked,) = make(
        f"- {{id: a, title: t, kind: k, date: '{date}', summary: s, "
        f"citations: [{{source: gazette, quote: '{quote}', supports: [{supports}]}}]}}",
        texts={"gazette.txt": TEXT},
    ).events
    return list(linked.proof.words)


@pytest.mark.parametrize(
    ("quote", "dates"),
    [
        ("The mayors of that year came", ["2023"]),
        ("In 2023 they met. The mayors of that year came", ["2023", "2023"]),
        ("A new line tells of that year too.", ["2023"]),
        ("It rained two days after the fair.", [None]),
        ("They met [...] on Monday", ["2025-07-07"]),
    ],
)
def test_the_dates_of_words_of_time(timeline_of: MakeTimeline, quote: str, dates: list[str | None]) -> None:
    assert [each.date and str(each.date) for each in words(timeline_of, quote)] == dates


WHY = "needs the date of the fair"


def test_words_that_no_rule_reads_have_a_reason_and_prove_nothing(timeline_of: MakeTimeline) -> None:
    (one,) = words(timeline_of, "It rained two days after the fair.")
    assert (one.verdict, one.rule, one.why) == ("cannot tell", "", WHY)


def test_a_quote_that_is_lost_proves_nothing(timeline_of: MakeTimeline) -> None:
    assert words(timeline_of, "In 2023 they slept.") == []
    assert words(timeline_of, "In 2023 they met.", supports="") == []


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("They met \u201clast week\u201d and", "seeds/gazette.txt:3:11"),
        ('They met "last week" and', "seeds/gazette.txt:3:11"),
        ("They [...] last week", "seeds/gazette.txt:3:11"),
    ],
)
def test_the_place_of_words_of_time(timeline_of: MakeTimeline, quote: str, place: str) -> None:
    (linked,) = timeline_of(
        f"- {{id: a, title: t, kind: k, date: 2025, summary: s, "
        f"citations: [{{source: gazette, quote: '{quote}', supports: [date]}}]}}",
        texts={"gazette.txt": TEXT},
    ).events
    assert words_place(linked.quotes[0], linked.proof.words[0]) == place


def test_the_place_of_words_of_a_source_without_text_is_its_id(timeline_of: MakeTimeline) -> None:
    (linked,) = timeline_of(
        "- {id: a, title: t, kind: k, date: 2025, summary: s, "
        "citations: [{source: page, quote: last week, supports: [date]}]}"
    ).events
    one = TimeWords(0, "last week", 0, None, None, "", "", "", "cannot tell")
    assert words_place(linked.quotes[0], one) == "page"


@pytest.mark.parametrize(
    ("proved", "date", "verdict"),
    [
        ("2025-06", "2025-06", "agrees"),
        ("2025-06", "2025-06-24/2025-06-25", "proves a part"),
        ("2025-06-24", "2025-06-24/2025-06-25", "proves a part"),
        ("2025-05", "2025-06-24", "contradicts"),
        ("2025-05~", "2025-06-24", "cannot tell"),
        ("2025-05", "2025-06~", "cannot tell"),
        ("2025-06-20/2025-06-24", "2025-06-23/2025-06-30", "cannot tell"),
        ("2022/..", "2022-02-24/..", "proves a part"),
        ("../2021", "2022", "contradicts"),
    ],
)
def test_the_verdict_of_two_dates(proved: str, date: str, verdict: str) -> None:
    assert judge(parse(proved), parse(date)) == verdict


STORY = """\
On 26 May 2024 Ndaw left. Two days later Goita took over.

The summit, announced on 5 May 2024, took place on 9 July 2024.
The mission, which began in 2013, ended on 2 May 2024.
The talks began on 30 December 2023 and ended on 2 January 2024.
"""


def verdict(make: MakeTimeline, quote: str, date: str, **more: str) -> str:
    """What a quote of the story proves of the date of an event."""
    record = {"title": "A thing", "kind": "meeting", "status": "held"} | more
    fields = ", ".join(f"{key}: {value}" for key, value in record.items())
    (linked,) = make(
        f"- {{id: a, {fields}, date: '{date}', summary: s, "
        f"citations: [{{source: gazette, quote: '{quote}', supports: [date]}}]}}",
        texts={"gazette.txt": STORY},
    ).events
    return linked.proof.verdict


@pytest.mark.parametrize(
    ("quote", "date", "expected"),
    [
        ("Two days later Goita took over.", "2024-05-28", "agrees"),
        ("Two days later Goita took over.", "2025-07-11", "contradicts"),
        ("took place on 9 July 2024", "2024-07-09", "agrees"),
        ("The summit, announced on 5 May 2024, took place on 9 July 2024.", "2024-07-09", "agrees"),
        ("The summit, announced on 5 May 2024, took place on 9 July 2024.", "2024-05-05", "cannot tell"),
        ("The mission, which began in 2013, ended on 2 May 2024.", "2024-05-02", "agrees"),
        ("The mission, which began in 2013, ended on 2 May 2024.", "2013", "cannot tell"),
        ("began on 30 December 2023 and ended on 2 January 2024", "2023-12-30/2024-01-02", "agrees"),
        ("began on 30 December 2023 and ended on 2 January 2024", "2023-12-30/2024-01-03", "proves a part"),
        ("ended on 2 January", "2024-01-02", "cannot tell"),
    ],
)
def test_what_quotes_prove_in_the_context_of_their_text(
    timeline_of: MakeTimeline, quote: str, date: str, expected: str
) -> None:
    assert verdict(timeline_of, quote, date) == expected


def test_the_date_in_the_clause_of_the_event_counts(timeline_of: MakeTimeline) -> None:
    quote = "The summit, announced on 5 May 2024, took place on 9 July 2024."
    assert verdict(timeline_of, quote, "2024-05-05", title="A summit is announced") == "agrees"


def test_two_quotes_prove_the_two_ends_of_an_interval(timeline_of: MakeTimeline) -> None:
    (linked,) = timeline_of(
        "- {id: a, title: t, kind: k, date: 2023-12-30/2024-01-02, summary: s, citations: ["
        "{source: gazette, quote: The talks began on 30 December 2023, supports: [date]}, "
        "{source: gazette, quote: ended on 2 January 2024, supports: [date]}]}",
        texts={"gazette.txt": STORY},
    ).events
    assert (linked.proof.verdict, linked.fields["date"].evidence) == ("agrees", "quoted")


def test_a_text_in_another_language_is_not_judged(timeline_of: MakeTimeline) -> None:
    (linked,) = timeline_of(
        "- {id: a, title: t, kind: k, date: 2024-07-09, summary: s, citations: ["
        "{source: gazette, quote: Le 26 mai 2023 il est parti, supports: [date]}]}",
        sources="- {id: gazette, file: gazette.txt, published: 2024-07-09, language: fr}",
        texts={"gazette.txt": "Le 26 mai 2023 il est parti.\n"},
    ).events
    assert (linked.proof.verdict, linked.proof.words) == ("cannot tell", ())
    assert linked.fields["date"].evidence == "unchecked"
