"""Parse one line of JSON Lines into nodes that have their columns."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.problems import Location, Problem
from timeline.readers.nodes import Entry, Mapping, Node, Scalar, Sequence

MAX_DEPTH = 16
MAX_FAULTS = 100
"""Problems after which the rest of a line is not read."""
_FREE_VALUES = 5000
"""Values allowed in a line, besides one for every six code points; more are just punctuation."""
_TOKEN = re.compile(
    r'[ \t\r]*(?:(?P<string>"(?:[^"\\\x00-\x1f]|\\.)*")|(?P<mark>[{}\[\],:])'
    r'|(?P<word>[^\s"{}\[\],:]+)|(?P<end>$)|)'
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f]")


class _InvalidJson(ValueError):
    """Why a line is not JSON, and at which code point of it (from 0)."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class _Token(NamedTuple):
    """`kind` is the name of a group of _TOKEN; the offsets [start, end) count from 0."""

    kind: str
    text: str
    start: int
    end: int


def read_line(file: str, line: str, number: int, problems: list[Problem]) -> Node:
    """Return the value of a line and append its problems; an empty scalar if the line is not JSON."""
    try:
        return _LineParser(file, line, number, problems).parse()
    except _InvalidJson as error:
        location = Location(file, number, error.offset + 1)
        hint = "write one record as JSON on this line; the other lines are read"
        problems.append(Problem(location, "json-syntax", str(error), hint))
        return Scalar("", number, error.offset + 1, number, error.offset + 1, "plain")


class _LineParser:
    """A recursive descent parser; each method that parses raises _InvalidJson at the first error."""

    def __init__(self, file: str, line: str, number: int, problems: list[Problem]) -> None:
        self._file = file
        self._line = line
        self._number = number
        self._problems = problems
        self._max_problems = len(problems) + MAX_FAULTS
        self._values_left = _FREE_VALUES + len(line) // 6
        self._offset = 0

    def parse(self) -> Node:
        """Return the one value of the line."""
        node = self._value(self._next(), 1)
        rest = self._next()
        if rest.kind != "end":
            raise _InvalidJson("unexpected text after the record", rest.start)
        return node

    def _next(self) -> _Token:
        match = _TOKEN.match(self._line, self._offset)
        kind = match.lastgroup if match else None
        if match is None or kind is None:
            raise self._unclosed_string()
        self._offset = match.end()
        return _Token(kind, match[kind], match.start(kind), match.end())

    def _unclosed_string(self) -> _InvalidJson:
        start = max(self._offset, self._line.find('"', self._offset))
        control = _CONTROL.search(self._line, start)
        if control:
            code = f"U+{ord(control.group()):04X}"
            return _InvalidJson(f"the character {code} must be escaped in a string", control.start())
        return _InvalidJson("unclosed quotation mark", start)

    def _value(self, token: _Token, depth: int) -> Node:
        self._values_left -= 1
        if self._values_left < 0:
            raise _InvalidJson("too many values for a line of this length", token.start)
        if token.kind == "string":
            return self._string(token)
        if depth > MAX_DEPTH:
            raise _InvalidJson(f"nested more than {MAX_DEPTH} levels deep", token.start)
        if token.text == "{":
            return self._object(token, depth)
        if token.text == "[":
            return self._list(token, depth)
        if token.kind == "word":
            return self._refused_value(token)
        raise self._unexpected(token, "a value")

    def _unexpected(self, token: _Token, expected: str) -> _InvalidJson:
        message = "unexpected end of line" if token.kind == "end" else f"expected {expected}"
        return _InvalidJson(message, token.start)

    def _string(self, token: _Token) -> Scalar:
        text = token.text[1:-1]
        if "\\" in text:
            text = self._unescaped(token)
        number = self._number
        return Scalar(text, number, token.start + 1, number, token.end + 1, "double")

    def _unescaped(self, token: _Token) -> str:
        try:
            text = str(json.loads(token.text))
        except ValueError:
            raise _InvalidJson("unknown escape sequence in this string", token.start) from None
        if _SURROGATE.search(text):
            raise _InvalidJson("unpaired surrogate in this string", token.start)
        return text

    def _object(self, token: _Token, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for part in self._parts("}"):
            if part.kind != "string":
                raise _InvalidJson("expected a key in quotation marks", part.start)
            key = self._string(part)
            colon = self._next()
            if colon.text != ":":
                raise _InvalidJson("expected a colon", colon.start)
            value = self._value(self._next(), depth + 1)
            if key.text in entries:
                self._report_duplicate(key)
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(entries, self._number, token.start + 1, (self._number, self._offset + 1))

    def _list(self, token: _Token, depth: int) -> Sequence:
        items = [self._value(part, depth + 1) for part in self._parts("]")]
        return Sequence(items, self._number, token.start + 1, (self._number, self._offset + 1))

    def _parts(self, close: str) -> Iterator[_Token]:
        """The first token of each part of a list or an object."""
        token = self._next()
        if token.text == close:
            return
        while True:
            yield token
            token = self._next()
            if token.text == close:
                return
            if token.text != ",":
                raise self._unexpected(token, f'a comma or "{close}"')
            token = self._next()

    def _refused_value(self, token: _Token) -> Scalar:
        """A number, true, false or null: valid JSON, but every value of a record is a string."""
        try:
            value = json.loads(token.text, parse_constant=_refuse_constant)
        except ValueError:
            raise _InvalidJson(f"{token.text[:40]} is not a JSON value", token.start) from None
        name = token.text if token.text.isalpha() else f"the number {token.text}"
        hint = "remove the key" if value is None else f'put it in quotation marks: "{token.text}"'
        location = Location(self._file, self._number, token.start + 1, len(token.text))
        self._report(Problem(location, "wrong-type", f"expected a string, found {name}", hint))
        start, end = token.start + 1, token.end + 1
        return Scalar(token.text, self._number, start, self._number, end, "plain")

    def _report_duplicate(self, key: Scalar) -> None:
        location = Location(self._file, key.line, key.column, key.end_column - key.column)
        message = f'duplicate key "{key.text}" in this object'
        self._report(Problem(location, "duplicate-key", message, "keep one of them"))

    def _report(self, problem: Problem) -> None:
        """Keep a problem. Raises _InvalidJson if there are too many."""
        if len(self._problems) >= self._max_problems:
            message = f"after {MAX_FAULTS} problems the rest of this line is unread"
            raise _InvalidJson(message, problem.location.column - 1)
        self._problems.append(problem)


def _refuse_constant(name: str) -> object:
    """NaN and Infinity, which Python accepts, are not JSON."""
    raise ValueError(name)
