"""Words of time in the quotes of an event: what they come to, where they stand, what they prove."""

import pytest

from tests.evidence.conftest import MakeTimeline
from timeline.dates import parse, say
from timeline.documents.wording import bracketed_runs
from timeline.evidence import TimeWords
from timeline.evidence.dates import judge, words_place
from timeline.evidence.model import Proof
from timeline.evidence.runs import SHORT, date_runs

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
    ("quote", "come_to"),
    [
        ("The mayors of that year came", ["2023"]),
        ("In 2023 they met. The mayors of that year came", ["2023", "2023"]),
        ("A new line tells of that year too.", [None]),
        ("They met [...] on Monday", ["2025-07-07"]),
    ],
)
def test_what_words_of_time_come_to(timeline_of: MakeTimeline, quote: str, come_to: list[str | None]) -> None:
    assert [one.date and str(one.date) for one in words(timeline_of, quote)] == come_to


WHY = "points back to a date in the words before it, and is read only with that"


def test_words_that_no_rule_reads_say_why_and_prove_nothing(timeline_of: MakeTimeline) -> None:
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
def test_where_words_of_time_stand(timeline_of: MakeTimeline, quote: str, place: str) -> None:
    (linked,) = timeline_of(
        f"- {{id: a, title: t, kind: k, date: 2025, summary: s, "
        f"citations: [{{source: gazette, quote: '{quote}', supports: [date]}}]}}",
        texts={"gazette.txt": TEXT},
    ).events
    assert words_place(linked.quotes[0], linked.proof.words[0]) == place


def test_words_of_a_quote_without_a_place_are_said_to_be_of_its_source(timeline_of: MakeTimeline) -> None:
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
def test_what_one_date_says_of_another(proved: str, date: str, verdict: str) -> None:
    assert judge(parse(proved), parse(date)) == verdict


@pytest.mark.parametrize(
    ("date", "proved", "shown"),
    [
        ("2024-07-09", ["2022/2025"], "[9 Jul 2024]"),
        ("2024-07-09", ["2024"], "[9 Jul] 2024"),
        ("2024-07-09", ["2024-07"], "[9] Jul 2024"),
        ("2024-07-09", ["2024-07-09"], "9 Jul 2024"),
        ("2024-07-09", [], "[9 Jul 2024]"),
        ("2024-07-09/2024-07-11", ["2024-07-09"], "9\u2013[11] Jul 2024"),
        ("2024-07-09/2024-07-11", ["2024-07-11"], "[9]\u201311 Jul 2024"),
        ("2024-07-09/2024-07-11", ["2024-07-09", "2024-07-11"], "9\u201311 Jul 2024"),
        ("2023-12-30/2024-01-02", ["2023-12-30"], "30 Dec 2023 \u2013 [2 Jan 2024]"),
        ("2023-06-30/2023-07-02", ["2023-07-02"], "[30 Jun] \u2013 2 Jul 2023"),
        ("2024-07~", ["2024"], "[c. Jul] 2024"),
    ],
)
def test_what_no_text_proves_stands_in_brackets(date: str, proved: list[str], shown: str) -> None:
    event = parse(date)
    found = tuple(
        TimeWords(0, text, 0, None, parse(text), "", "", "", judge(parse(text), event)) for text in proved
    )
    agrees = any(one.verdict == "agrees" for one in found)
    proof = Proof("agrees" if agrees else "proves a part", found)
    runs = date_runs(event, proof, SHORT)
    assert "".join(run["text"] for run in runs) == say(event)
    assert bracketed_runs(runs) == shown
