"""Of a file that is mostly spoilt not everything is said, and it is not read to its end."""

from collections import Counter

import pytest

from tests.records.conftest import Admit
from timeline.records.limits import MEMBERS
from timeline.records.patience import MOST

TOP = "format: 1\nevents:\n"
GOOD = "- {id: e-%d, title: t, kind: summit, date: 2025, summary: s}\n"


def test_an_empty_record_is_one_problem(admitted: Admit) -> None:
    records, problems = admitted(TOP + GOOD % 1 + "- {}\n")
    assert [one.record.id for one in records] == ["e-1"]
    assert [(one.location.line, one.rule, one.message) for one in problems] == [
        (4, "wrong-type", "nothing stands in this record")
    ]


def test_a_file_that_is_mostly_spoilt_is_not_read_on(admitted: Admit) -> None:
    records, problems = admitted(TOP + GOOD % 1 + "- {}\n" * (MOST + 10) + GOOD % 2)
    assert [one.record.id for one in records] == ["e-1"]
    assert len(problems) == MOST + 1
    first = min(problems)
    assert (first.location.line, first.rule) == (1, "wrong-type")
    assert first.message == (
        f"there are more than {MOST:,} problems in this file; "
        f"from line {MOST + 4} on the rest of this file is unread"
    )


def test_where_most_is_good_the_good_ones_behind_are_read(admitted: Admit) -> None:
    spoilt = "- {id: E, title: t, kind: K, date: x, summary: s, status: h, zzz: z}\n"
    number = MOST // 5 + 1
    text = TOP + "".join(GOOD % at for at in range(2 * number)) + spoilt * number + GOOD % 99_999
    records, problems = admitted(text)
    assert records[-1].record.id == "e-99999"
    assert len(records) == 2 * number + 1
    assert len(problems) == MOST + 1
    assert "further ones are not listed" in min(problems).message


def test_exactly_so_many_are_all_said(admitted: Admit) -> None:
    _, problems = admitted(TOP + "- {}\n" * MOST)
    assert Counter(one.message for one in problems) == {"nothing stands in this record": MOST}


@pytest.mark.parametrize("value", ["[%s]", "[{note: x, supports: [%s]}]", "[[[%s]]]"])
def test_a_list_inside_of_lists_is_counted_too(admitted: Admit, value: str) -> None:
    def said(size: int) -> set[str]:
        curator = value % ", ".join(["date"] * size)
        return {one.message for one in admitted(f"{TOP}- {{id: a, curator: {curator}}}\n")[1]}

    message = f"curator: {MEMBERS + 1:,} are too many for one record; at most {MEMBERS:,} are read"
    assert said(MEMBERS + 1) == {message}
    assert message not in said(MEMBERS)
