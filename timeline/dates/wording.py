"""Single dates in words for people, as a newspaper writes them: `9 Jul 2024`, `c. Oct 2025`, `1980s`."""

from timeline.dates.components import Components, both, take_apart
from timeline.dates.days import calendar_day
from timeline.dates.single import read_point
from timeline.dates.vagueness import masked_words
from timeline.dates.vocabulary import marked, part_words, year_of, year_words, years_words


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
