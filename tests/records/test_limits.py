"""The limits of one file and of one record: what is beyond them is not read, and a message says so."""

from collections import Counter

import pytest

from tests.records.conftest import Validate
from timeline.problems import Location, Problem
from timeline.records import FileBudget
from timeline.records.limits import MAX_FILE_PROBLEMS, MAX_LIST_ENTRIES

TOP = "format: 1\nevents:\n"
VALID = "- {id: e-%d, title: t, kind: summit, date: 2025, summary: s}\n"


def test_an_empty_record_is_one_problem(validated: Validate) -> None:
    records, problems = validated(TOP + VALID % 1 + "- {}\n")
    assert [located.record.id for located in records] == ["e-1"]
    assert [(problem.location.line, problem.rule, problem.message) for problem in problems] == [
        (4, "wrong-type", "empty record")
    ]


def test_a_file_of_mostly_invalid_records_is_not_read_to_its_end(validated: Validate) -> None:
    records, problems = validated(TOP + VALID % 1 + "- {}\n" * (MAX_FILE_PROBLEMS + 10) + VALID % 2)
    assert [located.record.id for located in records] == ["e-1"]
    assert len(problems) == MAX_FILE_PROBLEMS + 1
    first = min(problems)
    assert (first.location.line, first.rule, first.unread) == (1, "wrong-type", True)
    assert first.message == (
        f"more than {MAX_FILE_PROBLEMS:,} problems in this file; "
        f"from line {MAX_FILE_PROBLEMS + 4} on it was not read"
    )


def test_a_file_of_mostly_valid_records_is_read_to_its_end(validated: Validate) -> None:
    invalid = "- {id: E, title: t, kind: K, date: x, summary: s, status: h, zzz: z}\n"
    number = MAX_FILE_PROBLEMS // 5 + 1
    text = TOP + "".join(VALID % at for at in range(2 * number)) + invalid * number + VALID % 99_999
    records, problems = validated(text)
    assert records[-1].record.id == "e-99999"
    assert len(records) == 2 * number + 1
    assert len(problems) == MAX_FILE_PROBLEMS + 1
    assert min(problems).message.endswith(" on they are not listed")
    assert not min(problems).unread


@pytest.mark.parametrize(("valid", "invalid", "exhausted"), [(2, 3, True), (3, 3, False), (3, 2, False)])
def test_a_budget_is_exhausted_when_more_records_are_invalid_than_valid(
    valid: int, invalid: int, exhausted: bool
) -> None:
    budget = FileBudget(MAX_FILE_PROBLEMS, valid, invalid)
    assert not budget.exhausted
    budget.keep("x.yaml", [Problem(Location("x.yaml", 7, 1), "unknown-key", "", "")])
    assert budget.exhausted == budget.copy().exhausted == exhausted


def test_exactly_the_most_problems_are_all_listed(validated: Validate) -> None:
    _, problems = validated(TOP + "- {}\n" * MAX_FILE_PROBLEMS)
    assert Counter(problem.message for problem in problems) == {"empty record": MAX_FILE_PROBLEMS}


@pytest.mark.parametrize("value", ["[%s]", "[{note: x, supports: [%s]}]", "[[[%s]]]"])
def test_a_list_inside_of_lists_is_counted_too(validated: Validate, value: str) -> None:
    def messages(size: int) -> set[str]:
        curator = value % ", ".join(["date"] * size)
        return {problem.message for problem in validated(f"{TOP}- {{id: a, curator: {curator}}}\n")[1]}

    message = f"curator: {MAX_LIST_ENTRIES + 1:,} entries; one record may have at most {MAX_LIST_ENTRIES:,}"
    assert messages(MAX_LIST_ENTRIES + 1) == {message}
    assert not any("entries" in message for message in messages(MAX_LIST_ENTRIES))
