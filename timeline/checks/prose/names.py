"""Capitalised names in prose that are no actor's: a conference, a doctrine, a person that nobody recorded."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.actors import Mention, Word
from timeline.checks.prose.numbers import is_number_word

# A capital makes no name of them: they begin sentences, or stand inside a name (The Hague) and say nothing.
_SMALL_WORDS = frozenset([
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "he", "she", "we", "they", "i",
    "you", "his", "her", "their", "our", "my", "who", "what", "which", "when", "where", "in", "on", "at",
    "by", "for", "from", "with", "without", "after", "before", "since", "until", "till", "while", "as",
    "if", "although", "though", "because", "but", "and", "or", "nor", "yet", "so", "of", "to", "into",
    "over", "under", "about", "around", "between", "among", "amid", "during", "despite", "against",
    "across", "through", "both", "each", "every", "all", "any", "some", "many", "most", "several", "such",
    "no", "not", "only", "another", "other", "there", "here", "then", "now", "also", "however",
    "meanwhile", "according", "following", "including", "instead", "still", "once", "whether", "mr",
    "mrs", "ms", "dr",
])  # fmt: skip
# In small letters nobody would ask who says that a president came: the capital makes no difference.
_OFFICES = frozenset([
    "president", "prime", "minister", "deputy", "vice", "foreign", "defence", "defense", "chancellor",
    "premier", "secretary", "general", "chairman", "ambassador", "senator", "king", "queen", "emperor",
    "pope", "admiral",
])  # fmt: skip
_JOINING = frozenset([
    "of", "on", "for", "the", "de", "la", "le", "du", "des", "von", "van", "der", "den", "al", "el",
    "bin", "ibn",
])  # fmt: skip
_SAY_NOTHING = _SMALL_WORDS | _OFFICES | _JOINING
_BEGINS_A_SENTENCE = frozenset('.!?:;("')


class Run(NamedTuple):
    """The words of a capitalised name. A `lone` one stands at the head of its sentence, which may be why it
    has a capital: it is a name if it is one elsewhere in the event.
    """

    words: tuple[Word, ...]
    lone: bool

    @property
    def said(self) -> list[str]:
        """The words that must be known: neither the small ones nor those of an office."""
        return [word.text for word in self.words if word.text.casefold() not in _SAY_NOTHING]


def runs(placed: Sequence[Word], mentions: Sequence[Mention]) -> Iterator[Run]:
    """The capitalised names of a text outside the mentions of actors."""
    taken = {mention.start: mention.end for mention in mentions}
    covered = {offset for mention in mentions for offset in range(mention.start, mention.end)}
    behind = 0
    for index in [at for at, word in enumerate(placed) if word.text[0].isupper()]:
        if index < behind or placed[index].start in covered:
            continue
        behind = _end(placed, index, taken)
        run = _run(placed, index, behind)
        if run:
            yield run


def _end(placed: Sequence[Word], start: int, taken: Mapping[int, int]) -> int:
    """Behind the last word of the name that begins at `start`."""
    end = start + 1
    while end < len(placed):
        step = _step(placed, end, taken)
        if not step:
            break
        end += step
    return end


def _step(placed: Sequence[Word], at: int, taken: Mapping[int, int]) -> int:
    """How many more words belong to a name that has come so far: an initial's stop, what a hyphen or an
    apostrophe ties to it, another capitalised word, or one behind `of` and the like.
    """
    before, here = placed[at - 1], placed[at]
    tied = at + 1 < len(placed) and here.start == before.end and placed[at + 1].start == here.end
    if here.text == "." and here.start == before.end and len(before.text) == 1:
        return 1
    if tied and (here.text == "-" or (here.text == "'" and placed[at + 1].text[0].isupper())):
        return 0 if placed[at + 1].start in taken else 2
    behind = at
    while behind < len(placed) and behind - at < 2 and placed[behind].text in _JOINING:
        behind += 1
    last = placed[behind] if behind < len(placed) else here
    return behind - at + 1 if last.text[0].isupper() and last.start not in taken else 0


def _run(placed: Sequence[Word], start: int, end: int) -> Run | None:
    """The name from `start` up to `end`, without the small words and numbers with which it begins."""
    first = start == 0 or _begins(placed, start)
    begun = start
    while start < end and _says_nothing(placed[start].text, number=first):
        start += 1
    words = tuple(word for word in placed[start:end] if word.text[0].isalnum())
    lone = first and start == begun and len(words) == 1 and not _is_shaped(words[0].text)
    return Run(words, lone) if words else None


def _says_nothing(word: str, *, number: bool) -> bool:
    """Whether no name begins with a word or mark: neither The nor, at the head of a sentence, Twenty-one."""
    small = word.casefold() in _SMALL_WORDS or not word[0].isupper()
    return small or (number and is_number_word(word))


def _begins(placed: Sequence[Word], start: int) -> bool:
    """Whether a sentence begins here; the full stop of an initial or of U.S. ends none."""
    before, earlier = placed[start - 1].text, placed[start - 2].text if start > 1 else ""
    initial = before == "." and len(earlier) == 1 and earlier.isalpha()
    return before in _BEGINS_A_SENTENCE and not initial


def _is_shaped(word: str) -> bool:
    """Whether a word is a name by its shape: GDP, McKinsey, B9."""
    return (len(word) > 1 and word[1:] != word[1:].lower()) or any(map(str.isdigit, word))
