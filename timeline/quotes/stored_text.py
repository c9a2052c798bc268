"""Stored texts: what stands at an offset, in lines and columns."""

from bisect import bisect_right
from functools import cached_property

from timeline.quotes import SearchText


class StoredText:
    """One text of `seeds/`, as its bytes say. Offsets are code points, lines and columns count from 1."""

    def __init__(self, file: str, text: str, sha256: str) -> None:
        self.file = file
        """How it is shown to people: `seeds/NAME.txt`."""
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
        """Line and column of an offset. Only LF ends a line, as `sed -n` and editors count."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line without its end; empty where there is no such line."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)]

    def context(self, start: int, end: int, reach: int = 64) -> tuple[str, str]:
        """What stands on the same lines before and behind a passage, at most `reach` code points each."""
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", end)
        stop = line_end if line_end >= 0 else len(self.text)
        return self.text[max(line_start, start - reach) : start], self.text[end : min(stop, end + reach)]
