"""Split a line of text into sentences; where the end of a sentence is uncertain, it is not split."""

# ruff: noqa: SIM905  (lists of words are easier to read as text)

import re
from collections.abc import Iterator
from typing import NamedTuple


class Sentence(NamedTuple):
    """The offsets [start, end) of a sentence in its line, in code points, without surrounding white space."""

    start: int
    end: int


# A word with adjacent punctuation; Chinese and Japanese full stops end a sentence without white space.
_WORD = re.compile(r"[^\s。！？]*+[。！？]++[」』”’）]*+|\S++")
_CLOSING_MARKS = "\"'”’»›)]}」』）"
_OPENING_MARKS = "\"'“‘„«‹([{「『（¿¡-–—"
_NOTE_NUMBERS = re.compile(r"(?:\[\d{1,3}\]|[¹²³⁰-⁹])+$")
_LETTERS = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}|[A-Za-z]")
_NUMBER = re.compile(r"\d|#|[IVXLC]+\b")
_MAX_TAIL = 40
"""Code points at the end of a word that are examined; no abbreviation is longer."""

_BEFORE_NAMES = frozenset(
    "Mr Mrs Ms Mx Messrs Dr Prof Rev Hon St Mme Mlle Gen Lt Col Maj Capt Cpt Cmdr Sgt Adm Sen Rep Reps "
    "Sens Gov Pres Amb Sec Supt e.g i.e cf vs viz E.g I.e Cf".split()
)
"""Abbreviations that are always followed by something that belongs to them, so no sentence ends there."""
_BEFORE_NUMBERS = frozenset(
    "No Nos no nos Art Arts art Fig Figs Vol vol Ch ch Para para paras p pp c ca".split()
)
"""Abbreviations, or words, that end no sentence if a number follows."""
_AMBIGUOUS = frozenset(
    "Inc Ltd Corp Co Cos Bros Jr Sr Esq etc al approx est dept Dept Univ Ave Blvd Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec".split()
)
"""Abbreviations that end a sentence only if the next word usually begins one."""
_FIRST_WORDS = frozenset(
    "The A An This That These Those It Its He She They We I You His Her Their Our My In On At By For From "
    "With Without After Before Since Until While When Where As If Although Though Because But And Or Yet So "
    "Nor However Meanwhile Moreover Additionally Also Then There Here What Who Why How Which Both Each Some "
    "Many Most Several Such Among According During Despite Instead Still Today Yesterday Now Once Only "
    "Another Whether".split()
)
"""Words that are lower case inside a sentence, so that a capital means that a sentence begins."""
_SPEECH_VERBS = frozenset("said says asked asks told tells added adds wrote replied warned insisted".split())


def sentences(line: str) -> list[Sentence]:
    """Return the sentences of a line, in order; everything outside them is white space."""
    matches = list(_WORD.finditer(line))
    words = [match.group() for match in matches]
    pieces: list[Sentence] = []
    first = 0
    for index, match in enumerate(matches):
        if index + 1 == len(matches) or _ends_sentence(words, index):
            pieces.append(Sentence(matches[first].start(), match.end()))
            first = index + 1
    return list(_join_pieces_without_letters(line, pieces))


def _join_pieces_without_letters(line: str, pieces: list[Sentence]) -> Iterator[Sentence]:
    """Join a piece without letters (`1.`, `[...]`, a single mark) to the next, at the end to the previous."""
    pending: Sentence | None = None
    start: int | None = None
    for piece in pieces:
        start = piece.start if start is None else start
        if not _LETTERS.search(line, piece.start, piece.end):
            continue
        if pending:
            yield pending
        pending, start = Sentence(start, piece.end), None
    if pieces and (pending or start is not None):
        yield Sentence(pending.start if pending else pieces[0].start, pieces[-1].end)


def _ends_sentence(words: list[str], index: int) -> bool:
    """Whether a sentence ends with the word at `index`, which must not be the last."""
    tail = _NOTE_NUMBERS.sub("", words[index][-_MAX_TAIL:])
    stem = tail.rstrip(_CLOSING_MARKS)
    if not stem or stem[-1] not in ".!?…。！？":
        return False
    if stem[-1] in "。！？":
        return True
    next_word = words[index + 1][:_MAX_TAIL].lstrip(_OPENING_MARKS)
    if not next_word or next_word[0].islower():
        return False
    bare = stem.rstrip(".!?…")
    marks = stem[len(bare) :]
    if "!" in marks or "?" in marks:
        return not (tail != stem and _names_speaker(next_word, words[index + 1 : index + 5]))
    dots = marks.count(".") + 3 * marks.count("…")
    if dots == 1:
        return _full_stop_ends_sentence(bare.lstrip(_OPENING_MARKS), next_word)
    return dots != 3 or _begins_sentence(next_word)


def _names_speaker(next_word: str, words: list[str]) -> bool:
    """Whether the words after a quotation name its speaker: `“Who?” Kim Tae-hyo asked.`"""
    return not _begins_sentence(next_word) and any(word.rstrip(".,:") in _SPEECH_VERBS for word in words)


def _full_stop_ends_sentence(bare: str, next_word: str) -> bool:
    """Whether a single full stop after `bare` ends a sentence, not just an abbreviation or an initial."""
    if bare in _BEFORE_NAMES:
        return False
    if bare in _BEFORE_NUMBERS:
        return not _NUMBER.match(next_word)
    if bare in _AMBIGUOUS or _INITIALS.fullmatch(bare):
        return _begins_sentence(next_word)
    return True


def _begins_sentence(word: str) -> bool:
    """Whether a capitalised word is one that begins sentences, and is not a name."""
    letters = _LETTERS.match(word)
    return letters is not None and letters.group() in _FIRST_WORDS
