"""The grammar of words that count: `last week`, `two days later`, `on Monday`, `this evening`, `the same
day`.
"""

from timeline.dates.phrases.bare_years import bare_year
from timeline.dates.phrases.days import day_and_month, day_with_weekday, month_at, months, weekday_at
from timeline.dates.phrases.meaning import (
    Beside,
    Changed,
    CountsFrom,
    Moved,
    Recent,
    Refused,
    Weekday,
    Yearless,
)
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    BACK,
    FEW,
    NUMBERS,
    PARTS_OF_A_DAY,
    POINTING,
    TENS,
    UNITS,
    WHICH,
)
from timeline.dates.phrases.years import Read, ordinal_at

_LONG = {"decade": 10, "century": 100}
"""Units that are counted in years: two decades ago is a year."""
_SHOWN = 4
"""Tokens of what an event is called in a message."""
_BESIDE_WITHIN = 8
"""Tokens between `the day after` and the date that it counts from."""


def count_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A number in figures or words: `a`, `two`, `twenty-one`, `18`."""
    word = tokens.at(index)
    if word in {"a", "an"}:
        return index + 1, 1
    if tokens.is_number(index) and len(word) <= 4 and not tokens.joined(index + 1):
        return index + 1, int(word)
    if word in TENS and tokens.at(index + 1) == "-" and 0 < NUMBERS.get(tokens.at(index + 2), 0) < 10:
        return index + 3, TENS[word] + NUMBERS[tokens.at(index + 2)]
    return (index + 1, NUMBERS[word]) if word in NUMBERS else None


def counted(tokens: Tokens, index: int) -> Read:
    """`two days later`, `a week ago`, `half a century ago`, `three years before`, `in three months`."""
    amount = _amount(tokens, index)
    if not amount:
        return None
    end, unit, number = amount
    word = tokens.at(end)
    if word == "ago":
        return _ago(tokens, end + 1, unit, number)
    if word in {"hence"} or (word == "from" and tokens.at(end + 1) == "now"):
        return end + 1 + (word == "from"), Moved(unit, number, "said", "later")
    if word in {"earlier", "previously", "later", "afterwards", "afterward"}:
        back = word in {"earlier", "previously"}
        return end + 1, Moved(unit, -number if back else number, "before", "ago" if back else "later")
    if word in {"before", "after"}:
        return _beside(tokens, end, unit, -number if word == "before" else number)
    if word == "on" and tokens.alone and end + 1 == tokens.size:
        return end + 1, Moved(unit, number, "before", "later")
    return None


def _amount(tokens: Tokens, index: int) -> tuple[int, str, int] | None:
    """A number and its unit, half a century among them."""
    if tokens.at(index) == "half" and tokens.at(index + 1) in {"a", "an"}:
        halves = {"century": ("year", 50), "decade": ("year", 5)}.get(tokens.at(index + 2))
        return (index + 3, *halves) if halves else None
    number = count_at(tokens, index)
    if not number:
        return None
    unit = UNITS.get(tokens.at(number[0]))
    if unit in _LONG:
        return number[0] + 1, "year", number[1] * _LONG[unit]
    return (number[0] + 1, unit, number[1]) if unit else None


def _ago(tokens: Tokens, end: int, unit: str, number: int) -> Read:
    """`a week ago`, and of it a day: `a week ago Tuesday`."""
    on = tokens.past(end, "on")
    weekday = weekday_at(tokens, on)
    if weekday and unit == "week":
        return weekday[0], Weekday(weekday[1], week=-number)
    return end, Moved(unit, -number, "said", "ago")


def _beside(tokens: Tokens, word: int, unit: str, number: int) -> Read:
    """`two days after` a date that stands right there; after words that are no date it is refused."""
    end = word + 1
    if tokens.is_last(end):
        return end, Moved(unit, number, "before", "ago" if number < 0 else "later")
    if tokens.at(end) in {"that", "this", "it"} and tokens.is_last(end + 1):
        return end + 1, Moved(unit, number, "before", "ago" if number < 0 else "later")
    for ahead in range(end, min(end + _BESIDE_WITHIN, tokens.size)):
        if tokens.at(ahead) in {",", ".", ";", "(", ")", "that", "and", "while"} or tokens.parted(ahead):
            break
        date = _date_at(tokens, ahead)
        if date:
            return date[0], Beside(date[1], unit, number)
    words = tokens.raw[end : end + _SHOWN]
    what = " ".join(word for word in words if word[0].isalnum())
    return end, Refused(f"needs the date of {what}")


def _date_at(tokens: Tokens, index: int) -> Read:
    year = bare_year(tokens, index) if tokens.at(index - 1) in {"in", "of"} else None
    return (
        day_with_weekday(tokens, index)
        or day_and_month(tokens, index)
        or _month_with_year(tokens, index)
        or _bare_weekday(tokens, index)
        or year
    )


def _bare_weekday(tokens: Tokens, index: int) -> Read:
    found = weekday_at(tokens, index)
    return (found[0], Weekday(found[1])) if found else None


def _month_with_year(tokens: Tokens, index: int) -> Read:
    found = months(tokens, index) if month_at(tokens, index) else None
    return (
        found
        if found
        and (
            tokens.at(index - 1) in {"in", "since", "of", "last", "until"}
            or not isinstance(found[1], Yearless)
        )
        else None
    )


def in_time(tokens: Tokens, index: int) -> Read:
    """`in three days`, `in two weeks' time`: after it was said, where the clause looks ahead."""
    if tokens.at(index) != "in":
        return None
    amount = _amount(tokens, index + 1)
    if not amount:
        return None
    end, unit, number = amount
    end = tokens.follows(end, "' s") or tokens.past(end, "'")
    sure = tokens.at(end) == "time"
    return end + sure, Moved(unit, number, "said", "later" if sure else "in-time")


def which_unit(tokens: Tokens, index: int) -> Read:
    """`last week`, `the previous year`, `the next day`, `that month`, `the same day`, `this quarter`."""
    the = tokens.at(index) == "the"
    index += the
    word = tokens.at(index)
    if word in {"earlier", "later"} and tokens.at(index + 1) in WHICH | {"the"}:
        found = which_unit(tokens, index + 1)
        if found and isinstance(found[1], Moved) and found[1].rule == "that-unit":
            return found[0], found[1]._replace(rule="same-unit")
        return found
    if word in POINTING and tokens.at(index + 1) in {"same", "very"}:
        index += 1
    if word not in WHICH:
        return None
    end = index + 1
    if tokens.at(end) in PARTS_OF_A_DAY and word not in BACK & {"last", "past"}:
        return _part_of_that_day(end, word, the=the)
    unit = UNITS.get(tokens.at(end))
    if not unit or tokens.at(end).endswith("s") or tokens.at(end + 1) == "-":
        return None
    if unit == "day" and tokens.at(end) == "night" and word in {"last", "this"}:
        return None
    if tokens.at(end + 1) == "of" and tokens.at(end + 2) not in {"the", "that"} and word == "last":
        return None
    return _moved(tokens, end, word, unit, the=the)


def _moved(tokens: Tokens, end: int, word: str, unit: str, *, the: bool) -> Read:
    if word in POINTING:
        rule = "that-unit" if word == "that" else "same-unit"
        return end + 1, Moved(unit, 0, "before", rule)
    if word in {"this", "current"}:
        return end + 1, Moved(unit, 0, "said", "this-or-next")
    if word == "past" or (word == "last" and the and not tokens.alone):
        return None  # a length of time as often as a date
    if word == "last":
        return end + 1, Moved(unit, -1, "said", "this-or-next")
    if word in {"previous", "preceding"}:
        return end + 1, Moved(unit, -1, "before", "this-or-next")
    origin: CountsFrom = "before" if the or word in {"following", "subsequent"} else "said"
    if word == "coming":
        origin = "said"
    return end + 1, Moved(unit, 1, origin, "this-or-next")


def _part_of_that_day(end: int, word: str, *, the: bool) -> Read:
    """`that afternoon`, `the next morning`, `the previous evening`."""
    if word in POINTING:
        return end + 1, Moved("day", 0, "before", "same-unit")
    if word in {"previous", "preceding"}:
        return end + 1, Moved("day", -1, "before", "this-or-next")
    if word in {"following"} or (word == "next" and the):
        return end + 1, Moved("day", 1, "before", "this-or-next")
    return None


def the_unit(tokens: Tokens, index: int) -> Read:
    """`the year` behind `the end of`: of the text's own day, or of the date before it."""
    if tokens.at(index) != "the":
        return None
    index += 1
    unit = UNITS.get(tokens.written(index)) or (UNITS.get(tokens.at(index)) if tokens.alone else None)
    if unit not in {"week", "month", "quarter", "year", "decade"} or tokens.at(index).endswith("s"):
        return None
    if tokens.at(index + 1) in {"-", "of"} or tokens.is_number(index + 1):
        return None
    return index + 1, Moved(unit, 0, "either", "the-unit")


def units_end(tokens: Tokens, index: int) -> Read:
    """`month's end`, `year-end`."""
    if tokens.at(index) not in {"month", "year"}:
        return None
    end = tokens.follows(index + 1, "' s end") or tokens.follows(index + 1, "- end")
    return (
        (end, Changed(Moved(tokens.at(index), 0, "before", "that-unit"), "part", "end", "its end"))
        if end
        else None
    )


def day_beside(tokens: Tokens, index: int) -> Read:
    """`the day before`, `the day after the vote on Monday`, `the day following`."""
    end = (
        tokens.follows(index, "the day")
        or tokens.follows(index, "the week")
        or tokens.follows(index, "the month")
        or tokens.follows(index, "the year")
    )
    if not end:
        return None
    unit, word = tokens.at(end - 1), tokens.at(end)
    if word == "following" and tokens.is_last(end + 1):
        return end + 1, Moved(unit, 1, "before", "later")
    if word not in {"before", "after"}:
        return None
    return _beside(tokens, end, unit, -1 if word == "before" else 1)


def recent(tokens: Tokens, index: int) -> Read:
    """`recent months`, `the past few years`; a number of them is a length of time and no date."""
    index = tokens.past(index, "the")
    word, end = tokens.at(index), index + 1
    if word in {"past", "last"} and tokens.at(end) == "few":
        end += 1
    elif word != "recent":
        return None
    unit = UNITS.get(tokens.at(end))
    return (
        (end + 1, Recent(unit))
        if unit in {"day", "week", "month", "quarter", "year"} and tokens.at(end).endswith("s")
        else None
    )


def vague(tokens: Tokens, index: int) -> Read:
    """Words of time that come to no date: `recently`, `a few days later`, `more than ten years ago`."""
    word = tokens.at(index)
    if word in {"recently", "lately"}:
        return index + 1, Refused("says no time that can be counted", vague=True)
    nth = ordinal_at(tokens, index)
    if nth:
        unit = tokens.past(nth[0], "straight", "consecutive")
        counted = UNITS.get(tokens.at(unit), "century")
        if counted != "century" and tokens.at(unit + 1) not in {"of", "-"}:
            end = tokens.follows(unit + 1, "in a row") or unit + 1
            return end, Refused("counts, and names no date", vague=True)
    for limit in ("more than", "less than", "fewer than", "at least", "over", "under", "within"):
        if end := tokens.follows(index, limit):
            amount = _amount(tokens, end)
            if amount and tokens.at(amount[0]) in {"ago", "earlier", "later", "before", "after"}:
                return amount[0] + 1, Refused("says no number that can be counted")
    index = tokens.past(index, "a")
    if tokens.at(index) in FEW:
        end = tokens.past(index + 1, "of")
        if tokens.at(end) in UNITS and tokens.at(end + 1) in {"ago", "earlier", "later", "before", "after"}:
            return end + 2, Refused("says no number that can be counted")
    return None
