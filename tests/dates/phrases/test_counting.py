"""Units of time counted from a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import day_number, months_later
from timeline.dates.phrases.counting import moved


@given(year=st.integers(-4000, 6000), month=st.integers(1, 12), months=st.integers(-30_000, 30_000))
def test_months_in_any_year_are_counted_as_by_the_calendar(year: int, month: int, months: int) -> None:
    day = day_number(year, month, 1)
    later = months_later(day, months)
    assert moved("month", months, day) == moved("month", 0, later)


@pytest.mark.parametrize(
    ("unit", "number", "day", "edtf"),
    [
        ("month", -1, (2024, 1, 31), "2023-12"),
        ("month", 1, (-492, 12, 5), "-0491-01"),
        ("month", -1, (1, 1, 1), "0000-12"),
        ("quarter", -1, (2024, 1, 31), "2023-36"),
        ("quarter", 5, (2024, 1, 31), "2025-34"),
        ("month", 4801, (2024, 1, 31), "2424-02"),
    ],
)
def test_months_and_quarters(unit: str, number: int, day: tuple[int, int, int], edtf: str) -> None:
    assert moved(unit, number, day_number(*day)) == edtf
