"""Names as people type them: folded for comparison, and the near ones for "did you mean"."""

import difflib
import unicodedata
from collections.abc import Iterable

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})


def fold(name: str) -> str:
    """The form in which two names are compared: NFC, case folded, one apostrophe, single spaces."""
    if name.isascii():
        return " ".join(name.casefold().split())
    folded = unicodedata.normalize("NFC", name).casefold().translate(_APOSTROPHES)
    return " ".join(unicodedata.normalize("NFC", folded).split())


def closest_names(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known names that look like `name`, best first: for messages only, never for an answer."""
    spelled = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    found = difflib.get_close_matches(fold(name), spelled, n=most, cutoff=0.6)
    return [spelled[folded] for folded in found]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`did you mean Japan?`, or nothing where no known name is near."""
    *others, last = closest_names(name, known) or [""]
    if not last:
        return ""
    return f"did you mean {', '.join(others)} or {last}?" if others else f"did you mean {last}?"
