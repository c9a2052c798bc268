"""How the texts are used: the state of each, and which of its sentences are quoted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import MakeDataset
from timeline.dataset.locate import find
from timeline.evidence import load_timeline
from timeline.reports.passages import PassageReport, uncited
from timeline.reports.sources import SourceReport, report, rows

GAP = "closing-natos-indo-pacific-gap"


def event(key: str, *quotes: str) -> str:
    """An event that quotes the source `text`."""
    cited = "".join(f'\n    - {{source: text, supports: [], quote: "{quote}"}}' for quote in quotes)
    return (
        f"- id: {key}\n  title: T\n  kind: meeting\n  date: 2024\n  summary: S\n"
        f"  curator: [{{note: N, supports: [date, status, summary.1]}}]\n  citations:{cited}\n"
    )


@pytest.fixture
def used(dataset: MakeDataset) -> Callable[..., SourceReport]:
    """The report of a text of which events quote some words."""

    def make(text: str, *quotes: str, sources: str | None = None) -> SourceReport:
        events = "\n".join(event(f"e{number}", quote) for number, quote in enumerate(quotes, 1))
        folder = dataset(events, sources=sources, texts={"text.txt": text})
        return report(load_timeline(find(str(folder), folder)), "text")

    return make


def shown(passages: list[PassageReport]) -> list[str]:
    """Mark, place and number of sentences of each passage."""
    marks = {"cited": "|", "part": ":", "uncited": " "}
    return [
        f"{marks[one['state']]} {one['line']}:{one['column']} {one['kind']} {one['sentence_count']}"
        for one in passages
    ]


def test_the_excerpt_as_it_ships(repository: Path) -> None:
    found = report(load_timeline(find(str(repository), repository)), GAP)
    assert found["sentence_counts"] == {"total": 9, "cited": 8, "part": 0, "uncited": 1, "repeated": 5}
    assert found["truncated_at"] == {"line": 6, "column": 440}
    assert shown(found["passages"]) == [
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
    repeat = found["passages"][6]
    assert (repeat["last_line"], repeat["same_as"]) == (5, {"line": 2, "column": 1, "last_line": 3})
    assert [one["line"] for one in uncited(found["passages"])] == [3]


def test_no_word_of_a_text_is_in_no_passage(repository: Path) -> None:
    timeline = load_timeline(find(str(repository), repository))
    for name, text in (timeline.material.texts or {}).items():
        passages = report(timeline, name.removesuffix(".txt"))["passages"]
        for one in passages:
            assert one["text"] == text.text[one["start"] : one["end"]]
            assert text.place(one["start"]) == (one["line"], one["column"])
        ends = [0, *(one["end"] for one in passages)]
        starts = [*(one["start"] for one in passages), len(text.text)]
        assert all(not text.text[end:start].strip() for end, start in zip(ends, starts, strict=True))


def test_a_sentence_is_cited_in_part_or_not(used: Callable[..., SourceReport]) -> None:
    found = used("One came. Two went away. Three stayed.\n", "One came.", "went away")
    assert found["sentence_counts"] == {"total": 3, "cited": 1, "part": 1, "uncited": 1, "repeated": 0}
    assert shown(found["passages"]) == ["| 1:1 text 1", ": 1:11 text 1", "  1:26 text 1"]
    assert found["passages"][1]["cited_by"] == [{"event": "e2", "start": 14, "end": 23}]


def test_a_full_stop_left_out_leaves_a_sentence_cited(used: Callable[..., SourceReport]) -> None:
    assert used("“One came.” Two went.\n", "One came")["passages"][0]["state"] == "cited"


def test_two_quotes_together_hold_a_sentence(used: Callable[..., SourceReport]) -> None:
    found = used("One came and two went.\n", "One came and", "and two went")
    assert found["sentence_counts"] == {"total": 1, "cited": 1, "part": 0, "uncited": 0, "repeated": 0}
    assert found["passages"][0]["quoted_ranges"] == [{"start": 0, "end": 21}]


def test_sentences_of_one_quote_are_one_passage(used: Callable[..., SourceReport]) -> None:
    found = used("One came. Two went. Three stayed.\n", "One came. Two went.")
    assert shown(found["passages"]) == ["| 1:1 text 2", "  1:21 text 1"]
    assert found["sentence_counts"] is not None
    assert found["sentence_counts"]["cited"] == 2


def test_what_only_one_event_quotes_stands_apart(used: Callable[..., SourceReport]) -> None:
    found = used("One came. Two went.\n", "One came. Two went.", "Two went.")
    assert [one["event_ids"] for one in found["passages"]] == [["e1"], ["e1", "e2"]]


def test_a_repeated_line_is_folded_and_counted_once(used: Callable[..., SourceReport]) -> None:
    found = used("A came. B went.\nC stayed.\n\nA came. B went.\nC stayed.\nEnd.\n", "A came. B went.")
    assert found["sentence_counts"] == {"total": 4, "cited": 2, "part": 0, "uncited": 2, "repeated": 3}
    assert shown(found["passages"]) == ["| 1:1 text 2", "  2:1 text 1", ": 4:1 repeat 3", "  6:1 text 1"]
    assert found["passages"][2]["same_as"] == {"line": 1, "column": 1, "last_line": 2}


def test_a_repeated_sentence_is_counted_once(used: Callable[..., SourceReport]) -> None:
    found = used("Yes. One came.\nTwo went. Yes.\n")
    assert found["sentence_counts"] == {"total": 3, "cited": 0, "part": 0, "uncited": 3, "repeated": 1}
    assert found["passages"][-1]["same_as"] == {"line": 1, "column": 1, "last_line": 1}


def test_a_quote_across_a_repetition_counts_at_the_first_place(used: Callable[..., SourceReport]) -> None:
    """The second line 1 is quoted together with the last line; the sentence is that of line 1."""
    found = used("One came.\nTwo went.\nOne came.\nThree stayed.\n", "One came.\\nThree stayed.")
    assert shown(found["passages"])[0] == "| 1:1 text 1"
    assert found["passages"][0]["cited_by"] == [{"event": "e1", "start": 0, "end": 9}]


def test_each_part_of_a_joined_quote_counts(used: Callable[..., SourceReport]) -> None:
    found = used("One came. Two went. Three stayed.\n", "One came. [...] Three stayed.")
    assert shown(found["passages"]) == ["| 1:1 text 1", "  1:11 text 1", "| 1:21 text 1"]


RECORD = "- {id: text, file: text.txt, coverage: excerpt, title: A title, not_text: [2]%s}"


def test_title_and_notices_do_not_count(used: Callable[..., SourceReport]) -> None:
    found = used("A title\nAll rights reserved.\nOne came.\n", sources=RECORD % "")
    assert [one["kind"] for one in found["passages"]] == ["title", "notice", "text"]
    assert found["sentence_counts"] is not None
    assert found["sentence_counts"]["total"] == 1


@pytest.mark.parametrize(
    ("ending", "breaks"),
    [
        ("It ended.", None),
        ("“It ended.”", None),
        ("It ended by signing....", (3, 23)),
        ("It ended with", (3, 13)),
    ],
)
def test_an_excerpt_breaks_off(
    ending: str, breaks: tuple[int, int] | None, used: Callable[..., SourceReport]
) -> None:
    found = used(f"A title\nNotice\n{ending}\n", sources=RECORD % "")["truncated_at"]
    assert (found and (found["line"], found["column"])) == breaks


@pytest.mark.parametrize(
    ("hashed", "state"),
    [(f", sha256: {'0' * 64}", "changed"), ("", "unrecorded")],
)
def test_the_state_of_a_text(hashed: str, state: str, used: Callable[..., SourceReport]) -> None:
    assert used("One came.\n", sources=RECORD % hashed)["state"] == state


def test_a_text_that_is_not_there(dataset: MakeDataset) -> None:
    folder = dataset(event("e", "One came"), sources="- {id: text, file: other.txt}\n- {id: known}")
    found = rows(load_timeline(find(str(folder), folder)))
    assert [(row["state"], row["sentence_counts"]) for row in found] == [
        ("missing", None),
        ("not stored", None),
    ]
    assert found[0]["quote_counts"] == {"found": 0, "lost": 1}


def test_notes_that_point_to_a_source(dataset: MakeDataset) -> None:
    pointing = event("e", "One came").replace("note: N", "note: N, see: [known, known]")
    folder = dataset(pointing, sources="- {id: known}\n- {id: other, rewrite_of: known}")
    found = report(load_timeline(find(str(folder), folder)), "known")
    assert found["curator_notes"] == [
        {"event": "e", "note": "N", "supports": ["date", "status", "summary.1"]}
    ]
    assert (found["note_count"], found["rewritten_by"]) == (1, ["other"])


def test_all_counts_add_up(repository: Path) -> None:
    timeline = load_timeline(find(str(repository), repository))
    found = rows(timeline)
    assert sum(row["quote_counts"]["found"] + row["quote_counts"]["lost"] for row in found) == sum(
        len(linked.quotes) for linked in timeline.events
    )
    for row in found:
        if numbers := row["sentence_counts"]:
            assert numbers["cited"] + numbers["part"] + numbers["uncited"] == numbers["total"]
