"""Stored texts, with the line and column of each offset."""

from bisect import bisect_right
from functools import cached_property

from timeline.quotes.normalise import SearchText


class StoredText:
    """One text of `seeds/`, as decoded from its bytes.

    Offsets are code points; lines and columns count from 1. Only a line feed ends a line, as in `sed -n` and
    in editors.
    """

    def __init__(self, file: str, text: str, sha256: str) -> None:
        self.file = file
        """The name shown to people: `seeds/NAME.txt`."""
        self.text = text
        self.sha256 = sha256
        self.search = SearchText(text)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        end = self.text.find("\n")
        while end >= 0:
            starts.append(end + 1)
            end = self.text.find("\n", end + 1)
        return starts

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def location(self, offset: int) -> str:
        """Return an offset as FILE:LINE:COLUMN."""
        line, column = self.place(offset)
        return f"{self.file}:{line}:{column}"

    def line(self, number: int) -> str:
        """Return the text of a line without its line feed; "" if there is no such line."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)]

    def context(self, start: int, end: int, reach: int = 64) -> tuple[str, str]:
        """Return the text before and after a passage, on the same lines, at most `reach` code points each."""
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", end)
        stop = line_end if line_end >= 0 else len(self.text)
        return self.text[max(line_start, start - reach) : start], self.text[end : min(stop, end + reach)]
