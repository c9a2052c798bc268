"""Capitalised names in prose that are not names of actors: a conference, a doctrine, a person."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.actors import Mention, Word
from timeline.checks.prose.numbers import is_number_word

# These are not names when they have a capital: they begin a sentence, or are an insignificant part of a name
# (The).
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
# Titles of offices need no proof in lower case ("a president came"), so they need none with a capital either.
_OFFICES = frozenset([
    "president", "prime", "minister", "deputy", "vice", "foreign", "defence", "defense", "chancellor",
    "premier", "secretary", "general", "chairman", "ambassador", "senator", "king", "queen", "emperor",
    "pope", "admiral",
])  # fmt: skip
_JOINING = frozenset([
    "of", "on", "for", "the", "de", "la", "le", "du", "des", "von", "van", "der", "den", "al", "el",
    "bin", "ibn",
])  # fmt: skip
_INSIGNIFICANT = _SMALL_WORDS | _OFFICES | _JOINING
_BEGINS_SENTENCE = frozenset('.!?:;("')


class CapitalisedName(NamedTuple):
    """The words of a capitalised name.

    A `lone` name is a single word at the start of its sentence, which may be why it has a capital. It counts
    as a name if it is one elsewhere in the event.
    """

    words: tuple[Word, ...]
    lone: bool

    @property
    def significant_words(self) -> list[str]:
        """The words that must be known: not the small ones, and not those of an office."""
        return [word.text for word in self.words if word.text.casefold() not in _INSIGNIFICANT]


def capitalised_names(words: Sequence[Word], mentions: Sequence[Mention]) -> Iterator[CapitalisedName]:
    """The capitalised names of a text outside the mentions of actors."""
    ends = {mention.start: mention.end for mention in mentions}
    covered = {offset for mention in mentions for offset in range(mention.start, mention.end)}
    end = 0
    for index in [index for index, word in enumerate(words) if word.text[0].isupper()]:
        if index < end or words[index].start in covered:
            continue
        end = _end_of_name(words, index, ends)
        name = _name(words, index, end)
        if name:
            yield name


def _end_of_name(words: Sequence[Word], start: int, mentions: Mapping[int, int]) -> int:
    """The index after the last word of the name that begins at `start`."""
    end = start + 1
    while end < len(words):
        step = _words_that_continue(words, end, mentions)
        if not step:
            break
        end += step
    return end


def _words_that_continue(words: Sequence[Word], index: int, mentions: Mapping[int, int]) -> int:
    """How many words from `index` on belong to the name before it: the full stop of an initial, what a hyphen
    or an apostrophe joins to it, another capitalised word, or one after `of` and the like.
    """
    before, word = words[index - 1], words[index]
    joined = index + 1 < len(words) and word.start == before.end and words[index + 1].start == word.end
    if word.text == "." and word.start == before.end and len(before.text) == 1:
        return 1
    if joined and (word.text == "-" or (word.text == "'" and words[index + 1].text[0].isupper())):
        return 0 if words[index + 1].start in mentions else 2
    following = index
    while following < len(words) and following - index < 2 and words[following].text in _JOINING:
        following += 1
    last = words[following] if following < len(words) else word
    return following - index + 1 if last.text[0].isupper() and last.start not in mentions else 0


def _name(words: Sequence[Word], start: int, end: int) -> CapitalisedName | None:
    """The name from `start` up to `end`, without small words and numbers at its beginning."""
    begins_sentence = start == 0 or _begins_sentence(words, start)
    first = start
    while first < end and _is_small(words[first].text, number=begins_sentence):
        first += 1
    kept = tuple(word for word in words[first:end] if word.text[0].isalnum())
    lone = begins_sentence and first == start and len(kept) == 1 and not _has_shape_of_name(kept[0].text)
    return CapitalisedName(kept, lone) if kept else None


def _is_small(word: str, *, number: bool) -> bool:
    """Whether a word or mark does not begin a name: The; with `number`, also Twenty-one."""
    small = word.casefold() in _SMALL_WORDS or not word[0].isupper()
    return small or (number and is_number_word(word))


def _begins_sentence(words: Sequence[Word], start: int) -> bool:
    """Whether a sentence begins at a word. The full stop of an initial or of U.S. does not end one."""
    before, earlier = words[start - 1].text, words[start - 2].text if start > 1 else ""
    initial = before == "." and len(earlier) == 1 and earlier.isalpha()
    return before in _BEGINS_SENTENCE and not initial


def _has_shape_of_name(word: str) -> bool:
    """Whether capitals or digits inside a word show that it is a name: GDP, McKinsey, B9."""
    return (len(word) > 1 and word[1:] != word[1:].lower()) or any(map(str.isdigit, word))
