"""The grammar of words that count: `last week`, `two days later`, `on Monday`, `this evening`, `the same day`."""

from timeline.dates.phrases.days import day_and_month, day_with_weekday, month_at, months, weekday_at
from timeline.dates.phrases.meaning import (
    Beside,
    Changed,
    DayOfMonth,
    InMoved,
    Meaning,
    Moved,
    Near,
    NearYearless,
    Origin,
    Recent,
    Refused,
    Several,
    Weekday,
    WeekOf,
    Yearless,
)
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    BACK,
    DAY_WORDS,
    FEW,
    NUMBERS,
    ON,
    PARTS_OF_DAY,
    POINTING,
    SEASONS,
    TENS,
    UNITS,
)
from timeline.dates.phrases.years import Read, bare_year, moved_year, ordinal_at, season

_PARTS = PARTS_OF_DAY - {"noon", "midnight", "midday"} | {"evening"}
_WHICH = BACK | ON | POINTING | {"this", "current"}
_LONG = {"decade": 10, "century": 100}
"""Units that are counted in years: two decades ago is a year."""
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
    if _ends_here(tokens, end):
        return end, Moved(unit, number, "before", "ago" if number < 0 else "later")
    if tokens.at(end) in {"that", "this", "it"} and _ends_here(tokens, end + 1):
        return end + 1, Moved(unit, number, "before", "ago" if number < 0 else "later")
    for ahead in range(end, min(end + _BESIDE_WITHIN, tokens.size)):
        if tokens.at(ahead) in {",", ".", ";", "(", ")", "that", "and", "while"} or tokens.parted(ahead):
            break
        date = _date_at(tokens, ahead)
        if date:
            return date[0], Beside(date[1], unit, number)
    what = "the war" if False else " ".join(tokens.raw[end : end + 4])
    return end, Refused(f"needs the date of {what}") if what else None


def _date_at(tokens: Tokens, index: int) -> Read:
    return (
        day_with_weekday(tokens, index) or day_and_month(tokens, index) or _month_with_year(tokens, index)
        or weekday(tokens, index) or (bare_year(tokens, index) if tokens.at(index - 1) in {"in", "of"} else None)
    )  # fmt: skip


def _month_with_year(tokens: Tokens, index: int) -> Read:
    found = months(tokens, index) if month_at(tokens, index) else None
    return found if found and (tokens.at(index - 1) in {"in", "since", "of", "last", "until"} or not isinstance(found[1], Yearless)) else None


def _ends_here(tokens: Tokens, index: int) -> bool:
    """Whether no word follows that these words could belong to."""
    return index >= tokens.size or tokens.parted(index) or not tokens.at(index)[:1].isalnum() and tokens.at(index) not in {"'"}


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


def day_word(tokens: Tokens, index: int) -> Read:
    """`yesterday`, `tomorrow morning`, `earlier today`, `tonight`, `the day before yesterday`."""
    index = tokens.past(index, "earlier", "later", "early", "late") if tokens.at(index + 1) in DAY_WORDS else index
    word = tokens.at(index)
    for words, days in (("the day before yesterday", -2), ("the day after tomorrow", 2)):
        if end := tokens.follows(index, words):
            return end, Moved("day", days, "said", "day-word")
    if word in DAY_WORDS:
        end = index + 1
        if tokens.at(end) in PARTS_OF_DAY:
            end += 1
        if tokens.at(end) == "'" and tokens.at(end + 1) == "s" and word == "today" and tokens.written(index) == "today":
            return end, Moved("day", 0, "said", "day-word")
        return end, Moved("day", DAY_WORDS[word], "said", "day-word")
    if word == "this" and tokens.at(index + 1) in _PARTS | {"night"}:
        return index + 2, Moved("day", 0, "said", "day-word")
    if word == "last" and tokens.at(index + 1) in {"night", "evening"} and tokens.at(index - 1) not in {"the", "his", "her"}:
        return index + 2, Moved("day", -1, "said", "day-word")
    return None


def overnight(tokens: Tokens, index: int) -> Read:
    """`overnight`, `overnight Monday`: two days, since a night belongs to both."""
    if tokens.at(index) != "overnight":
        return None
    day = weekday_at(tokens, tokens.past(index + 1, "on"))
    if day:
        return day[0], Changed(Weekday(day[1]), "some-time", "overnight")
    return index + 1, Near("night", "overnight")


def weekend(tokens: Tokens, index: int) -> Read:
    """`last weekend`, `this weekend`, `over the weekend`."""
    which = tokens.at(index)
    if tokens.at(index + 1) != "weekend":
        return None
    if which in BACK | ON | {"this", "current"}:
        return index + 2, Near("weekend", "weekend", -1 if which in BACK else 1 if which in ON else 0)
    if which == "the" and tokens.at(index - 1) in {"over", "during", "at", "on"}:
        return index + 2, Near("weekend", "weekend")
    return (index + 2, Refused("does not tell which weekend")) if which in {"the", "that"} else None


def weekday(tokens: Tokens, index: int) -> Read:
    """`Monday`, `Monday evening`, `Thursday of last week`, `Monday and Tuesday`, `last Friday`."""
    which = tokens.at(index)
    the = which == "the" and tokens.at(index + 1) in _WHICH
    if which in _WHICH or the:
        return _which_weekday(tokens, index + the, the=the)
    first = weekday_at(tokens, index)
    if not first:
        return None
    end = _clock(tokens, first[0])
    week = _of_week(tokens, end)
    if week:
        return week[0], Weekday(first[1], week=week[1])
    joint = tokens.at(end)
    if joint in {"and", "or"} and end == first[0]:
        last = weekday_at(tokens, end + 1)
        if last:
            return last[0], Several((Weekday(first[1]), Weekday(last[1])), joint == "or", "weekday")
    return end, Weekday(first[1])


def _clock(tokens: Tokens, end: int) -> int:
    """The index after the time of day that stands behind a day: `morning`, `at noon`, `at 9 am`."""
    if tokens.at(end) in PARTS_OF_DAY:
        return end + 1
    if tokens.at(end) == "at" and tokens.at(end + 1) in PARTS_OF_DAY:
        return end + 2
    clock = tokens.past(end, "at", ",")
    if not tokens.alone or not tokens.is_number(clock):
        return end
    clock = clock + 3 if tokens.at(clock + 1) in {":", "."} and tokens.is_number(clock + 2) else clock + 1
    for half in ("am", "pm", "a . m .", "p . m .", "a . m", "p . m"):
        if after := tokens.follows(clock, half):
            return after
    return end


def _of_week(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """`of last week`, `last week`, `next week` behind a weekday."""
    start = tokens.past(end, "of")
    which = tokens.at(start)
    if tokens.at(start + 1) != "week":
        return None
    week = -1 if which in {"last", "past"} else 1 if which == "next" else 0 if which == "this" else None
    return None if week is None else (start + 2, week)


def _which_weekday(tokens: Tokens, index: int, *, the: bool) -> Read:
    word = tokens.at(index)
    if word == "this" and tokens.at(index + 1) == "coming":
        index, word = index + 1, "coming"
    day = weekday_at(tokens, index + 1)
    if not day:
        return None
    if word in POINTING:
        return day[0], Refused("points back to a date in the words before it, and is read only with that")
    end = _clock(tokens, day[0])
    rule = "which-weekday"
    if word in BACK:
        return end, Weekday(day[1], "last", rule=rule)
    if word in ON:
        after = the or word in {"following", "subsequent"}
        return end, Weekday(day[1], "that" if after else "next", rule=rule)
    return end, Weekday(day[1], "this", rule=rule)


def which_unit(tokens: Tokens, index: int) -> Read:
    """`last week`, `the previous year`, `the next day`, `that month`, `the same day`, `this quarter`."""
    the = tokens.at(index) == "the"
    index += the
    word = tokens.at(index)
    if word in {"earlier", "later"} and tokens.at(index + 1) in _WHICH | {"the"}:
        found = which_unit(tokens, index + 1)
        if found and isinstance(found[1], Moved) and found[1].rule == "that-unit":
            return found[0], found[1]._replace(rule="same-unit")
        return found
    if word in POINTING and tokens.at(index + 1) in {"same", "very"}:
        index += 1
    if word not in _WHICH:
        return None
    end = index + 1
    if tokens.at(end) in _PARTS and word not in BACK & {"last", "past"}:
        return _part_of_that_day(tokens, end, word, the=the)
    unit = UNITS.get(tokens.at(end))
    if not unit or tokens.at(end).endswith("s") or tokens.at(end + 1) == "-":
        return None
    if unit == "day" and tokens.at(end) == "night" and word in {"last", "this"}:
        return None
    if tokens.at(end + 1) == "of" and not tokens.at(end + 2) in {"the", "that"} and word == "last":
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
    origin: Origin = "before" if the or word in {"following", "subsequent"} else "said"
    if word == "coming":
        origin = "said"
    return end + 1, Moved(unit, 1, origin, "this-or-next")


def _part_of_that_day(tokens: Tokens, end: int, word: str, *, the: bool) -> Read:
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
    return (end, Changed(Moved(tokens.at(index), 0, "before", "that-unit"), "part", "end", "its end")) if end else None


def day_beside(tokens: Tokens, index: int) -> Read:
    """`the day before`, `the day after the vote on Monday`, `the day following`."""
    end = tokens.follows(index, "the day") or tokens.follows(index, "the week") or tokens.follows(index, "the month") or tokens.follows(index, "the year")
    if not end:
        return None
    unit, word = tokens.at(end - 1), tokens.at(end)
    if word == "following" and _ends_here(tokens, end + 1):
        return end + 1, Moved(unit, 1, "before", "later")
    if word not in {"before", "after"}:
        return None
    return _beside(tokens, end, unit, -1 if word == "before" else 1)


def which_month(tokens: Tokens, index: int) -> Read:
    """`last July`, `next March`, `this June`, `the previous April`; `last June` may be two."""
    index = tokens.past(index, "the")
    word = tokens.at(index)
    if word not in BACK | ON | {"this", "current"}:
        return None
    month = month_at(tokens, index + 1)
    if not month:
        return _which_season(tokens, index, word)
    which = "last" if word in {"last", "past"} else "previous" if word in BACK else "next" if word in ON else "this"
    date = Yearless(f"{{}}-{month[1]:02d}", month[1], 0, "month")
    return month[0], NearYearless(date, which)


def _which_season(tokens: Tokens, index: int, word: str) -> Read:
    name = tokens.at(index + 1)
    if name not in SEASONS or name == "fall" and word not in {"this", "last", "next"}:
        return None
    if word in {"this", "current"}:
        date = Yearless(f"{{}}-{SEASONS[name]}", 0, 0, "season")
        return index + 2, InMoved(date, Moved("year", 0, "said", "this-season"))
    return index + 2, Refused(f"which {name} that was depends on the hemisphere; name its year")


def month_of_year(tokens: Tokens, index: int) -> Read:
    """`last year in June`: the year before the month."""
    year = moved_year(tokens, index)
    if not year or tokens.at(year[0]) != "in":
        return None
    month = month_at(tokens, year[0] + 1)
    if not month:
        return None
    return month[0], InMoved(Yearless(f"{{}}-{month[1]:02d}", month[1], 0, "month"), year[1])


def week_of(tokens: Tokens, index: int) -> Read:
    """`the week of July 1`, `the week of 1 July 2024`."""
    end = tokens.follows(index, "the week of") or tokens.follows(index, "week of")
    if not end:
        return None
    date = day_with_weekday(tokens, end) or day_and_month(tokens, tokens.past(end, "the"))
    return (date[0], WeekOf(date[1])) if date else None


def day_of_month(tokens: Tokens, index: int) -> Read:
    """`the 20th`: a day of the month that was named last."""
    if tokens.at(index) != "the" or not tokens.is_number(index + 1) or tokens.at(index - 1) not in {"on", "of", "by", "until", "from"}:
        return None
    day = ordinal_at(tokens, index + 1)
    if not day or not 1 <= day[1] <= 31 or not (_ends_here(tokens, day[0]) or tokens.at(day[0]) in {"the", "he", "they", "and"}):
        return None
    return day[0], DayOfMonth(day[1])


def recent(tokens: Tokens, index: int) -> Read:
    """`recent months`, `the past few years`; a number of them is a length of time and no date."""
    index = tokens.past(index, "the")
    word, end = tokens.at(index), index + 1
    if word in {"past", "last"} and tokens.at(end) == "few":
        end += 1
    elif word != "recent":
        return None
    unit = UNITS.get(tokens.at(end))
    return (end + 1, Recent(unit)) if unit in {"day", "week", "month", "quarter", "year"} and tokens.at(end).endswith("s") else None


def vague(tokens: Tokens, index: int) -> Read:
    """Words of time that come to no date: `recently`, `a few days later`, `more than ten years ago`."""
    word = tokens.at(index)
    if word in {"recently", "lately"}:
        return index + 1, Refused("says no time that can be counted", vague=True)
    nth = ordinal_at(tokens, index)
    if nth:
        unit = tokens.past(nth[0], "straight", "consecutive")
        if tokens.at(unit) in UNITS and tokens.at(unit + 1) not in {"of", "-"}:
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


def pointing_season(tokens: Tokens, index: int) -> Read:
    """`that August`, `that summer`: of the year that was named before it."""
    if tokens.at(index) != "that":
        return None
    month = month_at(tokens, index + 1)
    year = Moved("year", 0, "before", "that-unit")
    if month:
        return month[0], InMoved(Yearless(f"{{}}-{month[1]:02d}", month[1], 0, "month"), year)
    if tokens.at(index + 1) in {"spring", "summer", "autumn", "winter"}:
        found = season(tokens, index + 1)
        return (found[0], InMoved(found[1], year)) if found and isinstance(found[1], Yearless) else None
    return None


