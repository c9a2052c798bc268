"""A citation as YAML, to be pasted below `citations:`: what is read back is what stands in the text."""

import re
from collections.abc import Iterable, Iterator

from timeline.reports.quote import QuoteMatch
from timeline.text.escape import visible

WIDTH = 110
_ITEM, _KEY, _BODY = " " * 6, " " * 8, " " * 10
# A line may end where one space stands by itself: YAML reads that line end as this space again.
_BREAK = re.compile(r"(?<=\S) (?=\S)")
_LINE_ENDS = re.compile(r"(\n+)")
_NO_YAML = "\ufffe\uffff"
_PLAIN = re.compile(r"[A-Za-z][\w.'’-]*(?: [\w.'’-]+)*")
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write_citations(stands: Iterable[QuoteMatch]) -> Iterator[str]:
    """A list item for each, indented as events.yaml has them."""
    for stand in stands:
        yield f"{_ITEM}- source: {_name(stand['source_id'])}\n"
        yield f"{_KEY}quote: {_quote(stand['quote'])}\n"
        for key, words in (("prefix", stand["prefix"]), ("suffix", stand["suffix"])):
            if words:
                yield f"{_KEY}{key}: {quoted(words)}\n"
        yield f"{_KEY}{_supports(stand['supports'])}\n"


def _name(source: str) -> str:
    """An id as it is; the name of a file that no record knows may be anything."""
    return source if re.fullmatch(r"\w[\w.-]*", source, re.ASCII) else quoted(source)


def _quote(words: str) -> str:
    """Folded (`>-`); in quotation marks where folding or a terminal would not keep it letter for letter."""
    if words != words.strip() or not all(map(_bare, words.split("\n"))):
        return _wrapped(quoted(words))
    # Of line ends between folded lines YAML drops one.
    pieces = _LINE_ENDS.split(words)
    folded = (f"{piece}\n{_BODY}" if piece.startswith("\n") else _wrapped(piece) for piece in pieces)
    return f">-\n{_BODY}{''.join(folded)}"


def _bare(line: str) -> bool:
    """Whether a line may stand in a file as it is."""
    return line == line.strip() and not any(map(_hides, line))


def _hides(character: str) -> bool:
    return visible(character) != character or character in _NO_YAML


def _wrapped(line: str) -> str:
    """One paragraph in lines of the usual width, broken where a single space stands."""
    out: list[str] = []
    for piece in _BREAK.split(line):
        if out and len(out[-1]) + 1 + len(piece) <= WIDTH - len(_BODY):
            out[-1] += f" {piece}"
        else:
            out.append(piece)
    return f"\n{_BODY}".join(out)


def quoted(words: str) -> str:
    """In double quotation marks, with an escape for whatever is hidden, commands or breaks a line."""
    return f'"{"".join(map(_escaped, words))}"'


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if not _hides(character) and (character == " " or not character.isspace()):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _supports(fields: list[str]) -> str:
    shown = [field if _PLAIN.fullmatch(field) else quoted(field) for field in fields]
    lines = ["supports: ["]
    for number, field in enumerate(shown, 1):
        piece = field + ("]" if number == len(shown) else ",")
        if len(lines[-1]) + 1 + len(piece) > WIDTH - len(_BODY):
            lines.append(piece)
        else:
            lines[-1] += piece if lines[-1].endswith("[") else f" {piece}"
    return f"\n{_BODY}".join(lines) + ("" if shown else "]")
