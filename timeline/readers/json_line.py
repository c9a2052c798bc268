"""One line of JSON Lines, read from left to right with the column of everything in it."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.problems import Location, Problem
from timeline.readers.nodes import Entry, Mapping, Node, Scalar, Sequence

MAX_DEPTH = 16
MAX_FAULTS = 100
"""Faults after which a line is not read on."""
FREE_VALUES = 5000
"""Values that a line may hold besides one for each six letters: more are marks without words."""
_TOKEN = re.compile(
    r'[ \t\r]*(?:(?P<text>"(?:[^"\\\x00-\x1f]|\\.)*")|(?P<mark>[{}\[\],:])'
    r'|(?P<word>[^\s"{}\[\],:]+)|(?P<end>$)|)'
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f]")


class NoJson(ValueError):
    """What is wrong with a line, and at which code point of it (from 0)."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def read_line(file: str, line: str, number: int, problems: list[Problem]) -> Node:
    """What stands in one line; an empty text where that cannot be read."""
    reader = _Line(file, line, number, problems)
    try:
        return reader.whole()
    except NoJson as error:
        where = Location(file, number, error.at + 1)
        hint = "write one record as JSON on this line; the other lines are read"
        problems.append(Problem(where, "json-syntax", str(error), hint))
        return Scalar("", number, error.at + 1, number, error.at + 1, "plain")


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


class _Line:
    """Reads one line from left to right."""

    def __init__(self, file: str, line: str, number: int, problems: list[Problem]) -> None:
        self._file = file
        self._line = line
        self._number = number
        self._problems = problems
        self._most = len(problems) + MAX_FAULTS
        self._left = FREE_VALUES + len(line) // 6
        self._at = 0

    def whole(self) -> Node:
        """The one value of the line. Raises NoJson."""
        node = self._value(self._next(), 1)
        rest = self._next()
        if rest.kind != "end":
            raise NoJson("something stands behind the record on its line", rest.start)
        return node

    def _next(self) -> _Token:
        match = _TOKEN.match(self._line, self._at)
        kind = match.lastgroup if match else None
        if match is None or kind is None:
            raise self._open_text()
        self._at = match.end()
        return _Token(kind, match[kind], match.start(kind), match.end())

    def _open_text(self) -> NoJson:
        """What is wrong with a text that does not end as it should."""
        start = max(self._at, self._line.find('"', self._at))
        control = _CONTROL.search(self._line, start)
        if control:
            letter = f"the character U+{ord(control.group()):04X}"
            return NoJson(f"{letter} stands in a text; JSON has it escaped", control.start())
        return NoJson("a quotation mark that stands here is never closed", start)

    def _value(self, token: _Token, depth: int) -> Node:
        self._left -= 1
        if self._left < 0:
            raise NoJson("these are more values than so short a line has", token.start)
        if token.kind == "text":
            return self._scalar(token)
        if depth > MAX_DEPTH:
            raise NoJson(f"this is nested more than {MAX_DEPTH} deep", token.start)
        if token.text == "{":
            return self._mapping(token, depth)
        if token.text == "[":
            return self._sequence(token, depth)
        if token.kind == "word":
            return self._word(token)
        ended = token.kind == "end"
        raise NoJson("the line ends too soon" if ended else "a value is wanted here", token.start)

    def _scalar(self, token: _Token) -> Scalar:
        text = token.text[1:-1]
        if "\\" in text:
            text = self._unescaped(token)
        number = self._number
        return Scalar(text, number, token.start + 1, number, token.end + 1, "double")

    def _unescaped(self, token: _Token) -> str:
        try:
            text = str(json.loads(token.text))
        except ValueError:
            raise NoJson("this text has an escape that JSON does not know", token.start) from None
        if _SURROGATE.search(text):
            raise NoJson("half of a character (a surrogate) is escaped in this text", token.start)
        return text

    def _mapping(self, token: _Token, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for key in self._parts("}"):
            if key.kind != "text":
                raise NoJson("a key in quotation marks is wanted here", key.start)
            name = self._scalar(key)
            colon = self._next()
            if colon.text != ":":
                raise NoJson("a colon is wanted here", colon.start)
            value = self._value(self._next(), depth + 1)
            if name.text in entries:
                self._twice(name)
            else:
                entries[name.text] = Entry(name, value)
        return Mapping(entries, self._number, token.start + 1, (self._number, self._at + 1))

    def _sequence(self, token: _Token, depth: int) -> Sequence:
        items = [self._value(part, depth + 1) for part in self._parts("]")]
        return Sequence(items, self._number, token.start + 1, (self._number, self._at + 1))

    def _parts(self, close: str) -> Iterator[_Token]:
        """The first token of each part of a list or a mapping."""
        token = self._next()
        if token.text == close:
            return
        while True:
            yield token
            token = self._next()
            if token.text == close:
                return
            if token.text != ",":
                what = f'a comma or "{close}" is wanted here'
                raise NoJson("the line ends too soon" if token.kind == "end" else what, token.start)
            token = self._next()

    def _twice(self, name: Scalar) -> None:
        message = f'"{name.text}" stands twice in this object'
        where = Location(self._file, name.line, name.column, name.end_column - name.column)
        self._keep(Problem(where, "duplicate-key", message, "keep one of them"))

    def _keep(self, problem: Problem) -> None:
        if len(self._problems) >= self._most:
            raise NoJson(
                f"after {MAX_FAULTS} faults the rest of this line is unread", problem.location.column - 1
            )
        self._problems.append(problem)

    def _word(self, token: _Token) -> Scalar:
        """A number, true, false or null, which no record has: every value is text."""
        where = Location(self._file, self._number, token.start + 1, len(token.text))
        try:
            value = json.loads(token.text, parse_constant=_refuse)
        except ValueError:
            raise NoJson(f"{token.text[:40]} is no value of JSON", token.start) from None
        what = token.text if token.text.isalpha() else f"the number {token.text}"
        mend = "leave the key out" if value is None else f'write it in quotation marks: "{token.text}"'
        self._keep(Problem(where, "wrong-type", f"{what} stands where a text is wanted", mend))
        start, end = token.start + 1, token.end + 1
        return Scalar(token.text, self._number, start, self._number, end, "plain")


def _refuse(name: str) -> object:
    raise ValueError(name)
