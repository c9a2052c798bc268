"""Quotes cut from a text and altered: every anchor is right, and every quote that is in the text is found.

The fields of an input: the text, how to alter the quote, a quote to use instead of a cut one, and the words
before and after it. The alteration is a list of bytes: the first two choose the words, and each pair after
them is a change and its position.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import combinations, pairwise
from unittest.mock import patch

from fuzz.gathering import records, stored_texts, texts_in_tests
from fuzz.harness import Harness, hold, joined, parts
from timeline.evidence.publish import anchor_document
from timeline.quotes import Ambiguous, Found, Lost, SearchText, find, nearest
from timeline.quotes.disambiguate import choices
from timeline.quotes.stored_text import StoredText

_WORD = re.compile(r"[^ \n\r\t]+")
_ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_ELLIPSIS = re.compile(r"\[(?:\.\.\.|\u2026)\]")
_UNIFORM = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f"), '"')
_UNIFORM |= dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b"), "'")
_UNIFORM |= dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_UNIFORM[ord("\u2026")] = "..."


def folded(text: str) -> str:
    """A text in one typography, by the definition in docs/records.md and only the standard library."""
    spaced = re.sub(f"[{_ZERO_WIDTH}]+", "", re.sub(f"[{_ZERO_WIDTH}]*\\s[\\s{_ZERO_WIDTH}]*", " ", text))
    return unicodedata.normalize("NFC", spaced).translate(_UNIFORM)


def judge(data: bytes) -> None:
    """One text and one quote."""
    text, alteration, own, prefix, suffix = parts(data, 5)[:5]
    cut = _cut(text, alteration.encode())
    quote = own or _altered(cut, alteration.encode())
    source = SearchText(text)
    outcome = find(source, quote)
    if cut and folded(cut).strip():
        hold(not isinstance(find(source, cut), Lost), f"{cut!r} is not found in {text!r}")
    if isinstance(outcome, Found):
        _check_found(StoredText("seeds/a.txt", text, ""), quote, outcome)
    elif isinstance(outcome, Ambiguous):
        _check_ambiguous(source, quote, outcome)
    else:
        _check_lost(source, quote, outcome)
    _check_neighbours(source, quote, prefix, suffix)


def _check_ambiguous(source: SearchText, quote: str, outcome: Ambiguous) -> None:
    """Every position has the quote or the same part of it, and each choice selects its position."""
    text = source.text
    tails = [folded(text[start:]) for start in outcome.starts]
    matches = any(all(tail.startswith(part) for tail in tails) for part in _quote_and_parts(quote))
    hold(matches, f"{quote!r} is ambiguous at {outcome.starts} of {text!r}")
    for choice in choices(source, quote, outcome, 5):
        selected = find(source, text[choice.start : choice.end], choice.prefix, choice.suffix)
        selects = isinstance(selected, Found) and selected.anchors[0].start == choice.start
        hold(selects, f"{choice} does not select its position")


def _cut(text: str, alteration: bytes) -> str:
    """Whole words of the text, chosen by two bytes, with the punctuation next to them."""
    words = list(_WORD.finditer(text))
    if not words or len(alteration) < 2:
        return ""
    first = alteration[0] % len(words)
    last = min(first + alteration[1] % 12, len(words) - 1)
    return text[words[first].start() : words[last].end()]


def _altered(quote: str, alteration: bytes) -> str:
    for change, position in zip(alteration[2::2], alteration[3::2], strict=False):
        quote = _CHANGES[change % len(_CHANGES)](quote, position % (len(quote) + 1))
    return quote


def _insert(mark: str) -> Callable[[str, int], str]:
    return lambda quote, at: quote[:at] + mark + quote[at:]


def _replace(old: str, new: str) -> Callable[[str, int], str]:
    return lambda quote, at: quote[:at] + quote[at:].replace(old, new, 1)


_CHANGES: tuple[Callable[[str, int], str], ...] = (
    lambda quote, at: quote[:at] + quote[at + 1 :],
    lambda quote, at: quote[at:],
    lambda quote, at: quote[:at],
    lambda quote, _: unicodedata.normalize("NFD", quote),
    lambda quote, _: unicodedata.normalize("NFC", quote),
    lambda quote, at: quote[:at] + quote[at : at + 1].swapcase() + quote[at + 1 :],
    *(
        _insert(mark)
        for mark in ("\u200b", " ", "\n", "\u00ad", ".", "x", "\u0301", " [...] ", "-", "\u2026")
    ),
    *(_replace(*pair) for pair in ((" ", "\u00a0"), ("'", "\u2019"), ('"', "\u201c"), ("-", "\u2013"))),
    *(_replace(*pair) for pair in (("\u2019", "'"), ("\u2013", "-"), ("\u2026", "..."), ("...", "\u2026"))),
)


def _quote_and_parts(quote: str) -> list[str]:
    """The whole quote, then the parts that `[...]` joins."""
    return [folded(quote).strip(), *_parts(quote)]


def _parts(quote: str) -> list[str]:
    folded_parts = (folded(part).strip() for part in _ELLIPSIS.split(quote))
    return [part for part in folded_parts if part]


def _check_found(text: StoredText, quote: str, outcome: Found) -> None:
    """Each anchor has its line and column, and together the anchors are the quote."""
    lines = text.text.split("\n")
    for anchor in outcome.anchors:
        document = anchor_document(anchor, text)
        line, column = document["line"], document["column"]
        hold(1 <= line <= len(lines), f"{anchor}: line {line} of {len(lines)}")
        start = sum(len(earlier) + 1 for earlier in lines[: line - 1]) + column - 1
        position = f"line {line}, column {column} is {start}, not {anchor.start} of {text.text!r}"
        hold(start == anchor.start, position)
    passages = [text.text[anchor.start : anchor.end] for anchor in outcome.anchors]
    for anchor, passage in zip(outcome.anchors, passages, strict=True):
        hold(bool(passage), f"{anchor} is empty")
        exact = anchor.match != "exact" or passage in quote
        hold(exact, f"{passage!r} is not an exact part of {quote!r}")
    is_quote = [folded(passage).strip() for passage in passages] in ([folded(quote).strip()], _parts(quote))
    hold(is_quote, f"{passages} is not {quote!r} in {text.text!r}")
    offsets = [offset for anchor in outcome.anchors for offset in (anchor.start, anchor.end)]
    hold(offsets == sorted(offsets), f"{outcome} is out of order")


def _check_neighbours(source: SearchText, quote: str, prefix: str, suffix: str) -> None:
    """A position that prefix and suffix select is between them."""
    outcome = find(source, quote, prefix, suffix)
    if isinstance(outcome, Found):
        head, tail = source.text[: outcome.anchors[0].start], source.text[outcome.anchors[-1].end :]
        is_between = folded(head).rstrip().endswith(folded(prefix).strip())
        is_between = is_between and folded(tail).lstrip().startswith(folded(suffix).strip())
        hold(is_between, f"{quote!r} is not between {prefix!r} and {suffix!r} in {source.text!r}")


def _check_lost(source: SearchText, quote: str, outcome: Lost) -> None:
    """An absent part is nowhere in the text, and the nearest passage is inside the text."""
    text = source.text
    part, whole = folded(outcome.part).strip(), folded(text)
    if outcome.why == "absent" and part and part in whole and len(text) < 120:
        boundaries = [offset for offset in range(len(text) + 1) if not _is_mark(text[offset : offset + 1])]
        for start, end in combinations(boundaries, 2):
            # A cut that changes its neighbours when folded goes through a single character.
            pieces = folded(text[:start]), folded(text[start:end]), folded(text[end:])
            is_absent = pieces[1] != part or "".join(pieces) != whole
            hold(is_absent, f"{quote!r} is at {start} to {end} of {text!r}")
    near = nearest(source, quote)
    if near:
        hold(0 <= near.start < near.end <= len(text), f"{near} is outside {text!r}")
        hold(all(0 <= change.offset < len(text) for change in near.changes), f"{near} is outside {text!r}")


def _is_mark(character: str) -> bool:
    """Whether a character combines with the one before it."""
    return bool(character) and unicodedata.category(character)[0] == "M"


def _seeds() -> Iterator[bytes]:
    for text in stored_texts():
        lines = text.split("\n")
        for number in range(0, len(lines) - 1, 2):
            yield joined("\n".join(lines[number : number + 2]), "\x02\x04")
            yield joined("\n".join(lines[number : number + 2]), "\x01\x06\x06\x03")
    for _, record in records("events"):
        quotes = re.findall("'quote': '([^']+)'", str(record))
        yield from (joined(quote, "\x01\x03\x0d\x04", "") for quote in quotes[:2])
    examples = texts_in_tests("quotes")
    for first, second in pairwise(examples):
        yield joined(second, "", first)
        yield joined(first, "\x00\x02\x07\x05")
        yield joined(f"{first} {second}. {second}", "", second, first)


def _plant() -> AbstractContextManager[object]:
    """Lines are counted as `str.splitlines` does, not as editors do."""

    def place(text: StoredText, offset: int) -> tuple[int, int]:
        before = text.text[:offset].splitlines(keepends=True) or [""]
        at_line_end = before[-1].endswith("\n")
        return len(before) + at_line_end, 1 if at_line_end else len(before[-1]) + 1

    return patch.object(StoredText, "place", place)


_WORDS = (
    "\u201c", "\u201d", "\u2018", "\u2019", "\u2013", "\u2014", "\u2212", "\u2026", "...", "[...]",
    "[\u2026]", "\u00a0", "\u202f", "\u2028", "\u200b", "\u200d", "\u00ad", "\ufeff", "\u0301", "\u0327",
    "e\u0301", "\u00e9", "\u1100\u1161\u11a8", "\u304b\u3099", "\u0958", "\u212b", "\r\n", "\n", "\t",
    "\x0b", "\x0c", "\x85", "3.5 percent", "-5", "U.S.", "Indo-Pacific", "can't", "1,000", "10:30", " the ",
    "$5", "\u20ac", "1/2", "\u00b7",
)  # fmt: skip
HARNESS = Harness(judge, _seeds, _WORDS, _plant, joined("one\x0ctwo three", "\x01\x00"))
