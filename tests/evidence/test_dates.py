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
        ("A new line tells of that year too.", [None]),
        ("They met [...] on Monday", ["2025-07-07"]),
    ],
)
def test_the_dates_of_words_of_time(timeline_of: MakeTimeline, quote: str, dates: list[str | None]) -> None:
    assert [each.date and str(each.date) for each in words(timeline_of, quote)] == dates


WHY = "points back to a date in the words before it, and is read only with that"


def test_words_that_no_rule_reads_have_a_reason_and_prove_nothing(timeline_of: MakeTimeline) -> None:
    (one,) = words(timeline_of, "A new line tells of that year too.")
    assert (one.verdict, one.rule, one.why) == ("cannot tell", "", WHY)


def test_a_quote_that_is_lost_proves_nothing(timeline_of: MakeTimeline) -> None:
    assert words(timeline_of, "In 2023 they slept.") == []
    assert words(timeline_of, "In 2023 they met.", supports="") == []


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("They met \u201clast week\u201d and", "seeds/gazette.txt:3:11"),
        ('They met "last week" and', "seeds/gazette.txt:3:1"),
        ("They [...] last week", "seeds/gazette.txt:3:1"),
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


@pytest.mark.parametrize(("distance", "date"), [(100, "2023"), (400, None)])
def test_that_year_points_back_a_limited_distance(
    timeline_of: MakeTimeline, distance: int, date: str | None
) -> None:
    (linked,) = timeline_of(
        "- {id: a, title: t, kind: k, date: 2023, summary: s, "
        "citations: [{source: gazette, quote: 'came that year', supports: [date]}]}",
        texts={"gazette.txt": f"In 2023 {'they met and ' * (distance // 13)}the mayors came that year."},
    ).events
    assert [words.date and str(words.date) for words in linked.proof.words] == [date]
