"""Names as people type them: the form used for comparison, and suggestions for a misspelled name."""

import difflib
import unicodedata
from collections.abc import Iterable

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})
_MIN_SIMILARITY = 0.6
"""difflib's ratio, from 0 to 1, below which a known name is not suggested."""


def fold(name: str) -> str:
    """Return the form in which names are compared: NFC, case folded, one apostrophe, single spaces."""
    if name.isascii():
        return " ".join(name.casefold().split())
    folded = unicodedata.normalize("NFC", name).casefold().translate(_APOSTROPHES)
    # Case folding can undo the composition, so the result is composed again.
    return " ".join(unicodedata.normalize("NFC", folded).split())


def closest_names(name: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` known names that are spelled like `name`, most similar first.

    Use them only in messages: similarity never decides an answer.
    """
    spellings = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    matches = difflib.get_close_matches(fold(name), spellings, n=limit, cutoff=_MIN_SIMILARITY)
    return [spellings[match] for match in matches]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a question such as `did you mean Japan?`, or "" if no known name is similar."""
    *others, last = closest_names(name, known) or [""]
    if not last:
        return ""
    return f"did you mean {', '.join(others)} or {last}?" if others else f"did you mean {last}?"
