"""The quotes of the built-in dataset are found, and none of them with a single character changed."""

from typing import NamedTuple

import pytest
import yaml

from tests.conftest import FROZEN
from timeline.quotes import Found, Lost, SearchText, find

TEXTS = {path.stem: SearchText(path.read_text("utf-8")) for path in (FROZEN / "seeds").iterdir()}


class Quote(NamedTuple):
    event: str
    source: str
    words: str


QUOTES = [
    Quote(event["id"], citation["source"], citation["quote"])
    for event in yaml.load((FROZEN / "data/events.yaml").read_bytes(), yaml.BaseLoader)["events"]
    for citation in event["citations"]
]


def quote_id(quote: Quote) -> str:
    """The id of a test: ASCII only, because pytest escapes other characters again when it collects twice."""
    return f"{quote.event}: {quote.words[:20]}".encode("ascii", "ignore").decode()


def test_all_quotes_are_exact_and_nine_are_repeated() -> None:
    outcomes = [find(TEXTS[quote.source], quote.words) for quote in QUOTES]
    anchors = [outcome.anchors[0] for outcome in outcomes if isinstance(outcome, Found)]
    assert len(anchors) == len(QUOTES) == 53
    assert {anchor.match for anchor in anchors} == {"exact"}
    assert sorted(anchor.occurrences for anchor in anchors) == [1] * 44 + [2] * 9


@pytest.mark.parametrize("quote", QUOTES, ids=quote_id)
def test_a_changed_letter_or_digit_loses_the_quote(quote: Quote) -> None:
    """Each letter and digit in turn is replaced by the next one."""
    for at, character in enumerate(quote.words):
        if character.isalnum():
            changed = f"{quote.words[:at]}{following(character)}{quote.words[at + 1 :]}"
            assert isinstance(find(TEXTS[quote.source], changed), Lost), changed


def following(character: str) -> str:
    return {"9": "0", "z": "a", "Z": "A"}.get(character, chr(ord(character) + 1))


@pytest.mark.parametrize("quote", QUOTES, ids=quote_id)
def test_changed_case_loses_the_quote(quote: Quote) -> None:
    assert isinstance(find(TEXTS[quote.source], quote.words.swapcase()), Lost)


def test_typewriter_punctuation_is_found_at_the_same_position() -> None:
    """Straight quotation marks instead of curly ones, a hyphen instead of the dash: a typographic match."""
    typed = str.maketrans("\u2018\u2019\u201c\u201d\u2014", "''\"\"-")
    curly = [quote for quote in QUOTES if quote.words != quote.words.translate(typed)]
    assert len(curly) > 10
    for quote in curly:
        written, read = (
            find(TEXTS[quote.source], words) for words in (quote.words, quote.words.translate(typed))
        )
        assert isinstance(written, Found)
        assert isinstance(read, Found)
        assert read.anchors[0] == written.anchors[0]._replace(match="typographic")
