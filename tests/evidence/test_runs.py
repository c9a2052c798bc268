"""Runs of text: words outside of square brackets are in a stored text."""

import json

import pytest

from tests.conftest import Run
from timeline.dates import parse, say
from timeline.documents.wording import bracketed_runs
from timeline.evidence.dates import judge
from timeline.evidence.model import Proof, TimeWords, Verdict
from timeline.evidence.runs import SHORT, date_runs


def proof(date: str, *proved: str) -> Proof:
    """What words of time with these dates prove of a date."""
    words = [
        TimeWords(0, text, 0, None, parse(text), "", "", "", judge(parse(text), parse(date)))
        for text in proved
    ]
    order: tuple[Verdict, ...] = ("agrees", "proves a part", "contradicts", "cannot tell")
    verdicts = {each.verdict for each in words}
    return Proof(next((verdict for verdict in order if verdict in verdicts), "cannot tell"), tuple(words))


@pytest.mark.parametrize(
    ("date", "proved", "shown"),
    [
        ("2025-06-24/2025-06-25", ["2025-06"], "[24–25] Jun 2025"),
        ("2025-06-24/2025-06-25", ["2025"], "[24–25 Jun] 2025"),
        ("2025-06-24/2025-06-25", [], "[24–25 Jun 2025]"),
        ("2025-06-24/2025-06-25", ["2025-06-24/2025-06-25"], "24–25 Jun 2025"),
        ("2024-07-09/2024-07-11", ["2024-07-09"], "9–[11] Jul 2024"),
        ("2024-07-09/2024-07-11", ["2024-07-11"], "[9]–11 Jul 2024"),
        ("2024-07-09/2024-07-11", ["2024-07-09", "2024-07-11"], "9–11 Jul 2024"),
        ("2022-06-29/2022-07-02", ["2022-06-29"], "29 Jun – [2 Jul] 2022"),
        ("2022-06-29/2022-07-02", ["2022"], "[29 Jun – 2 Jul] 2022"),
        ("2022/2025-07", ["2022/.."], "2022 – [Jul 2025]"),
        ("2024-07-01", ["2024-07-01/2024-07-07"], "[1] Jul 2024"),
        ("2024-07-09", ["2024-07-09"], "9 Jul 2024"),
        ("2024-06-19", ["2024-05"], "[19 Jun 2024]"),
        ("2022-02-24/..", [], "[since 24 Feb 2022]"),
        ("[..2024-07-09]", [], "[by 9 Jul 2024]"),
        ("2025", ["2025"], "2025"),
        ("2024-07-09", ["2022/2025"], "[9 Jul 2024]"),
        ("2024-07-09", ["2024"], "[9 Jul] 2024"),
        ("2024-07-09", ["2024-07"], "[9] Jul 2024"),
        ("2024-07-09", [], "[9 Jul 2024]"),
        ("2023-12-30/2024-01-02", ["2023-12-30"], "30 Dec 2023 \u2013 [2 Jan 2024]"),
        ("2023-06-30/2023-07-02", ["2023-07-02"], "[30 Jun] \u2013 2 Jul 2023"),
        ("2024-07~", ["2024"], "[c. Jul] 2024"),
    ],
)
def test_words_that_no_text_proves_are_in_brackets(date: str, proved: list[str], shown: str) -> None:
    runs = date_runs(parse(date), proof(date, *proved), SHORT)
    assert "".join(run["text"] for run in runs) == say(parse(date))
    assert bracketed_runs(runs) == shown


@pytest.mark.parametrize(
    ("proved", "date", "verdict"),
    [
        ("2024-06", "2024-06-19", "proves a part"),
        ("2024-06", "2024-05-19", "contradicts"),
        ("2024-06~", "2024-05-19", "cannot tell"),
        ("2024-07-09", "2024-07-09", "agrees"),
        ("2024-07-09", "2024-07-09/2024-07-11", "proves a part"),
        ("2024-07-05/2024-07-10", "2024-07-09/2024-07-11", "cannot tell"),
        ("2022/..", "2090", "proves a part"),
    ],
)
def test_the_verdict_of_words_of_time(proved: str, date: str, verdict: str) -> None:
    assert judge(parse(proved), parse(date)) == verdict


def test_only_screens_for_people_have_brackets(run: Run) -> None:
    assert "[24–25] Jun" in run("list", "--format", "table").out
    for format_ in ("tsv", "csv"):
        assert "[24" not in run("list", "--format", format_).out
    event = json.loads(run("show", "hague-2025", "--json").out)[0]
    assert event["date"]["text"] == "24–25 Jun 2025"
    assert event["date"]["short_runs"] == [
        {"text": "24–25", "proved": False},
        {"text": " Jun 2025", "proved": True},
    ]
