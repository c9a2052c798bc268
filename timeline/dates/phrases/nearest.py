"""The grammar of names that come again: `Monday`, `last July`, `over the weekend`, `yesterday evening`, `the
20th`.
"""

from typing import Literal

from timeline.dates.phrases.days import day_and_month, day_with_weekday, month_at, weekday_at
from timeline.dates.phrases.meaning import (
    Changed,
    DayOfMonth,
    InMoved,
    Moved,
    Near,
    NearYearless,
    Refused,
    Several,
    Weekday,
    WeekOf,
    Yearless,
)
from timeline.dates.phrases.parts_of_year import season
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    BACK,
    DAY_WORDS,
    ON,
    PARTS_OF_A_DAY,
    PARTS_OF_DAY,
    POINTING,
    SEASONS,
    WHICH,
)
from timeline.dates.phrases.years import Read, moved_year, ordinal_at


def day_word(tokens: Tokens, index: int) -> Read:
    """`yesterday`, `tomorrow morning`, `earlier today`, `tonight`, `the day before yesterday`."""
    index = (
        tokens.past(index, "earlier", "later", "early", "late")
        if tokens.at(index + 1) in DAY_WORDS
        else index
    )
    word = tokens.at(index)
    for words, days in (("the day before yesterday", -2), ("the day after tomorrow", 2)):
        if end := tokens.follows(index, words):
            return end, Moved("day", days, "said", "day-word")
    if word in DAY_WORDS:
        end = index + 1
        if tokens.at(end) in PARTS_OF_DAY:
            end += 1
        if (
            tokens.at(end) == "'"
            and tokens.at(end + 1) == "s"
            and word == "today"
            and tokens.written(index) == "today"
        ):
            return end, Moved("day", 0, "said", "day-word")
        return end, Moved("day", DAY_WORDS[word], "said", "day-word")
    if word == "this" and tokens.at(index + 1) in PARTS_OF_A_DAY | {"night"}:
        return index + 2, Moved("day", 0, "said", "day-word")
    if (
        word == "last"
        and tokens.at(index + 1) in {"night", "evening"}
        and tokens.at(index - 1) not in {"the", "his", "her"}
    ):
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
    the = which == "the" and tokens.at(index + 1) in WHICH
    if which in WHICH or the:
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


def which_month(tokens: Tokens, index: int) -> Read:
    """`last July`, `next March`, `this June`, `the previous April`; `last June` may be two."""
    index = tokens.past(index, "the")
    word = tokens.at(index)
    if word not in BACK | ON | {"this", "current"}:
        return None
    month = month_at(tokens, index + 1)
    if not month:
        return _which_season(tokens, index, word)
    date = Yearless(f"{{}}-{month[1]:02d}", month[1], 0, "month")
    return month[0], NearYearless(date, _which(word))


def _which(word: str) -> Literal["last", "this", "next", "previous"]:
    """The kind of the word before a month: `last`, `past`, `previous`, `this`, `next`, `following`."""
    if word in BACK:
        return "last" if word in {"last", "past"} else "previous"
    return "next" if word in ON else "this"


def _which_season(tokens: Tokens, index: int, word: str) -> Read:
    name = tokens.at(index + 1)
    if name not in SEASONS or (name == "fall" and word not in {"this", "last", "next"}):
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
    if (
        tokens.at(index) != "the"
        or not tokens.is_number(index + 1)
        or tokens.at(index - 1) not in {"on", "of", "by", "until", "from"}
    ):
        return None
    day = ordinal_at(tokens, index + 1)
    if (
        not day
        or not 1 <= day[1] <= 31
        or not (tokens.is_last(day[0]) or tokens.at(day[0]) in {"the", "he", "they", "and"})
    ):
        return None
    return day[0], DayOfMonth(day[1])


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
