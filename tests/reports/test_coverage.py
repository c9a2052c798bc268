"""Which sentences of a stored text are quoted."""

import pytest

from tests.reports.conftest import RECORD, ReportOn, shown
from timeline.reports.coverage import spans


def test_sentences_are_cited_in_part_or_uncited(report_on: ReportOn) -> None:
    source = report_on("One came. Two went away. Three stayed.\n", "One came.", "went away")
    assert source["sentence_counts"] == {"total": 3, "cited": 1, "part": 1, "uncited": 1, "repeated": 0}
    assert shown(source["passages"]) == ["| 1:1 text 1", ": 1:11 text 1", "  1:26 text 1"]
    assert source["passages"][1]["cited_by"] == [{"event": "e2", "start": 14, "end": 23}]


def test_a_sentence_is_cited_without_its_full_stop(report_on: ReportOn) -> None:
    assert report_on("“One came.” Two went.\n", "One came")["passages"][0]["state"] == "cited"


def test_two_quotes_together_cite_a_sentence(report_on: ReportOn) -> None:
    source = report_on("One came and two went.\n", "One came and", "and two went")
    assert source["sentence_counts"] == {"total": 1, "cited": 1, "part": 0, "uncited": 0, "repeated": 0}
    assert source["passages"][0]["quoted_ranges"] == [{"start": 0, "end": 21}]


def test_a_repeated_sentence_is_counted_once(report_on: ReportOn) -> None:
    source = report_on("Yes. One came.\nTwo went. Yes.\n")
    assert source["sentence_counts"] == {"total": 3, "cited": 0, "part": 0, "uncited": 3, "repeated": 1}
    assert source["passages"][-1]["same_as"] == {"line": 1, "column": 1, "last_line": 1}


def test_title_and_notices_are_not_counted(report_on: ReportOn) -> None:
    source = report_on("A title\nAll rights reserved.\nOne came.\n", sources=RECORD % "")
    assert [one["kind"] for one in source["passages"]] == ["title", "notice", "text"]
    assert source["sentence_counts"] is not None
    assert source["sentence_counts"]["total"] == 1


@pytest.mark.parametrize(
    ("ending", "breaks"),
    [
        ("It ended.", None),
        ("“It ended.”", None),
        ("“‘(It ended.)’”", None),
        ("It ended by signing....", (3, 23)),
        ("It ended with", (3, 13)),
    ],
)
def test_truncated_at_is_the_end_of_an_unfinished_sentence(
    ending: str, breaks: tuple[int, int] | None, report_on: ReportOn
) -> None:
    source = report_on(f"A title\nNotice\n{ending}\n", sources=RECORD % "")["truncated_at"]
    assert (source and (source["line"], source["column"])) == breaks


def test_a_repeated_notice_is_not_a_repetition(report_on: ReportOn) -> None:
    record = "- {id: text, file: text.txt, not_text: [1, 3]}"
    source = report_on("Reserved.\nOne came.\nReserved.\n", sources=record)
    assert [passage["kind"] for passage in source["passages"]] == ["notice", "text", "notice"]


def test_a_sentence_with_the_words_of_a_notice_is_not_a_repetition(report_on: ReportOn) -> None:
    record = "- {id: text, file: text.txt, not_text: [1]}"
    source = report_on("Reserved.\nOne came.\nReserved.\n", sources=record)
    assert [passage["kind"] for passage in source["passages"]] == ["notice", "text", "text"]
    assert source["sentence_counts"] == {"total": 2, "cited": 0, "part": 0, "uncited": 2, "repeated": 0}


def test_spans_join_ranges_that_overlap_or_touch() -> None:
    ranges = [(7, 9), (0, 3), (3, 5), (4, 6)]
    assert spans({"event": "e", "start": start, "end": end} for start, end in ranges) == [(0, 6), (7, 9)]
