"""The quotes of the built-in dataset in their three texts; and what one other letter does to each."""

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from timeline.quotes import Found, Lost, SearchText, find

DATASET = Path(__file__).resolve().parents[2]
TEXTS = {path.stem: SearchText(path.read_text("utf-8")) for path in (DATASET / "seeds").iterdir()}


class Quote(NamedTuple):
    event: str
    source: str
    words: str


QUOTES = [
    Quote(event["id"], citation["source"], citation["quote"])
    for event in yaml.load((DATASET / "data/events.yaml").read_bytes(), yaml.BaseLoader)["events"]
    for citation in event["citations"]
]


def named(quote: Quote) -> str:
    """What a test of a quote is called: in ASCII, so that it has one name however often it is collected."""
    return f"{quote.event}: {quote.words[:20]}".encode("ascii", "ignore").decode()


def test_all_are_found_letter_for_letter_and_nine_of_them_twice() -> None:
    outcomes = [find(TEXTS[quote.source], quote.words) for quote in QUOTES]
    anchors = [one.anchors[0] for one in outcomes if isinstance(one, Found)]
    assert len(anchors) == len(QUOTES) == 53
    assert {anchor.match for anchor in anchors} == {"exact"}
    assert sorted(anchor.occurrences for anchor in anchors) == [1] * 44 + [2] * 9


@pytest.mark.parametrize("quote", QUOTES, ids=named)
def test_no_other_letter_or_digit_is_forgiven(quote: Quote) -> None:
    """Each letter becomes the next of the alphabet, each digit the next: it is in no text any more."""
    for at, character in enumerate(quote.words):
        if character.isalnum():
            other = f"{quote.words[:at]}{following(character)}{quote.words[at + 1 :]}"
            assert isinstance(find(TEXTS[quote.source], other), Lost), other


def following(character: str) -> str:
    return {"9": "0", "z": "a", "Z": "A"}.get(character, chr(ord(character) + 1))


@pytest.mark.parametrize("quote", QUOTES, ids=named)
def test_another_case_is_not_forgiven(quote: Quote) -> None:
    assert isinstance(find(TEXTS[quote.source], quote.words.swapcase()), Lost)


def test_marks_as_they_are_typed_are_forgiven() -> None:
    """Straight marks for curly ones, a hyphen for the dash: found in the same place, as typographic."""
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
