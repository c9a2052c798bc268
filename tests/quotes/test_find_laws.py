"""Properties of `find` and `normalise` that hold for every text and every quote."""

import re
import unicodedata
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.quotes import Ambiguous, Found, Lost, SearchText, find
from timeline.quotes.normalise import normalise, trim

# Words, numbers, punctuation, letters that compose, and characters that are ignored.
ALPHABET = (
    "ab5e.,'\"-()[]/ \n\r\t\u00a0\u2000\u00ad\u200b\u200d\u2019\u201c\u201d\u2013\u2212\u2026"
    "\u0301\u0323\u0327\u00e9\u1100\u1161\u11a8\u304b\u3099\u212b\ufa19\u0958"
)
texts = st.one_of(st.text(ALPHABET, max_size=60), st.text(max_size=40))


often = settings(max_examples=300)
WORD = re.compile(r"[^ \n\r\t]+")


class Example(NamedTuple):
    """A text, and a quote that is usually a piece of it, often in another typography."""

    text: str
    quote: str


@st.composite
def excerpts(draw: st.DrawFn) -> Example:
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    change = draw(st.sampled_from(CHANGES))
    return Example(text, change(text[start:end]))


def unchanged(text: str) -> str:
    return text


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def joined_by_ellipses(text: str) -> str:
    return " [...] ".join(text.split())


CHANGES = [unchanged, normalise, decomposed, joined_by_ellipses]
examples = st.one_of(excerpts(), st.builds(Example, texts, texts))


@often
@given(examples, st.text(ALPHABET, max_size=5), st.text(ALPHABET, max_size=5))
def test_find_never_raises_and_stays_inside_the_text(example: Example, prefix: str, suffix: str) -> None:
    outcome = find(SearchText(example.text), example.quote, prefix, suffix)
    if isinstance(outcome, Found):
        ends = [offset for anchor in outcome.anchors for offset in (anchor.start, anchor.end)]
        assert ends == sorted(ends)
        assert 0 <= ends[0] < ends[-1] <= len(example.text)
    elif isinstance(outcome, Ambiguous):
        assert len(set(outcome.starts)) == len(outcome.starts) > 1
    else:
        assert 0 <= outcome.after <= len(example.text)


@often
@given(examples)
def test_anchored_text_equals_the_quote_after_normalising(example: Example) -> None:
    outcome = find(SearchText(example.text), example.quote)
    if not isinstance(outcome, Found):
        return
    parts = [example.text[anchor.start : anchor.end] for anchor in outcome.anchors]
    if len(parts) == 1 and "[" not in example.quote:
        assert normalise(parts[0]) == normalise(trim(example.quote))
    else:
        expected = example.quote.replace("[...]", " ").replace("[\u2026]", " ")
        joined = " ".join(parts).replace("[...]", " ").replace("[\u2026]", " ")
        assert normalise(joined).split() == normalise(expected).split()


@often
@given(texts.filter(lambda text: WORD.search(text) is not None), st.data())
def test_any_run_of_whole_words_is_found(text: str, data: st.DataObject) -> None:
    words = list(WORD.finditer(text))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = text[words[first].start() : words[last].end()]
    if trim(quote):
        assert not isinstance(find(SearchText(text), quote), Lost)
        assert not isinstance(find(SearchText(text), normalise(quote)), Lost)


@often
@given(excerpts())
def test_an_exact_anchor_agrees_with_str_find(example: Example) -> None:
    outcome = find(SearchText(example.text), example.quote)
    if isinstance(outcome, Found) and "[...]" not in example.quote and outcome.anchors[0].match == "exact":
        words = trim(example.quote)
        starts = [outcome.anchors[0].start, *outcome.anchors[0].other_starts]
        assert all(example.text.startswith(words, start) for start in starts)
        assert example.text.find(words) <= starts[0]
