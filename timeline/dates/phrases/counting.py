"""Counting from the day on which words were said, however well that day is known."""

from datetime import date

from timeline.dates.phrases.about import approximately
from timeline.dates.phrases.rule import Counted, Words
from timeline.dates.saying import say
from timeline.dates.values import Date, NotADate


def count_from(rule: Counted, words: Words, as_of: Date | None) -> str:
    """What the rule makes of the words, from every day that `as_of` can be.

    One answer is the answer, also where `as_of` is vague. Where `as_of` is marked approximate and gives one
    answer as written, the answer is approximate too. Raises `NotADate` where there are more.
    """
    if as_of is None:
        raise NotADate("counts from the day on which it was said; say which day that was")
    first, last = as_of.start.earliest, as_of.end.latest
    if first is None or last is None:
        raise NotADate(f"counts from a day, and {say(as_of)} is none")
    lowest = min(first if reach.first is None else reach.first for reach in as_of.reaches)
    highest = max(last if reach.last is None else reach.last for reach in as_of.reaches)
    answers = {_from_day(rule, words, lowest), _from_day(rule, words, highest)}
    if len(answers) == 1:
        return answers.pop()
    answers = {_from_day(rule, words, first), _from_day(rule, words, last)}
    if len(answers) > 1:
        raise NotADate(f"counts from a day, and {say(as_of)} is not precise enough")
    return approximately(answers.pop())


def _from_day(rule: Counted, words: Words, number: int) -> str:
    try:
        return rule.edtf(words, date.fromordinal(number))
    except NotADate:
        raise
    except (ValueError, OverflowError):
        raise NotADate("is counted in the years 1 to 9999 only") from None
