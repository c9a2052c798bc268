"""A citation in YAML, to paste below `citations:` of an event: it is read back exactly as the text has it."""

import re
from collections.abc import Iterable, Iterator

from timeline.reports.quote import QuoteMatch
from timeline.text.escape import visible

_WIDTH = 110
_ITEM_INDENT, _KEY_INDENT, _TEXT_INDENT = " " * 6, " " * 8, " " * 10

# A line can be broken at a single space: YAML reads that line end as one space.
_BREAK = re.compile(r"(?<=\S) (?=\S)")

_LINE_ENDS = re.compile(r"(\n+)")
_NOT_IN_YAML = "\ufffe\uffff"
_PLAIN_SCALAR = re.compile(r"[A-Za-z][\w.'’-]*(?: [\w.'’-]+)*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write_citations(matches: Iterable[QuoteMatch]) -> Iterator[str]:
    """A list item for each match, indented as in events.yaml."""
    for match in matches:
        yield f"{_ITEM_INDENT}- source: {_source_id(match['source_id'])}\n"
        yield f"{_KEY_INDENT}quote: {_quote(match['quote'])}\n"
        for key, words in (("prefix", match["prefix"]), ("suffix", match["suffix"])):
            if words:
                yield f"{_KEY_INDENT}{key}: {_double_quoted(words)}\n"
        yield f"{_KEY_INDENT}{_supports(match['supports'])}\n"


def _source_id(source: str) -> str:
    """A plain scalar where possible. Without a record the name of the file is used, which can be any text."""
    return source if re.fullmatch(r"\w[\w.-]*", source, re.ASCII) else _double_quoted(source)


def _quote(words: str) -> str:
    """A folded block (`>-`), or a double-quoted scalar where folding or a terminal would change the words."""
    if words != words.strip() or not all(map(_is_safe_unquoted, words.split("\n"))):
        return _wrapped(_double_quoted(words))
    # YAML drops one of the line ends between two folded lines.
    pieces = _LINE_ENDS.split(words)
    folded = (f"{piece}\n{_TEXT_INDENT}" if piece.startswith("\n") else _wrapped(piece) for piece in pieces)
    return f">-\n{_TEXT_INDENT}{''.join(folded)}"


def _is_safe_unquoted(line: str) -> bool:
    return line == line.strip() and not any(map(_needs_escape, line))


def _needs_escape(character: str) -> bool:
    return visible(character) != character or character in _NOT_IN_YAML


def _wrapped(line: str) -> str:
    """One paragraph in lines of the usual width, broken at single spaces."""
    lines: list[str] = []
    for piece in _BREAK.split(line):
        if lines and len(lines[-1]) + 1 + len(piece) <= _WIDTH - len(_TEXT_INDENT):
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return f"\n{_TEXT_INDENT}".join(lines)


def _double_quoted(words: str) -> str:
    """In double quotes, with an escape for each character that is invisible, a control, or a line end."""
    return f'"{"".join(map(_escaped, words))}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _needs_escape(character) and (character == " " or not character.isspace()):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _supports(fields: list[str]) -> str:
    """A flow sequence, broken between its items where it is too long for a line."""
    items = [field if _PLAIN_SCALAR.fullmatch(field) else _double_quoted(field) for field in fields]
    lines = ["supports: ["]
    for number, item in enumerate(items, 1):
        piece = item + ("]" if number == len(items) else ",")
        if len(lines[-1]) + 1 + len(piece) > _WIDTH - len(_TEXT_INDENT):
            lines.append(piece)
        else:
            lines[-1] += piece if lines[-1].endswith("[") else f" {piece}"
    return f"\n{_TEXT_INDENT}".join(lines) + ("" if items else "]")
