"""A line of text in its sentences, as a reader would part them; where that is not sure, it stays whole."""

# ruff: noqa: SIM905  (words read best as words)

import re
from collections.abc import Iterator
from typing import NamedTuple


class Sentence(NamedTuple):
    """Where a sentence stands in its line: code points from 0, half open, no white space around it."""

    start: int
    end: int


# A word with what clings to it; Chinese and Japanese full stops end a sentence without white space.
_WORD = re.compile(r"[^\s。！？]*+[。！？]++[」』”’）]*+|\S++")
_CLOSERS = "\"'”’»›)]}」』）"
_OPENERS = "\"'“‘„«‹([{「『（¿¡-–—"
_NOTES = re.compile(r"(?:\[\d{1,3}\]|[¹²³⁰-⁹])+$")
_LETTERS = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}|[A-Za-z]")
_FIGURE = re.compile(r"\d|#|[IVXLC]+\b")
_TAIL = 40
"""Code points at the end of a word that are looked at; what is longer is no abbreviation."""

_TITLES = frozenset(
    "Mr Mrs Ms Mx Messrs Dr Prof Rev Hon St Mme Mlle Gen Lt Col Maj Capt Cpt Cmdr Sgt Adm Sen Rep Reps "
    "Sens Gov Pres Amb Sec Supt e.g i.e cf vs viz E.g I.e Cf".split()
)
"""What follows belongs to them, so no sentence ends there."""
_BEFORE_FIGURES = frozenset(
    "No Nos no nos Art Arts art Fig Figs Vol vol Ch ch Para para paras p pp c ca".split()
)
_SHORTENED = frozenset(
    "Inc Ltd Corp Co Cos Bros Jr Sr Esq etc al approx est dept Dept Univ Ave Blvd Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec".split()
)
_OPENINGS = frozenset(
    "The A An This That These Those It Its He She They We I You His Her Their Our My In On At By For From "
    "With Without After Before Since Until While When Where As If Although Though Because But And Or Yet So "
    "Nor However Meanwhile Moreover Additionally Also Then There Here What Who Why How Which Both Each Some "
    "Many Most AmbiguousName Such Among According During Despite Instead Still Today Yesterday Now Once Only "
    "Another Whether".split()
)
"""Words that in mid-sentence would be small, so that a capital says that a sentence begins."""
_SAYING = frozenset("said says asked asks told tells added adds wrote replied warned insisted".split())


def sentences(line: str) -> list[Sentence]:
    """The sentences of a line, in order; between them and around them stands only white space."""
    words = list(_WORD.finditer(line))
    shown = [word.group() for word in words]
    found: list[Sentence] = []
    start = 0
    for index, word in enumerate(words):
        if index + 1 == len(words) or _ends(shown, index):
            found.append(Sentence(words[start].start(), word.end()))
            start = index + 1
    return list(_speaking(line, found))


def _speaking(line: str, found: list[Sentence]) -> Iterator[Sentence]:
    """A stretch without a letter (`1.`, `[...]`, a lone mark) belongs to what follows it, at the end of
    the line to what stands before it.
    """
    held: Sentence | None = None
    start: int | None = None
    for one in found:
        start = one.start if start is None else start
        if not _LETTERS.search(line, one.start, one.end):
            continue
        if held:
            yield held
        held, start = Sentence(start, one.end), None
    if found and (held or start is not None):
        yield Sentence(held.start if held else found[0].start, found[-1].end)


def _ends(words: list[str], index: int) -> bool:
    """Whether a sentence ends with the word at `index`, which is not the last."""
    tail = _NOTES.sub("", words[index][-_TAIL:])
    stem = tail.rstrip(_CLOSERS)
    if not stem or stem[-1] not in ".!?…。！？":
        return False
    if stem[-1] in "。！？":
        return True
    following = words[index + 1][:_TAIL].lstrip(_OPENERS)
    if not following or following[0].islower():
        return False
    bare = stem.rstrip(".!?…")
    marks = stem[len(bare) :]
    if "!" in marks or "?" in marks:
        return not (tail != stem and _said(following, words[index + 1 : index + 5]))
    dots = marks.count(".") + 3 * marks.count("…")
    if dots == 1:
        return _stops(bare.lstrip(_OPENERS), following)
    return dots != 3 or _opens(following)


def _said(following: str, words: list[str]) -> bool:
    """Whether a speaker is named behind the words spoken: `“Who?” Kim Tae-hyo asked.`"""
    return not _opens(following) and any(word.rstrip(".,:") in _SAYING for word in words)


def _stops(bare: str, following: str) -> bool:
    """Whether one full stop behind `bare` ends a sentence, and not only an abbreviation or an initial."""
    if bare in _TITLES:
        return False
    if bare in _BEFORE_FIGURES:
        return not _FIGURE.match(following)
    if bare in _SHORTENED or _DOTTED.fullmatch(bare):
        return _opens(following)
    return True


def _opens(following: str) -> bool:
    """Whether a word is one that begins sentences and no names."""
    letters = _LETTERS.match(following)
    return letters is not None and letters.group() in _OPENINGS
