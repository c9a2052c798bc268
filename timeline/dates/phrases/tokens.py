"""A text as the tokens that the grammar reads: words, numbers and marks, each with its place."""

import re
from collections.abc import Sequence

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
# One code point for one code point, so that places stay those of the text.
_SAME = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-") | dict.fromkeys(
    map(ord, "\u2018\u2019\u02bc"), "'"
)
_EN_DASHES = "\u2013\u2014"


class Tokens:
    """The tokens of a text. Beyond its ends every token is empty, so rules may look ahead freely."""

    __slots__ = ("alone", "ends", "raw", "size", "starts", "text", "words")

    def __init__(self, text: str, *, alone: bool = False) -> None:
        self.text = text
        self.alone = alone
        """Whether the text is one phrase: then capitals and neighbours say nothing."""
        matches = list(_TOKEN.finditer(text.translate(_SAME)))
        self.raw: list[str] = [match.group() for match in matches]
        self.words: list[str] = [word.lower() for word in self.raw]
        self.starts: Sequence[int] = [match.start() for match in matches]
        self.ends: Sequence[int] = [match.end() for match in matches]
        self.size = len(matches)

    def at(self, index: int) -> str:
        """The token in lower case; empty outside the text."""
        return self.words[index] if 0 <= index < self.size else ""

    def written(self, index: int) -> str:
        """The token as written; empty outside the text."""
        return self.raw[index] if 0 <= index < self.size else ""

    def joined(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def parted(self, index: int) -> bool:
        """Whether a blank line, or the end of the text, stands before this token."""
        if not 0 < index < self.size:
            return True
        between = self.text[self.ends[index - 1] : self.starts[index]]
        return between.count("\n") > 1

    def is_number(self, index: int) -> bool:
        """Whether the token is a number in ASCII digits."""
        return self.at(index).isdecimal() and self.at(index).isascii()

    def has_en_dash(self, index: int) -> bool:
        """Whether the token is a dash that joins the ends of a range, and no hyphen."""
        return self.text[self.starts[index]] in _EN_DASHES

    def past(self, index: int, *words: str) -> int:
        """The index after this token where it is one of the words, else the index itself."""
        return index + 1 if self.at(index) in words else index

    def is_last(self, index: int) -> bool:
        """Whether no word stands here, to which the words before could belong: a mark, or the end."""
        return self.parted(index) or not (self.at(index)[:1].isalnum() or self.at(index) == "'")

    def follows(self, index: int, phrase: str) -> int:
        """The index after these words where they stand here, else 0."""
        words = phrase.split()
        end = index + len(words)
        return end if self.at(index) == words[0] and self.words[index:end] == words else 0
