"""Day numbers in any year, against the standard library where that has them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import day_number, day_text
from timeline.dates.calendar import calendar_day, months_later


@given(st.dates())
def test_days_are_numbered_as_the_standard_library_does(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert calendar_day(day.toordinal()) == (day.year, day.month, day.day)
    assert day_text(day.toordinal()) == day.isoformat()


@given(st.integers(-(10**17), 10**17))
def test_any_number_is_a_day_and_that_day_has_its_number(number: int) -> None:
    year, month, day = calendar_day(number)
    assert day_number(year, month, day) == number
    assert 1 <= month <= 12
    assert 1 <= day <= 31


@given(st.integers(-(10**9), 10**9))
def test_the_calendar_repeats_after_400_years(number: int) -> None:
    year, month, day = calendar_day(number)
    assert calendar_day(number + 146_097) == (year + 400, month, day)


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("0001-01-01", 1, 1, 1),
        ("0000-12-31", 0, 12, 31),
        ("-0043-03-15", -43, 3, 15),
        ("Y12345-01-01", 12345, 1, 1),
        ("-12345-12-31", -12345, 12, 31),
    ],
)
def test_days_outside_the_usual_years_as_text(text: str, year: int, month: int, day: int) -> None:
    assert day_text(day_number(year, month, day)) == text


@pytest.mark.parametrize(
    ("before", "months", "after"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", -12, "2023-02-28"),
        ("2024-01-15", -1, "2023-12-15"),
        ("2024-12-15", 13, "2026-01-15"),
    ],
)
def test_months_later(before: str, months: int, after: str) -> None:
    assert day_text(months_later(date.fromisoformat(before).toordinal(), months)) == after
