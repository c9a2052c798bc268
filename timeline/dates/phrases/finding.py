"""`find_phrases`: the words of time in a sentence, with their places."""

import re
from typing import NamedTuple

from timeline.dates.phrases.words import DAY, NUMBER, SEASON


class Found(NamedTuple):
    """Words of time: offsets in code points, as Python slices have them, and the words themselves."""

    start: int
    end: int
    text: str


_SURE_MONTH = (
    "(?:January|February|April|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
# Capitals tell a month from a verb, except at the head of a sentence: "May" and "March" need company.
_MONTH = rf"(?:{_SURE_MONTH}|March|May|Mar\b\.?)"
_WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_NO_SUM = r"(?![.,]?[0-9]|%| (?:per ?cent|[a-z]?illion|people|troops|soldiers|dollars|euros))"
_YEAR = rf"(?:AD [0-9]{{1,4}}|[0-9]{{1,4}} (?:BCE?|AD|CE)\b|(?<![0-9.,$€£])[12][0-9]{{3}}\b{_NO_SUM})"
_TO = "(?: ?[-\u2010-\u2015] ?| to | and | or | until )"
_UNIT = "(?:day|week|weekend|month|quarter|year|decade|centur(?:y|ie))s?"
_WHICH = "(?i:last|this|next|previous|current|coming|following|past|recent|that|the same)"
_BEFORE = (
    "(?i:in|on|at|by|since|until|till|before|after|during|from|between|about|around|circa|c\\.|ca\\.|over"
    "|through)(?: the)? "
)
_PART = "(?i:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)[- ](?:in )?(?:the )?"
_NTH = "(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]+(?:st|nd|rd|th))"
_DAYS = f"{DAY}(?:(?:, {DAY}){{0,5}}{_TO}{DAY})?"
_OF_YEAR = f"(?:,? (?:of )?{_YEAR})?"

_DATES = (
    f"(?:{_WEEKDAY},? )?(?:the )?{_DAYS}(?: of)? {_MONTH}{_OF_YEAR}(?:{_TO}{DAY} {_MONTH}{_OF_YEAR})?",
    rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAYS}(?![0-9]){_OF_YEAR}(?:{_TO}{_MONTH} {DAY}(?![0-9]){_OF_YEAR})?",
    f"{_MONTH}(?:{_TO}{_MONTH})?,? (?:of )?{_YEAR}",
    f"(?i:{SEASON})(?: of)? {_YEAR}(?:[-/\u2013][0-9]{{2,4}})?",
    f"(?:Q[1-4]|H[12]|{_NTH} (?:quarter|half))(?: of)? {_YEAR}",
    r"[12][0-9]{2}0s\b",
    rf"{_NTH} century\b",
    f"{_YEAR}(?:{_TO}{_YEAR})?",
    f"{_WHICH} (?:few )?(?:{_UNIT}|{_WEEKDAY}|{_MONTH}|(?i:{SEASON}))\\b",
    rf"{_NTH} (?:straight |consecutive )?{_UNIT}(?: in a row)?\b",
    rf"(?i:{NUMBER}|few|several) {_UNIT} (?:ago|earlier|later|before|after|from now)\b",
    f"{_WEEKDAY}(?: morning| afternoon| evening| night)?",
    r"(?i:(?:the day (?:before|after) )?(?:yesterday|tomorrow)|today|tonight|last night|recently)\b",
    rf"{_SURE_MONTH}(?![a-z])",
)

_FINDER = re.compile(
    rf"\b(?:(?:{_BEFORE}){{0,2}}(?:{_PART})?(?:the )?(?:{'|'.join(_DATES)})"
    rf"|(?:{_BEFORE}(?:{_PART})?|{_PART}){_MONTH}(?![a-z])"
    rf"|{_BEFORE}(?i:{NUMBER}) {_UNIT}\b)"
)


def find_phrases(sentence: str) -> list[Found]:
    """The words of time in this sentence, from left to right: "in late June", "last month", "On Tuesday".

    What is found may still be refused by `read`: "recently" is a word of time and names no date.
    """
    return [Found(found.start(), found.end(), found.group()) for found in _FINDER.finditer(sentence)]
