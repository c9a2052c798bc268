"""The English words of time, and the forms in which the rules name them."""

import re
import unicodedata

from timeline.dates.values import NotADate

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
ORDINALS = ("zeroth", "first", "second", "third", "fourth")

MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
SEASON = f"(?:{'|'.join(SEASONS)})"
DAY = "(?:[0-9]{1,2}(?:st|nd|rd|th)?)"
YEAR = "(?:ad [0-9]{1,4}|[0-9]{1,4} (?:bce?|ad|ce)|[0-9]{4})"
NUMBER = f"(?:an?|[0-9]{{1,4}}|{'|'.join(NUMBERS[1:])})"
TO = "(?: ?- ?| to | until | till | through )"
AND = "(?: and | or )"
OF_YEAR = f"(?:,| of|,? in)? ?(?P<year>{YEAR})"
LIST = re.compile(f",?{AND}|, ?")
VERB_AHEAD = (
    "(?:(?:begins?|starts?|opens?|takes? place|convenes?|(?:is|are) (?:due|to [a-z]+)|will [a-z]+"
    "|due|scheduled|planned)(?: for)?)"
)

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'")


def tidy(words: str) -> str:
    """The words with one kind of dash and of apostrophe, single spaces, and no stop at the end."""
    plain = unicodedata.normalize("NFC", words).translate(_DASHES | _QUOTES)
    return " ".join(plain.split()).strip(" ,;:!?\"'\u201c\u201d").removesuffix(".")


def normal(words: str) -> str:
    """The words as the rules compare them: tidy, in lower case, `bc` for `B.C.`."""
    return re.sub(r"\b([abc])\.\s?([cde])\.?(?:\s?(e)\.?)?(?=\s|$)", r"\1\2\3", tidy(words).casefold())


def month_number(word: str) -> int:
    """1 to 12 for the name of a month, in full or shortened."""
    return next(place for place, name in enumerate(MONTHS, 1) if name.startswith(word.rstrip(".")[:3]))


def count(word: str) -> int:
    """The number that a figure or a number word says; `a` is one."""
    if word.isdigit():
        return int(word)
    return 1 if word in {"a", "an"} else NUMBERS.index(word)


def year_text(word: str) -> str:
    """A year as EDTF writes it: `2024`, `-0043` for 44 BC, `0079` for AD 79."""
    digits = int("".join(filter(str.isdigit, word)))
    if not digits:
        raise NotADate("there is no year 0 in words; the year before AD 1 is 1 BC")
    if "b" not in word:
        return f"{digits:04d}"
    return f"-{digits - 1:04d}" if digits > 1 else "0000"


def day_digits(word: str) -> str:
    """The day of the month in two digits: `09` for `9th`."""
    return f"{int(word.rstrip('stndrh')):02d}"


def several(dates: list[str], words: str) -> str:
    """A set of these dates: one of them where the words say `or`, else all of them."""
    return f"[{','.join(dates)}]" if " or " in words else f"{{{','.join(dates)}}}"
