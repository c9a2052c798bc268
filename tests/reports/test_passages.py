"""A stored text in passages."""

from pathlib import Path

from tests.reports.conftest import GAP, ReportOn, shown
from timeline.dataset.locate import find
from timeline.evidence import load_timeline
from timeline.reports.passages import uncited
from timeline.reports.sources import report


def test_passages_of_an_excerpt(frozen: Path) -> None:
    source = report(load_timeline(find(str(frozen), frozen)), GAP)
    assert source["sentence_counts"] == {"total": 9, "cited": 8, "part": 0, "uncited": 1, "repeated": 5}
    assert source["truncated_at"] == {"line": 6, "column": 440}
    assert shown(source["passages"]) == [
        "  1:1 title 0",
        "| 2:1 text 1",
        "| 2:222 text 1",
        "| 3:1 text 1",
        "| 3:100 text 1",
        "  3:352 text 1",
        ": 4:1 repeat 5",
        "| 6:1 text 1",
        "| 6:71 text 1",
        "| 6:180 text 1",
        "| 6:350 text 1",
        "  7:1 notice 0",
    ]
    repeat = source["passages"][6]
    assert (repeat["last_line"], repeat["same_as"]) == (5, {"line": 2, "column": 1, "last_line": 3})
    assert [passage["line"] for passage in uncited(source["passages"])] == [3]


def test_passages_leave_out_only_white_space(frozen: Path) -> None:
    timeline = load_timeline(find(str(frozen), frozen))
    for name, text in (timeline.material.texts or {}).items():
        passages = report(timeline, name.removesuffix(".txt"))["passages"]
        for passage in passages:
            assert passage["text"] == text.text[passage["start"] : passage["end"]]
            assert text.place(passage["start"]) == (passage["line"], passage["column"])
        ends = [0, *(passage["end"] for passage in passages)]
        starts = [*(passage["start"] for passage in passages), len(text.text)]
        assert all(not text.text[end:start].strip() for end, start in zip(ends, starts, strict=True))


def test_sentences_of_one_quote_are_joined(report_on: ReportOn) -> None:
    source = report_on("One came. Two went. Three stayed.\n", "One came. Two went.")
    assert shown(source["passages"]) == ["| 1:1 text 2", "  1:21 text 1"]
    assert source["sentence_counts"] is not None
    assert source["sentence_counts"]["cited"] == 2


def test_sentences_that_other_events_quote_too_are_not_joined(report_on: ReportOn) -> None:
    source = report_on("One came. Two went.\n", "One came. Two went.", "Two went.")
    assert [passage["event_ids"] for passage in source["passages"]] == [["e1"], ["e1", "e2"]]


def test_repeated_lines_are_one_passage(report_on: ReportOn) -> None:
    source = report_on("A came. B went.\nC stayed.\n\nA came. B went.\nC stayed.\nEnd.\n", "A came. B went.")
    assert source["sentence_counts"] == {"total": 4, "cited": 2, "part": 0, "uncited": 2, "repeated": 3}
    assert shown(source["passages"]) == ["| 1:1 text 2", "  2:1 text 1", ": 4:1 repeat 3", "  6:1 text 1"]
    assert source["passages"][2]["same_as"] == {"line": 1, "column": 1, "last_line": 2}


def test_a_quote_of_a_repetition_counts_at_the_first_position(report_on: ReportOn) -> None:
    """The second line 1 is quoted together with the last line; the sentence is that of line 1."""
    source = report_on("One came.\nTwo went.\nOne came.\nThree stayed.\n", "One came.\\nThree stayed.")
    assert shown(source["passages"])[0] == "| 1:1 text 1"
    assert source["passages"][0]["cited_by"] == [{"event": "e1", "start": 0, "end": 9}]


def test_each_part_of_a_joined_quote_is_cited(report_on: ReportOn) -> None:
    source = report_on("One came. Two went. Three stayed.\n", "One came. [...] Three stayed.")
    assert shown(source["passages"]) == ["| 1:1 text 1", "  1:11 text 1", "| 1:21 text 1"]


def test_repeated_lines_in_another_order_are_not_joined(report_on: ReportOn) -> None:
    source = report_on("One came.\nTwo went.\nTwo went.\nOne came.\n")
    assert shown(source["passages"])[2:] == ["  3:1 repeat 1", "  4:1 repeat 1"]
