"""What holds of every text and every quote."""

import re
import unicodedata
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.quotes import Ambiguous, Found, Lost, SearchText, find
from timeline.quotes.normalise import normalise, trim

# Words, numbers, marks of every kind that counts, letters that compose, and what does not count.
ALPHABET = (
    "ab5e.,'\"-()[]/ \n\r\t\u00a0\u2000\u00ad\u200b\u200d\u2019\u201c\u201d\u2013\u2212\u2026"
    "\u0301\u0323\u0327\u00e9\u1100\u1161\u11a8\u304b\u3099\u212b\ufa19\u0958"
)
texts = st.one_of(st.text(ALPHABET, max_size=60), st.text(max_size=40))


often = settings(max_examples=300)
WORD = re.compile(r"[^ \n\r\t]+")


class Asked(NamedTuple):
    """A text and a quote that is mostly a piece of it, often in another typography."""

    text: str
    quote: str


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    change = draw(st.sampled_from(CHANGES))
    return Asked(text, change(text[start:end]))


def as_it_is(text: str) -> str:
    return text


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def words_apart(text: str) -> str:
    return " [...] ".join(text.split())


CHANGES = [as_it_is, normalise, decomposed, words_apart]
anything = st.one_of(questions(), st.builds(Asked, texts, texts))


@often
@given(anything, st.text(ALPHABET, max_size=5), st.text(ALPHABET, max_size=5))
def test_find_never_raises_and_stays_inside_the_text(asked: Asked, prefix: str, suffix: str) -> None:
    outcome = find(SearchText(asked.text), asked.quote, prefix, suffix)
    if isinstance(outcome, Found):
        ends = [edge for one in outcome.anchors for edge in (one.start, one.end)]
        assert ends == sorted(ends)
        assert 0 <= ends[0] < ends[-1] <= len(asked.text)
    elif isinstance(outcome, Ambiguous):
        assert len(set(outcome.starts)) == len(outcome.starts) > 1
    else:
        assert 0 <= outcome.after <= len(asked.text)


@often
@given(anything)
def test_what_is_found_says_what_the_quote_says(asked: Asked) -> None:
    outcome = find(SearchText(asked.text), asked.quote)
    if not isinstance(outcome, Found):
        return
    there = [asked.text[one.start : one.end] for one in outcome.anchors]
    if len(there) == 1 and "[" not in asked.quote:
        assert normalise(there[0]) == normalise(trim(asked.quote))
    else:
        without_joints = asked.quote.replace("[...]", " ").replace("[\u2026]", " ")
        found = " ".join(there).replace("[...]", " ").replace("[\u2026]", " ")
        assert normalise(found).split() == normalise(without_joints).split()


@often
@given(texts.filter(lambda text: WORD.search(text) is not None), st.data())
def test_every_run_of_whole_words_is_found(text: str, data: st.DataObject) -> None:
    words = list(WORD.finditer(text))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = text[words[first].start() : words[last].end()]
    if trim(quote):
        assert not isinstance(find(SearchText(text), quote), Lost)
        assert not isinstance(find(SearchText(text), normalise(quote)), Lost)


@often
@given(questions())
def test_an_exact_anchor_is_where_str_find_finds_it(asked: Asked) -> None:
    outcome = find(SearchText(asked.text), asked.quote)
    if isinstance(outcome, Found) and "[...]" not in asked.quote and outcome.anchors[0].match == "exact":
        wanted = trim(asked.quote)
        start = outcome.anchors[0].start
        places = [start, *outcome.anchors[0].again]
        assert all(asked.text.startswith(wanted, place) for place in places)
        assert asked.text.find(wanted) <= start


@often
@given(texts)
def test_what_is_in_one_typography_stays_as_it_is(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@often
@given(texts)
def test_composed_and_decomposed_texts_have_one_typography(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(text)
    assert normalise(unicodedata.normalize("NFC", text)) == normalise(text)


@often
@given(texts)
def test_the_way_back_goes_forward_and_leaves_nothing_that_counts_out(text: str) -> None:
    source = SearchText(text)
    ranges = [source.file_range(at, at + 1) for at in range(len(source.normal))]
    starts, ends = [start for start, _ in ranges], [end for _, end in ranges]
    assert (starts, ends) == (sorted(starts), sorted(ends))
    covered = {at for start, end in ranges for at in range(start, end)}
    assert normalise("".join(text[at] for at in range(len(text)) if at not in covered)) == ""


@often
@given(texts)
def test_there_and_back_is_the_same_place(text: str) -> None:
    source = SearchText(text)
    for at in range(len(source.normal)):
        start, end = source.file_range(at, at + 1)
        there = source.normal_offset(start)
        assert there <= at
        assert source.file_range(there, at + 1) == (start, end)
