"""Words about time that prove no date, and what they would need: they are refused, never guessed."""

import re
import unicodedata

_UNIT = "(?:day|week|month|quarter|year|decade)"
_NTH = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    "|[0-9]+(?:st|nd|rd|th))"
)
_BESIDE = "(?:predating|preceding|following|before|after|since|until|during|amid)"

_SENTENCES = (
    ("", "there are no words"),
    (f".*\\b{_NTH} (?:straight |consecutive )?{_UNIT}(?: in a row| running| straight)?",
     "counts, and names no date"),
    (f".*\\b{_NTH} {_UNIT} of (?P<what>.+)", "needs the start of {what}"),
    (f"(?:in |on |at |during |earlier |later )*(?:that|the same|those|these) (?:very )?{_UNIT}s?",
     "points back to a date in the words before it, and is read only with that"),
    ("(?:on |in )*(?:the )?(?:last|next) (?P<what>spring|summer|autumn|fall|winter)",
     "which {what} that was depends on the hemisphere; name its year"),
    ("(?:the )?(?:'[0-9]0|[0-9]0)s", "names no century"),
    (".*\\b(?:recently|lately|soon|shortly|now|currently|formerly|once|long ago|already)\\b.*",
     "says no time that can be counted"),
    (f".*\\b(?:few|several|some|many|couple of|dozens of) {_UNIT}s?\\b.*",
     "says no number that can be counted"),
    (f"(?:even )?(?:those )?{_BESIDE} (?P<what>.+)", "needs the date of {what}"),
)  # fmt: skip


def why_no_time(words: str) -> str:
    """One sentence: why no date follows from these words."""
    plain = tidy(words)
    for form, sentence in _SENTENCES:
        found = re.fullmatch(form, plain, re.IGNORECASE | re.DOTALL)
        if found:
            return sentence.format(**found.groupdict())
    return "no rule reads these words as a date"


def tidy(words: str) -> str:
    """The words with one kind of apostrophe, single spaces, and no stop at the end."""
    plain = unicodedata.normalize("NFC", words).translate(_APOSTROPHES)
    return " ".join(plain.split()).strip(" ,;:!?\"'\u201c\u201d").removesuffix(".")


_APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'")
