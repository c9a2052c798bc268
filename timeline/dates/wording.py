"""Single dates in words, as a newspaper writes them: `9 Jul 2024`, `c. Oct 2025`, `44 BC`, `some day in Apr
1985`.
"""

from timeline.dates.calendar import calendar_day
from timeline.dates.points import (
    MONTHS,
    YEAR_PARTS,
    Components,
    both,
    matching,
    take_apart,
    years_downward,
    years_upward,
)
from timeline.dates.single import read_point

LONG_MONTHS = MONTHS
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)

_SEASONS = ("spring", "summer", "autumn", "winter")
_HALVES = ("", "first half of", "second half of")
_THIRDS = ("", "first third of", "second third of", "last third of")


def year_words(year: int) -> str:
    """A year as people count them: `2024`, `AD 79`, `44 BC` (year 0 is 1 BC)."""
    if year > 9999:
        return f"{year:,}"
    if year > 999:
        return str(year)
    return f"AD {year}" if year > 0 else f"{1 - year} BC"


def years_words(first: int, last: int) -> str:
    """The years from one to another: `1900–1999`, `200–191 BC`, `1 BC – AD 9`."""
    one, other = year_words(first), year_words(last)
    if one == other:
        return one
    if first > 999:
        return f"{one}–{other}"
    if first > 0 and last < 1000:
        return f"{one}–{last}"
    if last <= 0:
        return f"{one.removesuffix(' BC')}–{other}"
    return f"{one} – {other}"


def part_words(code: int) -> str:
    """A part of a year, the year to be written after it: `summer`, `Q3`, `first half of`."""
    if code >= 40:
        return _HALVES[code - 39]
    if code >= 37:
        return _THIRDS[code - 36]
    if code >= 33:
        return f"Q{code - 32}"
    season = _SEASONS[(code - 21) % 4]
    return season if code < 25 else f"{'northern' if code < 29 else 'southern'} {season}"


def marked(words: str, mark: str) -> str:
    """The words with a mark: `c. 1890` for `~`, `1890?` for `?`, `c. 1890?` for `%`."""
    return f"{'c. ' if mark in {'~', '%'} else ''}{words}{'?' if mark in {'?', '%'} else ''}"


def joined(items: list[str], word: str) -> str:
    """The items as a list in words: `Jul, Aug or Sep`."""
    *others, last = items
    return f"{', '.join(others)} {word} {last}" if others else last


def year_of(date: Components) -> int:
    """The year of a date without `X` in it; 0 is 1 BC."""
    return -int(date.year) if date.sign else int(date.year)


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


def point_words(text: str, months: tuple[str, ...]) -> str:
    """One date in words, the months by these names."""
    if "T" in text:
        return _moment_words(text, months)
    date = take_apart(text)
    if date is None:
        return _odd_year_words(text)
    if "X" in date.year + date.month + date.day:
        mark = both(date.marks[0], both(date.marks[1], date.marks[2]))
        return marked(masked_words(date, months), mark)
    return _exact_words(date, months)


def _exact_words(date: Components, months: tuple[str, ...]) -> str:
    pieces = [(year_words(year_of(date)), date.marks[0])]
    if date.month:
        number = int(date.month)
        pieces.insert(0, (months[number] if number < 13 else part_words(number), date.marks[1]))
    if date.day:
        pieces.insert(0, (str(int(date.day)), date.marks[2]))
    whole = " ".join(words for words, _ in pieces)
    if date.mark or not any(date.marks):
        return marked(whole, date.mark)
    return " ".join(_groups(pieces))


def _groups(pieces: list[tuple[str, str]]) -> list[str]:
    """Neighbours with the same mark together, in brackets: `11 (c. Jun 2004)`."""
    groups: list[tuple[str, str]] = []
    for words, mark in pieces:
        if groups and groups[-1][1] == mark:
            groups[-1] = (f"{groups[-1][0]} {words}", mark)
        else:
            groups.append((words, mark))
    return [f"({marked(words, mark)})" if mark else words for words, mark in groups]


def _odd_year_words(text: str) -> str:
    """A decade, a century, a long or a rounded year."""
    point = read_point(text)
    mark = "%" if "%" in text else "".join(mark for mark in "~?" if mark in text)[:1]
    first, last = calendar_day(point.earliest)[0], calendar_day(point.latest)[0]
    if point.precision == "decade" and first > 999:
        return marked(f"{first}s", mark)
    if "S" not in text:
        return marked(years_words(first, last), mark)
    lowest, highest = calendar_day(point.first)[0], calendar_day(point.last)[0]
    estimate = marked(year_words(first), "%" if point.uncertain else "~")
    return estimate if lowest == highest else f"{estimate} ({years_words(lowest, highest)})"


def _moment_words(text: str, months: tuple[str, ...]) -> str:
    day, _, time = text.partition("T")
    clock, shift = time, ""
    for sign in "Z+-\u2212":
        if sign in time:
            clock, _, shift = time.partition(sign)
            shift = " UTC" if sign == "Z" else f" UTC{sign}{shift}"
    return f"{point_words(day, months)}, {clock}{shift}"
