"""The table of all forms of words of time, by the words with which they begin. A new form is one row."""

# ruff: noqa: SIM905  (words read best as words)

from collections.abc import Callable

from timeline.dates.phrases.bare_years import bare_year
from timeline.dates.phrases.days import day_and_month, day_with_weekday, months
from timeline.dates.phrases.digits import feast, figures, iso_date
from timeline.dates.phrases.nearest import (
    day_of_month,
    day_word,
    month_of_year,
    overnight,
    pointing_season,
    week_of,
    weekday,
    weekend,
    which_month,
)
from timeline.dates.phrases.parts_of_year import century, decade, part_of_year, season
from timeline.dates.phrases.relative import (
    counted,
    day_beside,
    in_time,
    recent,
    units_end,
    vague,
    which_unit,
)
from timeline.dates.phrases.tokens import Tokens
from timeline.dates.phrases.vocabulary import (
    DAY_WORDS,
    DECADES,
    FEW,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    WHICH,
)
from timeline.dates.phrases.years import Read

Form = Callable[[Tokens, int], Read]

ANY_NUMBER = "0"
"""Stands for any number in the table of first words."""
_LIMITS = ("more", "less", "fewer", "at", "over", "under", "within")
_MONTH = (*MONTHS, *SHORT_MONTHS)
_WEEKDAY = (*WEEKDAYS, *SHORT_WEEKDAYS)
_ORDINAL = (*ORDINALS, "twenty", "thirty")
_FIRST_WORDS: tuple[tuple[Form, tuple[str, ...]], ...] = (
    (day_with_weekday, _WEEKDAY),
    (iso_date, (ANY_NUMBER,)),
    (figures, (ANY_NUMBER,)),
    (day_and_month, (*_MONTH, *_ORDINAL, ANY_NUMBER, "the")),
    (months, _MONTH),
    (week_of, ("the", "week")),
    (month_of_year, (*WHICH, "the")),
    (part_of_year, ("q", "h", "first", "second", "third", "fourth", "last", "final", "latter", ANY_NUMBER)),
    (season, (*SEASONS, ANY_NUMBER)),
    (decade, (*DECADES, "'", ANY_NUMBER)),
    (century, (*_ORDINAL, ANY_NUMBER)),
    (bare_year, ("ad", "a", "ce", "c", "year", "years", "'", ANY_NUMBER)),
    (weekday, (*_WEEKDAY, *WHICH, "the")),
    (day_beside, ("the",)),
    (day_word, (*DAY_WORDS, "this", "last", "earlier", "later", "early", "late", "the")),
    (which_month, (*WHICH, "the")),
    (which_unit, (*WHICH, "the", "earlier", "later")),
    (pointing_season, ("that",)),
    (weekend, (*WHICH, "the")),
    (overnight, ("overnight",)),
    (counted, ("a", "an", "half", *NUMBERS, ANY_NUMBER)),
    (in_time, ("in",)),
    (day_of_month, ("the",)),
    (recent, ("recent", "past", "last", "the")),
    (vague, (*_ORDINAL, *FEW, *_LIMITS, "recently", "lately", "a", ANY_NUMBER)),
    (feast, ("christmas", "boxing", "new")),
    (units_end, ("month", "year")),
)


def _forms_by_word() -> dict[str, tuple[Form, ...]]:
    table: dict[str, list[Form]] = {}
    for form, words in _FIRST_WORDS:
        for word in dict.fromkeys(words):
            table.setdefault(word, []).append(form)
    return {word: tuple(forms) for word, forms in table.items()}


FORMS = _forms_by_word()
"""The forms that may begin with a word, by that word in lower case."""
_MORE_BEHIND_THE = (
    "day week weekend decade century end beginning start close middle mid night morning evening afternoon "
    "opening closing"
).split()
BEHIND_THE = frozenset((*FORMS, *_MORE_BEHIND_THE)) - {"the", "a"}
"""Words that make it worth while to look at a `the` before them."""
