"""The grammar of days and months: `Sunday, 16 June`, `July 7-8, 2024`, `the ninth of May`, `March 44 BC`."""

# ruff: noqa: SIM905  (words read best as words)

from typing import NamedTuple

from timeline.dates.phrases.meaning import Fixed, Meaning, Refused, Several, Stretch, Yearless
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    COUNTED,
    MONTHS,
    PARTS_OF_DAY,
    SHORT_WEEKDAYS,
    TITLES,
    WEEKDAYS,
    month_of,
)
from timeline.dates.phrases.years import (
    MOST_LISTED,
    Read,
    behind,
    era_year,
    ordinal_at,
    plain_year,
    with_year,
    year_behind,
    year_edtf,
)

_UNSURE = frozenset(("march", "may", "april", "june", "august"))
"""Months that are also names or verbs."""
_BEFORE_A_MONTH = frozenset(
    "in since until till by before after during from to of early mid late last next this previous between "
    "and or through following throughout - for that".split()
)
_OF_NAMES = frozenset(("to", "by", "of", "from", "and", "or", "for", "-"))
"""Words that stand before months and before names alike."""


class Days(NamedTuple):
    """One day of a month or several."""

    end: int
    days: tuple[int, ...]
    joint: str
    """`one`, `to`, `and` or `or`."""


def month_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The name of a month, in full or shortened with or without its stop, and the index after it."""
    number = month_of(tokens.at(index))
    if not number or not (tokens.alone or tokens.written(index)[:1].isupper()):
        return None
    shortened = tokens.at(index) not in MONTHS or tokens.at(index) == "may"
    stop = (
        shortened and tokens.at(index + 1) == "." and tokens.joined(index + 1) and tokens.at(index) != "may"
    )
    return (index + 2 if stop else index + 1), number


def day_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The number of a day of the month: `9`, `9th`, `ninth`."""
    ordinal = ordinal_at(tokens, index)
    if ordinal:
        return ordinal if ordinal[1] <= 31 else None
    word = tokens.at(index)
    if not tokens.is_number(index) or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    if tokens.joined(index + 1) and (tokens.at(index + 1).isalpha() or tokens.at(index + 1) in {":", "%"}):
        return None
    if (
        tokens.joined(index + 1)
        and tokens.at(index + 1) in {".", ","}
        and tokens.joined(index + 2)
        and len(tokens.at(index + 2)) < 4
        and tokens.is_number(index + 2)
    ):
        return None
    return index + 1, int(word)


def days_at(tokens: Tokens, index: int) -> Days | None:
    """One day or several: `9`, `9-11`, `9 and 10`, `9, 10 and 12`, `17/18`, `9 or 10`."""
    first = day_at(tokens, index)
    if not first:
        return None
    end, days = first[0], [first[1]]
    if tokens.at(end) in {"-", "to", "through", "until", "till", "/"}:
        last = day_at(tokens, tokens.past(end + 1, "the"))
        if last and last[1] != days[0]:
            return Days(last[0], (days[0], last[1]), "to")
        return Days(end, (days[0],), "one")
    while tokens.at(end) == "," and len(days) < MOST_LISTED and (following := day_at(tokens, end + 1)):
        end, days = following[0], [*days, following[1]]
    joint = tokens.past(end, ",")
    last = day_at(tokens, tokens.past(joint + 1, "the")) if tokens.at(joint) in {"and", "or", "&"} else None
    if last and tokens.is_number(index) is tokens.is_number(tokens.past(joint + 1, "the")):
        return Days(last[0], (*days, last[1]), "or" if tokens.at(joint) == "or" else "and")
    return Days(first[0], (first[1],), "one")


def _written(days: Days, month: int) -> str:
    """The template of these days: an interval where they follow one another, else a set."""
    all_days = [f"{{}}-{month:02d}-{day:02d}" for day in days.days]
    if len(all_days) == 1:
        return all_days[0]
    in_a_row = all(one + 1 == other for one, other in zip(days.days, days.days[1:], strict=False))
    if days.joint == "to" or (days.joint == "and" and in_a_row):
        return f"{all_days[0]}/{all_days[-1]}"
    joined = ",".join(all_days)
    return f"[{joined}]" if days.joint == "or" else f"{{{joined}}}"


def _dated(days: Days, month: int, weekday: int) -> Yearless:
    template = _written(days, month)
    return Yearless(template, month, min(days.days), "day", weekday if len(days.days) == 1 else -1)


def day_and_month(tokens: Tokens, index: int, weekday: int = -1) -> Read:
    """`9 July`, `July 9-11`, `the ninth of July`, `July the ninth`, `2019 May 17`, each with or without a
    year.
    """
    start = tokens.past(index, "the")
    days = days_at(tokens, start)
    if days:
        of = tokens.past(days.end, "of", "-" if tokens.joined(days.end + 1) else "of")
        month = month_at(tokens, of)
        if not month:
            return None
        return _closed(tokens, month[0], _dated(days, month[1], weekday))
    year = plain_year(tokens, index)
    if year and start == index:
        month = month_at(tokens, tokens.past(year[0], "-"))
        day = day_at(tokens, tokens.past(month[0], "-")) if month else None
        if month and day:
            return day[0], Fixed(f"{year_edtf(year[1])}-{month[1]:02d}-{day[1]:02d}", "day")
        return None
    month = month_at(tokens, index)
    if not month or era_year(tokens, month[0]):
        return None
    days = days_at(tokens, tokens.past(month[0], "the"))
    if not days or (len(days.days) > 1 and tokens.at(days.end) in COUNTED):
        return None
    return _closed(tokens, days.end, _dated(days, month[1], weekday))


def _closed(tokens: Tokens, end: int, date: Yearless) -> tuple[int, Meaning]:
    """The date with the year behind it, if any; a weekday that stands beside it is checked later."""
    found = year_behind(tokens, end)
    if not found and _has_an_odd_number(tokens, end):
        return end + 1, Refused(f"may be in a year {tokens.at(end)}: a year has four digits")
    if not found:
        return end, date
    meaning = with_year(date, found[1])
    if isinstance(meaning, Fixed) and date.weekday >= 0:
        return found[0], date._replace(template=meaning.edtf)
    return found[0], meaning


def _has_an_odd_number(tokens: Tokens, index: int) -> bool:
    """Whether a number that may be a year of one to three digits ends the words: `9 Jul 24`."""
    return tokens.is_number(index) and len(tokens.at(index)) <= 3 and tokens.is_last(index + 1)


def weekday_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The name of a weekday, and the index after it. A short one needs its stop, or a date behind it."""
    word = tokens.at(index)
    capital = tokens.alone or tokens.written(index)[:1].isupper()
    if word in WEEKDAYS and capital:
        return index + 1, WEEKDAYS[word]
    if word not in SHORT_WEEKDAYS or not capital:
        return None
    end = index + 1
    if tokens.at(end) == "." and tokens.joined(end):
        if word in {"sun", "sat", "mon"} and not (tokens.alone or tokens.at(end + 1) == ","):
            return None
        return end + 1, SHORT_WEEKDAYS[word]
    after = tokens.past(end, ",")
    return (end, SHORT_WEEKDAYS[word]) if day_and_month(tokens, after) else None


def day_with_weekday(tokens: Tokens, index: int) -> Read:
    """`Sunday, 16 June`, `Tuesday the 9th of July 2024`, `Sunday (June 16)`."""
    weekday = weekday_at(tokens, index)
    if not weekday:
        return None
    end = tokens.past(weekday[0], *PARTS_OF_DAY)
    bracket = tokens.at(end) == "("
    date = day_and_month(tokens, tokens.past(end, ",", "(", "the"), weekday[1])
    if not date or (bracket and tokens.at(date[0]) != ")"):
        return None
    return date[0] + bracket, date[1]


def months(tokens: Tokens, index: int) -> Read:
    """`July 2024`, `June–August 2024`, `July or August 2024`, `March 44 BC`; without a year where it is no
    name.
    """
    first = month_at(tokens, index)
    if not first:
        return None
    end, meaning = _months(tokens, first[0], first[1])
    if isinstance(meaning, Yearless) and not tokens.alone and _is_a_name(tokens, index, end):
        return None
    return end, meaning


def _months(tokens: Tokens, end: int, first: int) -> tuple[int, Meaning]:
    """What stands behind the first month: another one, a list of them, a year."""
    alone, names = end, [first]
    if tokens.at(end) in {"/", "-", "to", "through", "until", "till"}:
        last = month_at(tokens, tokens.past(end + 1, "the"))
        if last and not _has_days(tokens, last[0]):
            return _joint(tokens, last[0], first, last[1])
        return behind(tokens, end, _month(first))
    while (
        tokens.at(end) == ","
        and len(names) < MOST_LISTED
        and (following := month_at(tokens, end + 1))
        and not _has_days(tokens, following[0])
    ):
        end, names = following[0], [*names, following[1]]
    joint = tokens.past(end, ",")
    last = month_at(tokens, joint + 1) if tokens.at(joint) in {"and", "or", "&"} else None
    if last and not _has_days(tokens, last[0]):
        return _list(tokens, last[0], [*names, last[1]], tokens.at(joint))
    return behind(tokens, alone, _month(first))


def _has_days(tokens: Tokens, index: int) -> bool:
    return day_at(tokens, index) is not None


def _month(number: int) -> Yearless:
    return Yearless(f"{{}}-{number:02d}", number, 0, "month")


def _joint(tokens: Tokens, end: int, first: int, last: int) -> tuple[int, Meaning]:
    """From one month to another of the same year, or over New Year."""
    found = year_behind(tokens, end)
    if not found or last < first:
        end, meaning = behind(tokens, end, _month(last))
        return end, Stretch(_month(first), meaning, "month")
    return found[0], with_year(Yearless(f"{{}}-{first:02d}/{{}}-{last:02d}", first, 0, "month"), found[1])


def _list(tokens: Tokens, end: int, names: list[int], joint: str) -> tuple[int, Meaning]:
    found = year_behind(tokens, end)
    if not found:
        return end, Several(tuple(_month(name) for name in names), joint == "or", "month")
    joined = ",".join(f"{{}}-{name:02d}" for name in names)
    template = f"[{joined}]" if joint == "or" else f"{{{joined}}}"
    return found[0], with_year(Yearless(template, min(names), 0, "month"), found[1])


def _is_a_name(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the word is a name or a verb rather than a month: April Haines, Mrs May, the March on Rome."""
    word, before = tokens.at(index), tokens.at(index - 1)
    if before in {"every", "each"} or before in TITLES or (before == "." and tokens.at(index - 2) in TITLES):
        return True
    if year_behind(tokens, end):
        return False
    if tokens.at(end) == "'" and tokens.at(end + 1) == "s":
        return word in _UNSURE and before in _OF_NAMES
    if word in MONTHS and word not in _UNSURE:
        return False
    if before not in _BEFORE_A_MONTH:
        return True
    after = tokens.written(end)
    return after[:1].isupper() and word in _UNSURE and before in _OF_NAMES and not tokens.parted(end)
