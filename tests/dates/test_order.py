"""Which date comes first: for sorting, and as far as anyone can know."""

import random

import pytest

from timeline.dates import Comparison, compare, order, parse

SORTED = [
    "Y-17E7",
    "-0043-03-15",
    "0000",
    "19",
    "190X",
    "1900",
    "1900-41/1901",
    "[..1984]",
    "1984-01-01",
    "../2006",
    "2022-02-24/..",
    "2024-24",
    "2024-33",
    "2024-01",
    "2024-01-01",
    "2024-01-01T00:00:59",
    "2024-01-01T09:30Z",
    "2024-01-01T10:15:29",
    "2024-01-01T10:15:30+02:00",
    "2024-07-01/2024-07-31",
    "{2024-07-08,2025}",
    "[..2024-07-09]",
    "2024-07-10",
    "Y170000002",
    "/",
]


def test_by_earliest_start_then_coarse_before_fine() -> None:
    shuffled = random.Random(4).sample(SORTED, len(SORTED))
    assert sorted(shuffled, key=lambda text: order(parse(text))) == SORTED


def test_an_unknown_start_sorts_by_the_latest_start() -> None:
    assert order(parse("[..2024-07-09]")) == order(parse("2024-07-09"))
    assert order(parse("/1985"))[0] == order(parse("1985"))[0]
    assert order(parse("[..1984,1985-10-01..]"))[0] == order(parse("1984"))[0]


def test_what_has_no_date_at_all_stands_last_and_fits_into_64_bits() -> None:
    assert order(parse("Y999999999999999")) < order(parse("../..")) < (2**63, 0)


@pytest.mark.parametrize(
    ("one", "answer", "other"),
    [
        ("2024-07-08", "certainly before", "2024-07-09"),
        ("2023", "certainly before", "2024-07-09"),
        ("2023", "certainly before", "2024-07-09/.."),
        ("2023?", "possibly before", "2024"),
        ("2024-07", "possibly after", "2024-07-01"),
        ("2024-07-01", "possibly before", "2024-07"),
        ("2024", "cannot tell", "2024-07"),
        ("2024-07", "cannot tell", "2024-07"),
        ("2024-07-09", "certainly together", "2024-07-09"),
        ("2024-07-09?", "possibly together", "2024-07-09"),
        ("2022/2024", "certainly together", "2023/2025"),
        ("2022-02-24/..", "possibly before", "2024"),
        ("../2022", "possibly before", "2022"),
        ("[2020,2026]", "cannot tell", "2024"),
        ("{2020,2026}", "certainly together", "2024"),
        ("[..2020]", "certainly before", "2024"),
        ("[2026..]", "certainly after", "2024"),
        ("{..2020}", "certainly before", "2024"),
        ("/", "cannot tell", "2024"),
        ("2024-07~", "cannot tell", "2024-08-15"),
    ],
)
def test_compare(one: str, answer: Comparison, other: str) -> None:
    assert compare(parse(one), parse(other)) == answer


@pytest.mark.parametrize("one", SORTED)
@pytest.mark.parametrize("other", SORTED)
def test_comparing_the_other_way_round_says_the_opposite(one: str, other: str) -> None:
    swap = {"before": "after", "after": "before"}
    words = compare(parse(one), parse(other)).split()
    assert compare(parse(other), parse(one)).split() == [swap.get(word, word) for word in words]
