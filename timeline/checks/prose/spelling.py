"""One word in its other forms: without accents, singular and plural, Asia and Asian, British and American."""

import unicodedata
from collections.abc import Container, Iterator

_ENDINGS = ("s", "es", "n", "an", "ern")
_SPELLINGS = (("ence", "ense"), ("isation", "ization"), ("amme", "am"), ("tre", "ter"), ("our", "or"))
_STEM = 4
"""So many letters a word keeps when an ending is taken off."""


def plain(word: str) -> str:
    """A word in small letters without accents: newspapers write Erdogan and Erdoğan."""
    if word.isascii():
        return word.casefold()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def stands_in(word: str, known: Container[str]) -> bool:
    """Whether a word, or another form of it, is among plain words."""
    written = plain(word)
    return written in known or any(form in known for form in _forms(written))


def _forms(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        yield word + ending
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            yield word[: -len(ending)]
    for british, american in _SPELLINGS:
        for one, other in ((british, american), (american, british)):
            if word.endswith(one):
                yield word[: -len(one)] + other
            if word.endswith(f"{one}s"):
                yield word[: -len(one) - 1] + other + "s"
