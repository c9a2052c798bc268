"""Dates with unspecified digits in words: `some day in Apr 1985`, `25 Dec in the 1560s`."""

from timeline.dates.components import Components
from timeline.dates.masks import matching, years_downward, years_upward
from timeline.dates.seasons import YEAR_PARTS
from timeline.dates.vocabulary import joined, part_words, year_of, year_words, years_words


def masked_words(date: Components, months: tuple[str, ...]) -> str:
    """A date with an `X` in it in words, without its marks."""
    year = _masked_year(date)
    if not date.month:
        return year.removeprefix("the ")
    later = year if "X" not in date.year else f"in {year}"
    if date.month.isdigit() and int(date.month) in YEAR_PARTS:
        part = part_words(int(date.month))
        return f"{part} {year.replace('the ', 'a year in the ') if part.endswith(' of') else later}"
    if date.month == "XX":
        inside = f"in {year}"
        if not date.day:
            return f"some month {inside}"
        if date.day == "XX":
            return f"some day {inside}"
        return f"day {_day_words(date.day)} of some month {inside}"
    names = joined([months[number] for number in matching(date.month, 12)], "or")
    if not date.day:
        return f"{names} {later}"
    return f"some day in {names} {later}" if date.day == "XX" else f"{_day_words(date.day)} {names} {later}"


def _masked_year(date: Components) -> str:
    """`2004`, `the 1560s`, `some year 1900–1999`, `some year like 1X99`."""
    if "X" not in date.year:
        return year_words(year_of(date))
    if date.year == "XXXX":
        return "some year BC" if date.sign else "some year"
    if date.year.rstrip("X").count("X"):
        return f"some year like {date.sign}{date.year}"
    if date.year[3:] == "X" and date.year[2] != "X" and date.year[0] != "0" and not date.sign:
        return f"the {date.year[:3]}0s"
    first, last = next(years_upward(date.year, date.sign)), next(years_downward(date.year, date.sign))
    return f"some year {years_words(first, last)}"


def _day_words(mask: str) -> str:
    days = [str(number) for number in matching(mask, 31)]
    return f"one of {days[0]}–{days[-1]}," if len(days) > 4 else joined(days, "or")
