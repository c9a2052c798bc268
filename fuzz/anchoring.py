"""A text, and a quote cut from it and spoiled: what is anchored stands there, and what stands there is found.

The fields of an input: the text, how to spoil, a quote where none is to be cut, and words before and behind
it. To spoil is a list of bytes: the first two choose the words, each pair after them a change and its place.
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
_JOINT = re.compile(r"\[(?:\.\.\.|\u2026)\]")
_SAME = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f"), '"')
_SAME |= dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b"), "'")
_SAME |= dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_SAME[ord("\u2026")] = "..."


def folded(text: str) -> str:
    """A text in one typography, by the words of docs/records.md and the standard library alone."""
    seen = re.sub(f"[{_ZERO_WIDTH}]+", "", re.sub(f"[{_ZERO_WIDTH}]*\\s[\\s{_ZERO_WIDTH}]*", " ", text))
    return unicodedata.normalize("NFC", seen).translate(_SAME)


def judge(data: bytes) -> None:
    """One text and one quote."""
    text, how, own, before, behind = parts(data, 5)[:5]
    cut = _cut(text, how.encode())
    quote = own or _spoiled(cut, how.encode())
    source = SearchText(text)
    outcome = find(source, quote)
    if cut and folded(cut).strip():
        hold(not isinstance(find(source, cut), Lost), f"{cut!r} is not found in {text!r}")
    if isinstance(outcome, Found):
        _found(StoredText("seeds/a.txt", text, ""), quote, outcome)
    elif isinstance(outcome, Ambiguous):
        tails = [folded(text[start:]) for start in outcome.starts]
        there = any(all(tail.startswith(part) for tail in tails) for part in _pieces(quote))
        hold(there, f"{quote!r} is ambiguous at {outcome.starts} of {text!r}")
        for one in choices(source, quote, outcome, 5):
            chosen = find(source, text[one.start : one.end], one.prefix, one.suffix)
            hold(isinstance(chosen, Found) and chosen.anchors[0].start == one.start, f"{one} does not choose")
    else:
        _lost(source, quote, outcome)
    _between(source, quote, before, behind)


def _cut(text: str, how: bytes) -> str:
    """Whole words of the text, as two bytes choose them; marks that join nothing may go along."""
    words = list(_WORD.finditer(text))
    if not words or len(how) < 2:
        return ""
    first = how[0] % len(words)
    last = min(first + how[1] % 12, len(words) - 1)
    return text[words[first].start() : words[last].end()]


def _spoiled(quote: str, how: bytes) -> str:
    for change, place in zip(how[2::2], how[3::2], strict=False):
        at = place % (len(quote) + 1)
        quote = _CHANGES[change % len(_CHANGES)](quote, at)
    return quote


def _put(mark: str) -> Callable[[str, int], str]:
    return lambda quote, at: quote[:at] + mark + quote[at:]


def _swap(one: str, other: str) -> Callable[[str, int], str]:
    return lambda quote, at: quote[:at] + quote[at:].replace(one, other, 1)


_CHANGES: tuple[Callable[[str, int], str], ...] = (
    lambda quote, at: quote[:at] + quote[at + 1 :],
    lambda quote, at: quote[at:],
    lambda quote, at: quote[:at],
    lambda quote, _: unicodedata.normalize("NFD", quote),
    lambda quote, _: unicodedata.normalize("NFC", quote),
    lambda quote, at: quote[:at] + quote[at : at + 1].swapcase() + quote[at + 1 :],
    *(_put(mark) for mark in ("\u200b", " ", "\n", "\u00ad", ".", "x", "\u0301", " [...] ", "-", "\u2026")),
    *(_swap(*pair) for pair in ((" ", "\u00a0"), ("'", "\u2019"), ('"', "\u201c"), ("-", "\u2013"))),
    *(_swap(*pair) for pair in (("\u2019", "'"), ("\u2013", "-"), ("\u2026", "..."), ("...", "\u2026"))),
)


def _pieces(quote: str) -> list[str]:
    """The whole quote, then the parts that `[...]` joins."""
    parted = [folded(part).strip() for part in _JOINT.split(quote)]
    return [folded(quote).strip(), *(part for part in parted if part)]


def _found(text: StoredText, quote: str, outcome: Found) -> None:
    """Each anchor stands at its line and column, and together they say what the quote says."""
    said: list[str] = []
    lines = text.text.split("\n")
    for one in outcome.anchors:
        place = anchor_document(one, text)
        line, column = place["line"], place["column"]
        hold(1 <= line <= len(lines), f"{one}: line {line} of {len(lines)}")
        start = sum(len(before) + 1 for before in lines[: line - 1]) + column - 1
        hold(start == one.start, f"line {line}, column {column} is {start}, not {one.start} of {text.text!r}")
        words = text.text[start : one.end]
        hold(bool(words), f"{one} is empty")
        hold(
            one.match != "exact" or words in quote, f"{words!r} is said to be letter for letter in {quote!r}"
        )
        said.append(words)
    whole = folded(quote).strip()
    pieces = [folded(part).strip() for part in _JOINT.split(quote)]
    pieces = [part for part in pieces if part]
    hold(
        [folded(one).strip() for one in said] in ([whole], pieces), f"{said} is no {quote!r} in {text.text!r}"
    )
    ends = [edge for one in outcome.anchors for edge in (one.start, one.end)]
    hold(ends == sorted(ends), f"{outcome} is out of order")


def _between(source: SearchText, quote: str, before: str, behind: str) -> None:
    """Of several places one is chosen that stands between these words."""
    outcome = find(source, quote, before, behind)
    if isinstance(outcome, Found):
        head, tail = source.text[: outcome.anchors[0].start], source.text[outcome.anchors[-1].end :]
        there = folded(head).rstrip().endswith(folded(before).strip())
        there = there and folded(tail).lstrip().startswith(folded(behind).strip())
        hold(there, f"{quote!r} does not stand between {before!r} and {behind!r} in {source.text!r}")


def _lost(source: SearchText, quote: str, outcome: Lost) -> None:
    """What is said to be absent is not there; the nearest passage lies in the text."""
    text = source.text
    wanted, whole = folded(outcome.part).strip(), folded(text)
    if outcome.why == "absent" and wanted and wanted in whole and len(text) < 120:
        borders = [at for at in range(len(text) + 1) if not _is_mark(text[at : at + 1])]
        for at, to in combinations(borders, 2):
            # A cut that changes what stands beside it goes through what is one character.
            ends = folded(text[:at]), folded(text[at:to]), folded(text[to:])
            hold(ends[1] != wanted or "".join(ends) != whole, f"{quote!r} stands at {at} to {to} of {text!r}")
    near = nearest(source, quote)
    if near:
        hold(0 <= near.start < near.end <= len(text), f"{near} lies outside {text!r}")
        hold(all(0 <= one.offset < len(text) for one in near.changes), f"{near} lies outside {text!r}")


def _is_mark(character: str) -> bool:
    """Whether it belongs to what stands before it."""
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
    written = texts_in_tests("anchors")
    for one, other in pairwise(written):
        yield joined(other, "", one)
        yield joined(one, "\x00\x02\x07\x05")
        yield joined(f"{one} {other}. {other}", "", other, one)


def _plant() -> AbstractContextManager[object]:
    """Lines are counted as Python splits them, and not as editors do."""

    def place(text: StoredText, offset: int) -> tuple[int, int]:
        before = text.text[:offset].splitlines(keepends=True) or [""]
        over = before[-1].endswith("\n")
        return len(before) + over, 1 if over else len(before[-1]) + 1

    return patch.object(StoredText, "place", place)


_WORDS = (
    "\u201c", "\u201d", "\u2018", "\u2019", "\u2013", "\u2014", "\u2212", "\u2026", "...", "[...]",
    "[\u2026]", "\u00a0", "\u202f", "\u2028", "\u200b", "\u200d", "\u00ad", "\ufeff", "\u0301", "\u0327",
    "e\u0301", "\u00e9", "\u1100\u1161\u11a8", "\u304b\u3099", "\u0958", "\u212b", "\r\n", "\n", "\t",
    "\x0b", "\x0c", "\x85", "3.5 percent", "-5", "U.S.", "Indo-Pacific", "can't", "1,000", "10:30", " the ",
    "$5", "\u20ac", "1/2", "\u00b7",
)  # fmt: skip
HARNESS = Harness(judge, _seeds, _WORDS, _plant, joined("one\x0ctwo three", "\x01\x00"))
